use govplan_document::{Place, Text};
use std::ops::Range;

/// How a format of lines marks the rows of its tables.
pub(crate) trait Syntax {
    /// The cells of a line that may be a row, at most `columns` of them; none where it marks no cell.
    fn cells(&self, line: &str, columns: usize) -> Cells;

    /// Whether a line is drawn between the rows of a table and holds nothing.
    fn is_delimiter(&self, _line: &str) -> bool {
        false
    }

    /// Whether a line that holds something stands for an empty one.
    fn is_gap(&self, _line: &str) -> bool {
        false
    }

    /// The text of a cell or line as printed in its place, without padding.
    fn text(&self, printed: &str, place: Place) -> Text {
        Text::new(printed, place)
    }
}

/// Where the cells of a line stand.
#[derive(Default)]
pub(crate) struct Cells {
    /// The bytes of each cell, its padding included; the last holds all that goes beyond the limit.
    pub(crate) ranges: Vec<Range<usize>>,
    /// Cells that the line marks.
    pub(crate) found: usize,
    /// Pieces that the texts of the cells are put together from, besides one for each cell.
    pub(crate) pieces: usize,
}

impl Cells {
    /// Cuts a part of a line at separators of one byte each.
    pub(crate) fn cut(part: Range<usize>, separators: impl Iterator<Item = usize>, columns: usize) -> Self {
        let mut cells = Self { ranges: Vec::new(), found: 1, pieces: 0 };
        let mut start = part.start;
        for separator in separators {
            if cells.found < columns {
                cells.ranges.push(start..separator);
                start = separator + 1;
            }
            cells.found += 1;
        }
        cells.ranges.push(start..part.end);
        cells
    }
}
