//! The documentation as a site.

use crate::command::{run, target};
use crate::python::{environment, installed};
use crate::trouble::Trouble;

/// Builds the site; a broken link and a page that the navigation does not lead to are failures.
pub(super) fn build() -> Result<(), Trouble> {
    let mut mkdocs = installed("mkdocs")?;
    // Not `--quiet`: it hides warnings from `--strict` too, which then lets everything pass.
    mkdocs.args(["build", "--strict", "--site-dir"]).arg(target().join("site"));
    // The notice says what will become of the tool, and the cutter of words leaves its cache in the folder for temporary files.
    run(mkdocs.env("NO_MKDOCS_2_WARNING", "1").env("TMPDIR", environment()))
}
