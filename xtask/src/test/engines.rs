//! The examples of engines, in an environment of their own: theirs are hundreds of megabytes.

use crate::command::{program, run, workspace};
use crate::environment::Environment;
use crate::python::{install, wheel};
use crate::trouble::Trouble;

const ENGINES: Environment = Environment { name: "engines", requirements: "examples/engines/requirements.txt" };

pub(super) fn tests() -> Result<(), Trouble> {
    // Spark runs on it.
    program("java")?;
    ENGINES.make()?;
    ENGINES.once("module", &[wheel()?], || install(&ENGINES))?;
    let examples = workspace().join("examples/engines");
    run(ENGINES.installed("mypy")?.arg(".").current_dir(&examples))?;
    run(ENGINES.installed("pytest")?.arg("--quiet").current_dir(&examples))
}
