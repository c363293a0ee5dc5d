use super::story::Paragraph;
use super::table::{RowTexts, join, table};
use crate::Limits;
use crate::numbering::{Counters, Numbering, labelled};
use crate::text::trimmed;
use govplan_document::{Block, Note, NoteCode, Place, Text};

/// Paragraphs put together to blocks, counted over the whole document.
pub(super) struct Blocks<'a> {
    limits: &'a Limits,
    numbering: &'a Numbering,
    counters: Counters,
    blocks: Vec<Block>,
    /// The table that is being read.
    rows: Vec<RowTexts>,
    /// The row of it.
    row: RowTexts,
    /// The cell of that row, if anything of it was read.
    cell: Option<String>,
    /// Paragraphs outside of tables, and tables, as far as they are read.
    paragraphs: usize,
    tables: usize,
    /// Paragraphs that may still be read, and cells.
    lines: usize,
    cells: usize,
    is_full: bool,
    after_gap: bool,
    pub(super) notes: Vec<Note>,
}

impl<'a> Blocks<'a> {
    pub(super) fn new(numbering: &'a Numbering, limits: &'a Limits) -> Self {
        Self {
            limits,
            numbering,
            counters: Counters::default(),
            blocks: Vec::new(),
            rows: Vec::new(),
            row: RowTexts::default(),
            cell: None,
            paragraphs: 0,
            tables: 0,
            lines: limits.lines,
            cells: limits.cells,
            is_full: false,
            after_gap: true,
            notes: Vec::new(),
        }
    }

    /// Takes a paragraph; `false` where there are more than the limit.
    pub(super) fn push(&mut self, paragraph: Paragraph) -> bool {
        let is_cell = paragraph.ends_cell || paragraph.properties.is_in_table();
        let Some(lines) = self.lines.checked_sub(1) else {
            if !std::mem::replace(&mut self.is_full, true) {
                self.note(NoteCode::LimitReached, self.place(is_cell), self.limits.lines.to_string());
            }
            return false;
        };
        self.lines = lines;
        if !is_cell {
            self.end_table();
            self.paragraphs += 1;
        }
        let place = self.place(is_cell);
        let hidden = paragraph.hidden.trim();
        if !hidden.is_empty() {
            self.note(NoteCode::HiddenContent, place.clone(), hidden.to_owned());
        }
        let properties = &paragraph.properties;
        if is_cell && properties.is_row_end {
            self.end_row(paragraph);
            return true;
        }
        let content = paragraph.text.get(trimmed(&paragraph.text, 0..paragraph.text.len())).unwrap_or_default();
        let list = properties.list.map(|list| (list, usize::from(properties.level)));
        let label = list.and_then(|(list, level)| self.counters.count(self.numbering, list, level)).unwrap_or_default();
        let text = labelled(label.trim(), content);
        if is_cell {
            join(self.cell.get_or_insert_default(), &text);
            if paragraph.ends_cell {
                self.row.texts.extend(self.cell.take());
            }
        } else if text.is_empty() {
            self.after_gap = true;
        } else {
            let after_gap = std::mem::take(&mut self.after_gap);
            let (heading, text) = (properties.heading, Text::new(text, place));
            self.blocks.push(Block::Paragraph(govplan_document::Paragraph { heading, text, after_gap }));
        }
        true
    }

    /// Where the paragraph that comes next stands.
    fn place(&self, is_cell: bool) -> Place {
        match is_cell {
            true => Place::in_table(self.tables + 1, self.rows.len() + 1, self.row.texts.len() + 1),
            false => Place::in_paragraph(self.paragraphs),
        }
    }

    fn note(&mut self, code: NoteCode, place: Place, found: String) {
        self.notes.push(Note { code, place: Some(place), found });
    }

    fn end_row(&mut self, end: Paragraph) {
        self.row.texts.extend(self.cell.take());
        let row = RowTexts { division: end.properties.row, ..std::mem::take(&mut self.row) };
        self.rows.push(row);
    }

    fn end_table(&mut self) {
        self.row.texts.extend(self.cell.take());
        if !self.row.texts.is_empty() {
            self.rows.push(std::mem::take(&mut self.row));
        }
        if self.rows.is_empty() {
            return;
        }
        self.tables += 1;
        let rows = std::mem::take(&mut self.rows);
        let table = table(self.tables, rows, self.limits, &mut self.cells, &mut self.notes);
        self.blocks.push(Block::Table(table));
        self.after_gap = false;
    }

    /// Whether a table is being read, where no other text can stand.
    pub(super) fn is_in_table(&self) -> bool {
        !self.rows.is_empty() || !self.row.texts.is_empty() || self.cell.is_some()
    }

    /// The blocks as far as they are read; the next ones count on.
    pub(super) fn take(&mut self) -> Vec<Block> {
        self.end_table();
        self.after_gap = true;
        std::mem::take(&mut self.blocks)
    }
}
