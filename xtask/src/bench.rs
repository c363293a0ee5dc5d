//! The benchmarks, quickly: enough to see a change of a tenth.

use crate::command::{self, cargo};
use crate::trouble::Trouble;

pub(crate) fn run() -> Result<(), Trouble> {
    command::run(&mut cargo("bench --package govplan-benches --benches -- --quick"))
}
