//! What runs under node, with its packages in a folder of their own under the target folder.

use crate::command::{cargo, program, run, target, workspace};
use crate::trouble::Trouble;
use std::path::PathBuf;
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
    let folder = packages()?;
    node.args(["--test", "--test-reporter=spec"]).arg(workspace().join(file)).current_dir(folder);
    Ok(node)
}

/// Installs the packages unless they are there, and gives their folder.
pub(super) fn packages() -> Result<PathBuf, Trouble> {
    let mut npm = program("npm")?;
    let folder = target().join("node");
    std::fs::create_dir_all(&folder)?;
    let mut is_fresh = folder.join("node_modules").is_dir();
    for file in ["package.json", "package-lock.json"] {
        let (pinned, installed) = (workspace().join("tests/node").join(file), folder.join(file));
        let pinned = std::fs::read(pinned)?;
        is_fresh &= std::fs::read(&installed).is_ok_and(|installed| installed == pinned);
        std::fs::write(installed, pinned)?;
    }
    if !is_fresh {
        run(npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder))?;
    }
    Ok(folder)
}
