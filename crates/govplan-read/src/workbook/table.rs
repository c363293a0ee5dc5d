use super::{Position, Region, Sheet};
use crate::grid::Grid;
use govplan_document::{Document, Note, NoteCode, Place, Table, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The sheet that tables are made of and what they may cost.
pub(super) struct Context {
    /// Its cells and regions are given up as tables take them.
    pub(super) sheet: Sheet,
    /// Merged regions by their first cell; none overlaps another.
    pub(super) regions: BTreeMap<Position, Region>,
    /// Cells of one row.
    pub(super) columns: usize,
    /// Cells that may still be made.
    pub(super) budget: usize,
}

/// The rows and columns of the sheet that a table is made of, in order.
struct Frame {
    rows: Vec<u32>,
    columns: Vec<u32>,
}

impl Frame {
    /// Puts text where its region stands in the table; the rows and columns that are left out take their share of it.
    fn put(&self, grid: &mut Grid, region: Region, text: Text) -> bool {
        let (row, down) = span(&self.rows, region.first.row, region.last.row);
        let (column, across) = span(&self.columns, region.first.column, region.last.column);
        down > 0 && across > 0 && grid.put(row, column, down, across, text)
    }
}

/// The start and length of a range among the rows or columns that are kept.
fn span(kept: &[u32], first: u32, last: u32) -> (usize, usize) {
    let start = kept.partition_point(|index| *index < first);
    (start, kept.partition_point(|index| *index <= last) - start)
}

impl Context {
    /// The table of some rows, which are the next of the sheet that hold something; blank columns are left out.
    pub(super) fn table(&mut self, rows: Vec<u32>, document: &mut Document) -> Table {
        let first = Position { row: rows.first().copied().unwrap_or_default(), column: 0 };
        let last = Position { row: rows.last().copied().unwrap_or_default(), column: u32::MAX };
        let columns: BTreeSet<u32> = self.sheet.cells.range(first..=last).map(|(cell, _)| cell.column).collect();
        let frame = Frame { rows, columns: columns.into_iter().collect() };
        let mut grid = Grid::new(frame.rows.len(), self.columns, self.budget);
        let mut left_out = 0_usize;
        let mut beyond = None;
        for (position, text) in self.take_cells(last, &frame.columns, document) {
            let region = self.regions.remove(&position).unwrap_or(Region { first: position, last: position });
            if !frame.put(&mut grid, region, text) {
                left_out += 1;
                beyond.get_or_insert(position);
            }
        }
        while let Some((_, region)) = pop_until(&mut self.regions, last) {
            frame.put(&mut grid, region, Text::default());
        }
        let width = frame.columns.len().min(self.columns);
        for row in 0..frame.rows.len() {
            grid.put(row, width.saturating_sub(1), 1, 1, Text::default());
        }
        if let Some(position) = beyond {
            let place = Some(self.place(position));
            document.notes.push(Note { code: NoteCode::LimitReached, place, found: left_out.to_string() });
        }
        self.budget = grid.budget();
        let mut table = grid.into_table();
        let filled = table.rows.iter().rposition(|row| !row.cells.is_empty());
        table.rows.truncate(filled.map_or(0, |last| last + 1));
        table
    }

    /// The cells down to the last, in order; what stands beyond the limit of columns goes into the last cell of its
    /// row.
    fn take_cells(&mut self, last: Position, columns: &[u32], document: &mut Document) -> Vec<(Position, Text)> {
        let edge = self.columns.checked_sub(1).and_then(|edge| columns.get(edge)).copied().unwrap_or(u32::MAX);
        let mut taken: Vec<(Position, Text)> = Vec::new();
        let mut long_row = None;
        while let Some((position, content)) = pop_until(&mut self.sheet.cells, last) {
            if position.column > edge && long_row.replace(position.row) != Some(position.row) {
                let (place, found) = (Some(self.place(position)), columns.len().to_string());
                document.notes.push(Note { code: NoteCode::LongRow, place, found });
            }
            let text = self.sheet.text(position, content);
            let kept = Position { column: position.column.min(edge), ..position };
            match taken.last_mut() {
                Some((open, whole)) if *open == kept => {
                    whole.push_separator('\t');
                    whole.push(&text);
                }
                _ => taken.push((kept, text)),
            }
        }
        taken
    }

    fn place(&self, position: Position) -> Place {
        Place::in_sheet(&self.sheet.name, &position.to_string())
    }
}

/// Takes the first entry, unless it stands after the last position.
fn pop_until<T>(entries: &mut BTreeMap<Position, T>, last: Position) -> Option<(Position, T)> {
    let entry = entries.first_entry().filter(|entry| *entry.key() <= last)?;
    Some(entry.remove_entry())
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_document::Block;

    fn appended(columns: usize, budget: usize) -> (Vec<String>, Vec<(NoteCode, String, String)>, usize) {
        let mut sheet = Sheet::new("附表");
        for (index, text) in (0..).zip(["甲", "乙", "丙", "丁", "戊", "己", "", "辛"]) {
            sheet.cells.insert(Position { row: index / 4, column: index % 4 * 5000 }, text.to_owned());
        }
        sheet.cells.retain(|_, text| !text.is_empty());
        let mut document = Document::default();
        let left = super::super::blocks::append(sheet, columns, budget, &mut document);
        let [Block::Table(table)] = document.blocks.as_slice() else { panic!() };
        let row =
            |row: &govplan_document::Row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
        let notes = document
            .notes
            .iter()
            .map(|note| (note.code, note.place.as_ref().unwrap().cell.clone().unwrap(), note.found.clone()));
        (table.rows.iter().map(row).collect(), notes.collect(), left)
    }

    #[test]
    fn a_long_row_keeps_its_rest_in_the_last_cell() {
        let (rows, notes, _) = appended(2, 99);
        assert_eq!(rows, ["甲|乙\t丙\t丁", "戊|己\t辛"]);
        let long = |cell: &str| (NoteCode::LongRow, cell.to_owned(), "4".to_owned());
        assert_eq!(notes, [long("NTQ1"), long("VDY2")]);
    }

    #[test]
    fn cells_beyond_the_budget_are_counted_and_left_out() {
        assert_eq!(appended(99, 99), (vec!["甲|乙|丙|丁".to_owned(), "戊|己||辛".to_owned()], vec![], 89));
        let (rows, notes, left) = appended(99, 8);
        assert_eq!((rows, left), (vec!["甲|乙|丙|丁".to_owned(), "戊|己".to_owned()], 0));
        assert_eq!(notes, [(NoteCode::LimitReached, "VDY2".to_owned(), "1".to_owned())]);
    }
}
