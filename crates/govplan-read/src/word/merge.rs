use super::item::{Cell, Merge, Row};
use std::collections::BTreeMap;

/// Finds which cells of a table are the rest of a merged one, and how far the merged ones reach.
pub(super) fn merge(rows: &mut [Row]) {
    for row in rows.iter_mut() {
        merge_across(&mut row.cells);
    }
    merge_down(rows);
}

/// A cell that goes on from the left belongs to the cell there, if that began a merge (`w:hMerge`).
fn merge_across(cells: &mut [Cell]) {
    let mut first: Option<&mut Cell> = None;
    for cell in cells {
        match (cell.across, first.as_deref_mut()) {
            (Some(Merge::Continue), Some(first)) => {
                first.column_span = first.column_span.saturating_add(cell.column_span);
                cell.is_covered = true;
            }
            (Some(Merge::Restart), _) => first = Some(cell),
            _ => first = None,
        }
    }
}

/// A cell that goes on from above belongs to the cell of the same columns there (`w:vMerge`); where there is none, it
/// stands for itself.
fn merge_down(rows: &mut [Row]) {
    // Columns of the merged cells that the row above ends with, and the row that each began in.
    let mut above: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut spans: BTreeMap<(usize, usize, usize), usize> = BTreeMap::new();
    for (index, row) in rows.iter_mut().enumerate() {
        let mut merged = BTreeMap::new();
        for cell in row.cells.iter_mut().filter(|cell| !cell.is_covered && cell.down.is_some()) {
            let columns = (cell.column, cell.column_span);
            let first = above.get(&columns).copied().filter(|_| cell.down == Some(Merge::Continue));
            if let Some(first) = first {
                cell.is_covered = true;
                *spans.entry((first, cell.column, cell.column_span)).or_insert(1) += 1;
            }
            merged.insert(columns, first.unwrap_or(index));
        }
        above = merged;
    }
    for ((row, column, _), span) in spans {
        let cells = rows.get_mut(row).map(|row| row.cells.iter_mut()).into_iter().flatten();
        for cell in cells.filter(|cell| cell.column == column && !cell.is_covered) {
            cell.row_span = span;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of cells, each by its span and what it says of merges: `2`, `1v` begins one down, `1^` goes on, `1h` begins
    /// one across, `1<` goes on. Shown as they are merged: span, rows and whether covered.
    fn merged(rows: &[&str]) -> Vec<String> {
        let row = |row: &&str| {
            let mut cells: Vec<Cell> = Vec::new();
            for cell in row.split(' ') {
                let column_span = cell.trim_end_matches(['v', '^', 'h', '<']).parse().unwrap();
                let column = cells.last().map_or(0, |cell| cell.column + cell.column_span);
                let of = |begin, go_on| match () {
                    () if cell.contains(begin) => Some(Merge::Restart),
                    () if cell.contains(go_on) => Some(Merge::Continue),
                    () => None,
                };
                let (down, across) = (of('v', '^'), of('h', '<'));
                cells.push(Cell { column, column_span, row_span: 1, down, across, ..Cell::default() });
            }
            Row { cells, ..Row::default() }
        };
        let mut rows: Vec<Row> = rows.iter().map(row).collect();
        merge(&mut rows);
        let shown = |cell: &Cell| match cell.is_covered {
            true => "-".to_owned(),
            false => format!("{}x{}", cell.column_span, cell.row_span),
        };
        rows.iter().map(|row| row.cells.iter().map(shown).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn cells_go_on_from_above() {
        assert_eq!(merged(&["1v 2 1v", "1^ 1 1 1v", "1^ 2v 1^"]), ["1x3 2x1 1x1", "- 1x1 1x1 1x2", "- 2x1 -"]);
    }

    #[test]
    fn a_cell_that_goes_on_from_nothing_stands_for_itself() {
        assert_eq!(merged(&["1^ 1", "1^ 1^", "2^"]), ["1x2 1x1", "- 1x1", "2x1"]);
        assert_eq!(merged(&["1v 1", "1 1", "1^ 1<"]), ["1x1 1x1", "1x1 1x1", "1x1 1x1"]);
    }

    #[test]
    fn cells_go_on_from_the_left_and_from_above_at_once() {
        assert_eq!(merged(&["1hv 1<v 1", "1h^ 1<^ 1"]), ["2x2 - 1x1", "- - 1x1"]);
    }
}
