use super::part::{Cell, Part};
use crate::grid::Grid;
use govplan_document::{Note, NoteCode, Place, Table};
use std::collections::{BTreeMap, BTreeSet};

/// How far edges of columns may lie apart on two pages, in heights of a character.
const SAME_EDGE: f64 = 0.3;
/// Rows that a header takes at the most.
const HEADER: usize = 8;

impl Part {
    /// Takes in the part of the next page, if it carries on this table: the outer edges are the same, and one of the
    /// two divides its columns as the other does or more finely. Otherwise gives it back.
    pub(super) fn carry_on(&mut self, mut next: Self, notes: &mut Vec<Note>) -> Result<(), Self> {
        let em = next.cells.iter().map(|cell| cell.em).fold(0.0, f64::max);
        let tolerance = SAME_EDGE * em;
        let Some(columns) = united(&self.columns, &next.columns, tolerance) else { return Err(next) };
        self.divide(&columns, tolerance);
        next.divide(&columns, tolerance);
        let repeated = self.repeated_rows(&next);
        let (header, rows): (Vec<Cell>, Vec<Cell>) = next.cells.into_iter().partition(|cell| cell.area.row < repeated);
        let place = || Some(Place::default().on_page(next.page));
        for row in 0..repeated {
            let found = printed(header.iter().filter(|cell| cell.area.row == row));
            notes.push(Note { code: NoteCode::RepeatedHeader, place: place(), found });
        }
        let (mut first_row, mut rest) = (Vec::new(), Vec::new());
        for mut cell in rows {
            cell.area.row -= repeated;
            if cell.area.row == 0 { first_row.push(cell) } else { rest.push(cell) }
        }
        let floor = self.floor();
        let above: Vec<Option<usize>> = first_row.iter().map(|cell| floor.get(&cell.columns()).copied()).collect();
        let is_joined = self.breaks_off(&first_row, &above);
        if is_joined {
            notes.push(Note { code: NoteCode::JoinedRow, place: place(), found: printed(first_row.iter()) });
        }
        let merged = if is_joined { (0..first_row.len()).collect() } else { self.merged(&first_row, &above) };
        let end = self.rows;
        for (index, (mut cell, above)) in first_row.into_iter().zip(above).enumerate() {
            let above = above.filter(|_| merged.contains(&index)).and_then(|above| self.cells.get_mut(above));
            if let Some(above) = above {
                above.area.row_span += cell.area.row_span - usize::from(is_joined);
                above.take(cell);
            } else {
                cell.area.row = end;
                self.cells.push(cell);
            }
        }
        let start = end - usize::from(is_joined);
        for mut cell in rest {
            cell.area.row += start;
            self.cells.push(cell);
        }
        self.rows = start + next.rows - repeated;
        self.page = next.page;
        Ok(())
    }

    /// Counts columns by finer edges.
    fn divide(&mut self, edges: &[f64], tolerance: f64) {
        let old = std::mem::replace(&mut self.columns, edges.to_vec());
        if old.len() == edges.len() {
            return;
        }
        let index = |column: usize| {
            let at = old.get(column).copied().unwrap_or_default();
            edges.partition_point(|edge| *edge < at - tolerance)
        };
        for cell in &mut self.cells {
            let (start, end) = (index(cell.area.column), index(cell.area.column + cell.area.column_span));
            (cell.area.column, cell.area.column_span) = (start, end.saturating_sub(start).max(1));
        }
    }

    /// How many rows at the top of the next part are those at the top of this table: the header, printed again.
    fn repeated_rows(&self, next: &Self) -> usize {
        let first = |part: &Self, rows: usize| {
            let first = part.cells.iter().take_while(|cell| cell.area.row < rows);
            let first = first.map(|cell| (cell.area, cell.passage.as_string())).collect::<Vec<_>>();
            let is_whole = first.iter().all(|(area, _)| area.row + area.row_span <= rows);
            (first, is_whole)
        };
        let mut repeated = 0;
        for rows in 1..=self.rows.min(next.rows).min(HEADER) {
            let ((here, is_whole), (there, _)) = (first(self, rows), first(next, rows));
            if here != there {
                break;
            }
            if is_whole && here.iter().any(|(_, text)| !text.is_empty()) {
                repeated = rows;
            }
        }
        repeated
    }

    /// The cells that reach down to the last row, by their columns.
    fn floor(&self) -> BTreeMap<(usize, usize), usize> {
        let reaches = |cell: &Cell| cell.area.row + cell.area.row_span == self.rows;
        let cells = self.cells.iter().enumerate();
        cells.filter(|(_, cell)| reaches(cell)).map(|(index, cell)| (cell.columns(), index)).collect()
    }

    /// Whether the last row goes on in the first row of the next part.
    ///
    /// It does where both have the same cells, every cell below that holds something carries on a sentence that the one
    /// above it broke off at the end of a full line, and some cell below is blank that is not above. A row that only
    /// looks alike stays a row: it loses nothing.
    fn breaks_off(&self, first_row: &[Cell], above: &[Option<usize>]) -> bool {
        let pairs = first_row.iter().zip(above);
        let pairs: Option<Vec<(&Cell, &Cell)>> =
            pairs.map(|(cell, above)| Some((self.cells.get((*above)?)?, cell))).collect();
        let Some(pairs) = pairs else { return false };
        let (blank, filled): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(_, below)| below.passage.is_empty());
        !filled.is_empty()
            && filled.iter().all(|(above, below)| above.breaks_off(below))
            && blank.iter().any(|(above, _)| !above.passage.is_empty())
    }

    /// Which blank cells at the top of a page are the rest of merged cells: no other cell of the column is blank, and cells
    /// of the column are merged, or it is the first column, which names what the row is about.
    fn merged(&self, first_row: &[Cell], above: &[Option<usize>]) -> BTreeSet<usize> {
        if first_row.iter().all(|cell| cell.passage.is_empty()) {
            return BTreeSet::new();
        }
        let columns =
            |cells: &mut dyn Iterator<Item = &Cell>| cells.map(|cell| cell.area.column).collect::<BTreeSet<_>>();
        let with_blanks = columns(&mut self.cells.iter().filter(|cell| cell.passage.is_empty()));
        let with_merges = columns(&mut self.cells.iter().chain(first_row).filter(|cell| cell.area.row_span > 1));
        let goes_on = |cell: &Cell| {
            let column = cell.area.column;
            cell.passage.is_empty() && !with_blanks.contains(&column) && (column == 0 || with_merges.contains(&column))
        };
        let cells = first_row.iter().zip(above).enumerate();
        cells.filter(|(_, (cell, above))| above.is_some() && goes_on(cell)).map(|(index, _)| index).collect()
    }

    /// The table, of the given number in the document.
    pub(super) fn into_table(self, number: usize, columns: usize, budget: &mut usize) -> Table {
        let mut grid = Grid::new(self.rows, columns, *budget);
        for cell in self.cells {
            let area = cell.area;
            let text = cell.passage.into_text(&Place::in_table(number, area.row + 1, area.column + 1));
            grid.put(area.row, area.column, area.row_span, area.column_span, text);
        }
        *budget = grid.budget();
        grid.into_table()
    }
}

impl Cell {
    fn columns(&self) -> (usize, usize) {
        (self.area.column, self.area.column_span)
    }

    /// Whether its text breaks off in a sentence at the end of a full line, and that of the cell below may carry it on.
    fn breaks_off(&self, below: &Self) -> bool {
        let is_full = below.lead + 0.25 * self.em > self.room;
        is_full && !self.passage.is_empty() && !self.passage.as_string().ends_with(['。', '；', '！', '？'])
    }

    /// Takes in the rest of its text.
    fn take(&mut self, rest: Self) {
        if !rest.passage.is_empty() {
            self.passage.join(rest.passage);
            (self.room, self.em) = (rest.room, rest.em);
        }
    }
}

/// What some cells hold, for a note.
fn printed<'a>(cells: impl Iterator<Item = &'a Cell>) -> String {
    let texts = cells.map(|cell| cell.passage.as_string()).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\t")
}

/// The edges of both, where the outer ones are the same and one has all that the other has.
fn united(here: &[f64], there: &[f64], tolerance: f64) -> Option<Vec<f64>> {
    let (coarse, fine) = if here.len() <= there.len() { (here, there) } else { (there, here) };
    let is_near = |a: &f64, b: &f64| (a - b).abs() <= tolerance;
    let ends = [(coarse.first()?, fine.first()?), (coarse.last()?, fine.last()?)];
    let has = |edge: &f64| fine.iter().any(|other| is_near(edge, other));
    (ends.iter().all(|(a, b)| is_near(a, b)) && coarse.iter().all(has)).then(|| fine.to_vec())
}
