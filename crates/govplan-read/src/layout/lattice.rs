use super::Ruling;
use super::axis::{Axis, clustered};

/// The grid that ruling lines make: edges of columns and rows, and the cells between them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lattice {
    /// Edges of the columns, from the left.
    pub(super) columns: Vec<f64>,
    /// Edges of the rows, from the top.
    pub(super) rows: Vec<f64>,
    /// Cells in order of their rows; together they fill the grid.
    pub(super) cells: Vec<Area>,
}

/// A cell as the rectangle of the grid that no line divides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) row_span: usize,
    pub(super) column_span: usize,
}

impl Lattice {
    /// The cell that holds a point.
    pub(super) fn cell_at(&self, across: f64, down: f64, owner: &[usize]) -> Option<usize> {
        let between = |edges: &[f64], at: f64| {
            let after = edges.partition_point(|edge| *edge <= at);
            (after < edges.len()).then(|| after.checked_sub(1)).flatten()
        };
        let (row, column) = (between(&self.rows, down)?, between(&self.columns, across)?);
        owner.get(row * self.width() + column).copied()
    }

    /// Columns of the grid.
    pub(super) fn width(&self) -> usize {
        self.columns.len().saturating_sub(1)
    }

    /// For each square of the grid, row by row, the cell that it belongs to.
    pub(super) fn owners(&self) -> Vec<usize> {
        let mut owners = vec![0; self.squares()];
        for (index, area) in self.cells.iter().enumerate() {
            for row in area.row..area.row + area.row_span {
                let start = row * self.width() + area.column;
                if let Some(part) = owners.get_mut(start..start + area.column_span) {
                    part.fill(index);
                }
            }
        }
        owners
    }

    /// Squares of the grid.
    pub(super) fn squares(&self) -> usize {
        self.width() * self.rows.len().saturating_sub(1)
    }

    /// The area that it takes on the page.
    fn size(&self) -> f64 {
        let width = self.columns.last().zip(self.columns.first()).map_or(0.0, |(right, left)| right - left);
        width * (self.bottom() - self.top())
    }

    pub(super) fn top(&self) -> f64 {
        self.rows.first().copied().unwrap_or_default()
    }

    fn bottom(&self) -> f64 {
        self.rows.last().copied().unwrap_or_default()
    }
}

/// Tables that a page may hold; what has more of them is a drawing.
const TABLES: usize = 100;

/// The grids on a page, from the top: lines that touch one another make one grid. A frame that nothing divides is none,
/// nor is what lies in a cell of another grid, nor what would need more than so many squares together.
pub(super) fn lattices(rulings: &[Ruling], tolerance: f64, squares: usize) -> Vec<Lattice> {
    let found = groups(rulings, tolerance).into_iter();
    let mut found: Vec<Lattice> =
        found.filter_map(|(levels, uprights)| lattice(levels, uprights, tolerance, squares)).collect();
    found.sort_by(|a, b| b.size().total_cmp(&a.size()));
    let mut left = squares;
    let mut kept: Vec<Lattice> = Vec::new();
    for lattice in found {
        let is_inner = kept.iter().any(|outer| encloses(outer, &lattice));
        if !is_inner && kept.len() < TABLES && lattice.squares() <= left {
            left -= lattice.squares();
            kept.push(lattice);
        }
    }
    kept.sort_by(|a, b| a.top().total_cmp(&b.top()));
    kept
}

fn encloses(outer: &Lattice, inner: &Lattice) -> bool {
    let reaches = |outer: &[f64], inner: &[f64]| outer.first() <= inner.first() && inner.last() <= outer.last();
    reaches(&outer.columns, &inner.columns) && reaches(&outer.rows, &inner.rows)
}

/// The grid of lines that touch one another.
///
/// A table may be open at its sides, and at a page break above or below: the ends of its lines are its edges.
fn lattice(mut levels: Vec<Axis>, mut uprights: Vec<Axis>, tolerance: f64, squares: usize) -> Option<Lattice> {
    let is_open = |end: f64, edge: f64| (end - edge).abs() > OPEN * tolerance;
    let ends = (reach(&levels)?, reach(&uprights)?);
    let ((left, right), (top, bottom)) = ends;
    let sides = [(left, uprights.first()?.at), (right, uprights.last()?.at)];
    let (first, last) = (uprights.first()?.clone(), uprights.last()?.clone());
    for (at, edge) in [(top, levels.first()?.at), (bottom, levels.last()?.at)] {
        let reaches =
            |axis: &Axis| axis.segments.iter().any(|(start, end)| (start - tolerance..=end + tolerance).contains(&at));
        if is_open(at, edge) && reaches(&first) && reaches(&last) {
            levels.push(Axis::new(at, vec![(left, right)]));
        }
    }
    for (at, edge) in sides {
        if is_open(at, edge) {
            uprights.push(Axis::new(at, vec![(top, bottom)]));
        }
    }
    levels.sort_by(|a, b| a.at.total_cmp(&b.at));
    uprights.sort_by(|a, b| a.at.total_cmp(&b.at));
    let columns: Vec<f64> = uprights.iter().map(|axis| axis.at).collect();
    let rows: Vec<f64> = levels.iter().map(|axis| axis.at).collect();
    let (width, height) = (columns.len().checked_sub(1)?, rows.len().checked_sub(1)?);
    if width == 0 || height == 0 || width.saturating_mul(height) > squares {
        return None;
    }
    let walls: Vec<Vec<bool>> = uprights.iter().map(|axis| axis.covered(&rows)).collect();
    let floors: Vec<Vec<bool>> = levels.iter().map(|axis| axis.covered(&columns)).collect();
    let is_drawn = |lines: &[Vec<bool>], line: usize, part: usize| {
        lines.get(line).and_then(|parts| parts.get(part)).copied().unwrap_or(true)
    };
    let mut taken = vec![false; width * height];
    let mut cells = Vec::new();
    for row in 0..height {
        for column in 0..width {
            if taken.get(row * width + column).copied().unwrap_or(true) {
                continue;
            }
            let is_free = |column: usize| !taken.get(row * width + column).copied().unwrap_or(true);
            let mut end = column + 1;
            while end < width && is_free(end) && !is_drawn(&walls, end, row) {
                end += 1;
            }
            // The next row belongs to the cell where no line stands above it nor in it.
            let mut below = row + 1;
            while below < height
                && (column..end).all(|column| !is_drawn(&floors, below, column))
                && (column + 1..end).all(|column| !is_drawn(&walls, column, below))
            {
                below += 1;
            }
            for row in row..below {
                if let Some(part) = taken.get_mut(row * width + column..row * width + end) {
                    part.fill(true);
                }
            }
            cells.push(Area { row, column, row_span: below - row, column_span: end - column });
        }
    }
    (cells.len() > 1).then_some(Lattice { columns, rows, cells })
}

/// How far lines reach beyond the last one that crosses them where a table is open, in tolerances.
const OPEN: f64 = 4.0;

/// Where some lines begin and end.
fn reach(lines: &[Axis]) -> Option<(f64, f64)> {
    let start = lines.iter().filter_map(Axis::start).min_by(f64::total_cmp)?;
    Some((start, lines.iter().filter_map(Axis::end).max_by(f64::total_cmp)?))
}

/// Lines that touch one another, level ones and upright ones, each in order.
fn groups(rulings: &[Ruling], tolerance: f64) -> Vec<(Vec<Axis>, Vec<Axis>)> {
    let is_level = |ruling: &&Ruling| ruling.bottom - ruling.top < ruling.right - ruling.left;
    let levels = rulings.iter().filter(is_level).map(|ruling| (ruling.top, (ruling.left, ruling.right)));
    let levels = segments(clustered(levels.collect(), tolerance));
    let uprights = rulings.iter().filter(|ruling| !is_level(ruling));
    let uprights = uprights.map(|ruling| (ruling.left, (ruling.top, ruling.bottom)));
    let uprights = segments(clustered(uprights.collect(), tolerance));
    if levels.len().saturating_mul(uprights.len()) > MEETINGS {
        return Vec::new();
    }
    // Each level line begins as a group of its own; an upright brings all together that it meets.
    let mut group: Vec<usize> = (0..levels.len()).collect();
    let mut first_met = Vec::with_capacity(uprights.len());
    for (across, (top, bottom)) in &uprights {
        let meets = |(down, (left, right)): &(f64, (f64, f64))| {
            (*top - tolerance..=*bottom + tolerance).contains(down)
                && (*left - tolerance..=*right + tolerance).contains(across)
        };
        let mut met = levels.iter().enumerate().filter(|(_, level)| meets(level)).map(|(index, _)| index);
        let first = met.next();
        if let Some(first) = first {
            let root = root(&mut group, first);
            for other in met {
                let other = self::root(&mut group, other);
                if let Some(parent) = group.get_mut(other) {
                    *parent = root;
                }
            }
        }
        first_met.push(first);
    }
    let mut members: std::collections::BTreeMap<usize, (Vec<_>, Vec<_>)> = std::collections::BTreeMap::new();
    for (index, level) in levels.into_iter().enumerate() {
        members.entry(root(&mut group, index)).or_default().0.push(level);
    }
    for (upright, met) in uprights.into_iter().zip(first_met) {
        if let Some(met) = met {
            members.entry(root(&mut group, met)).or_default().1.push(upright);
        }
    }
    let members = members.into_values();
    members.map(|(levels, uprights)| (clustered(levels, tolerance), clustered(uprights, tolerance))).collect()
}

/// Meetings of lines that are looked for on one page; a page of more is a drawing.
const MEETINGS: usize = 4_000_000;

/// The segments of some lines, each by itself.
fn segments(lines: Vec<Axis>) -> Vec<(f64, (f64, f64))> {
    lines.into_iter().flat_map(|axis| axis.segments.into_iter().map(move |segment| (axis.at, segment))).collect()
}

/// The group that a line has come to belong to.
fn root(group: &mut [usize], index: usize) -> usize {
    let mut at = index;
    while let Some(parent) = group.get(at).copied().filter(|parent| *parent != at) {
        let next = group.get(parent).copied().unwrap_or(parent);
        if let Some(link) = group.get_mut(at) {
            *link = next;
        }
        at = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Level lines (`down: left..right`) and uprights (`across: top..bottom`) of a drawing.
    fn drawn(levels: &[(f64, f64, f64)], uprights: &[(f64, f64, f64)]) -> Vec<Ruling> {
        let levels =
            levels.iter().map(|(at, left, right)| Ruling { left: *left, top: *at, right: *right, bottom: *at });
        let uprights = uprights.iter().map(|(at, top, end)| Ruling { left: *at, top: *top, right: *at, bottom: *end });
        levels.chain(uprights).collect()
    }

    fn areas(rulings: &[Ruling]) -> Vec<Vec<(usize, usize, usize, usize)>> {
        let area = |area: &Area| (area.row, area.column, area.row_span, area.column_span);
        lattices(rulings, 3.0, 1000).iter().map(|lattice| lattice.cells.iter().map(area).collect()).collect()
    }

    #[test]
    fn a_missing_line_merges_what_it_would_divide() {
        let rulings = drawn(
            &[(0.0, 0.0, 300.0), (20.0, 0.0, 300.0), (40.0, 100.0, 300.0), (60.0, 0.0, 300.0)],
            &[(0.0, 0.0, 60.0), (100.0, 20.0, 60.0), (200.0, 20.0, 60.0), (300.0, 0.0, 60.0)],
        );
        assert_eq!(
            areas(&rulings),
            [vec![(0, 0, 1, 3), (1, 0, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)]]
        );
    }

    #[test]
    fn lines_drawn_in_pieces_twice_or_a_little_off_are_one() {
        let rulings = drawn(
            &[(0.0, 0.0, 99.0), (0.8, 100.0, 200.0), (20.0, 1.0, 200.0), (21.5, 0.0, 199.0), (40.0, 0.0, 200.0)],
            &[(0.0, 1.0, 19.0), (0.4, 20.5, 39.5), (100.0, 0.0, 40.0), (101.0, 0.0, 40.0), (200.0, 0.0, 40.0)],
        );
        assert_eq!(areas(&rulings), [vec![(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]]);
    }

    #[test]
    fn a_table_open_at_its_sides_ends_where_its_lines_end() {
        let rulings = drawn(&[(0.0, 0.0, 200.0), (20.0, 0.0, 200.0), (40.0, 0.0, 200.0)], &[(100.0, 0.0, 40.0)]);
        assert_eq!(areas(&rulings), [vec![(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]]);
    }

    #[test]
    fn frames_underlines_and_tables_in_cells_are_no_tables_of_their_own() {
        let frame = [(0.0, 0.0, 500.0), (700.0, 0.0, 500.0)];
        let sides = [(0.0, 0.0, 700.0), (500.0, 0.0, 700.0)];
        assert!(areas(&drawn(&frame, &sides)).is_empty());
        assert!(areas(&drawn(&[(100.0, 50.0, 90.0), (120.0, 50.0, 90.0)], &[])).is_empty());
        // A table within the frame of the page is one; a table within a cell is part of that cell.
        let inner_levels = [(100.0, 100.0, 300.0), (200.0, 100.0, 300.0), (120.0, 110.0, 190.0), (140.0, 110.0, 190.0)];
        let inner_sides = [
            (100.0, 100.0, 200.0),
            (200.0, 100.0, 200.0),
            (300.0, 100.0, 200.0),
            (110.0, 120.0, 140.0),
            (150.0, 120.0, 140.0),
            (190.0, 120.0, 140.0),
        ];
        let rulings = drawn(&[&frame[..], &inner_levels].concat(), &[&sides[..], &inner_sides].concat());
        assert_eq!(areas(&rulings), [vec![(0, 0, 1, 1), (0, 1, 1, 1)]]);
    }
}
