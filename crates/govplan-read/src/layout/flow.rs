use super::frame::Frame;
use super::line::Line;
use super::paragraph::{goes_on, is_after_gap};
use super::part::Part;
use super::passage::Passage;
use crate::Limits;
use crate::text::carries_on;
use govplan_document::{Block, Note, NoteCode, Paragraph, Place};

/// The blocks of a document under construction, page after page.
pub(super) struct Flow<'a> {
    limits: &'a Limits,
    notes: &'a mut Vec<Note>,
    blocks: Vec<Block>,
    paragraphs: usize,
    tables: usize,
    /// Cells that tables may still hold.
    cells: usize,
    open: Open,
}

/// Characters that a note shows of a text.
const SHOWN: usize = 20;

/// The block that may still go on.
enum Open {
    Nothing,
    Paragraph { passage: Passage, last: Line, after_gap: bool },
    Table(Part),
}

impl<'a> Flow<'a> {
    pub(super) fn new(limits: &'a Limits, notes: &'a mut Vec<Note>) -> Self {
        let (paragraphs, tables, blocks) = (0, 0, Vec::new());
        Self { limits, notes, blocks, paragraphs, tables, cells: limits.cells, open: Open::Nothing }
    }

    /// Adds a line of running text.
    pub(super) fn line(&mut self, line: Line, frame: &Frame) {
        let mut after_gap = self.blocks.is_empty();
        if let Open::Paragraph { passage, last, .. } = &mut self.open {
            if goes_on(last, &line, frame) {
                passage.carry_on(&line);
                *last = line;
                return;
            }
            after_gap = is_after_gap(last, &line, frame);
        }
        let mut passage = Passage::default();
        passage.start_line(&line);
        self.close_before(Open::Paragraph { passage, last: line, after_gap });
    }

    /// Adds what stands of a table on a page; at the top of a page it may carry on the table before.
    pub(super) fn table(&mut self, part: Part, is_first: bool) {
        let mut part = part;
        if let Open::Table(table) = &mut self.open
            && is_first
            && table.page + 1 == part.page
        {
            match table.carry_on(part, self.notes) {
                Ok(()) => return,
                Err(other) => part = other,
            }
        }
        self.close_before(Open::Table(part));
    }

    /// Ends the open block and opens another.
    fn close_before(&mut self, next: Open) {
        match std::mem::replace(&mut self.open, next) {
            Open::Nothing => {}
            Open::Paragraph { passage, after_gap, .. } => self.paragraph(passage, after_gap),
            Open::Table(part) => {
                self.tables += 1;
                self.blocks.push(Block::Table(part.into_table(self.tables, self.limits.columns, &mut self.cells)));
            }
        }
    }

    /// Adds a paragraph, to the one before where that broke off in the middle of a sentence.
    fn paragraph(&mut self, passage: Passage, after_gap: bool) {
        if let Some(Block::Paragraph(previous)) = self.blocks.last_mut()
            && carries_on(previous.text.as_str(), &passage.as_string())
        {
            let text = passage.into_text(&Place::in_paragraph(self.paragraphs));
            let place = text.runs().first().map(|run| run.place.clone());
            self.notes.push(Note {
                code: NoteCode::JoinedParagraph,
                place,
                found: text.as_str().chars().take(SHOWN).collect(),
            });
            previous.text.push(&text);
        } else {
            self.paragraphs += 1;
            let text = passage.into_text(&Place::in_paragraph(self.paragraphs));
            self.blocks.push(Block::Paragraph(Paragraph { heading: None, text, after_gap }));
        }
    }

    /// The blocks.
    pub(super) fn into_blocks(mut self) -> Vec<Block> {
        self.close_before(Open::Nothing);
        self.blocks
    }
}
