//! What the corpus scores, held against the table of what it scored before.

use crate::command::{cargo, program, run, target};
use crate::trouble::Trouble;

/// Fails where a source scores otherwise than the table says.
pub(crate) fn check() -> Result<(), Trouble> {
    ratchet(&[])
}

/// Writes what has risen into the table; fails where a source has fallen.
pub(crate) fn raise() -> Result<(), Trouble> {
    ratchet(&["--write"])
}

fn ratchet(arguments: &[&str]) -> Result<(), Trouble> {
    let mut python = program("python3")?;
    run(&mut cargo("build --quiet --workspace --bin govplan"))?;
    let command = format!("{} import {{source}}", target().join("debug/govplan").display());
    run(python.arg("tests/corpus/ratchet.py").arg("--run").arg(command).args(arguments))
}
