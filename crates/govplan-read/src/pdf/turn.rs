use pdfplumber::{BBox, CharEvent, PageGeometry};

/// A page turned so that most of its text stands upright.
///
/// What the page says of its own rotation need not be known: a table that is printed across the page is often drawn so
/// without being marked as turned.
pub(super) struct Turn(PageGeometry);

impl Turn {
    /// The turn for characters that stand in these quarters.
    pub(super) fn new(media_box: BBox, quarters: impl Iterator<Item = u8>) -> Self {
        let mut counts = [0_usize; 4];
        for quarter in quarters {
            if let Some(count) = counts.get_mut(usize::from(quarter)) {
                *count += 1;
            }
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        let turns = [0, 90, 180, 270];
        let degrees = turns.iter().zip(counts).find(|(_, count)| *count == most).map_or(0, |(degrees, _)| *degrees);
        Self(PageGeometry::new(media_box, None, degrees))
    }

    pub(super) fn width(&self) -> f64 {
        self.0.width()
    }

    pub(super) fn height(&self) -> f64 {
        self.0.height()
    }

    /// A box of the file as it stands on the turned page, counted from its top left corner.
    pub(super) fn apply(&self, bounds: BBox) -> BBox {
        self.0.normalize_bbox(bounds.x0, bounds.top, bounds.x1, bounds.bottom)
    }
}

/// Quarter turns, anticlockwise, of the line that a character stands on; none where it stands aslant.
pub(super) fn quarter(event: &CharEvent) -> Option<u8> {
    /// Slope of a line that is still level: about three degrees.
    const LEVEL: f64 = 0.05;
    let [a, b, ..] = event.text_matrix;
    let [ctm_a, ctm_b, ctm_c, ctm_d, ..] = event.ctm;
    let (across, up) = (a * ctm_a + b * ctm_c, a * ctm_b + b * ctm_d);
    if up.abs() <= LEVEL * across.abs() {
        Some(if across < 0.0 { 2 } else { 0 })
    } else if across.abs() <= LEVEL * up.abs() {
        Some(if up > 0.0 { 1 } else { 3 })
    } else {
        None
    }
}
