//! The command `govplan`.

use std::process::ExitCode;

fn main() -> ExitCode {
    govplan_cli::run(std::env::args_os())
}
