//! Word 97–2003, binary (.doc, MS-DOC in a compound file, MS-CFB).
//!
//! The compound file is read by `office_oxide`; what its streams hold is read here, because the text that a plan needs
//! (automatic numbers, cells merged and not, changes not accepted) is not to be had from its document model.
//!
//! Text
//! - `[x]` pieces, compressed and UTF-16, fast saves included; where the piece table is lost, the text as one piece
//! - `[x]` paragraphs, line breaks inside them, tabs, symbols of known fonts
//! - `[x]` headings by outline level and by built-in style
//! - `[x]` automatic numbers of lists, of a paragraph or its style, with restarts and levels
//! - `[ ]` automatic numbers of Word 6 and 95 that a later Word took over (sprmPAnld)
//! - `[-]` bullets
//! - `[x]` fields: the result is kept, the code dropped
//! - `[ ]` fields that store no result (`EQ \o\ac(○,1)`, boxes of forms)
//! - `[x]` changes not accepted: read as if they were, with a note
//! - `[x]` hidden text: read, with a note
//! - `[ ]` text hidden by its style
//! - `[x]` text boxes: after the paragraph or table where they hang
//! - `[-]` text boxes in page headers, pictures, embedded objects, macros
//!
//! Tables
//! - `[x]` rows and cells, merged to the left and above; columns are where the cells of any row begin
//! - `[x]` cells merged and what they hold all the same: kept in the first, with a note
//! - `[x]` paragraphs of a cell on lines of their own
//! - `[ ]` tables in tables: their text stands in the cell around them
//!
//! Beside the text
//! - `[x]` page headers and footers, footnotes, endnotes, comments
//!
//! Files
//! - `[x]` damaged files: what can be reached, with a note of the part that can not
//! - `[x]` encrypted files: an error that says so
//! - `[-]` Word 6 and Word 95: an error that says so
//! - `[ ]` WPS's own .wps: read where it holds the streams of a Word document, which no sample has proved

mod asides;
mod blocks;
mod bytes;
mod characters;
mod container;
mod fields;
mod fonts;
mod information;
mod lists;
mod pages;
mod paragraph;
mod pieces;
mod property;
mod row;
mod story;
mod styles;
mod table;

use crate::{Format, Limits, ReadError};
use asides::{asides, text_boxes};
use blocks::Blocks;
use container::Streams;
use fonts::Fonts;
use govplan_document::{Aside, Document, Note, NoteCode};
use information::{Information, Part, Table};
use pages::Runs;
use paragraph::Formatting;
use std::cell::Cell;
use story::{Progress, Source, Story};
use styles::Styles;

/// Reads a Word document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let (streams, information) = Streams::open(bytes)?;
    let table = |of| information.table(&streams.table, of);
    let pieces = pieces::pieces(&streams.word, &streams.table, &information);
    if pieces.pieces.is_empty() {
        return Err(ReadError::Damaged { format: Format::Doc, reason: "no piece table and no text".to_owned() });
    }
    let styles = Styles::read(table(Table::Styles));
    let source = Source {
        word: &streams.word,
        pieces: &pieces.pieces,
        characters: Runs::of_characters(&streams.word, table(Table::CharacterPages)),
        paragraphs: Runs::of_paragraphs(&streams.word, table(Table::ParagraphPages)),
        formatting: Formatting { styles: &styles, data: &streams.data, budget: Cell::new(limits.unpacked_bytes) },
        fonts: Fonts::read(table(Table::Fonts)),
        depth: limits.depth,
    };
    let rest = |of| information.table_and_rest(&streams.table, of);
    let numbering = lists::numbering(rest(Table::ListDefinitions), rest(Table::Lists));
    let progress = Progress { budget: limits.unpacked_bytes / 2, ..Progress::default() };
    let mut reading = Reading { source: &source, blocks: Blocks::new(&numbering, limits), progress };
    let mut document = reading.document(&information, &streams.table);
    document.notes.extend(streams.damaged.iter().map(|name| note(NoteCode::DamagedPart, name.as_str())));
    if pieces.are_guessed {
        document.notes.push(note(NoteCode::DamagedPart, "Clx"));
    }
    Ok(document)
}

/// A note about the whole document.
fn note(code: NoteCode, found: impl Into<String>) -> Note {
    Note { code, place: None, found: found.into() }
}

/// A document as far as it is read.
struct Reading<'a> {
    source: &'a Source<'a>,
    blocks: Blocks<'a>,
    progress: Progress,
}

impl Reading<'_> {
    fn document(&mut self, information: &Information, table: &[u8]) -> Document {
        let mut document = Document::default();
        self.read_main(information.positions(Part::Main), text_boxes(information, table));
        document.blocks = self.blocks.take();
        for (kind, positions) in asides(information, table) {
            self.read(positions);
            let blocks = self.blocks.take();
            if !blocks.is_empty() {
                document.asides.push(Aside { kind, blocks });
            }
        }
        document.notes = std::mem::take(&mut self.blocks.notes);
        document.notes.extend(std::mem::take(&mut self.progress).into_notes());
        document
    }

    /// Reads the main text and each text box after the paragraph or the table where it hangs.
    fn read_main(&mut self, positions: (usize, usize), boxes: Vec<(usize, (usize, usize))>) {
        let mut boxes = boxes.into_iter().peekable();
        let mut story = Story::new(self.source, positions);
        while let Some(paragraph) = story.next(&mut self.progress) {
            let end = paragraph.end;
            if !self.blocks.push(paragraph) {
                return;
            }
            while !self.blocks.is_in_table()
                && let Some((_, positions)) = boxes.next_if(|(anchor, _)| *anchor < end)
            {
                self.read(positions);
            }
        }
        for (_, positions) in boxes {
            self.read(positions);
        }
    }

    fn read(&mut self, positions: (usize, usize)) {
        let mut story = Story::new(self.source, positions);
        while let Some(paragraph) = story.next(&mut self.progress) {
            if !self.blocks.push(paragraph) {
                return;
            }
        }
    }
}

impl Progress {
    /// What there is to say about the whole document.
    fn into_notes(self) -> Vec<Note> {
        let counted = |count: usize, code| (count > 0).then(|| note(code, count.to_string()));
        let when = |seen: bool, code, found: &str| seen.then(|| note(code, found));
        let fonts = self.fonts.into_iter().map(|font| note(NoteCode::UnreadableFont, font));
        fonts
            .chain(counted(self.changes, NoteCode::TrackedChanges))
            .chain(counted(self.broken_characters, NoteCode::BrokenCharacters))
            .chain(when(self.broken_fields > 0, NoteCode::DamagedPart, "fields"))
            .chain(when(self.is_cut, NoteCode::DamagedPart, "text"))
            .chain(when(self.is_too_long, NoteCode::LimitReached, "text"))
            .collect()
    }
}
