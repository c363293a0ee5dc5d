use crate::layout::Glyph;
use std::collections::BTreeMap;

/// How far the second drawing of a character may be off, in heights of it.
const NEAR: f64 = 0.3;
/// And in widths of it: two narrow letters of one kind stand side by side (`ll`).
const BESIDE: f64 = 0.5;

/// A text, its size, and the square across and down, by the bits of their numbers.
type Square = (String, u64, u64, u64);

/// The characters without those that are drawn again in the same place, as programs do to make them bold.
pub(super) fn without_repeats(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    // Characters of one text and size by the square of a grid that they stand in: what is near stands in the same square
    // or in one beside it.
    let mut squares: BTreeMap<Square, Vec<(f64, f64)>> = BTreeMap::new();
    let mut kept = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        let near = (NEAR * glyph.height()).min(BESIDE * (glyph.right - glyph.left));
        if near <= 0.0 || glyph.text.trim().is_empty() {
            kept.push(glyph);
            continue;
        }
        let square = |across: f64, down: f64| {
            let number = |at: f64, step: f64| ((at / near).floor() + step + 0.0).to_bits();
            let size = (glyph.height() * 10.0).round().to_bits();
            (glyph.text.clone(), size, number(glyph.left, across), number(glyph.top, down))
        };
        let steps = [-1.0, 0.0, 1.0];
        let around = steps.into_iter().flat_map(|down| steps.map(|across| square(across, down)));
        let is_near = |(left, top): &(f64, f64)| (glyph.left - left).abs() < near && (glyph.top - top).abs() < near;
        let is_repeat = around.filter_map(|square| squares.get(&square)).flatten().any(is_near);
        if !is_repeat {
            squares.entry(square(0.0, 0.0)).or_default().push((glyph.left, glyph.top));
            kept.push(glyph);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(text: &str, left: f64, top: f64) -> Glyph {
        Glyph { text: text.to_owned(), left, top, right: left + 10.0, bottom: top + 10.0 }
    }

    #[test]
    fn a_character_drawn_twice_in_one_place_is_one() {
        let glyphs =
            vec![glyph("通", 0.0, 0.0), glyph("知", 10.0, 0.0), glyph("通", 0.4, -0.1), glyph("知", 10.4, 0.2)];
        assert_eq!(without_repeats(glyphs), [glyph("通", 0.0, 0.0), glyph("知", 10.0, 0.0)]);
    }

    #[test]
    fn neighbours_and_other_characters_stay() {
        let glyphs = vec![glyph("天", 0.0, 0.0), glyph("天", 10.0, 0.0), glyph("天", 0.0, 12.0), glyph("大", 0.1, 0.0)];
        assert_eq!(without_repeats(glyphs.clone()), glyphs);
        let narrow = |left: f64| Glyph { right: left + 2.2, ..glyph("l", left, 0.0) };
        assert_eq!(without_repeats(vec![narrow(0.0), narrow(2.2), narrow(0.3)]), [narrow(0.0), narrow(2.2)]);
    }
}
