//! Excel 2003 XML (SpreadsheetML 2003), as the XML Spreadsheet Reference describes it.

use super::markup::{self, count};
use super::moment::Moment;
use super::number_format::Shown;
use super::value::{is_true, shown, truth};
use super::{Epoch, Intake, Markup, NumberFormat, Piece, Position, Region, Sheet, attribute};
use crate::{Format, ReadError};
use quick_xml::events::BytesStart;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Reads the sheets of a workbook.
pub(super) fn sheets(bytes: &[u8], intake: &mut Intake) -> Result<Vec<Sheet>, ReadError> {
    let text = markup::decoded(bytes);
    let mut markup = Markup::new(&text);
    let (sheets, formats, cell) = (Vec::new(), BTreeMap::new(), OpenCell::default());
    let mut reader = Reader { intake, sheets, formats, style: None, cell, last_row: 0 };
    let mut taken = Taken::Nothing;
    let mut is_comment = false;
    for piece in &mut markup {
        match piece {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "Data" if is_comment => taken = Taken::Comment,
                "Data" => {
                    reader.cell.open(&tag);
                    taken = Taken::Cell;
                }
                "Comment" => {
                    is_comment = true;
                    reader.open_comment();
                }
                "Visible" => taken = Taken::Visibility,
                "PhoneticText" => taken = Taken::Nothing,
                _ => reader.open(&tag),
            },
            Piece::Text(text) => reader.take(&text, taken),
            Piece::Close(tag) => match tag.local_name().as_ref() {
                "Data" | "Visible" => taken = Taken::Nothing,
                "Comment" => is_comment = false,
                "Cell" => reader.close_cell(),
                "Row" => reader.close_row(),
                _ => {}
            },
        }
    }
    let mut sheets = reader.sheets;
    match sheets.last_mut() {
        Some(sheet) => sheet.damaged |= markup.is_damaged(),
        None => {
            let reason = "no worksheet".to_owned();
            return Err(ReadError::Damaged { format: Format::SpreadsheetXml, reason });
        }
    }
    Ok(sheets)
}

/// Where the text of an element goes.
#[derive(Clone, Copy)]
enum Taken {
    Nothing,
    Cell,
    Comment,
    Visibility,
}

struct Reader<'a> {
    intake: &'a mut Intake,
    sheets: Vec<Sheet>,
    formats: BTreeMap<String, NumberFormat>,
    /// The style whose definition is open.
    style: Option<String>,
    cell: OpenCell,
    /// The last of the rows that the open element stands for.
    last_row: u32,
}

/// The cell that is being read, and where the next stands.
#[derive(Default)]
struct OpenCell {
    next: Position,
    position: Position,
    across: u32,
    down: u32,
    style: String,
    kind: String,
    content: String,
}

impl Reader<'_> {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "Style" => self.style = attribute(tag, "ID").map(Cow::into_owned),
            "NumberFormat" => {
                let format = attribute(tag, "Format");
                let format =
                    format.map(|format| NumberFormat::named(&format).unwrap_or_else(|| NumberFormat::of(&format)));
                self.formats.extend(self.style.clone().zip(format));
            }
            "Worksheet" => {
                self.sheets.push(Sheet::new(attribute(tag, "Name").unwrap_or_default()));
                self.cell = OpenCell::default();
            }
            "Column" => self.open_column(tag),
            "Row" => self.open_row(tag),
            "Cell" => self.cell.place(tag),
            _ => {}
        }
    }

    fn open_column(&mut self, tag: &BytesStart<'_>) {
        let first = index(tag).unwrap_or(self.cell.next.column);
        let last = first.saturating_add(count(tag, "Span").unwrap_or_default());
        self.cell.next.column = last.saturating_add(1);
        if let Some(sheet) = self.sheets.last_mut().filter(|_| is_hidden(tag)) {
            sheet.hidden_columns.push(first..=last);
        }
    }

    fn open_row(&mut self, tag: &BytesStart<'_>) {
        let first = index(tag).unwrap_or(self.cell.next.row);
        let last = first.saturating_add(count(tag, "Span").unwrap_or_default());
        self.cell.next = Position { row: first, column: 0 };
        self.last_row = last;
        if let Some(sheet) = self.sheets.last_mut().filter(|_| is_hidden(tag)) {
            sheet.hidden_rows.push(first..=last);
        }
    }

    fn close_row(&mut self) {
        self.cell.next = Position { row: self.last_row.saturating_add(1), column: 0 };
    }

    fn open_comment(&mut self) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.comments.push((self.cell.position, String::new()));
        }
    }

    fn take(&mut self, text: &str, taken: Taken) {
        match (taken, self.sheets.last_mut()) {
            (Taken::Cell, _) => self.cell.content.push_str(text),
            (Taken::Comment, Some(sheet)) => {
                if let Some((_, comment)) = sheet.comments.last_mut() {
                    comment.push_str(text);
                }
            }
            (Taken::Visibility, Some(sheet)) => sheet.hidden |= text.trim() != "SheetVisible",
            _ => {}
        }
    }

    fn close_cell(&mut self) {
        let cell = &mut self.cell;
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.regions.extend(Region::across(cell.position, cell.down, cell.across));
            let format = self.formats.get(&cell.style).copied();
            self.intake.put(sheet, cell.position, &cell.shown(format.unwrap_or_default()));
        }
        cell.content.clear();
    }
}

impl OpenCell {
    /// Places the cell; the next stands after all that this one covers.
    fn place(&mut self, tag: &BytesStart<'_>) {
        self.position = Position { column: index(tag).unwrap_or(self.next.column), row: self.next.row };
        self.across = count(tag, "MergeAcross").unwrap_or_default();
        self.down = count(tag, "MergeDown").unwrap_or_default();
        self.next.column = self.position.column.saturating_add(self.across).saturating_add(1);
        self.style = attribute(tag, "StyleID").unwrap_or_default().into_owned();
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        self.kind = attribute(tag, "Type").unwrap_or_default().into_owned();
        self.content.clear();
    }

    /// What the cell shows.
    fn shown(&self, format: NumberFormat) -> Cow<'_, str> {
        let content = self.content.as_str();
        let shown = match self.kind.as_str() {
            "Number" => content.trim().parse().ok().map(|number| shown(number, format, Epoch::Of1900)),
            "DateTime" => {
                let parts = if let NumberFormat::Moment(parts) = format { parts } else { Shown::ALL };
                Moment::parse(content).map(|moment| moment.shown(parts))
            }
            "Boolean" => Some(truth(is_true(content)).to_owned()).filter(|_| !content.is_empty()),
            _ => None,
        };
        shown.map_or(Cow::Borrowed(content), Cow::Owned)
    }
}

/// The index that an element gives itself, from 0.
fn index(tag: &BytesStart<'_>) -> Option<u32> {
    count(tag, "Index").and_then(|index| index.checked_sub(1))
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "Hidden").is_some_and(|value| is_true(&value))
}
