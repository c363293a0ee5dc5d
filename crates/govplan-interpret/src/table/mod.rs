//! Work in tables: columns by header, rows to sections, tasks and requirements.

mod columns;
mod flattened;
mod rows;

pub(crate) use columns::{Columns, columns};
pub(crate) use flattened::flattened;
pub(crate) use rows::sections;
