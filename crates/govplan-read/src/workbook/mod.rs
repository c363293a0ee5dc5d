//! Workbooks (电子表格): .xlsx, .xls, .ods and Excel 2003 XML.
//!
//! Each format gives sheets of cells as they are shown; what is a title, what a table and what a merged cell is decided
//! here, once for all formats. The readers are made for bytes of any origin: they keep the cells that hold something
//! and never the rectangle around them, so that a value at the far corner of a sheet costs one cell, and they take no
//! count in a file at its word.
//!
//! Sheets
//! - `[x]` every sheet with content, in the order of the workbook; its name stands in the place of each cell
//! - `[x]` hidden and very hidden sheets, hidden rows and columns: read, with a note (rows and columns of a sheet whose
//!   rows are hidden by default: read, without a note)
//! - `[x]` a damaged sheet among good ones: read as far as it goes, with a note
//! - `[x]` comments (批注) of .xlsx, .ods and Excel 2003 XML, beside the text
//! - `[ ]` comments of .xls; text boxes, charts, headers and footers, pictures
//! - `[-]` values that a chart, a pivot table or a link to another file stores beside the sheet
//!
//! Paragraphs and tables
//! - `[x]` rows above a table that hold one cell: paragraphs, one for each line of the cell
//! - `[x]` a merged cell that stands alone above the header and right of its first column: a row of the header
//! - `[x]` rows of one cell after a blank row below a table: paragraphs, and the rows after them another table
//! - `[x]` a merged row inside a table, remarks right below it: rows of the table
//! - `[x]` rows and columns that hold nothing: left out
//! - `[ ]` two tables side by side: one table
//!
//! Cells
//! - `[x]` merged regions with their spans; what a region covers is not shown and not read
//! - `[-]` regions that overlap another: damage, the first counts
//! - `[x]` text with its line breaks and joined runs, without its phonetic guide
//! - `[x]` numbers in full with at most 15 digits, as Excel counts; percentages as shown
//! - `[x]` dates with the parts that the format shows, always as 2024年3月15日 09:30; both epochs
//! - `[x]` TRUE and FALSE, errors as printed, formulas by the value stored with them
//! - `[ ]` other formats of numbers: thousands, currency, fixed decimals, leading zeros, words around the number
//!
//! Files
//! - `[x]` .xls of Excel 5 to 2003 (BIFF5, BIFF8); encrypted ones are told
//! - `[ ]` .xls under the default password; .xls before Excel 5; .xlsb
//! - `[x]` Excel 2003 XML in any declared encoding

mod address;
mod blocks;
mod cell_text;
mod epoch;
mod hidden;
mod intake;
mod markup;
mod merged;
mod moment;
mod number_format;
mod ods;
mod sheet;
mod spreadsheet_xml;
mod table;
mod value;
mod xls;
mod xlsx;

use crate::{Format, Limits, ReadError};
use address::{Position, Region};
use epoch::Epoch;
use govplan_document::{Document, Note, NoteCode};
use intake::Intake;
use markup::{Markup, Piece, attribute};
use number_format::NumberFormat;
use sheet::Sheet;

/// Reads a workbook.
pub(crate) fn read(bytes: &[u8], format: Format, limits: &Limits) -> Result<Document, ReadError> {
    let mut intake = Intake::new(limits);
    let sheets = match format {
        Format::Xlsx => xlsx::sheets(bytes, limits, &mut intake)?,
        Format::Ods => ods::sheets(bytes, limits, &mut intake)?,
        Format::SpreadsheetXml => spreadsheet_xml::sheets(bytes, &mut intake)?,
        _ => xls::sheets(bytes, &mut intake)?,
    };
    let mut document = Document::default();
    let mut budget = limits.cells;
    let mut damaged = None;
    for sheet in sheets {
        document.asides.extend(sheet.asides());
        document.notes.extend(hidden::notes(&sheet));
        if sheet.damaged {
            damaged = Some(sheet.name.clone());
            document.notes.push(Note { code: NoteCode::DamagedPart, place: None, found: sheet.name.clone() });
        }
        budget = blocks::append(sheet, limits.columns, budget, &mut document);
    }
    document.notes.extend(intake.note());
    match damaged {
        _ if !document.blocks.is_empty() || !document.asides.is_empty() => Ok(document),
        Some(name) => Err(ReadError::Damaged { format, reason: format!("no cell of the sheet {name} can be read") }),
        None => Err(ReadError::Blank),
    }
}
