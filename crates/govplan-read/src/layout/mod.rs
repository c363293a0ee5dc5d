//! Pages of characters and ruling lines to paragraphs and tables, for formats that fix where each character stands.

mod page;

pub(crate) use page::{Glyph, Page, Ruling};
