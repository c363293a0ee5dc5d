use super::grid::grid;
use super::item::{Item, Passage, Table, lines};
use super::story::Story;
use crate::Limits;
use govplan_document::{Aside, AsideKind, Block, Document, Note, NoteCode, Paragraph, Place, Text};

/// The document of a story that is read: its items counted, each in its place.
pub(super) fn assemble(story: Story<'_, '_>, limits: &Limits) -> Document {
    let Story { definitions, body, asides, changes, is_full, is_cut, .. } = story;
    let mut assembly = Assembly::new(limits);
    let blocks = assembly.blocks(body.finish());
    let contents = std::mem::take(&mut assembly.contents);
    let end = Place::in_paragraph(assembly.paragraphs);
    let mut kept = vec![Aside { kind: AsideKind::Navigation, blocks: contents }];
    kept.extend(asides.into_iter().map(|(kind, items)| Aside { kind, blocks: assembly.blocks(items) }));
    kept.retain(|aside| !aside.blocks.is_empty());
    let mut notes = std::mem::take(&mut definitions.notes);
    let mut note = |is_so: bool, code, place, found: usize| {
        if is_so {
            notes.push(Note { code, place, found: found.to_string() });
        }
    };
    note(changes > 0, NoteCode::TrackedChanges, None, changes);
    note(is_cut, NoteCode::LimitReached, None, limits.depth);
    note(is_full, NoteCode::LimitReached, Some(end), limits.lines);
    notes.append(&mut assembly.notes);
    notes.sort_by(|one, other| one.place.cmp(&other.place));
    Document { blocks, asides: kept, notes, ..Document::default() }
}

/// A document as far as it is put together.
struct Assembly<'l> {
    limits: &'l Limits,
    blocks: Vec<Block>,
    /// The table of contents.
    contents: Vec<Block>,
    notes: Vec<Note>,
    paragraphs: usize,
    tables: usize,
    /// Cells that tables may still have; none once a table had to be cut.
    cells_left: Option<usize>,
    /// Whether an empty line stands before what comes next.
    after_gap: bool,
}

impl<'l> Assembly<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            blocks: Vec::new(),
            contents: Vec::new(),
            notes: Vec::new(),
            paragraphs: 0,
            tables: 0,
            cells_left: Some(limits.cells),
            after_gap: true,
        }
    }

    /// The blocks of a text.
    fn blocks(&mut self, items: Vec<Item>) -> Vec<Block> {
        self.after_gap = true;
        self.add(items);
        std::mem::take(&mut self.blocks)
    }

    fn add(&mut self, items: Vec<Item>) {
        for item in items {
            match item {
                Item::Passage(passage) => self.add_passage(&passage),
                Item::Table(table) if table.is_layout() => self.add_layout(table),
                Item::Table(table) => self.add_table(&table),
            }
        }
    }

    /// A block for each line.
    fn add_passage(&mut self, passage: &Passage) {
        self.paragraphs += 1;
        let place = Place::in_paragraph(self.paragraphs);
        if !passage.hidden.is_empty() {
            let place = Some(place.clone());
            self.notes.push(Note { code: NoteCode::HiddenContent, place, found: passage.hidden.clone() });
            if lines(&passage.text).next().is_none() {
                return;
            }
        }
        let blocks = if passage.is_contents { &mut self.contents } else { &mut self.blocks };
        for line in passage.text.split('\n') {
            let Some(line) = lines(line).next() else {
                self.after_gap = true;
                continue;
            };
            let (text, after_gap) = (Text::new(line, place.clone()), std::mem::take(&mut self.after_gap));
            blocks.push(Block::Paragraph(Paragraph { heading: passage.heading, text, after_gap }));
        }
    }

    /// A table that only lays out is what stands in it.
    fn add_layout(&mut self, table: Table) {
        let cells = table.rows.into_iter().flat_map(|row| row.cells);
        for cell in cells.filter(|cell| !cell.is_covered && !cell.is_blank) {
            self.add(cell.items);
        }
    }

    fn add_table(&mut self, table: &Table) {
        self.tables += 1;
        self.after_gap = false;
        let Some(budget) = self.cells_left else { return };
        let (table, cells_left) = grid(table, self.tables, self.limits, budget, &mut self.notes);
        self.cells_left = cells_left;
        self.blocks.push(Block::Table(table));
    }
}
