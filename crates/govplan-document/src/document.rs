use crate::Block;
use govplan_core::{Place, SourceFile};

/// A document as a reader found it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// What stands beside the text: page headers, notes, what a web page holds around its article.
    pub asides: Vec<Aside>,
    /// What the bytes were.
    pub source: Option<SourceFile>,
    /// What the reader had to say: damage mended, parts left out.
    pub notes: Vec<Note>,
}

/// Blocks that stand beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// What they are.
    pub kind: AsideKind,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
}

/// The kinds of thing that stand beside a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AsideKind {
    /// Printed at the top of each page.
    PageHeader,
    /// Printed at the bottom of each page.
    PageFooter,
    /// A footnote or endnote.
    Note,
    /// A reviewer's comment.
    Comment,
    /// What a web page holds around its article: menus, buttons, links.
    Navigation,
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
    /// A row of a table that was broken over two pages and joined again.
    JoinedRow,
    /// Insertions and deletions that nobody accepted yet; the text is read as if all were. Found: how many.
    TrackedChanges,
    /// Rows, columns and sheets that the document hides, which are read all the same, or hidden text, which is left out.
    /// Found: which.
    HiddenContent,
    /// A page that holds pictures and no text.
    ScannedPage,
    /// Characters of a font that does not say which they are; each shows as U+FFFD. Found: the font.
    UnreadableFont,
    /// A part of the file that is damaged and was left out. Found: its name.
    DamagedPart,
}
