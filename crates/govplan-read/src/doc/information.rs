use super::bytes::{part, size_at, u16_at};
use crate::{FileKind, Format, ReadError};

/// The first bytes of the text's stream, which say where everything is (the FIB, MS-DOC §2.5).
pub(super) struct Information {
    /// Name of the stream that holds the tables.
    pub(super) table_stream: &'static str,
    /// Byte offsets between which the text stands where no piece table says otherwise.
    pub(super) text: (usize, usize),
    /// Characters of each sub-document.
    lengths: [usize; 8],
    /// Offset and length of each table.
    tables: Vec<(usize, usize)>,
}

/// The sub-documents, in the order in which their text follows (MS-DOC §2.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Main = 0,
    Footnotes = 1,
    Headers = 2,
    Comments = 4,
    Endnotes = 5,
    TextBoxes = 6,
}

/// The tables, by their order in the FIB (FibRgFcLcb97, MS-DOC §2.5.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Styles = 1,
    Footnotes = 3,
    Comments = 5,
    Headers = 11,
    CharacterPages = 12,
    ParagraphPages = 13,
    Fonts = 15,
    Pieces = 33,
    Shapes = 40,
    Endnotes = 47,
    TextBoxes = 56,
    ListDefinitions = 73,
    Lists = 74,
}

/// First bytes of a document of Word 97 and later, and those of the versions before it.
const WORD_97: u16 = 0xA5EC;
const BEFORE_WORD_97: [u16; 5] = [0xA5DC, 0xA697, 0xA698, 0xA699, 0xA59B];

/// Flags of the FIB's base (MS-DOC §2.5.2).
const ENCRYPTED: u16 = 0x0100;
const TABLES_IN_STREAM_1: u16 = 0x0200;

/// Offsets in the FIB: flags, first and last byte of the text, lengths, tables.
const FLAGS: usize = 0x0A;
const TEXT: usize = 0x18;
const LENGTHS: usize = 0x4C;
const TABLES: usize = 0x9A;

impl Information {
    pub(super) fn read(word: &[u8]) -> Result<Self, ReadError> {
        let damaged = |reason: &str| ReadError::Damaged { format: Format::Doc, reason: reason.to_owned() };
        match u16_at(word, 0) {
            Some(WORD_97) => {}
            Some(magic) if BEFORE_WORD_97.contains(&magic) => {
                return Err(ReadError::Unsupported { kind: FileKind::BEFORE_WORD_97 });
            }
            _ => return Err(damaged("no FIB at the start of the stream WordDocument")),
        }
        let flags = u16_at(word, FLAGS).ok_or_else(|| damaged("the FIB is cut off"))?;
        if flags & ENCRYPTED != 0 {
            return Err(ReadError::Encrypted { format: Format::Doc });
        }
        let size = |offset| size_at(word, offset).unwrap_or_default();
        let mut lengths = [0; 8];
        for (index, length) in lengths.iter_mut().enumerate() {
            *length = size(LENGTHS + index * 4);
        }
        Ok(Self {
            table_stream: if flags & TABLES_IN_STREAM_1 == 0 { "0Table" } else { "1Table" },
            text: (size(TEXT), size(TEXT + 4)),
            lengths,
            tables: (0..=Table::Lists as usize)
                .map(|index| TABLES + index * 8)
                .map(|at| (size(at), size(at + 4)))
                .collect(),
        })
    }

    /// The character positions of a sub-document: the first and the one after the last.
    pub(super) fn positions(&self, part: Part) -> (usize, usize) {
        let before = self.lengths.iter().take(part as usize).fold(0_usize, |sum, length| sum.saturating_add(*length));
        let length = self.lengths.get(part as usize).copied().unwrap_or_default();
        (before, before.saturating_add(length))
    }

    /// Characters of all sub-documents.
    pub(super) fn length(&self) -> usize {
        self.lengths.iter().fold(0, |sum, length| sum.saturating_add(*length))
    }

    /// The bytes of a table.
    pub(super) fn table<'a>(&self, stream: &'a [u8], table: Table) -> &'a [u8] {
        let (offset, length) = self.tables.get(table as usize).copied().unwrap_or_default();
        part(stream, offset, length)
    }

    /// The bytes of a table and all that follows, where the table's length leaves out the rest of it.
    pub(super) fn table_and_rest<'a>(&self, stream: &'a [u8], table: Table) -> &'a [u8] {
        match self.tables.get(table as usize) {
            Some((offset, length)) if *length > 0 => stream.get(*offset..).unwrap_or_default(),
            _ => &[],
        }
    }
}
