//! What each place of a table holds, with merged cells and 同上 carried to every place that they stand for.

use crate::vocabulary::is_same_as_above;
use govplan_document::{Table, Text};

/// Where the text of a place is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Printed {
    /// In the place itself.
    Here,
    /// In a merged cell that begins further up, or above a 同上.
    Above,
    /// In a merged cell that begins to the left in the same row.
    Beside,
}

/// What a place holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'t> {
    pub(super) text: &'t Text,
    pub(super) printed: Printed,
    /// Columns that the cell covers.
    pub(super) width: usize,
}

/// One row by its places; a blank place holds nothing.
pub(super) type Places<'t> = Vec<Option<Seen<'t>>>;

/// The rows of a table by their places.
#[derive(Debug)]
pub(super) struct Cells<'t> {
    pub(super) rows: Vec<Places<'t>>,
    pub(super) shows_merges: bool,
}

impl<'t> Cells<'t> {
    /// The rows as they are laid out, each cell in the column of its place.
    pub(super) fn of(table: &'t Table) -> Self {
        Self::shifted(table, |_| 0)
    }

    /// The rows of a table of which some have lost their first cells; `shift` tells how many.
    pub(super) fn shifted(table: &'t Table, shift: impl Fn(&Places<'t>) -> usize) -> Self {
        let mut rows: Vec<Places<'t>> = table.rows.iter().map(|row| vec![None; row.cells.len()]).collect();
        for (top, row) in table.rows.iter().enumerate() {
            for (left, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.covered) {
                let (height, width) = (count(cell.row_span), count(cell.column_span));
                for (below, places) in rows.iter_mut().enumerate().skip(top).take(height) {
                    for (beside, place) in places.iter_mut().enumerate().skip(left).take(width) {
                        let printed = match (below == top, beside == left) {
                            (true, true) => Printed::Here,
                            (true, false) => Printed::Beside,
                            _ => Printed::Above,
                        };
                        *place = (!cell.text.is_empty()).then_some(Seen { text: &cell.text, printed, width });
                    }
                }
            }
        }
        let mut cells = Self { rows, shows_merges: table.shows_merges };
        cells.carry_down(shift);
        cells
    }

    /// Puts what stands above in the place of each 同上.
    fn carry_down(&mut self, shift: impl Fn(&Places<'t>) -> usize) {
        let mut above: Places<'t> = Vec::new();
        for row in &mut self.rows {
            let shift = shift(row);
            above.resize(above.len().max(shift + row.len()), None);
            for (place, above) in row.iter_mut().zip(above.iter_mut().skip(shift)) {
                if place.is_some_and(|seen| is_same_as_above(seen.text.as_str())) {
                    *place = above.map(|seen| Seen { printed: Printed::Above, ..seen });
                }
                *above = *place;
            }
        }
    }
}

fn count(span: u32) -> usize {
    usize::try_from(span).unwrap_or(usize::MAX).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_document::{Cell, Place, Row};

    fn cell(text: &str, row_span: u32, column_span: u32) -> Cell {
        Cell { row_span, column_span, ..Cell::new(Text::new(text, Place::in_table(1, 1, 1))) }
    }

    fn covered() -> Cell {
        Cell { covered: true, ..Cell::new(Text::default()) }
    }

    #[test]
    fn merged_cells_and_ditto_marks_reach_every_place() {
        let rows = vec![
            Row { cells: vec![cell("城市更新", 2, 1), cell("拆迁", 1, 1), cell("区住建局", 1, 1)] },
            Row { cells: vec![covered(), cell("安置", 1, 1), cell("同 上", 1, 1)] },
            Row { cells: vec![cell("说明", 1, 2), covered(), cell("", 1, 1)] },
        ];
        let table = Table { rows, shows_merges: true };
        let cells = Cells::of(&table);
        let seen = |row: usize, column: usize| cells.rows[row][column].map(|seen| (seen.text.as_str(), seen.printed));
        assert_eq!(seen(0, 0), Some(("城市更新", Printed::Here)));
        assert_eq!(seen(1, 0), Some(("城市更新", Printed::Above)));
        assert_eq!(seen(1, 2), Some(("区住建局", Printed::Above)));
        assert_eq!(seen(2, 1), Some(("说明", Printed::Beside)));
        assert_eq!(seen(2, 2), None);
    }

    #[test]
    fn a_ditto_mark_in_a_row_that_lost_cells_means_the_cell_of_its_column() {
        let rows = vec![
            Row { cells: vec![cell("城市更新", 1, 1), cell("拆迁", 1, 1), cell("区住建局", 1, 1)] },
            Row { cells: vec![cell("安置", 1, 1), cell("同上", 1, 1), cell("", 1, 1)] },
        ];
        let table = Table { rows, shows_merges: false };
        let cells = Cells::shifted(&table, |row| usize::from(row[2].is_none()));
        assert_eq!(cells.rows[1][1].map(|seen| seen.text.as_str()), Some("区住建局"));
    }
}
