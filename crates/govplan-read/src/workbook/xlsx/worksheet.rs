use super::super::cell_text::unescaped;
use super::super::markup::count;
use super::super::moment::Moment;
use super::super::number_format::Shown;
use super::super::value::{is_true, shown, truth};
use super::super::{Epoch, Intake, Markup, NumberFormat, Piece, Position, Region, Sheet, attribute};
use quick_xml::events::BytesStart;
use std::borrow::Cow;

/// What the cells of all sheets refer to.
pub(super) struct Context {
    pub(super) strings: Vec<String>,
    /// The number format of each style.
    pub(super) formats: Vec<NumberFormat>,
    pub(super) epoch: Epoch,
}

/// Reads a sheet's part.
pub(super) fn read(markup: &str, context: &Context, sheet: &mut Sheet, intake: &mut Intake) {
    let mut markup = Markup::new(markup);
    // Where the next row and cell stand that do not say so themselves.
    let mut next = Position::default();
    let mut cell = OpenCell::default();
    let (mut is_value, mut is_guide) = (false, false);
    for piece in &mut markup {
        match piece {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "c" => {
                    cell.open(&tag, next);
                    next = Position { column: cell.position.column.saturating_add(1), ..cell.position };
                }
                "v" | "t" => is_value = !is_guide,
                "rPh" => is_guide = true,
                "row" => {
                    let row = count(&tag, "r").and_then(|row| row.checked_sub(1)).unwrap_or(next.row);
                    next = Position { row, column: 0 };
                    if is_hidden(&tag) {
                        sheet.hidden_rows.push(row..=row);
                    }
                }
                "col" if is_hidden(&tag) => {
                    let (first, last) = (count(&tag, "min").unwrap_or(1), count(&tag, "max").unwrap_or(1));
                    sheet.hidden_columns.push(first.saturating_sub(1)..=last.saturating_sub(1));
                }
                "mergeCell" => {
                    sheet.regions.extend(attribute(&tag, "ref").and_then(|reference| Region::parse(&reference)));
                }
                _ => {}
            },
            Piece::Text(text) if is_value => cell.content.push_str(&text),
            Piece::Text(_) => {}
            Piece::Close(tag) => match tag.local_name().as_ref() {
                "v" | "t" => is_value = false,
                "rPh" => is_guide = false,
                "c" if !cell.content.is_empty() => {
                    intake.put(sheet, cell.position, &cell.shown(context));
                }
                "row" => next = Position { row: next.row.saturating_add(1), column: 0 },
                _ => {}
            },
        }
    }
    sheet.damaged |= markup.is_damaged();
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "hidden").is_some_and(|value| is_true(&value))
}

/// The cell that is being read.
#[derive(Default)]
struct OpenCell {
    position: Position,
    kind: Kind,
    style: usize,
    content: String,
}

/// What the content of a cell is (ECMA-376 Part 1, 18.18.11).
#[derive(Default, Clone, Copy)]
enum Kind {
    #[default]
    Number,
    Shared,
    Boolean,
    Date,
    Text,
}

impl Kind {
    fn of(name: &str) -> Self {
        match name {
            "s" => Self::Shared,
            "b" => Self::Boolean,
            "d" => Self::Date,
            "str" | "inlineStr" | "e" => Self::Text,
            _ => Self::Number,
        }
    }
}

impl OpenCell {
    fn open(&mut self, tag: &BytesStart<'_>, next: Position) {
        (self.position, self.kind, self.style) = (next, Kind::Number, 0);
        self.content.clear();
        for attribute in tag.attributes().with_checks(false).flatten() {
            let value = attribute.value.as_ref();
            match attribute.key.as_ref() {
                "r" => self.position = Position::parse(value).unwrap_or(next),
                "s" => self.style = value.parse().unwrap_or_default(),
                "t" => self.kind = Kind::of(value),
                _ => {}
            }
        }
    }

    /// What the cell shows.
    fn shown<'a>(&'a self, context: &'a Context) -> Cow<'a, str> {
        let content = self.content.as_str();
        let format = context.formats.get(self.style).copied().unwrap_or_default();
        match self.kind {
            Kind::Text => unescaped(content),
            Kind::Shared => {
                let string = content.trim().parse().ok().and_then(|index: usize| context.strings.get(index));
                Cow::Borrowed(string.map_or("", String::as_str))
            }
            Kind::Boolean => Cow::Borrowed(truth(is_true(content))),
            Kind::Date => {
                let parts = if let NumberFormat::Moment(parts) = format { parts } else { Shown::ALL };
                Moment::parse(content).map_or(Cow::Borrowed(content), |moment| Cow::Owned(moment.shown(parts)))
            }
            Kind::Number => match content.trim().parse() {
                Ok(number) => Cow::Owned(shown(number, format, context.epoch)),
                Err(_) => Cow::Borrowed(content),
            },
        }
    }
}
