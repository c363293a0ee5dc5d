/// One page as drawn. Coordinates count from the top left corner, downwards, in any one unit for the whole document.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Page {
    /// Number of the page, from 1.
    pub(crate) number: usize,
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Characters in the order in which they are drawn.
    pub(crate) glyphs: Vec<Glyph>,
    /// Lines that are horizontal or vertical; the edges of thin filled rectangles among them.
    pub(crate) rulings: Vec<Ruling>,
    /// Whether the page shows pictures.
    pub(crate) has_pictures: bool,
}

/// A character, or a ligature of several, with the box that it takes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Glyph {
    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Height of its middle on the page.
    pub(crate) fn middle(&self) -> f64 {
        self.top.midpoint(self.bottom)
    }

    /// Distance of its centre from the left edge of the page.
    pub(crate) fn centre(&self) -> f64 {
        self.left.midpoint(self.right)
    }
}

/// A line that rules a table: horizontal where `top == bottom`, vertical where `left == right`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ruling {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}
