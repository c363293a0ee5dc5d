use crate::Text;

/// A table as printed: rows of cells, the header not told apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The rows, from the top.
    pub rows: Vec<Row>,
    /// Whether the format says which cells are merged. Flattened text does not: there a blank cell may be an empty
    /// one or the rest of a merged one.
    pub shows_merges: bool,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The cells from the left. Rows of one table may differ in length where the document is damaged.
    pub cells: Vec<Cell>,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// What the cell holds; empty for a blank cell.
    pub text: Text,
    /// Columns that the cell covers, itself included; 1 where the format shows no merges.
    pub column_span: u32,
    /// Rows that the cell covers, itself included; 1 where the format shows no merges.
    pub row_span: u32,
    /// Whether the cell is the rest of a merged one above or to its left; its text is then empty.
    pub covered: bool,
}

impl Cell {
    /// A cell that covers one row and one column.
    #[must_use]
    pub fn new(text: Text) -> Self {
        Self { text, column_span: 1, row_span: 1, covered: false }
    }
}
