use crate::arguments::{Arguments, Completions};
use crate::exit::{Exit, Failure};
use crate::output;
use clap::CommandFactory;

/// A completion script.
pub(crate) fn run(arguments: &Completions) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "govplan", &mut script);
    output::write(&script, None)?;
    Ok(Exit::Fine)
}
