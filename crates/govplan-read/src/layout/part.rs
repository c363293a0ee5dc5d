use super::Glyph;
use super::lattice::{Area, Lattice};
use super::line::Line;
use super::line::lines;
use super::passage::Passage;
use super::wrap::is_wrapped;
use std::collections::BTreeMap;

/// What stands of a table on one page; or, put together, on several.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Edges of the columns, from the left.
    pub(super) columns: Vec<f64>,
    /// How many rows there are.
    pub(super) rows: usize,
    pub(super) cells: Vec<Cell>,
    /// The page, the last one of several.
    pub(super) page: usize,
    /// Height of its upper edge on the page.
    pub(super) top: f64,
}

/// A cell with its text.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) area: Area,
    pub(super) passage: Passage,
    /// Room that is left on its last line.
    pub(super) room: f64,
    /// Width of the part at its start that can not be broken.
    pub(super) lead: f64,
    /// Width of a character.
    pub(super) em: f64,
}

impl Part {
    /// The part that a lattice makes of the characters in it.
    pub(super) fn new(page: usize, lattice: Lattice, glyphs: Vec<(usize, Glyph)>) -> Self {
        let mut contents: BTreeMap<usize, Vec<Glyph>> = BTreeMap::new();
        for (cell, glyph) in glyphs {
            contents.entry(cell).or_default().push(glyph);
        }
        let contents: BTreeMap<usize, Vec<Line>> =
            contents.into_iter().map(|(cell, glyphs)| (cell, lines(page, glyphs, true))).collect();
        let margins = Margins::new(&lattice, &contents);
        let cells = lattice.cells.iter().enumerate().map(|(index, area)| {
            let lines = contents.get(&index).map(Vec::as_slice).unwrap_or_default();
            Cell::new(*area, lines, margins.right(*area))
        });
        let cells = cells.collect();
        Self { rows: lattice.rows.len().saturating_sub(1), top: lattice.top(), columns: lattice.columns, cells, page }
    }
}

impl Cell {
    /// A cell of some lines, whose text may reach to a right margin.
    fn new(area: Area, lines: &[Line], right_margin: f64) -> Self {
        let mut passage = Passage::default();
        let mut previous: Option<&Line> = None;
        for line in lines {
            match previous {
                Some(previous) if is_wrapped(previous, line, right_margin) => passage.carry_on(line),
                _ => passage.start_line(line),
            }
            previous = Some(line);
        }
        let em = previous.map_or(0.0, Line::em);
        let room = previous.map_or(0.0, |line| right_margin - line.right);
        Self { area, passage, room, lead: lines.first().map_or(0.0, |line| line.lead), em }
    }
}

/// Where the text of each column may reach to.
struct Margins(BTreeMap<(usize, usize), f64>);

impl Margins {
    fn new(lattice: &Lattice, contents: &BTreeMap<usize, Vec<Line>>) -> Self {
        let mut seen: BTreeMap<(usize, usize), Seen> = BTreeMap::new();
        for (cell, lines) in contents {
            let Some(area) = lattice.cells.get(*cell) else { continue };
            let edge = |column| lattice.columns.get(column).copied().unwrap_or_default();
            let (left, right) = (edge(area.column), edge(area.column + area.column_span));
            let seen = seen.entry((area.column, area.column_span)).or_insert(Seen {
                edge: right,
                padding: f64::INFINITY,
                extent: f64::NEG_INFINITY,
                em: 0.0,
            });
            for line in lines {
                seen.padding = seen.padding.min(line.left - left);
                seen.extent = seen.extent.max(line.right);
                seen.em = seen.em.max(line.em());
            }
        }
        Self(seen.into_iter().map(|(columns, seen)| (columns, seen.margin())).collect())
    }

    fn right(&self, area: Area) -> f64 {
        self.0.get(&(area.column, area.column_span)).copied().unwrap_or_default()
    }
}

/// What the lines of a column show of its margins.
struct Seen {
    /// The right edge of the column.
    edge: f64,
    /// The least distance of a line from the left edge.
    padding: f64,
    /// The furthest that a line reaches.
    extent: f64,
    em: f64,
}

impl Seen {
    /// Cells are padded alike on both sides. Where all lines stand well off the left edge, as centred ones do, the
    /// longest of them tells.
    fn margin(&self) -> f64 {
        if self.padding <= self.em { self.edge - self.padding.max(0.0) } else { self.extent }
    }
}
