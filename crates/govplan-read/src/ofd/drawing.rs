use super::geometry::{Matrix, Rectangle};
use crate::layout::{Glyph, Ruling};

/// What a page, a template or a composite object shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawing {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rulings: Vec<Ruling>,
    pub(super) has_pictures: bool,
}

/// Memory for what is drawn. Templates and composite objects draw the same thing many times, so that the size of the
/// parts alone bounds nothing.
#[derive(Debug)]
pub(super) struct Ink {
    bytes: usize,
    /// Whether something was left out.
    pub(super) is_spent: bool,
}

/// Bytes that a character or a line takes.
const COST: usize = 64;

impl Ink {
    pub(super) fn new(bytes: usize) -> Self {
        Self { bytes, is_spent: false }
    }

    fn spend(&mut self) -> bool {
        let rest = self.bytes.checked_sub(COST);
        self.bytes = rest.unwrap_or(0);
        self.is_spent |= rest.is_none();
        rest.is_some()
    }
}

impl Drawing {
    /// Draws a character into a box; one out of reach is left out.
    pub(super) fn glyph(&mut self, text: String, place: Rectangle, ink: &mut Ink) {
        if ink.spend() && place.is_drawable() {
            let Rectangle { left, top, right, bottom } = place;
            self.glyphs.push(Glyph { text, left, top, right, bottom });
        }
    }

    /// Draws a line along the middle of a thin rectangle; one out of reach is left out.
    pub(super) fn ruling(&mut self, place: Rectangle, ink: &mut Ink) {
        if !ink.spend() || !place.is_drawable() {
            return;
        }
        let Rectangle { left, top, right, bottom } = place;
        self.rulings.push(if place.width() >= place.height() {
            let middle = f64::midpoint(top, bottom);
            Ruling { left, top: middle, right, bottom: middle }
        } else {
            let middle = f64::midpoint(left, right);
            Ruling { left: middle, top, right: middle, bottom }
        });
    }

    /// Draws all of another drawing, placed by a matrix; one that is turned askew is a watermark and left out.
    pub(super) fn add(&mut self, other: &Self, matrix: Matrix, ink: &mut Ink) {
        if !matrix.is_upright() {
            return;
        }
        self.has_pictures |= other.has_pictures;
        for glyph in &other.glyphs {
            let Glyph { left, top, right, bottom, .. } = *glyph;
            self.glyph(glyph.text.clone(), matrix.map_rectangle(Rectangle { left, top, right, bottom }), ink);
            if ink.is_spent {
                return;
            }
        }
        for &Ruling { left, top, right, bottom } in &other.rulings {
            self.ruling(matrix.map_rectangle(Rectangle { left, top, right, bottom }), ink);
            if ink.is_spent {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing() -> Drawing {
        let mut drawing = Drawing { has_pictures: true, ..Drawing::default() };
        let mut ink = Ink::new(1000);
        drawing.glyph("字".to_owned(), Rectangle { left: 0.0, top: 0.0, right: 4.0, bottom: 4.0 }, &mut ink);
        drawing.ruling(Rectangle { left: 0.0, top: 5.0, right: 9.0, bottom: 5.5 }, &mut ink);
        drawing
    }

    #[test]
    fn a_drawing_is_placed_in_another_unless_askew() {
        let mut page = Drawing::default();
        let matrix = Matrix::parse("0 1 -1 0 20 10").unwrap();
        page.add(&drawing(), matrix, &mut Ink::new(1000));
        assert_eq!(page.glyphs, [Glyph { text: "字".to_owned(), left: 16.0, top: 10.0, right: 20.0, bottom: 14.0 }]);
        assert_eq!(page.rulings, [Ruling { left: 14.75, top: 10.0, right: 14.75, bottom: 19.0 }]);
        assert!(page.has_pictures);
        let mut page = Drawing::default();
        page.add(&drawing(), Matrix::parse("0.7 0.7 -0.7 0.7 0 0").unwrap(), &mut Ink::new(1000));
        assert!(page.glyphs.is_empty() && page.rulings.is_empty());
    }

    #[test]
    fn ink_runs_out_however_often_a_thing_is_drawn() {
        let mut ink = Ink::new(COST * 3);
        let mut page = Drawing::default();
        for _ in 0..10 {
            page.add(&drawing(), Matrix::IDENTITY, &mut ink);
        }
        assert!(ink.is_spent);
        assert_eq!((page.glyphs.len(), page.rulings.len()), (2, 1));
    }
}
