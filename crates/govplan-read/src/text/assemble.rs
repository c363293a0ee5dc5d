use super::line::{Line, collect};
use super::{Decoded, Syntax, joint, table};
use crate::Limits;
use govplan_document::{Block, Document, Note, NoteCode, Paragraph, SourceFile};

/// Puts lines together: tables where rows stand together, joined paragraphs where a page broke one, else a paragraph
/// for each line.
pub(crate) fn assemble(decoded: &Decoded<'_>, syntax: &impl Syntax, limits: &Limits) -> Document {
    let mut notes = Vec::from_iter(decoded.note());
    let lines = collect(&decoded.text, syntax, limits, &mut notes);
    let mut assembly = Assembly { blocks: Vec::new(), notes, last: None, after_gap: false };
    let mut rest = lines.as_slice();
    while !rest.is_empty() {
        let run = table::next_run(rest);
        for line in run.paragraphs {
            assembly.push_line(line, syntax);
        }
        if !run.rows.is_empty() {
            let table = table::table(run.rows, syntax, &mut assembly.notes);
            assembly.blocks.push(Block::Table(table));
            assembly.last = None;
        }
        rest = run.rest;
    }
    assembly.notes.sort_by(|one, other| one.place.cmp(&other.place));
    let mut source = SourceFile::default();
    source.encoding = Some(decoded.encoding.to_owned());
    Document { blocks: assembly.blocks, source: Some(source), notes: assembly.notes, ..Document::default() }
}

/// A document as far as it is put together.
struct Assembly<'a> {
    blocks: Vec<Block>,
    notes: Vec<Note>,
    /// The line that the last block ends with, where a sentence may go on.
    last: Option<&'a str>,
    /// Whether a line of blank cells stands before the next.
    after_gap: bool,
}

impl<'a> Assembly<'a> {
    fn push_line(&mut self, line: &Line<'a>, syntax: &impl Syntax) {
        let text = line.as_str();
        if text.is_empty() {
            self.after_gap = true;
            return;
        }
        let after_gap = std::mem::take(&mut self.after_gap) || line.after_gap;
        if line.heading.is_none()
            && self.last.is_some_and(|last| joint::carries_on(last, text))
            && let Some(Block::Paragraph(paragraph)) = self.blocks.last_mut()
        {
            paragraph.text.push(&syntax.text(text, line.place()));
            self.notes.push(line.note(NoteCode::JoinedParagraph, text.chars().take(SHOWN).collect::<String>()));
        } else {
            let (heading, text) = (line.heading, syntax.text(text, line.place()));
            self.blocks.push(Block::Paragraph(Paragraph { heading, text, after_gap }));
        }
        self.last = line.heading.is_none().then_some(text);
    }
}

/// Characters of a joined line that its note shows.
const SHOWN: usize = 12;
