use super::super::address::{COLUMNS, ROWS};
use super::super::markup::count;
use super::super::{Intake, Markup, Piece, Position, Region, Sheet, attribute};
use super::cell::Cell;
use quick_xml::events::BytesStart;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::mem;

/// Reads the sheets of the part that holds the content.
pub(super) fn read(markup: &str, intake: &mut Intake) -> Vec<Sheet> {
    let mut markup = Markup::new(markup);
    let mut reader = Reader::new(intake);
    for piece in &mut markup {
        match piece {
            Piece::Open(tag) => reader.open(&tag),
            Piece::Text(text) => reader.take(&text),
            Piece::Close(tag) => reader.close(tag.local_name().as_ref()),
        }
    }
    let mut sheets = reader.sheets;
    if let Some(sheet) = sheets.last_mut() {
        sheet.damaged |= markup.is_damaged();
    }
    sheets
}

struct Reader<'a> {
    intake: &'a mut Intake,
    sheets: Vec<Sheet>,
    /// Styles of sheets that are not shown.
    hidden_styles: BTreeSet<String>,
    /// The style whose definition is open.
    style: Option<String>,
    /// Where the next row, column or cell stands.
    next: Position,
    /// Rows that the open row stands for.
    repeated: u32,
    /// Cells of the open row that hold something, by their columns.
    row: Vec<(u32, Cell)>,
    cell: Option<Cell>,
    /// Elements open in something that is no part of a cell's text: a drawing, a table in a cell, a phonetic guide.
    beside: u32,
    is_paragraph: bool,
    is_comment: bool,
}

/// Spaces that one element may stand for.
const SPACES: u32 = 256;

impl<'a> Reader<'a> {
    fn new(intake: &'a mut Intake) -> Self {
        Self {
            intake,
            sheets: Vec::new(),
            hidden_styles: BTreeSet::new(),
            style: None,
            next: Position::default(),
            repeated: 1,
            row: Vec::new(),
            cell: None,
            beside: 0,
            is_paragraph: false,
            is_comment: false,
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let is_drawing = tag.name().prefix().is_some_and(|prefix| prefix.as_ref() == "draw");
        let is_inner = name.as_ref() == "table" && self.cell.is_some();
        if self.beside > 0 || is_drawing || is_inner || matches!(name.as_ref(), "shapes" | "ruby-text") {
            self.beside = self.beside.saturating_add(1);
            return;
        }
        match name.as_ref() {
            "style" => self.style = attribute(tag, "name").map(Cow::into_owned),
            "table-properties" if attribute(tag, "display").as_deref() == Some("false") => {
                self.hidden_styles.extend(self.style.clone());
            }
            "table" => self.open_sheet(tag),
            "table-column" => self.column(tag),
            "table-row" => self.open_row(tag),
            "table-cell" | "covered-table-cell" => self.cell = Some(Cell::new(tag)),
            "annotation" => self.is_comment = true,
            "p" => {
                self.is_paragraph = true;
                if self.text().is_some_and(|text| !text.is_empty()) {
                    self.take("\n");
                }
            }
            "s" => {
                let spaces = count(tag, "c").unwrap_or(1).min(SPACES);
                (0..spaces).for_each(|_| self.take(" "));
            }
            "tab" => self.take("\t"),
            "line-break" => self.take("\n"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.beside > 0 {
            self.beside -= 1;
            return;
        }
        match name {
            "p" => self.is_paragraph = false,
            "annotation" => self.is_comment = false,
            "table-cell" | "covered-table-cell" => self.close_cell(),
            "table-row" => self.close_row(),
            _ => {}
        }
    }

    /// Where text goes now.
    fn text(&mut self) -> Option<&mut String> {
        let cell = self.cell.as_mut().filter(|_| self.is_paragraph)?;
        Some(if self.is_comment { &mut cell.comment } else { &mut cell.content })
    }

    fn take(&mut self, text: &str) {
        if self.beside == 0
            && let Some(taken) = self.text()
        {
            taken.push_str(text);
        }
    }

    fn open_sheet(&mut self, tag: &BytesStart<'_>) {
        let hidden = attribute(tag, "style-name").is_some_and(|style| self.hidden_styles.contains(style.as_ref()));
        self.sheets.push(Sheet { hidden, ..Sheet::new(attribute(tag, "name").unwrap_or_default()) });
        self.next = Position::default();
    }

    fn column(&mut self, tag: &BytesStart<'_>) {
        let first = self.next.column;
        self.next.column = first.saturating_add(count(tag, "number-columns-repeated").unwrap_or(1));
        if let Some(sheet) = self.sheets.last_mut().filter(|_| is_hidden(tag)) {
            sheet.hidden_columns.push(first..=self.next.column.saturating_sub(1));
        }
    }

    fn open_row(&mut self, tag: &BytesStart<'_>) {
        self.next.column = 0;
        self.repeated = count(tag, "number-rows-repeated").unwrap_or(1);
        let last = self.next.row.saturating_add(self.repeated).saturating_sub(1);
        if let Some(sheet) = self.sheets.last_mut().filter(|_| is_hidden(tag)) {
            sheet.hidden_rows.push(self.next.row..=last);
        }
    }

    fn close_cell(&mut self) {
        let Some(mut cell) = self.cell.take() else { return };
        let column = self.next.column;
        self.next.column = column.saturating_add(cell.repeated);
        if let Some(sheet) = self.sheets.last_mut().filter(|_| !cell.comment.is_empty()) {
            sheet.comments.push((Position { row: self.next.row, column }, mem::take(&mut cell.comment)));
        }
        // A blank region is kept where it stands once: copies of it would cost what cells cost and hold nothing.
        let is_once = cell.repeated == 1 && self.repeated == 1;
        if !cell.shown().trim().is_empty() || (cell.span != (0, 0) && is_once) {
            self.row.push((column, cell));
        }
    }

    /// Takes the cells of a row as often as it is repeated; the copies end with the sheet or the limits.
    fn close_row(&mut self) {
        let rows = self.next.row..self.next.row.saturating_add(self.repeated).min(ROWS);
        self.next.row = self.next.row.saturating_add(self.repeated);
        let row = mem::take(&mut self.row);
        let Some(sheet) = self.sheets.last_mut() else { return };
        let columns = |column: u32, cell: &Cell| column..column.saturating_add(cell.repeated).min(COLUMNS);
        let cells: Vec<_> =
            row.iter().map(|(column, cell)| (columns(*column, cell), cell.span, cell.shown())).collect();
        let copies: u64 = cells.iter().map(|(columns, ..)| u64::try_from(columns.len()).unwrap_or(u64::MAX)).sum();
        let mut left = copies.saturating_mul(u64::try_from(rows.len()).unwrap_or(u64::MAX));
        for row in rows {
            for (columns, (down, across), shown) in &cells {
                for column in columns.clone() {
                    let position = Position { row, column };
                    left = left.saturating_sub(1);
                    if !self.intake.put(sheet, position, shown) {
                        self.intake.leave_out(sheet, position, left);
                        return;
                    }
                    sheet.regions.extend(Region::across(position, *down, *across));
                }
            }
        }
    }
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "visibility").is_some_and(|visibility| visibility != "visible")
}
