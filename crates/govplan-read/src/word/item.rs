use crate::text::trimmed;

/// Characters of hidden text that its note shows.
pub(super) const SHOWN: usize = 40;

/// What a text holds, in reading order, before anything is counted.
pub(super) enum Item {
    Passage(Passage),
    Table(Table),
}

/// A paragraph, its lines parted by line feeds.
#[derive(Default)]
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) heading: Option<u8>,
    /// Whether it is a line of a table of contents.
    pub(super) is_contents: bool,
    /// The start of what it hides.
    pub(super) hidden: String,
}

/// A table whose merges are known.
#[derive(Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Columns that it takes, those without cells included.
    pub(super) columns: usize,
    /// Columns without cells at its end.
    pub(super) after: usize,
    /// Whether it has more cells than the limit; the rest stands in its last one.
    pub(super) is_long: bool,
}

/// A cell of a table.
#[derive(Default)]
pub(super) struct Cell {
    pub(super) items: Vec<Item>,
    /// Its column, from 0.
    pub(super) column: usize,
    pub(super) column_span: usize,
    pub(super) row_span: usize,
    /// How it goes on from the cell to its left.
    pub(super) across: Option<Merge>,
    /// How it goes on from the cell above.
    pub(super) down: Option<Merge>,
    /// Whether it is the rest of a merged cell and not printed.
    pub(super) is_covered: bool,
    pub(super) is_blank: bool,
}

/// What a cell says of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    /// The first cell.
    Restart,
    /// One that belongs to the cell before.
    Continue,
}

impl Item {
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Self::Passage(passage) => lines(&passage.text).next().is_none(),
            Self::Table(table) => table.cells().all(|cell| cell.is_blank),
        }
    }
}

impl Cell {
    /// Whether it says that it is the rest of a merged one.
    pub(super) fn goes_on(&self) -> bool {
        [self.across, self.down].contains(&Some(Merge::Continue))
    }
}

impl Table {
    /// The cells that are printed.
    pub(super) fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.is_covered)
    }

    /// Whether it only lays a text out: one cell, or a column of cells with only blank ones beside.
    pub(super) fn is_layout(&self) -> bool {
        let mut columns = self.cells().filter(|cell| !cell.is_blank).map(|cell| cell.column);
        let first = columns.next();
        columns.all(|column| Some(column) == first)
    }
}

/// The lines of a text that hold something, without padding.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(line).filter(|line| !line.is_empty())
}

/// A line without padding.
pub(super) fn line(text: &str) -> &str {
    text.get(trimmed(text, 0..text.len())).unwrap_or_default()
}
