//! The code and the commands that stand in README.md and in the pages under docs, run in their order.

use super::node;
use crate::command::{cargo, program, run, target};
use crate::python::installed;
use crate::trouble::Trouble;

pub(super) fn examples() -> Result<(), Trouble> {
    let node = program("node")?;
    let packages = node::packages_of_tests()?;
    run(&mut cargo("build --quiet --package govplan-cli"))?;
    let mut pytest = installed("pytest")?;
    pytest.args(["--quiet", "tests/documentation"]).env("GOVPLAN", target().join("debug/govplan"));
    run(pytest.env("NODE", node.get_program()).env("NODE_MODULES", packages.join("node_modules")))
}
