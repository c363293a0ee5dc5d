//! The raw shape of a document: paragraphs, tables with merges, and the place of everything.
//!
//! Readers fill a [`Document`]; interpretation reads it. Nothing here knows what a task or a deadline is.

mod block;
mod document;
mod table;
mod text;

pub use block::{Block, Paragraph};
pub use document::{Aside, AsideKind, Document, Note, NoteCode};
pub use govplan_core::{Language, Place, SourceFile};
pub use table::{Cell, Row, Table};
pub use text::{Run, Text};
