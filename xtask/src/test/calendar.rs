//! Calendars of the command under the icalendar package of Python and under libical.

use crate::command::{cargo, program, run, target};
use crate::python::installed;
use crate::trouble::Trouble;

pub(super) fn agreement() -> Result<(), Trouble> {
    program("cc")?;
    if !program("pkg-config")?.args(["--exists", "libical"]).status()?.success() {
        return Err(Trouble::Missing("libical"));
    }
    run(&mut cargo("build --quiet --package govplan-cli"))?;
    let command = target().join("debug").join("govplan");
    run(installed("pytest")?.args(["--quiet", "tests/calendar"]).env("GOVPLAN", command))
}
