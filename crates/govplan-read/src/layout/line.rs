use super::Glyph;
use super::wrap::{is_word, may_break};
use crate::text::{is_blank, trimmed};

/// Characters that stand on one line, from left to right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Page that it stands on.
    pub(super) page: usize,
    /// What it says, without padding at its ends.
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// Width of the part at its start that can not be broken: what must have room on the line before, or else opens
    /// this one.
    pub(super) lead: f64,
    /// Whether pieces of it are set apart, as by a tab.
    pub(super) is_parted: bool,
    /// Edges of the column that it stands in, on a page of two.
    pub(super) column: Option<(f64, f64)>,
    /// The characters, from the left.
    pub(super) glyphs: Vec<Glyph>,
}

/// A gap between two letters that stands for a space, in widths of a character.
const SPACE: f64 = 0.2;
/// A gap between two pieces of text that were set apart, as by a tab, in widths of a character.
const TAB: f64 = 2.0;

impl Line {
    /// The line of some characters; none where nothing of it shows.
    ///
    /// A gap in a cell is no tab: titles of columns are spread over the width of their cell.
    pub(super) fn new(page: usize, mut glyphs: Vec<Glyph>, in_cell: bool) -> Option<Self> {
        glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
        let is_space = |glyph: &Glyph| glyph.text.chars().all(is_blank);
        let first = glyphs.iter().position(|glyph| !is_space(glyph))?;
        let last = glyphs.iter().rposition(|glyph| !is_space(glyph))?;
        glyphs.truncate(last + 1);
        glyphs.drain(..first);
        let tallest = glyphs.iter().max_by(|a, b| a.height().total_cmp(&b.height()))?;
        let (top, bottom) = (tallest.top, tallest.bottom);
        let left = glyphs.first()?.left;
        let right = glyphs.iter().map(|glyph| glyph.right).fold(left, f64::max);
        let em = bottom - top;
        let mut text = String::new();
        let mut end = left;
        let mut is_parted = false;
        for glyph in &glyphs {
            let gap = glyph.left - end;
            let between_words = text.ends_with(is_word) && glyph.text.starts_with(is_word);
            let is_apart = gap > TAB * em && !in_cell && !is_space(glyph);
            is_parted |= is_apart;
            if !text.ends_with(char::is_whitespace) && (is_apart || (gap > SPACE * em && between_words)) {
                text.push(' ');
            }
            text.extend(glyph.text.chars().filter(|c| !c.is_control()));
            end = end.max(glyph.right);
        }
        let text = text.get(trimmed(&text, 0..text.len()))?.to_owned();
        let lead = lead(&glyphs, left);
        let column = None;
        let line = Self { page, text, left, right, top, bottom, lead, is_parted, column, glyphs };
        (!line.text.is_empty()).then_some(line)
    }

    /// Width of a full character.
    pub(super) fn em(&self) -> f64 {
        self.bottom - self.top
    }
}

/// Width of the characters before the first place where a line may break.
fn lead(glyphs: &[Glyph], left: f64) -> f64 {
    let mut end = left;
    let mut last: Option<char> = None;
    for glyph in glyphs {
        let (Some(first), Some(next)) = (glyph.text.chars().next(), glyph.text.chars().next_back()) else { continue };
        if last.is_some_and(|last| may_break(last, first)) {
            break;
        }
        last = Some(next);
        end = end.max(glyph.right);
    }
    end - left
}

/// The characters of a page or cell as lines, from the top.
///
/// Characters belong to one line where their boxes overlap by half the lower one's height: a raised small character
/// stays on its line, whatever the order in which the characters are drawn.
pub(super) fn lines(page: usize, mut glyphs: Vec<Glyph>, in_cell: bool) -> Vec<Line> {
    /// Lines that may still take a character: those that a raised or lowered one can reach.
    const OPEN: usize = 3;
    glyphs.sort_by(|a, b| a.middle().total_cmp(&b.middle()));
    let mut bands: Vec<Band> = Vec::new();
    for glyph in glyphs {
        let open = bands.len().saturating_sub(OPEN);
        let band = bands.iter_mut().skip(open).rev().find(|band| band.takes(&glyph));
        match band {
            Some(band) => band.push(glyph),
            None => bands.push(Band { top: glyph.top, bottom: glyph.bottom, glyphs: vec![glyph] }),
        }
    }
    let mut lines: Vec<Line> = bands.into_iter().filter_map(|band| Line::new(page, band.glyphs, in_cell)).collect();
    lines.sort_by(|a, b| a.top.total_cmp(&b.top));
    lines
}

/// A line under construction: the box of its tallest character.
struct Band {
    top: f64,
    bottom: f64,
    glyphs: Vec<Glyph>,
}

impl Band {
    fn takes(&self, glyph: &Glyph) -> bool {
        let overlap = self.bottom.min(glyph.bottom) - self.top.max(glyph.top);
        overlap >= 0.5 * (self.bottom - self.top).min(glyph.height())
    }

    fn push(&mut self, glyph: Glyph) {
        if glyph.height() > self.bottom - self.top {
            (self.top, self.bottom) = (glyph.top, glyph.bottom);
        }
        self.glyphs.push(glyph);
    }
}
