use super::{Cells, Syntax};

/// Rows of tab-separated cells.
pub(crate) struct Tabs;

impl Syntax for Tabs {
    fn cells(&self, line: &str, columns: usize) -> Cells {
        if !line.contains('\t') {
            return Cells::default();
        }
        Cells::cut(0..line.len(), line.match_indices('\t').map(|(at, _)| at), columns)
    }
}
