//! Where something stands in a document.

use crate::value::value;
use pyo3::prelude::*;
use std::num::NonZeroU32;

value! {
    /// Where something stands in a document; everything counts from 1.
    Place(govplan::Place), shown |place| format!("<Place {place}>");
    /// Line of a text.
    line |place| -> Option<u32> { place.line.map(NonZeroU32::get) }
    /// Page of a PDF or OFD.
    page |place| -> Option<u32> { place.page.map(NonZeroU32::get) }
    /// Paragraph of a document without lines.
    paragraph |place| -> Option<u32> { place.paragraph.map(NonZeroU32::get) }
    /// Table.
    table |place| -> Option<u32> { place.table.map(NonZeroU32::get) }
    /// Row of the table.
    row |place| -> Option<u32> { place.row.map(NonZeroU32::get) }
    /// Column of the table; in a line the character.
    column |place| -> Option<u32> { place.column.map(NonZeroU32::get) }
    /// Number of characters.
    length |place| -> Option<u32> { place.length.map(NonZeroU32::get) }
    /// Sheet of a workbook.
    sheet |place| -> Option<&str> { place.sheet.as_deref() }
    /// Cell of the sheet (``B7``).
    cell |place| -> Option<&str> { place.cell.as_deref() }
    /// The place in short (``31:5``).
    short |place| -> String { place.to_string() }
}

impl Place {
    /// The place of something, where it has one.
    pub fn of(place: Option<&govplan::Place>) -> Option<Self> {
        place.cloned().map(Self)
    }
}
