//! Plain text (纯文本).
//!
//! The line is the unit: a line that is not empty is a paragraph or a row. Documents pasted as text often carry the
//! `##` of a Markdown heading, so that headings belong here and Markdown adds pipe tables alone.
//!
//! Characters
//! - `[x]` UTF-8, UTF-16 with or without a byte order mark, GB18030 (with GBK and GB 2312 inside it), Big5
//! - `[x]` damaged text: each broken part shows as U+FFFD and is noted
//! - `[ ]` UTF-32, UTF-7, HZ, ISO-2022-CN and the encodings of other languages
//!
//! Paragraphs
//! - `[x]` line ends LF, CRLF, CR, NEL, U+2028, U+2029
//! - `[x]` padding of spaces, tabs, NBSP, U+3000 and zero-width characters taken off at both ends
//! - `[x]` headings `#` to `######`
//! - `[x]` lines that hold only a page number dropped, with a note
//! - `[x]` a sentence broken over a page break joined again, with a note
//! - `[ ]` text wrapped at a fixed width throughout: every line stays a paragraph
//! - `[ ]` titles, addressees and signatures over several lines: interpretation joins them
//!
//! Tables
//! - `[x]` rows of tab-separated cells, blank cells kept, rows that hold nothing left out
//! - `[x]` a table over several pages: one table, the repeated header dropped with a note
//! - `[x]` a full-width row that lost its tabs: a row of one cell
//! - `[-]` a numbered list with a tab after the number: paragraphs
//! - `[ ]` line feeds inside a cell, cells in quotation marks
//! - `[ ]` columns aligned with spaces; one cell a line: paragraphs, which interpretation may put together

mod assemble;
mod decoded;
mod enumerator;
mod heading;
mod joint;
mod line;
mod page_number;
mod syntax;
mod table;
mod tabs;

pub(crate) use assemble::assemble;
pub(crate) use decoded::Decoded;
pub use decoded::decode;
pub(crate) use enumerator::length as enumerator_length;
pub(crate) use joint::carries_on;
pub use line::lines;
pub(crate) use line::{is_blank, trimmed};
pub(crate) use page_number::is_page_number;
pub(crate) use syntax::{Cells, Syntax};
pub(crate) use tabs::Tabs;

use crate::{Limits, ReadError};
use govplan_document::Document;

/// Reads plain text.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    Ok(assemble(&Decoded::new(bytes)?, &Tabs, limits))
}
