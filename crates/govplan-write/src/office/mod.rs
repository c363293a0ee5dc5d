//! What the office formats share: a plan as a notice and as a task table, before either is a file.

mod cells;
mod clauses;
mod columns;
mod notice;
mod numbering;
mod phrase;
mod rules;
mod table;

pub(crate) use clauses::{Clause, Rank, clauses};
pub(crate) use columns::{Column, Field};
pub(crate) use notice::{Form, Line, LineKind, notice, printed_date};
pub(crate) use table::{Slot, TaskTable};
