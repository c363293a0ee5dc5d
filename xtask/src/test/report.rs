//! Reports of the command in Chromium.

use super::node;
use crate::command::{cargo, program, run, target};
use crate::trouble::Trouble;

pub(super) fn in_browser() -> Result<(), Trouble> {
    let chromium = program("chromium")?;
    run(&mut cargo("build --quiet --package govplan-cli"))?;
    let command = target().join("debug").join("govplan");
    let mut test = node::test("tests/report/report.test.mjs")?;
    run(test.env("GOVPLAN", command).env("CHROMIUM", chromium.get_program()))
}
