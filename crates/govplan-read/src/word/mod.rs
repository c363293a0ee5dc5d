//! Word (Word文档): Office Open XML (ECMA-376) as `.docx` or Flat OPC, and Word 2003 XML.
//!
//! The events of the XML are read as they come, by one core for all three. What is printed is read: numbers that Word
//! computes stand in the text, changes that nobody accepted yet are accepted, what is hidden is left out with a note.
//!
//! Parts
//! - `[x]` the main part, styles, lists, headers, footers, footnotes, endnotes and comments by their relationships; the
//!   first three, where nothing says so, where they usually stand; transitional and strict namespaces
//! - `[x]` broken XML read as far as it goes, with a note; missing styles and lists noted where a paragraph needs them
//! - `[x]` document types and their entities passed over
//! - `[ ]` archives whose directory is lost; parts whose packed bytes are damaged, as far as they go
//! - `[ ]` embedded documents (`w:altChunk`, `w:subDoc`), the text of charts and SmartArt
//!
//! Text
//! - `[x]` runs joined as they stand; breaks as lines, tabs as spaces, symbols of Wingdings and Symbol as characters
//! - `[x]` results of fields, text of links, content controls and formulas, the base of ruby
//! - `[x]` text boxes before the paragraph that they hang on; one branch of alternate content
//! - `[x]` insertions read, deletions left out, paragraphs joined over deleted marks; noted
//! - `[x]` hidden text left out, with a note that shows its start
//! - `[x]` headings by outline level, of the paragraph or of its style; tables of contents as navigation
//! - `[ ]` fields without a result (`EQ \o\ac`, `LISTNUM`)
//! - `[-]` what the default style says of paragraphs that name no style
//!
//! Automatic numbers (ECMA-376 Part 1 §17.9)
//! - `[x]` lists and levels of paragraphs and of their styles, links to list styles, starts and restarts, overrides
//! - `[x]` numbers of several levels, legal numbering, the formats of `data/number-formats.tsv`
//! - `[-]` bullets: not printed
//! - `[ ]` formats of other languages: they print as digits
//!
//! Tables
//! - `[x]` columns without cells before and after a row, cells over columns and rows, old horizontal merges
//! - `[x]` inserted and deleted rows and cells
//! - `[x]` tables that only lay a text out: their text; tables in tables: lines of the outer cell
//! - `[ ]` hidden rows: read as others are

mod assemble;
mod close;
mod definitions;
mod docx;
mod flat_opc;
mod frame;
mod grid;
mod item;
mod joined;
mod merge;
mod namespace;
mod numbering;
mod open;
mod open_property;
mod parts;
mod properties;
mod relationships;
mod story;
mod styles;
mod xml;

use crate::package::Package;
use crate::{Format, Limits, ReadError};
use definitions::Definitions;
use govplan_document::Document;
use parts::Parts;
use std::borrow::Cow;
use story::Story;
use xml::Xml;

/// Elements that are followed into each other at most: tables in tables are put together by recursion.
const MOST_DEPTH: usize = 1024;

/// Reads a document in a ZIP archive.
pub(crate) fn read_docx(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let package = Package::open(bytes, Format::Docx, limits)?;
    docx::read(Parts::Zip(package), Format::Docx, Vec::new(), limits)
}

/// Reads a document whose parts stand in one XML file.
pub(crate) fn read_flat_opc(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let mut notes = Vec::new();
    let text = parts::decoded(Cow::Borrowed(bytes), &mut notes).ok_or_else(|| no_xml(Format::FlatOpc))?;
    docx::read(Parts::Flat(flat_opc::parts(&text)), Format::FlatOpc, notes, limits)
}

/// Reads a document of Word 2003 in XML.
pub(crate) fn read_word_xml(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let mut definitions = Definitions::in_text(depth(limits));
    let text = parts::decoded(Cow::Borrowed(bytes), &mut definitions.notes).ok_or_else(|| no_xml(Format::WordXml))?;
    let mut story = Story::new(&mut definitions, limits);
    if story.read(Xml::new(&text, depth(limits))).is_err() {
        story.definitions.note_damage("w:wordDocument");
    }
    Ok(assemble::assemble(story, limits))
}

/// The depth to which elements are read.
fn depth(limits: &Limits) -> usize {
    limits.depth.min(MOST_DEPTH)
}

fn no_xml(format: Format) -> ReadError {
    ReadError::Damaged { format, reason: "the bytes are no text in any encoding".to_owned() }
}
