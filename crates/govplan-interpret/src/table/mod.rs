//! Work in tables: columns by header and content, rows to sections, tasks and requirements.
//!
//! ```text
//! Table → cells (merges and 同上 carried) → header → columns → rows → sections
//! ```

mod cells;
mod columns;
mod flattened;
mod header;
mod layout;
mod metadata;
mod rows;
mod spans;

pub(crate) use columns::Columns;
pub(crate) use flattened::flattened;
pub(crate) use metadata::metadata;

use crate::draft::DraftSection;
use cells::Cells;
use govplan_document::{Table, Text};

/// What a table of work says.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) sections: Vec<DraftSection>,
    /// Texts above the header: a title, a unit of measure.
    pub(crate) above: Vec<Text>,
    /// Texts that belong to no row: remarks below the last.
    pub(crate) beside: Vec<Text>,
    /// First cells of rows that print the header again.
    pub(crate) repeated_headers: Vec<Text>,
    /// The columns, for a table that goes on without a header.
    pub(crate) columns: Columns,
}

/// Whether a table is one of work.
pub(crate) fn is_of_work(table: &Table) -> bool {
    !layout::is_excerpt(table) && columns::columns(&Cells::of(table), None).is_some()
}

/// Reads a table of work, if it is one; `before` are the columns of the table before it.
pub(crate) fn read(table: &Table, before: Option<&Columns>) -> Option<Reading> {
    if layout::is_excerpt(table) {
        return None;
    }
    let cells = Cells::of(table);
    let columns = columns::columns(&cells, before)?;
    let rows::Rows { sections, beside, repeated_headers } = match layout::of(table, columns.title_rows()) {
        Some(layout) => rows::Rows { sections: layout.read(table), ..rows::Rows::default() },
        None if table.shows_merges => rows::read(&cells, &columns),
        None => rows::read(&Cells::shifted(table, |row| columns.shift(row)), &columns),
    };
    let above = table.rows.iter().take(columns.title_rows()).flat_map(|row| &row.cells);
    let above = above.map(|cell| cell.text.clone()).filter(|text| !text.is_empty()).collect();
    Some(Reading { sections, above, beside, repeated_headers, columns })
}
