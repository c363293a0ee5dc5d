//! The register of organs that a run goes by.

use crate::arguments::{Reading, RegisterFile};
use crate::exit::Failure;
use crate::input::about;
use govplan::{Error, Graph, Plan, Register, RegisterIndex};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// The register that was named.
pub(crate) fn register(named: &RegisterFile, reading: &Reading) -> Result<Option<Register>, Failure> {
    register_of(named.register.as_deref(), reading.options().limits.bytes)
}

/// The register in a file of so many bytes at most.
pub(crate) fn register_of(file: Option<&Path>, bytes: usize) -> Result<Option<Register>, Failure> {
    let Some(file) = file else { return Ok(None) };
    let bytes = read(file, bytes).map_err(|error| {
        let error = Error::File(error);
        Failure::files(about(file, |language| error.message(language)))
    })?;
    let register = Register::from_json(&bytes);
    register.map(Some).map_err(|error| Failure::files(about(file, |language| error.message(language))))
}

/// One graph of plans, by a register where there is one.
pub(crate) fn graph<'a>(
    plans: impl IntoIterator<Item = &'a Plan>,
    register: Option<&'a RegisterIndex<'a>>,
) -> Graph<'a> {
    match register {
        Some(register) => Graph::with_register(plans, register),
        None => Graph::of_plans(plans),
    }
}

fn read(file: &Path, allowed: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let one_more = u64::try_from(allowed).unwrap_or(u64::MAX).saturating_add(1);
    File::open(file)?.take(one_more).read_to_end(&mut bytes)?;
    if bytes.len() > allowed { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
