//! The command `govplan`: files in, plans, findings and tables out.
//!
//! The only place that looks at a clock, a locale or a terminal; everything else is told.

mod arguments;
mod batch;
mod calendar;
mod command;
mod config;
mod exit;
mod input;
mod mend;
mod output;
mod register;
mod session;
mod terminal;

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the command with its arguments, the program's name the first; gives the exit code that `--help` lists.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match arguments::parse(&arguments) {
        Ok(arguments) => command::run(arguments).into(),
        Err(error) => {
            // Nobody reads on: there is nobody to tell.
            let _ = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}
