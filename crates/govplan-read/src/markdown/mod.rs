//! Markdown (CommonMark 0.31 with the tables of GitHub Flavored Markdown 0.29), read for its blocks.
//!
//! Plain text with pipe tables: everything else is as in the text reader. Pages turned into Markdown by machines seldom
//! keep to the rules, so that a table needs no delimiter row and a row no pipe at its ends.
//!
//! - `[x]` headings `#` to `######`
//! - `[x]` pipe tables, with or without a delimiter row, with or without pipes at the ends of a row
//! - `[x]` rows of differing lengths kept as they are
//! - `[x]` `\|` in a cell is `|`; `<br>` in a cell is a line feed
//! - `[x]` thematic breaks of `-` and `_`: an empty line
//! - `[x]` bold: the marks taken off where they open behind white space or punctuation; elsewhere `**` masks a name (`县**局`)
//! - `[-]` other inline marks stay as printed
//! - `[-]` list marks, block quotes: part of the paragraph
//! - `[ ]` headings underlined with `===` or `---`
//! - `[ ]` lines of one paragraph joined: each line is a paragraph, as people write plans
//! - `[ ]` code fences, HTML blocks, front matter, backslash escapes outside tables, entities

mod cell;
mod pipes;

pub(crate) use pipes::has_table as has_pipe_table;

use crate::text::{Decoded, assemble};
use crate::{Limits, ReadError};
use govplan_document::Document;
use pipes::Pipes;

/// Reads Markdown.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    Ok(assemble(&Decoded::new(bytes)?, &Pipes, limits))
}

/// Whether a file name says that the file is Markdown (RFC 7763).
pub(crate) fn is_named(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"))
}
