use crate::Block;
use govplan_core::{Place, SourceFile};

/// A document as a reader found it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// What the bytes were.
    pub source: Option<SourceFile>,
    /// What the reader had to say: damage mended, parts left out.
    pub notes: Vec<Note>,
}

/// Something that a reader noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub code: NoteCode,
    /// Where it is.
    pub place: Option<Place>,
    /// What was found there, as printed or as a number.
    pub found: String,
}

/// The kinds of thing that a reader may notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum NoteCode {
    /// Bytes that are no text in the document's encoding; each shows as U+FFFD.
    BrokenCharacters,
    /// A limit was reached; what stands from the place on was not read.
    LimitReached,
    /// A row of more cells than the limit; the rest of it stands in its last cell.
    LongRow,
    /// A header row printed again at a page break; dropped.
    RepeatedHeader,
    /// A line that holds only a page number; dropped.
    PageNumber,
    /// A paragraph that was broken over two and joined again.
    JoinedParagraph,
}
