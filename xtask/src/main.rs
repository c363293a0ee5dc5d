//! The project's chores: `cargo xtask test`, `generate`, `bench`.
#![expect(clippy::print_stdout, reason = "a chore says what it does")]

mod bench;
mod command;
mod corpus;
mod generate;
mod npm;
mod python;
mod test;
mod trouble;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask test [--require-all]   run everything that must pass; with --require-all a skip is a failure
cargo xtask generate [--check]     write the generated files, or say which are stale
cargo xtask bench [--peers]        run the benchmarks, quickly; with --peers beside what else does the same work,
                                   and the results go to benches/RESULTS.md";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["test"] => return ExitCode::from(test::run(false)),
        ["test", "--require-all"] => return ExitCode::from(test::run(true)),
        ["generate"] => generate::write().and_then(|()| corpus::raise()),
        ["generate", "--check"] => generate::check().and_then(|()| corpus::check()),
        ["bench"] => bench::alone(),
        ["bench", "--peers"] => bench::beside_peers(),
        _ => {
            println!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    if let Err(trouble) = outcome {
        println!("{trouble}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
