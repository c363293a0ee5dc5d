use super::row::Row;
use crate::Limits;
use crate::grid::Grid;
use govplan_document::{Note, NoteCode, Place, Table, Text};
use std::collections::BTreeMap;

/// A row as it was read: the texts of its cells, and how it is divided, where it says so.
#[derive(Default)]
pub(super) struct RowTexts {
    pub(super) texts: Vec<String>,
    pub(super) division: Option<Row>,
}

/// A cell and the columns that it covers.
struct Placed {
    column: usize,
    span: usize,
    rows: usize,
    continues: bool,
    text: String,
}

/// Twentieths of a point by which edges of one column may differ from row to row: rows moved by hand, widths rounded.
const TOLERANCE: i32 = 40;

/// Puts the rows of a table together. Columns are where the cells of any row begin: the format counts none.
pub(super) fn table(
    number: usize,
    rows: Vec<RowTexts>,
    limits: &Limits,
    budget: &mut usize,
    notes: &mut Vec<Note>,
) -> Table {
    let edges = columns(&rows);
    let mut grid = Grid::new(rows.len(), limits.columns, *budget);
    let mut placed: Vec<Vec<Placed>> = Vec::new();
    for (index, row) in (1..).zip(rows) {
        let place = |column: usize| Some(Place::in_table(number, index, column + 1));
        placed.push(row.placed(&edges, limits.columns, |found| {
            notes.push(Note { code: NoteCode::LongRow, place: place(limits.columns.saturating_sub(1)), found });
        }));
    }
    merge_down(&mut placed, |row, column, found| {
        let place = Some(Place::in_table(number, row + 1, column + 1));
        notes.push(Note { code: NoteCode::HiddenContent, place, found });
    });
    let mut is_full = false;
    for (row, cells) in placed.into_iter().enumerate() {
        for cell in cells.into_iter().filter(|cell| !cell.continues) {
            let place = Place::in_table(number, row + 1, cell.column + 1);
            let text = if cell.text.is_empty() { Text::default() } else { Text::new(cell.text, place.clone()) };
            if !grid.put(row, cell.column, cell.rows, cell.span, text) && !std::mem::replace(&mut is_full, true) {
                notes.push(Note { code: NoteCode::LimitReached, place: Some(place), found: limits.cells.to_string() });
            }
        }
    }
    *budget = grid.budget();
    grid.into_table()
}

/// Where columns begin and end, those of all rows together.
fn columns(rows: &[RowTexts]) -> Vec<i32> {
    let divisions = rows.iter().filter_map(|row| row.division.as_ref());
    let mut edges: Vec<i32> = divisions.flat_map(|row| row.edges.iter().copied().map(i32::from)).collect();
    edges.sort_unstable();
    let mut first = None;
    edges.retain(|edge| {
        let is_new = first.is_none_or(|first| edge - first > TOLERANCE);
        if is_new {
            first = Some(*edge);
        }
        is_new
    });
    edges
}

impl RowTexts {
    /// The cells in their columns; what is merged with the cell to its left is part of that.
    fn placed(self, edges: &[i32], limit: usize, too_long: impl FnOnce(String)) -> Vec<Placed> {
        let column_of = |edge: i16| edges.partition_point(|known| *known <= i32::from(edge)).saturating_sub(1);
        let division = self.division.unwrap_or_default();
        let count = self.texts.len().max(division.cells.len());
        let (mut placed, mut next, mut beyond): (Vec<Placed>, usize, usize) = (Vec::new(), 0, 0);
        let mut texts = self.texts.into_iter();
        for index in 0..count {
            let merge = division.cells.get(index).copied().unwrap_or_default();
            let bounds = division.edges.get(index).zip(division.edges.get(index + 1));
            let (start, end) = bounds.map_or((next, next + 1), |(start, end)| (column_of(*start), column_of(*end)));
            let column = start.max(next);
            let span = end.saturating_sub(column).max(1);
            next = column + span;
            let text = texts.next().unwrap_or_default();
            match placed.last_mut() {
                Some(last) if merge.left || column >= limit => {
                    last.span = next - last.column;
                    join(&mut last.text, &text);
                    beyond += usize::from(column >= limit);
                }
                _ => placed.push(Placed { column, span, rows: 1, continues: merge.above, text }),
            }
        }
        if beyond > 0 {
            too_long(count.to_string());
        }
        placed
    }
}

/// Gives the cells that are merged with the one above to it; what they hold is not printed, but kept.
fn merge_down(rows: &mut [Vec<Placed>], mut hidden: impl FnMut(usize, usize, String)) {
    // The row and the index of the cell that each column's merged cells belong to, and the columns that it covers.
    let mut heads: BTreeMap<usize, (usize, usize, usize)> = BTreeMap::new();
    for row in 0..rows.len() {
        let (above, rest) = rows.split_at_mut(row);
        let Some(cells) = rest.first_mut() else { return };
        let mut next = BTreeMap::new();
        for (index, cell) in cells.iter_mut().enumerate() {
            let head = heads.get(&cell.column).filter(|(.., span)| cell.continues && *span == cell.span);
            let Some((head_row, head_index, _)) = head.copied() else {
                cell.continues = false;
                next.insert(cell.column, (row, index, cell.span));
                continue;
            };
            next.insert(cell.column, (head_row, head_index, cell.span));
            if let Some(head) = above.get_mut(head_row).and_then(|cells| cells.get_mut(head_index)) {
                head.rows = row + 1 - head_row;
                if !cell.text.is_empty() {
                    join(&mut head.text, &cell.text);
                    hidden(row, cell.column, std::mem::take(&mut cell.text));
                }
            }
        }
        heads = next;
    }
}

/// Adds a text on a new line.
pub(super) fn join(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::super::row::Merge;
    use super::*;

    const LEFT: Merge = Merge { left: true, above: false };
    const ABOVE: Merge = Merge { left: false, above: true };
    const ALONE: Merge = Merge { left: false, above: false };

    fn row(texts: &[&str], edges: &[i16], cells: &[Merge]) -> RowTexts {
        let division = Row { edges: edges.to_vec(), cells: cells.to_vec() };
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        RowTexts { texts, division: Some(division).filter(|row| !row.cells.is_empty()) }
    }

    fn printed(rows: Vec<RowTexts>) -> (Vec<String>, Vec<NoteCode>) {
        let mut notes = Vec::new();
        let table = table(1, rows, &Limits::default(), &mut 100, &mut notes);
        let cell = |cell: &govplan_document::Cell| if cell.covered { "^" } else { cell.text.as_str() }.to_owned();
        let rows = table.rows.iter().map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join("|"));
        (rows.collect(), notes.iter().map(|note| note.code).collect())
    }

    #[test]
    fn columns_are_told_from_the_edges_of_all_rows_and_a_little_more_or_less_is_none() {
        let rows = vec![
            row(&["序号", "责任单位"], &[-108, 700, 3000], &[ALONE; 2]),
            row(&["1", "牵头", "配合"], &[-100, 720, 2000, 2990], &[ALONE; 3]),
        ];
        assert_eq!(printed(rows), (vec!["序号|责任单位|^".to_owned(), "1|牵头|配合".to_owned()], vec![]));
    }

    #[test]
    fn merged_cells_belong_to_the_first_and_what_they_hold_is_kept() {
        let edges = &[0, 1000, 2000, 3000];
        let rows = vec![
            row(&["甲", "", "乙"], edges, &[ALONE, LEFT, ALONE]),
            row(&["丙", "丁", "藏"], edges, &[ALONE, ALONE, ABOVE]),
            row(&["戊", "己", ""], edges, &[ABOVE, ABOVE, ABOVE]),
        ];
        let expected = ["甲|^|乙\n藏", "丙\n戊|丁\n己|^", "^|^|^"].map(str::to_owned).to_vec();
        assert_eq!(printed(rows), (expected, vec![NoteCode::HiddenContent; 3]));
    }

    #[test]
    fn no_text_is_lost_where_a_row_is_not_divided_or_divided_wrongly() {
        let rows = vec![
            row(&["一", "二"], &[], &[]),
            row(&["三", "四", "五"], &[0, 1000], &[ABOVE]),
            row(&["六", "七"], &[500, 500, 500], &[ALONE; 2]),
        ];
        assert_eq!(
            printed(rows).0.concat().chars().filter(|c| !"|^".contains(*c)).collect::<String>(),
            "一二三四五六七"
        );
    }
}
