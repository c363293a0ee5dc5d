//! What the office formats share: a plan as a notice and as a task table, before either is a file.

mod cells;
mod columns;
mod numbering;
mod notice;
mod table;

pub(crate) use columns::{Column, Field};
pub(crate) use notice::{Line, LineKind, notice};
pub(crate) use numbering::{Level, printed_number};
pub(crate) use table::{Slot, TaskTable};
