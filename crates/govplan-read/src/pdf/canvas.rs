use super::turn::{Turn, quarter};
use crate::layout::{Glyph, Ruling};
use pdfplumber::pdfplumber_parse::{
    char_from_event,
    pdfplumber_core::{PathSegment, Point},
};
use pdfplumber::{BBox, CharEvent, ContentHandler, ImageEvent, PaintOp, PathEvent};
use std::collections::BTreeSet;

/// Characters and lines of one page as its content draws them.
#[derive(Default)]
pub(super) struct Canvas {
    pub(super) glyphs: Vec<Drawn>,
    pub(super) rulings: Vec<BBox>,
    pub(super) has_pictures: bool,
    /// Names of the fonts that had a character which they do not explain.
    pub(super) unreadable: BTreeSet<String>,
    /// Fonts of the page none of whose characters can be known.
    pub(super) without_text: BTreeSet<String>,
    /// What was not kept because the page draws more than a page can hold.
    pub(super) left_out: usize,
}

/// A character in the coordinates of the file.
pub(super) struct Drawn {
    pub(super) text: String,
    pub(super) bounds: BBox,
    /// Quarter turns, anticlockwise, of the line that it stands on.
    pub(super) quarter: u8,
}

/// Characters and lines kept of one page.
const OBJECTS: usize = 200_000;
/// Width of a filled bar that is a line, in points.
const THIN: f64 = 3.0;
/// A line that is out of true by less is horizontal or vertical, in points.
const TRUE: f64 = 0.5;

impl Canvas {
    fn has_room(&mut self) -> bool {
        let has_room = self.glyphs.len() + self.rulings.len() < OBJECTS;
        self.left_out += usize::from(!has_room);
        has_room
    }

    fn rule(&mut self, from: Point, to: Point) {
        let (width, height) = ((from.x - to.x).abs(), (from.y - to.y).abs());
        if (width < TRUE) != (height < TRUE) && self.has_room() {
            let (left, right) = (from.x.min(to.x), from.x.max(to.x));
            let (low, high) = (from.y.min(to.y), from.y.max(to.y));
            self.rulings.push(BBox::new(left, low, right, high));
        }
    }

    /// The lines that a path draws: its straight parts where it is stroked, the whole where it fills a thin bar.
    fn draw(&mut self, segments: &[PathSegment], is_stroked: bool) {
        for part in subpaths(segments) {
            if is_stroked {
                for pair in part.windows(2) {
                    if let [(from, _), (to, true)] = pair {
                        self.rule(*from, *to);
                    }
                }
                continue;
            }
            let xs = || part.iter().map(|(point, _)| point.x);
            let ys = || part.iter().map(|(point, _)| point.y);
            let (left, right) = (xs().fold(f64::INFINITY, f64::min), xs().fold(f64::NEG_INFINITY, f64::max));
            let (low, high) = (ys().fold(f64::INFINITY, f64::min), ys().fold(f64::NEG_INFINITY, f64::max));
            if high - low <= THIN && right - left > THIN {
                let middle = low.midpoint(high);
                self.rule(Point::new(left, middle), Point::new(right, middle));
            } else if right - left <= THIN && high - low > THIN {
                let middle = left.midpoint(right);
                self.rule(Point::new(middle, low), Point::new(middle, high));
            }
        }
    }

    /// The characters as a reader sees them once the page is turned; those that stand aslant are watermarks and seals.
    pub(super) fn turned(&mut self, turn: &Turn) -> (Vec<Glyph>, Vec<Ruling>) {
        let glyph = |drawn: Drawn| {
            let at = turn.apply(drawn.bounds);
            Glyph { text: drawn.text, left: at.x0, top: at.top, right: at.x1, bottom: at.bottom }
        };
        let ruling = |bounds: BBox| {
            let at = turn.apply(bounds);
            if at.bottom - at.top < at.x1 - at.x0 {
                let middle = at.top.midpoint(at.bottom);
                Ruling { left: at.x0, top: middle, right: at.x1, bottom: middle }
            } else {
                let middle = at.x0.midpoint(at.x1);
                Ruling { left: middle, top: at.top, right: middle, bottom: at.bottom }
            }
        };
        let glyphs = std::mem::take(&mut self.glyphs).into_iter().map(glyph).collect();
        (glyphs, std::mem::take(&mut self.rulings).into_iter().map(ruling).collect())
    }
}

impl ContentHandler for Canvas {
    fn on_char(&mut self, event: CharEvent) {
        let Some(quarter) = quarter(&event) else { return };
        let drawn = char_from_event(&event, 0.0, None, None);
        let bounds = BBox::new(drawn.bbox.x0, -drawn.bbox.bottom, drawn.bbox.x1, -drawn.bbox.top);
        if ![bounds.x0, bounds.top, bounds.x1, bounds.bottom].iter().all(|x| x.abs() < FAR) || !self.has_room() {
            return;
        }
        let text = drawn.text;
        let is_known = !text.starts_with("(cid:") && !self.without_text.contains(&event.font_name);
        let text = if is_known { text } else { "\u{FFFD}".to_owned() };
        if text.contains('\u{FFFD}') {
            self.unreadable.insert(event.font_name);
        }
        self.glyphs.push(Drawn { text, bounds, quarter });
    }

    fn on_path_painted(&mut self, event: PathEvent) {
        self.draw(&event.segments, event.paint_op != PaintOp::Fill);
    }

    fn on_image(&mut self, _event: ImageEvent) {
        self.has_pictures = true;
    }
}

/// Coordinates beyond this are no place on a page.
const FAR: f64 = 1e6;

/// The parts of a path: each point, and whether a straight line leads to it.
fn subpaths(segments: &[PathSegment]) -> Vec<Vec<(Point, bool)>> {
    let mut parts: Vec<Vec<(Point, bool)>> = Vec::new();
    for segment in segments {
        if let PathSegment::MoveTo(point) = segment {
            parts.push(vec![(*point, false)]);
            continue;
        }
        let Some(part) = parts.last_mut() else { continue };
        match segment {
            PathSegment::LineTo(point) => part.push((*point, true)),
            PathSegment::CurveTo { end, .. } => part.push((*end, false)),
            _ => {
                if let Some((start, _)) = part.first().copied() {
                    part.push((start, true));
                }
            }
        }
    }
    parts
}
