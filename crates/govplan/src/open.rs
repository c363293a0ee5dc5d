use crate::{Error, Loaded, Options, ReadError, load};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Loads a file: [`load`] of its bytes, under its name unless the options give another.
///
/// # Errors
/// Those of [`load`], and a file that cannot be opened or read.
pub fn open(path: impl AsRef<Path>, options: &Options) -> Result<Loaded, Error> {
    let path = path.as_ref();
    let file = File::open(path).map_err(Error::File)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let options = Options { name: options.name.clone().or(name), ..options.clone() };
    load(&within_limit(file, options.limits.bytes)?, &options)
}

/// The bytes, read no further than is needed to know that they are too many.
fn within_limit(mut file: File, allowed: usize) -> Result<Vec<u8>, Error> {
    let length = file.metadata().map_or(0, |metadata| usize::try_from(metadata.len()).unwrap_or(usize::MAX));
    if length > allowed {
        return Err(ReadError::TooLarge { allowed, found: length }.into());
    }
    let mut bytes = Vec::new();
    let one_more = u64::try_from(allowed).unwrap_or(u64::MAX).saturating_add(1);
    file.by_ref().take(one_more).read_to_end(&mut bytes).map_err(Error::File)?;
    Ok(bytes)
}
