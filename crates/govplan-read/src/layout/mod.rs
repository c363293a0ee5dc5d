//! Pages of characters and ruling lines to paragraphs and tables, for formats that fix where each character stands.
//!
//! Tables
//! - `[x]` ruling lines to cells, lines in pieces or drawn twice joined; merged cells by the lines that are missing
//! - `[x]` tables open at their sides, and above or below at a page break
//! - `[x]` lines of a cell joined where the cell is full, apart where the line breaks before
//! - `[x]` a table over several pages: one table, the repeated header dropped, a row split by the break joined, both with
//!   a note; a merged cell goes on where its rest is blank
//! - `[-]` a line that happens to end at the edge of its cell: joined with the next
//! - `[ ]` a merged cell whose text goes on over the break while its row does not
//! - `[-]` tables in cells: text of that cell; frames around text: no tables
//! - `[ ]` tables without ruling lines, and with level lines alone (三线表): each line a paragraph
//!
//! Text
//! - `[x]` lines in reading order, whatever the order of drawing; raised small characters stay on their line
//! - `[x]` paragraphs from lines by margin, indent, size and distance, also over pages; a broken sentence joined, with a
//!   note
//! - `[x]` two columns of running text, on pages without tables
//! - `[ ]` three columns, columns beside tables, text around pictures
//! - `[x]` pieces that are set apart by a wide gap: a space between them
//! - `[ ]` headings by size: interpretation tells them
//!
//! Pages
//! - `[x]` page numbers dropped, with a note; running headers and footers of three pages and more beside the text
//! - `[ ]` headers of files of one or two pages: paragraphs
//! - `[ ]` footnotes: paragraphs at the end of their page

mod axis;
mod columns;
#[cfg(test)]
mod drawing;
mod flow;
mod frame;
mod furniture;
mod lattice;
mod line;
mod page;
mod paragraph;
mod part;
mod passage;
mod sheet;
mod table;
mod wrap;

pub(crate) use page::{Glyph, Page, Ruling};

use crate::Limits;
use flow::Flow;
use frame::Frame;
use govplan_document::{Document, Note, NoteCode, Place};
use sheet::{Item, Sheet};

/// Puts pages together to a document; the notes are those that the pages have been read with.
pub(crate) fn document(pages: Vec<Page>, mut notes: Vec<Note>, limits: &Limits) -> Document {
    let mut sheets = Vec::new();
    let mut squares = limits.cells;
    let mut lines = limits.lines;
    for page in pages {
        let sheet = Sheet::new(page, limits, squares);
        let Some(left) = lines.checked_sub(sheet.lines().count()) else {
            let place = Some(Place::default().on_page(sheet.number));
            notes.push(Note { code: NoteCode::LimitReached, place, found: sheet.number.to_string() });
            break;
        };
        lines = left;
        squares = squares.saturating_sub(sheet.squares());
        sheets.push(sheet);
    }
    let asides = furniture::take(&mut sheets, &mut notes);
    let mut frames: Vec<(f64, Frame)> = Vec::new();
    for sheet in &sheets {
        if !frames.iter().any(|(width, _)| (width - sheet.width).abs() < 1.0) {
            frames.push((sheet.width, Frame::of(&sheets, sheet.width)));
        }
    }
    let mut flow = Flow::new(limits, &mut notes);
    for sheet in sheets {
        let Some((_, frame)) = frames.iter().find(|(width, _)| (width - sheet.width).abs() < 1.0) else { continue };
        for (index, item) in sheet.items.into_iter().enumerate() {
            match item {
                Item::Line(line) => flow.line(line, frame),
                Item::Table(part) => flow.table(part, index == 0),
            }
        }
    }
    let blocks = flow.into_blocks();
    Document { blocks, asides, notes, ..Document::default() }
}

#[cfg(test)]
mod tests;
