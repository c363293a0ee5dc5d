use super::columns::in_reading_order;
use super::lattice::{Lattice, lattices};
use super::line::{Line, lines};
use super::part::Part;
use super::{Glyph, Page};
use crate::Limits;

/// A page as lines and parts of tables, from the top.
pub(super) struct Sheet {
    pub(super) number: usize,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) items: Vec<Item>,
}

/// One thing on a page.
pub(super) enum Item {
    Line(Line),
    Table(Part),
}

/// How far a line may be off to still lie on another, in heights of a character.
const TOLERANCE: f64 = 0.3;

impl Sheet {
    /// Sorts out a page; tables take at most so many squares.
    pub(super) fn new(mut page: Page, limits: &Limits, squares: usize) -> Self {
        page.glyphs.retain(|glyph| [glyph.left, glyph.top, glyph.right, glyph.bottom].iter().all(|at| at.is_finite()));
        page.rulings.retain(|line| [line.left, line.top, line.right, line.bottom].iter().all(|at| at.is_finite()));
        let tolerance = TOLERANCE * usual_height(&page.glyphs);
        let mut tables = lattices(&page.rulings, tolerance, squares);
        tables.retain(|lattice| lattice.width() <= limits.columns);
        let owners: Vec<Vec<usize>> = tables.iter().map(Lattice::owners).collect();
        let mut in_cells: Vec<Vec<(usize, Glyph)>> = tables.iter().map(|_| Vec::new()).collect();
        let mut outside = Vec::new();
        for glyph in page.glyphs {
            let cell = tables.iter().zip(&owners).enumerate().find_map(|(index, (lattice, owner))| {
                Some((index, lattice.cell_at(glyph.centre(), glyph.middle(), owner)?))
            });
            match cell.and_then(|(index, cell)| Some((in_cells.get_mut(index)?, cell))) {
                Some((glyphs, cell)) => glyphs.push((cell, glyph)),
                None => outside.push(glyph),
            }
        }
        let parts = tables.into_iter().zip(in_cells).filter(|(_, glyphs)| !glyphs.is_empty());
        let parts = parts.map(|(lattice, glyphs)| Item::Table(Part::new(page.number, lattice, glyphs)));
        let mut items: Vec<Item> = parts.collect();
        let lines = lines(page.number, outside, false);
        if items.is_empty() {
            items = in_reading_order(lines, page.width).into_iter().map(Item::Line).collect();
        } else {
            items.extend(lines.into_iter().map(Item::Line));
            items.sort_by(|a, b| a.top().total_cmp(&b.top()));
        }
        Self { number: page.number, width: page.width, height: page.height, items }
    }

    /// Squares that the grids of its tables take.
    pub(super) fn squares(&self) -> usize {
        let squares = self.items.iter().map(|item| match item {
            Item::Line(_) => 0,
            Item::Table(part) => part.rows * part.columns.len().saturating_sub(1),
        });
        squares.sum()
    }

    /// Its lines outside tables, from the top.
    pub(super) fn lines(&self) -> impl DoubleEndedIterator<Item = &Line> {
        self.items.iter().filter_map(|item| match item {
            Item::Line(line) => Some(line),
            Item::Table(_) => None,
        })
    }
}

impl Item {
    fn top(&self) -> f64 {
        match self {
            Self::Line(line) => line.top,
            Self::Table(part) => part.top,
        }
    }
}

/// The middle one of the heights of the characters.
fn usual_height(glyphs: &[Glyph]) -> f64 {
    let mut heights: Vec<f64> = glyphs.iter().map(Glyph::height).collect();
    let middle = heights.len() / 2;
    if heights.is_empty() {
        return 0.0;
    }
    *heights.select_nth_unstable_by(middle, f64::total_cmp).1
}
