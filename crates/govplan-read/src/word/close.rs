use super::frame::{Flow, Frame, Paragraph, push_cell};
use super::item::{Cell, Item, Row, SHOWN, lines};
use super::merge::merge;
use super::story::Story;
use crate::numbering::labelled;

impl Story<'_, '_> {
    /// Takes what an element held, as it closes.
    pub(super) fn close(&mut self, frame: Frame) {
        match frame {
            Frame::Characters { text, keeps_space } => {
                let text = if keeps_space { &text } else { text.trim_ascii() };
                // A line feed or tab among characters is white space; lines and tabs are elements of their own.
                self.write(&text.replace(char::is_control, " "));
            }
            Frame::Paragraph(paragraph) => self.close_paragraph(paragraph),
            Frame::Cell { cell, flow, is_deleted: false } => self.close_cell(*cell, flow),
            Frame::Row { row, is_deleted: false } => self.close_row(row),
            Frame::Table(mut table) if !table.rows.is_empty() => {
                merge(&mut table.rows);
                self.flow().push(Item::Table(table));
            }
            Frame::Aside(kind, flow) => self.asides.push((kind, flow.finish())),
            Frame::Branch { before } => {
                let answers = self.written > before;
                if let Some(Frame::Alternate { is_answered }) = self.frames.last_mut() {
                    *is_answered = answers;
                }
            }
            _ => {}
        }
    }

    /// A paragraph gets its number when it is whole: one that is hidden, covered or deleted has none.
    fn close_paragraph(&mut self, mut paragraph: Box<Paragraph>) {
        // A field whose result has not begun has none, or the end of it is lost.
        self.fields.retain(|has_result| *has_result);
        if let Some(mut carried) = self.flow().take_carried() {
            carried.text.push_str(&paragraph.text);
            carried.hidden.push_str(&paragraph.hidden);
            (paragraph.text, paragraph.hidden) = (carried.text, carried.hidden);
        }
        if paragraph.is_mark_deleted {
            return self.flow().carry(paragraph);
        }
        let is_blank = lines(&paragraph.text).next().is_none();
        let is_mark_hidden = paragraph.properties.is_hidden.or(paragraph.styled.properties.is_hidden) == Some(true);
        let (is_in_cell, is_covered) = match self.enclosing() {
            Some(Frame::Cell { cell, .. }) => (true, cell.goes_on()),
            _ => (false, false),
        };
        let is_printed = !(is_covered || is_blank && is_mark_hidden);
        let label = is_printed.then(|| self.definitions.label(&paragraph.properties, &paragraph.styled)).flatten();
        // The number alone is what a cell is for; on a line of the text it is left over.
        if let Some(label) = label.filter(|_| is_in_cell || !is_blank) {
            paragraph.text = labelled(&label, paragraph.text.trim_start());
        }
        self.flow().push(Item::Passage(paragraph.passage()));
    }

    fn close_cell(&mut self, mut cell: Cell, flow: Flow) {
        cell.items = flow.finish();
        cell.is_blank = cell.items.iter().all(Item::is_blank);
        let limit = self.limits.columns;
        let row = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Row { row, .. } => Some(row),
            _ => None,
        });
        if let Some(row) = row {
            push_cell(row, cell, limit);
        }
    }

    fn close_row(&mut self, row: Row) {
        let table = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Table(table) => Some(table),
            _ => None,
        });
        if let Some(table) = table
            && !row.cells.is_empty()
        {
            table.rows.push(row);
        }
    }

    /// The text that items stand in: of the nearest cell, note or the like, else the main one.
    fn flow(&mut self) -> &mut Flow {
        let inner = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Cell { flow, .. } | Frame::Aside(_, flow) => Some(flow),
            _ => None,
        });
        inner.unwrap_or(&mut self.body)
    }

    /// Writes characters into the paragraph that is open, unless a field is computed from them.
    pub(super) fn write(&mut self, text: &str) {
        if self.fields.iter().any(|has_result| !has_result) {
            return;
        }
        let mut is_hidden = None;
        for frame in self.frames.iter_mut().rev() {
            match frame {
                Frame::Run(run) => is_hidden = run.properties.is_hidden.or(run.is_hidden_by_style),
                Frame::Paragraph(paragraph) => {
                    let is_hidden = is_hidden.or(paragraph.styled.properties.is_hidden).unwrap_or(false);
                    self.written += text.chars().filter(|c| !c.is_whitespace()).count();
                    return paragraph.write(text, is_hidden);
                }
                Frame::Cell { .. } | Frame::Aside(..) | Frame::TextBox => return,
                _ => {}
            }
        }
    }
}

impl Paragraph {
    fn write(&mut self, text: &str, is_hidden: bool) {
        if is_hidden {
            let room = SHOWN.saturating_sub(self.hidden.chars().count());
            self.hidden.extend(text.chars().take(room));
        } else {
            self.text.push_str(text);
        }
    }
}
