use crate::Format;

/// What a reader is told beside the bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// File name. It goes into the document's source without its folders, and its ending is a hint where the bytes
    /// leave the format open.
    pub name: Option<String>,
    /// Format to read the bytes as, whatever they look like; told from the bytes where absent.
    pub format: Option<Format>,
    /// Budgets of work.
    pub limits: Limits,
}

/// Budgets of work: counted, never timed, so that the same bytes always give the same document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file; a larger one is not opened.
    pub bytes: usize,
    /// Bytes of all parts of a compressed file once unpacked, as counted while unpacking, whatever the file declares;
    /// a file that unpacks to more is not opened.
    pub unpacked_bytes: usize,
    /// Paragraphs and lines; what stands beyond is left out, with a note.
    pub lines: usize,
    /// Cells of all tables together, a broken or escaped cell counted by its pieces; what stands beyond is left out, with a note.
    pub cells: usize,
    /// Cells of one row; the rest of a longer row stands in its last cell, with a note.
    pub columns: usize,
    /// Pages of a PDF or OFD; later ones are left out, with a note.
    pub pages: usize,
    /// Depth of elements, of tables in tables, of groups in groups; what is nested deeper is left out, with a note.
    pub depth: usize,
}

impl Default for Limits {
    /// 64 MiB, unpacked 256 MiB, a million lines, a million cells, 1024 columns, 5000 pages, 256 levels: far beyond any
    /// plan, and bounded in memory.
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            unpacked_bytes: 256 << 20,
            lines: 1_000_000,
            cells: 1_000_000,
            columns: 1024,
            pages: 5000,
            depth: 256,
        }
    }
}
