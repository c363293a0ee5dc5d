//! Pages drawn for tests.

use super::{Glyph, Page, Ruling};

/// A page of A4, in points, upon which is written and drawn.
pub(super) fn page(number: usize) -> Page {
    Page { number, width: 595.0, height: 842.0, ..Page::default() }
}

impl Page {
    /// Writes a text on one line; ASCII characters are half as wide as others.
    pub(super) fn write(mut self, left: f64, top: f64, size: f64, text: &str) -> Self {
        let mut at = left;
        for c in text.chars() {
            let width = if c.is_ascii() { size / 2.0 } else { size };
            let (right, bottom) = (at + width, top + size);
            self.glyphs.push(Glyph { text: c.to_string(), left: at, top, right, bottom });
            at = right;
        }
        self
    }

    /// Writes lines one below the other, as high as half a character more than they are.
    pub(super) fn write_lines(self, left: f64, top: f64, size: f64, lines: &[&str]) -> Self {
        let lines = lines.iter().enumerate();
        lines.fold(self, |page, (index, line)| {
            let index = u32::try_from(index).unwrap();
            page.write(left, top + 1.5 * size * f64::from(index), size, line)
        })
    }

    /// Rules a table of columns and rows at these edges.
    pub(super) fn rule(mut self, columns: &[f64], rows: &[f64]) -> Self {
        let (left, right) = (columns[0], columns[columns.len() - 1]);
        let (top, bottom) = (rows[0], rows[rows.len() - 1]);
        self.rulings.extend(rows.iter().map(|at| Ruling { left, top: *at, right, bottom: *at }));
        self.rulings.extend(columns.iter().map(|at| Ruling { left: *at, top, right: *at, bottom }));
        self
    }
}
