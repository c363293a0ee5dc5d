//! What the columns of a table hold, by their headers.

use crate::label::{Style, label};
use crate::vocabulary::{Column, column_of_header};
use govplan_core::Role;
use govplan_document::Table;

/// The columns of a table.
#[derive(Debug)]
pub(crate) struct Columns {
    /// What each column holds, with its header as printed.
    pub(crate) columns: Vec<(Column, String)>,
    /// Index of the first row below the header.
    pub(crate) first_row: usize,
    /// The style of number that each column's cells begin with, where they have one.
    pub(crate) styles: Vec<Option<Style>>,
}

/// How many rows from the top may hold a title before the header.
const ROWS_BEFORE_HEADER: usize = 5;

/// The columns of a table of work; none where no row names at least a column of work and one of organs or time.
pub(crate) fn columns(table: &Table) -> Option<Columns> {
    let (header, columns) = table.rows.iter().take(ROWS_BEFORE_HEADER).enumerate().find_map(|(index, row)| {
        let columns: Vec<(Column, String)> = row
            .cells
            .iter()
            .map(|cell| {
                let header: String = cell.text.as_str().split_whitespace().collect();
                (column_of_header(&header).unwrap_or(Column::Other), header)
            })
            .collect();
        let has = |wanted: fn(&Column) -> bool| columns.iter().any(|(column, _)| wanted(column));
        let has_work = has(|column| matches!(column, Column::Task | Column::Requirement | Column::Section));
        let has_follow_up = has(|column| matches!(column, Column::Unit(_) | Column::Deadline | Column::Requirement));
        (has_work && has_follow_up).then_some((index, columns))
    })?;
    let mut columns = columns;
    settle_work_columns(&mut columns);
    trim_blank_columns(&mut columns);
    let styles = styles(table, header + 1, columns.len());
    Some(Columns { columns, first_row: header + 1, styles })
}

/// Of several columns of tasks the first is the section's, the last the task's; a table whose only column of work is
/// that of tasks has its requirements there.
fn settle_work_columns(columns: &mut [(Column, String)]) {
    let tasks = columns.iter().filter(|(column, _)| *column == Column::Task).count();
    let has_requirement = columns.iter().any(|(column, _)| *column == Column::Requirement);
    let mut seen = 0;
    for (column, _) in columns.iter_mut().filter(|(column, _)| *column == Column::Task) {
        seen += 1;
        *column = match (seen == tasks, has_requirement) {
            (true, true) => Column::Task,
            (true, false) => Column::Requirement,
            (false, _) if tasks - seen == 1 && !has_requirement => Column::Task,
            (false, _) => Column::Section,
        };
    }
    // A section's column with nothing between it and the requirements holds the tasks.
    if columns.iter().all(|(column, _)| *column != Column::Task)
        && columns.iter().filter(|(column, _)| *column == Column::Section).count() > 1
        && let Some((column, _)) = columns.iter_mut().rev().find(|(column, _)| *column == Column::Section)
    {
        *column = Column::Task;
    }
}

/// A blank header at the end is the trace of a separator, not a column.
fn trim_blank_columns(columns: &mut Vec<(Column, String)>) {
    while columns.last().is_some_and(|(_, header)| header.is_empty()) {
        columns.pop();
    }
}

/// The style of number that most cells of each column begin with, counted over the rows that fill every column.
fn styles(table: &Table, first_row: usize, width: usize) -> Vec<Option<Style>> {
    (0..width)
        .map(|index| {
            let full = table
                .rows
                .iter()
                .skip(first_row)
                .filter(|row| row.cells.iter().take(width).filter(|cell| !cell.text.is_empty()).count() == width);
            full.filter_map(|row| label(row.cells.get(index)?.text.as_str())).map(|label| label.style).next()
        })
        .collect()
}

impl Columns {
    /// How many leading cells a row lost, where flattening dropped its merged cells: its first cell begins with the
    /// number of a later column.
    pub(crate) fn shift(&self, first_cell: &str) -> usize {
        let Some(style) = label(first_cell).map(|label| label.style) else { return 0 };
        if self.styles.first().copied().flatten() == Some(style) {
            return 0;
        }
        self.styles.iter().position(|column| *column == Some(style)).unwrap_or(0)
    }

    /// Whether a column holds this.
    pub(crate) fn has(&self, wanted: Column) -> bool {
        self.columns.iter().any(|(column, _)| *column == wanted)
    }

    /// The role of a column of organs. 责任 beside 牵头 stays responsible.
    pub(crate) fn role(&self, index: usize) -> Option<Role> {
        match self.columns.get(index)? {
            (Column::Unit(role), _) => Some(*role),
            _ => None,
        }
    }
}
