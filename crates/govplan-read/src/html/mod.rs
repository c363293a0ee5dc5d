//! HTML (WHATWG HTML Living Standard): web pages, parts copied from them, pages saved by Word and Excel.
//!
//! The tokenizer is html5ever's. The tree is built here: of the standard's rules those that bear on text, in linear time
//! and within the limit of depth; the full construction takes quadratic time for many open elements.
//!
//! Characters
//! - `[x]` encodings: byte order mark, Unicode by its shape, `meta` and XML declarations where they are sound (`gb2312`
//!   and `gbk` as GB 18030), else as in plain text
//! - `[x]` white space collapsed, line ends between wide characters taken out (CSS Text Level 3, 4.1)
//! - `[x]` `pre` and `white-space: pre`: each line a paragraph
//! - `[ ]` text that scripts write, `::before` and `::after`, ruby text apart from its base
//!
//! Blocks
//! - `[x]` paragraphs, divisions, headings; inline elements leave no trace, `sub` and `sup` as plain text
//! - `[x]` list numbers that the page computes: `start`, `value`, `reversed`, `type`, `list-style-type`, UEditor's styles;
//!   none where the item begins with a number of its own
//! - `[x]` `br`: a new paragraph; joined within a title and after a line that can not end there
//! - `[x]` hidden elements (`display`, `visibility`, `hidden`, `aria-hidden`, `mso-hide`) left out, with a note where
//!   they stand in the article
//! - `[-]` scripts, styles, `noscript`, frames, drawings, media, the fields of forms: no text of the document
//! - `[ ]` hiding and numbering by a style sheet; an article that is hidden until a script shows it
//! - `[ ]` vertical text, floats, columns: the order is that of the file
//!
//! Tables
//! - `[x]` exact grids: `rowspan` (0 to the end of its group), `colspan`, `thead` first and `tfoot` last, rows and cells
//!   out of place, rows without a table; the caption and what stands between rows come before the table
//! - `[x]` line breaks, paragraphs and small tables in a cell: lines of the cell
//! - `[x]` tables that lay out the page dissolve: of one cell, around other tables, of long prose without rules
//! - `[ ]` tables drawn with `div`
//!
//! The page around the article
//! - `[x]` the article in the containers of known content management systems, else in the smallest element that holds
//!   most of the text
//! - `[x]` beside it: menus, paths, buttons, lists of links, footers; a table or list of catalogue fields (索引号), the
//!   page's heading and all that the page leaves open stay in the document
//! - `[x]` the title in `meta` where no line shows it
//! - `[-]` a part copied from a page: nothing is beside it
//! - `[ ]` `PubDate` and `ContentSource` in `meta`; an article in several pages; MHTML

mod article;
mod breaks;
mod builder;
mod chrome;
mod document;
mod element;
mod encoding;
mod flow;
mod line;
mod metrics;
mod numbering;
mod style;
mod table;
mod tables;
mod tokens;
mod tree;

use crate::text::Decoded;
use crate::{Limits, ReadError};
use govplan_document::{Document, SourceFile};

/// Reads a page, or a part copied from one.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let decoded = Decoded::declared(bytes, encoding::declared(bytes))?;
    let tree = tokens::tree(&decoded.text, limits.depth);
    let mut document = document::document(&tree, limits, Vec::from_iter(decoded.note()));
    if document.blocks.is_empty() && document.notes.is_empty() {
        return Err(ReadError::Blank);
    }
    let mut source = SourceFile::default();
    source.encoding = Some(decoded.encoding.to_owned());
    document.source = Some(source);
    Ok(document)
}
