use super::content::placement;
use super::deltas::deltas;
use super::drawing::{Drawing, Ink};
use super::geometry::{Matrix, Rectangle, quarters};
use super::xml::{Element, Elements};

/// Part of a character's box that lies above its base line, as in the Song typefaces that offices write in.
const ABOVE_BASE_LINE: f64 = 0.86;

/// How the characters of a text object are drawn.
struct Style {
    placement: Matrix,
    /// Height of a character.
    size: f64,
    /// Width of an ideograph.
    em: f64,
    /// Where the text runs, in quarters of a circle: to the right, down, to the left, up.
    reads: u8,
    /// How each character is turned.
    turn: Matrix,
}

/// Draws a text object, unless it is turned askew as watermarks are.
pub(super) fn draw(object: &Element<'_>, elements: &mut Elements<'_>, drawing: &mut Drawing, ink: &mut Ink) {
    let placement = placement(object);
    let size = object.number("Size").filter(|size| *size > 0.0).or_else(|| boundary_height(object));
    let Some(size) = size.filter(|_| placement.is_upright()) else { return elements.skip() };
    let style = Style {
        placement,
        size,
        em: size * object.number("HScale").filter(|scale| *scale > 0.0).unwrap_or(1.0),
        reads: quarters(object.number("ReadDirection").unwrap_or(0.0)),
        turn: Matrix::turn(object.number("CharDirection").unwrap_or(0.0)),
    };
    let depth = elements.depth();
    let mut start = (0.0, 0.0);
    while let Some(child) = elements.next(depth) {
        if child.name() != "TextCode" {
            elements.skip();
            continue;
        }
        start = (child.number("X").unwrap_or(start.0), child.number("Y").unwrap_or(start.1));
        style.draw(&child, &elements.text(), start, drawing, ink);
    }
}

fn boundary_height(object: &Element<'_>) -> Option<f64> {
    Some(Rectangle::parse(&object.attribute("Boundary")?)?.height()).filter(|height| *height > 0.0)
}

impl Style {
    /// Draws the characters of a `TextCode`.
    fn draw(&self, code: &Element<'_>, text: &str, start: (f64, f64), drawing: &mut Drawing, ink: &mut Ink) {
        let [across, down] = ["DeltaX", "DeltaY"].map(|name| code.attribute(name).unwrap_or_default());
        let (mut across, mut down) = (deltas(&across), deltas(&down));
        let (mut x, mut y) = start;
        let text = without_indentation(text);
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            let natural = self.natural_width(character);
            let is_last = characters.peek().is_none();
            // The last number, used again, would make the last character as wide as the one before.
            let (dx, dy) = match (across.next().filter(|_| !is_last), down.next()) {
                (None, None) => self.step(natural),
                (dx, dy) => (dx.unwrap_or(0.0), dy.unwrap_or(0.0)),
            };
            if !character.is_control() {
                let width = if self.reads == 0 && dx > 0.0 && dx <= self.em { dx } else { natural };
                let top = -self.size * ABOVE_BASE_LINE;
                let place = Rectangle { left: 0.0, top, right: width, bottom: top + self.size };
                let matrix = self.turn.then(Matrix::shift(x, y)).then(self.placement);
                drawing.glyph(character.to_string(), matrix.map_rectangle(place), ink);
            }
            if ink.is_spent {
                return;
            }
            (x, y) = (x + dx, y + dy);
        }
    }

    /// The way to the next character where the text does not say.
    fn step(&self, width: f64) -> (f64, f64) {
        match self.reads {
            0 => (width, 0.0),
            1 => (0.0, self.size),
            2 => (-width, 0.0),
            _ => (0.0, -self.size),
        }
    }

    /// The width of a character where nothing else tells: half an em for letters and digits, else an em.
    fn natural_width(&self, character: char) -> f64 {
        if character < '\u{2000}' { self.em / 2.0 } else { self.em }
    }
}

/// Text as it is drawn: a line feed is there to indent the XML, with the white space around it.
fn without_indentation(text: &str) -> String {
    if text.contains(['\n', '\r']) { text.lines().map(str::trim).collect() } else { text.to_owned() }
}
