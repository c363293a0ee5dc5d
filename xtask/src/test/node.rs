//! What runs under node, with its packages in a folder of their own under the target folder.

use crate::command::{cargo, program, run, target, workspace};
use crate::npm;
use crate::trouble::Trouble;
use std::process::Command;

/// The schemas under ajv.
pub(super) fn agreement() -> Result<(), Trouble> {
    run(&mut test("tests/agreement/agreement.test.mjs")?)
}

/// Graphs as they are written for Graphviz and Mermaid, read by them.
pub(super) fn graphs() -> Result<(), Trouble> {
    let mut test = test("tests/graph/graph.test.mjs")?;
    run(&mut cargo("build --quiet --workspace --bin govplan"))?;
    run(test.env("GOVPLAN", target().join("debug/govplan")).env("WORKSPACE", workspace()))
}

/// A test file under node's test runner, in the folder of the packages.
pub(super) fn test(file: &str) -> Result<Command, Trouble> {
    let mut node = program("node")?;
    let folder = npm::packages("tests/node", "node")?;
    node.args(["--test", "--test-reporter=spec"]).arg(workspace().join(file)).current_dir(folder);
    Ok(node)
}
