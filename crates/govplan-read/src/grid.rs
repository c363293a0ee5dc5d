//! Cells with spans to an exact rectangle of rows and columns.

use govplan_document::{Cell, Row, Table, Text};

/// A table under construction: cells are put where the format says, the rest of a merged cell is marked as covered.
///
/// The rectangle never grows by a span alone: a cell reaches down to the last row that the format names, and to the
/// right as far as the limit of columns. Work and memory are bounded by the budget of cells.
pub(crate) struct Grid {
    rows: Vec<Vec<Option<Cell>>>,
    columns: usize,
    /// Cells that may still be made.
    budget: usize,
}

impl Grid {
    /// A grid of so many rows, of at most so many columns and cells.
    pub(crate) fn new(rows: usize, columns: usize, budget: usize) -> Self {
        let rows = rows.min(budget);
        Self { rows: vec![Vec::new(); rows], columns, budget: budget - rows }
    }

    /// The first column of a row, from `column` on, where no cell stands yet.
    pub(crate) fn free_column(&self, row: usize, column: usize) -> usize {
        let cells = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        (column..cells.len())
            .find(|column| cells.get(*column).is_none_or(Option::is_none))
            .unwrap_or(column.max(cells.len()))
    }

    /// Puts a cell with its spans; `false` where nothing of it is within the limits. What another cell takes already
    /// stays that cell's.
    pub(crate) fn put(&mut self, row: usize, column: usize, row_span: usize, column_span: usize, text: Text) -> bool {
        let right = column.saturating_add(column_span.max(1)).min(self.columns);
        let bottom = row.saturating_add(row_span.max(1)).min(self.rows.len());
        if column >= right || row >= bottom || self.is_taken(row, column) {
            return false;
        }
        let right = (column + 1..right).find(|column| self.is_taken(row, *column)).unwrap_or(right);
        let (down, across) = (bottom - row, right - column);
        let (Ok(row_span), Ok(column_span)) = (u32::try_from(down), u32::try_from(across)) else { return false };
        let mut first = Some(Cell { text, column_span, row_span, covered: false });
        for below in row..bottom {
            for beside in column..right {
                let cell = first.take().unwrap_or(Cell { covered: true, ..Cell::new(Text::default()) });
                if !self.set(below, beside, cell) {
                    return below > row || beside > column;
                }
            }
        }
        true
    }

    fn is_taken(&self, row: usize, column: usize) -> bool {
        self.rows.get(row).and_then(|cells| cells.get(column)).is_some_and(Option::is_some)
    }

    /// Sets a cell unless one stands there; `false` where the budget is spent.
    fn set(&mut self, row: usize, column: usize, cell: Cell) -> bool {
        let Some(cells) = self.rows.get_mut(row) else { return false };
        let missing = (column + 1).saturating_sub(cells.len());
        let Some(budget) = self.budget.checked_sub(missing) else { return false };
        self.budget = budget;
        if missing > 0 {
            cells.resize_with(column + 1, || None);
        }
        if let Some(place) = cells.get_mut(column)
            && place.is_none()
        {
            *place = Some(cell);
        }
        true
    }

    /// Cells that may still be made, for the next table of the document.
    pub(crate) fn budget(&self) -> usize {
        self.budget
    }

    /// The table; a place where no cell was put holds a blank one.
    pub(crate) fn into_table(self) -> Table {
        let blank = || Cell::new(Text::default());
        let row = |cells: Vec<Option<Cell>>| Row {
            cells: cells.into_iter().map(|cell| cell.unwrap_or_else(blank)).collect(),
        };
        Table { rows: self.rows.into_iter().map(row).collect(), shows_merges: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_document::Place;

    fn text(content: &str) -> Text {
        Text::new(content, Place::in_table(1, 1, 1))
    }

    fn printed(grid: Grid) -> Vec<String> {
        let cell = |cell: &Cell| if cell.covered { "^".to_owned() } else { cell.text.as_str().to_owned() };
        grid.into_table().rows.iter().map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
    }

    #[test]
    fn spans_cover_the_rest_of_a_merged_cell() {
        let mut grid = Grid::new(3, 10, 100);
        assert!(grid.put(0, 0, 2, 1, text("序号")));
        assert!(grid.put(0, 1, 1, 2, text("责任单位")));
        assert_eq!(grid.free_column(1, 0), 1);
        assert!(grid.put(1, 1, 1, 1, text("牵头")));
        assert!(grid.put(1, 2, 1, 1, text("配合")));
        assert!(grid.put(2, 2, 1, 1, text("县教育局")));
        assert_eq!(printed(grid), ["序号|责任单位|^", "^|牵头|配合", "||县教育局"]);
    }

    #[test]
    fn spans_beyond_all_bounds_cost_no_more_than_the_limits() {
        let mut grid = Grid::new(2, 4, 20);
        assert!(grid.put(0, 0, 1_000_000_000, usize::MAX, text("一")));
        assert!(!grid.put(1, 2, 1, 1, text("占")));
        assert!(!grid.put(7, 0, 1, 1, text("无")));
        assert_eq!(printed(grid), ["一|^|^|^", "^|^|^|^"]);
        let mut grid = Grid::new(1, 1 << 30, 20);
        assert!(!grid.put(0, 1 << 29, 1, 1, text("远")));
        assert_eq!(grid.budget(), 19);
    }
}
