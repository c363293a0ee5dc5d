//! Web pages (网页), fragments of them, and HTML that Word or Excel saved under another name.
//!
//! Characters
//! - `[x]` encodings by byte order mark, by `<meta>`, else as plain text is told; one that is declared and does not fit is passed over
//! - `[x]` entities, NBSP and U+3000 as padding; a line end between two Chinese characters is no space
//!
//! Paragraphs
//! - `[x]` p, div, headings, list items with the numbers of `ol`, pre; `br` ends a paragraph, in a cell a line
//! - `[x]` scripts, styles, forms, frames and pictures left out; hidden text left out with a note
//! - `[ ]` text that only a style sheet hides or shows (`::before`, `text-indent`)
//!
//! Tables
//! - `[x]` rowspan, colspan, rows of head, body and foot, captions; spans without bound
//! - `[x]` tables for layout dissolved: those of one column, those that hold another table
//! - `[x]` a small table inside a cell of another: its rows are lines of the cell
//! - `[ ]` tables drawn with `div` and `display: table`
//!
//! Pages
//! - `[x]` the article by the names that content management systems give it; menus, breadcrumbs, links, footers kept apart
//! - `[x]` what a page prints above its article (title, index number, dates) kept, links left out
//! - `[ ]` articles spread over several pages

mod article;
mod blocks;
mod document;
mod encoding;
mod inline;
mod nesting;
mod table;

use crate::{Limits, ReadError};
use govplan_document::{Document, SourceFile};
use scraper::Html;

/// Reads a page or a part of one.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let decoded = encoding::decode(bytes)?;
    let (markup, is_cut) = nesting::bounded(&decoded.text);
    let page = Html::parse_document(markup);
    let mut document = document::read(&page, limits);
    document.notes.extend(decoded.note());
    if is_cut {
        document.notes.push(document::limit_reached());
    }
    let mut source = SourceFile::default();
    source.encoding = Some(decoded.encoding.to_owned());
    document.source = Some(source);
    Ok(document)
}

#[cfg(test)]
mod tests;
