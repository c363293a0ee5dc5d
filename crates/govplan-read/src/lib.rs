//! Bytes to a raw document: one folder for each format.
//!
//! A reader reports what is there: paragraphs, tables, what stands beside them, and the place of each. It knows no task and no deadline, touches
//! no file and never panics. Damage that can be mended is mended and noted; [`ReadError`] says why bytes can not be
//! read at all.
//!
//! ```
//! use govplan_document::Block;
//! use govplan_read::{Options, read};
//!
//! let document = read("## 工作方案\n\n工作任务\t责任单位\n1.信息公开\t办公室\n".as_bytes(), &Options::default())?;
//! let [Block::Paragraph(title), Block::Table(table)] = document.blocks.as_slice() else { panic!() };
//! assert_eq!((title.heading, title.text.as_str()), (Some(2), "工作方案"));
//! assert_eq!(table.rows[1].cells[1].text.as_str(), "办公室");
//! assert_eq!(table.rows[1].cells[1].text.place(0..9).unwrap().to_string(), "4:8");
//! # Ok::<(), govplan_read::ReadError>(())
//! ```

#[cfg(feature = "doc")]
mod doc;
mod error;
mod file_kind;
mod format;
#[cfg(any(
    feature = "html",
    feature = "word",
    feature = "workbook",
    feature = "pdf",
    feature = "ofd",
    feature = "doc"
))]
mod grid;
#[cfg(feature = "html")]
mod html;
#[cfg(any(feature = "pdf", feature = "ofd"))]
mod layout;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(any(feature = "word", feature = "doc"))]
mod numbering;
#[cfg(feature = "ofd")]
mod ofd;
mod options;
#[cfg(any(feature = "word", feature = "workbook", feature = "ofd"))]
mod package;
#[cfg(feature = "pdf")]
mod pdf;
mod read;
#[cfg(feature = "text")]
mod rejoin;
mod source;
#[cfg(any(feature = "word", feature = "doc"))]
mod symbol;
#[cfg(feature = "text")]
mod text;
#[cfg(feature = "word")]
mod word;
#[cfg(feature = "workbook")]
mod workbook;

pub use error::ReadError;
pub use file_kind::FileKind;
pub use format::Format;
pub use options::{Limits, Options};
pub use read::read;
#[cfg(feature = "text")]
pub use text::{decode, lines};
