use super::item::{Cell, Item, SHOWN, Table};
use super::joined::joined;
use crate::Limits;
use crate::grid::Grid;
use govplan_document::{self as document, Note, NoteCode, Place, Text};

/// The document's `number`th table, and the cells that are left for others: none where they do not suffice for this
/// one. What it leaves out or hides goes into the notes.
pub(super) fn grid(
    table: &Table,
    number: usize,
    limits: &Limits,
    budget: usize,
    notes: &mut Vec<Note>,
) -> (document::Table, Option<usize>) {
    let mut grid = Grid::new(table.rows.len(), limits.columns, budget);
    for (index, row) in table.rows.iter().enumerate() {
        let place = |column| Place::in_table(number, index + 1, column + 1);
        let mut note = |code, column, found| notes.push(Note { code, place: Some(place(column)), found });
        for cell in &row.cells {
            let text = joined(&cell.items);
            if cell.is_covered {
                if !text.is_empty() {
                    note(NoteCode::HiddenContent, cell.column, text.chars().take(SHOWN).collect());
                }
                continue;
            }
            for hidden in hidden(cell) {
                note(NoteCode::HiddenContent, cell.column, hidden.to_owned());
            }
            if !grid.put(index, cell.column, cell.row_span, cell.column_span, Text::new(text, place(cell.column))) {
                note(NoteCode::LimitReached, cell.column, limits.cells.to_string());
                return (grid.into_table(), None);
            }
        }
        if row.is_long {
            note(NoteCode::LongRow, limits.columns.saturating_sub(1), limits.columns.to_string());
        }
        for column in (row.columns..).take(row.after) {
            if !grid.put(index, column, 1, 1, Text::new("", place(column))) {
                break;
            }
        }
    }
    let budget = grid.budget();
    (grid.into_table(), Some(budget))
}

/// What the paragraphs of a cell hide.
fn hidden(cell: &Cell) -> impl Iterator<Item = &str> {
    let passages = cell.items.iter().filter_map(|item| match item {
        Item::Passage(passage) => Some(passage.hidden.as_str()),
        Item::Table(_) => None,
    });
    passages.filter(|hidden| !hidden.is_empty())
}
