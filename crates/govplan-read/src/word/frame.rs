use super::item::{Cell, Item, Merge, Passage, Row, Table};
use super::properties::Properties;
use super::styles::Styled;
use super::xml::Element;
use govplan_document::AsideKind;
use std::rc::Rc;

/// An element that is open, with what has been read of it.
pub(super) enum Frame {
    /// One that says nothing of its own.
    Through,
    Paragraph(Box<Paragraph>),
    ParagraphProperties,
    Run(Run),
    RunProperties,
    /// Characters, and whether the white space around them counts.
    Characters {
        text: String,
        keeps_space: bool,
    },
    /// The text of a text box.
    TextBox,
    Table(Table),
    Row {
        row: Row,
        is_deleted: bool,
    },
    RowProperties,
    Cell {
        cell: Box<Cell>,
        flow: Flow,
        is_deleted: bool,
    },
    CellProperties,
    Aside(AsideKind, Flow),
    /// Content in several branches, and whether one of those that are read held text.
    Alternate {
        is_answered: bool,
    },
    /// One of the branches, and how much text stood before it.
    Branch {
        before: usize,
    },
}

/// Items that follow each other.
#[derive(Default)]
pub(super) struct Flow {
    pub(super) items: Vec<Item>,
    /// Text whose paragraph mark is deleted: it stands before that of the next paragraph.
    carried: Option<Box<Paragraph>>,
}

impl Flow {
    /// The start of the paragraph that follows, where a deleted paragraph mark stands before it.
    pub(super) fn take_carried(&mut self) -> Option<Box<Paragraph>> {
        self.carried.take()
    }

    /// Keeps a paragraph whose mark is deleted for the next one.
    pub(super) fn carry(&mut self, paragraph: Box<Paragraph>) {
        self.carried = Some(paragraph);
    }

    /// Adds an item.
    pub(super) fn push(&mut self, item: Item) {
        self.flush();
        self.items.push(item);
    }

    /// All items.
    pub(super) fn finish(mut self) -> Vec<Item> {
        self.flush();
        self.items
    }

    /// A deleted paragraph mark that no paragraph follows parts all the same.
    fn flush(&mut self) {
        if let Some(carried) = self.carried.take() {
            self.items.push(Item::Passage(carried.passage()));
        }
    }
}

/// A paragraph.
#[derive(Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) hidden: String,
    /// What it says of itself; what is hidden is its mark.
    pub(super) properties: Properties,
    pub(super) styled: Rc<Styled>,
    pub(super) is_mark_deleted: bool,
}

impl Paragraph {
    /// The paragraph as it stands.
    pub(super) fn passage(self) -> Passage {
        let outline = self.properties.outline.or(self.styled.properties.outline);
        let heading = outline.filter(|level| *level < BODY_TEXT).map(|level| level + 1);
        Passage { text: self.text, heading, is_contents: self.styled.is_contents, hidden: self.hidden }
    }
}

/// The outline level of what is no heading (ECMA-376 Part 1 §17.3.1.20).
const BODY_TEXT: u8 = 9;

/// A run.
#[derive(Default)]
pub(super) struct Run {
    pub(super) properties: Properties,
    /// Whether its style hides it.
    pub(super) is_hidden_by_style: Option<bool>,
}

/// Takes what a cell says of its columns and merges, by its name in Office Open XML or in Word 2003 XML.
pub(super) fn take_cell_property(cell: &mut Cell, element: &Element<'_>) {
    let merge = || match element.value().as_deref() {
        Some("restart" | "rest") => Merge::Restart,
        _ => Merge::Continue,
    };
    match element.name() {
        "gridSpan" => cell.column_span = element.number().unwrap_or(1).max(1),
        "vMerge" | "vmerge" => cell.down = Some(merge()),
        "hMerge" | "hmerge" => cell.across = Some(merge()),
        _ => {}
    }
}

/// Adds a cell to a row of at most so many columns; what is beyond stands in the last cell.
pub(super) fn push_cell(row: &mut Row, mut cell: Cell, limit: usize) {
    match row.cells.last_mut() {
        Some(last) if row.columns >= limit => {
            last.is_blank = last.is_blank && cell.is_blank;
            last.items.append(&mut cell.items);
            row.is_long = true;
        }
        _ => {
            cell.column = row.columns.min(limit.saturating_sub(1));
            row.columns = cell.column.saturating_add(cell.column_span);
            row.cells.push(cell);
        }
    }
}
