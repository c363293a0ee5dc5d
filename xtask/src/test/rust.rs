use crate::command::{cargo, program, run};
use crate::trouble::Trouble;

/// Crates that must build without the features that are on by default.
const LEAN: [&str; 4] = ["govplan-core", "govplan-read", "govplan-write", "govplan"];

pub(super) fn formatting() -> Result<(), Trouble> {
    run(&mut cargo("fmt --all --check"))
}

pub(super) fn lints() -> Result<(), Trouble> {
    run(&mut cargo("clippy --quiet --workspace --all-targets -- -D warnings"))
}

pub(super) fn features() -> Result<(), Trouble> {
    LEAN.iter().try_for_each(|name| {
        run(&mut cargo(&format!("clippy --quiet --package {name} --no-default-features -- -D warnings")))
    })
}

/// With nextest where it is installed: it runs the tests of different crates at the same time.
pub(super) fn tests() -> Result<(), Trouble> {
    match program("cargo-nextest") {
        Ok(_) => run(&mut cargo("nextest run --workspace --no-fail-fast")),
        Err(_) => run(&mut cargo("test --workspace --all-targets --no-fail-fast")),
    }
}

pub(super) fn documentation_tests() -> Result<(), Trouble> {
    run(&mut cargo("test --quiet --workspace --doc"))
}

pub(super) fn documentation() -> Result<(), Trouble> {
    run(cargo("doc --quiet --workspace --no-deps --lib").env("RUSTDOCFLAGS", "-D warnings"))
}
