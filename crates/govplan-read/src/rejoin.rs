//! Paragraphs that a page break tore apart in the office program already, put together again.

use crate::text::carries_on;
use govplan_document::{Block, Document, Note, NoteCode};

/// Joins a paragraph to the one before it where the sentence carries on, with a note.
pub(crate) fn paragraphs(document: &mut Document) {
    let mut blocks: Vec<Block> = Vec::with_capacity(document.blocks.len());
    for block in std::mem::take(&mut document.blocks) {
        if let (Some(Block::Paragraph(before)), Block::Paragraph(next)) = (blocks.last_mut(), &block)
            && before.heading.is_none()
            && next.heading.is_none()
            && carries_on(before.text.as_str(), next.text.as_str())
        {
            let found = next.text.as_str().chars().take(SHOWN).collect();
            let place = next.text.runs().first().map(|run| run.place.clone());
            document.notes.push(Note { code: NoteCode::JoinedParagraph, place, found });
            before.text.push(&next.text);
        } else {
            blocks.push(block);
        }
    }
    document.blocks = blocks;
}

/// Characters of a joined paragraph that its note shows.
const SHOWN: usize = 12;
