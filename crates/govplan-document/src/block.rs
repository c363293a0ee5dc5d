use crate::{Table, Text};

/// One block of a document, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Block {
    /// A paragraph or heading.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph or heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// Heading level, 1 the highest, where the format marks headings.
    pub heading: Option<u8>,
    /// The text, without surrounding white space. An automatic number that the format computes and does not store
    /// ("（一）") stands at its start, as it is printed.
    pub text: Text,
    /// Whether an empty line, or the start of the document, stands before it.
    pub after_gap: bool,
}
