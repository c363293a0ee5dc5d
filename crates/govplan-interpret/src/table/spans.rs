//! Where the cells of a row come from, blank ones too.

use govplan_document::Row;

/// Where a place of a table has what it holds from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// A cell begins there.
    Here,
    /// A cell that begins further up reaches down.
    Above,
    /// A cell that begins to the left in the same row reaches over.
    Beside,
}

/// The cells that reach down from the rows that were seen.
#[derive(Debug, Default)]
pub(super) struct Spans {
    /// Rows below that the cell of each column still reaches into.
    open: Vec<u32>,
}

impl Spans {
    /// The origins of the next row's places.
    pub(super) fn next(&mut self, row: &Row) -> Vec<Origin> {
        self.open.resize(row.cells.len().max(self.open.len()), 0);
        let mut origins = Vec::with_capacity(row.cells.len());
        let mut reach = 0;
        let mut height = 0;
        for (cell, open) in row.cells.iter().zip(&mut self.open) {
            if !cell.covered {
                (reach, height) = (cell.column_span, cell.row_span);
            }
            let origin = match (cell.covered, *open > 0, reach > 0) {
                (false, ..) => Origin::Here,
                (true, true, _) => Origin::Above,
                (true, false, true) => Origin::Beside,
                (true, false, false) => Origin::Here,
            };
            match origin {
                Origin::Above => *open -= 1,
                Origin::Here | Origin::Beside => *open = height.saturating_sub(1),
            }
            reach = reach.saturating_sub(1);
            origins.push(origin);
        }
        origins
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_document::{Cell, Text};

    #[test]
    fn blank_cells_reach_as_far_as_others() {
        let cell = |row_span, column_span| Cell { row_span, column_span, ..Cell::new(Text::default()) };
        let covered = || Cell { covered: true, ..cell(1, 1) };
        let rows = [
            vec![cell(3, 1), cell(2, 2), covered(), cell(1, 1)],
            vec![covered(), covered(), covered(), cell(1, 1)],
            vec![covered(), cell(1, 3), covered(), covered()],
        ];
        let mut spans = Spans::default();
        let seen: Vec<String> = rows
            .map(|cells| spans.next(&Row { cells }))
            .map(|row| row.iter().map(|origin| format!("{origin:?}").chars().next().unwrap()).collect())
            .into();
        assert_eq!(seen, ["HHBH", "AAAH", "AHBB"]);
    }
}
