//! The project's chores: `cargo xtask test`, `generate`, `bench`, `fuzz`.
#![expect(clippy::print_stdout, reason = "a chore says what it does")]

mod bench;
mod command;
mod corpus;
mod environment;
mod fuzz;
mod generate;
mod npm;
mod python;
mod readme;
mod test;
mod trouble;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask test [--require-all]   run everything that must pass; with --require-all a skip is a failure
cargo xtask generate [--check]     write the generated files, or say which are stale
cargo xtask bench [--peers]        run the benchmarks, quickly; with --peers beside what else does the same work,
                                   and the results go to benches/RESULTS.md
cargo xtask fuzz [--seconds N]     look for bytes that break it, for 600 seconds or as many as are said";

/// How long fuzzing takes unless it is said.
const SECONDS: u32 = 600;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["test"] => return ExitCode::from(test::run(false)),
        ["test", "--require-all"] => return ExitCode::from(test::run(true)),
        ["generate"] => generate::write().and_then(|()| corpus::raise()).and_then(|()| test::generate_types()),
        ["generate", "--check"] => generate::check().and_then(|()| corpus::check()),
        ["bench"] => bench::alone(),
        ["bench", "--peers"] => bench::beside_peers(),
        ["fuzz"] => fuzz::run_for(SECONDS),
        ["fuzz", "--seconds", seconds] if let Ok(seconds) = seconds.parse() => fuzz::run_for(seconds),
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
