use super::{Position, Region};
use govplan_document::{Aside, AsideKind, Block, Paragraph, Place, Text};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// A sheet as its format gives it: the cells that hold something, and what the file says about their rows and columns.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// Whether the sheet is damaged; it holds what could be read.
    pub(super) damaged: bool,
    /// What each cell shows, without white space at its ends; never blank.
    pub(super) cells: BTreeMap<Position, String>,
    /// Merged regions, in the order of the file.
    pub(super) regions: Vec<Region>,
    pub(super) hidden_rows: Vec<RangeInclusive<u32>>,
    pub(super) hidden_columns: Vec<RangeInclusive<u32>>,
    /// Comments and the cells that they are about.
    pub(super) comments: Vec<(Position, String)>,
}

impl Sheet {
    /// A sheet that holds nothing yet.
    pub(super) fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Text of a cell, in its place.
    pub(super) fn text(&self, position: Position, content: impl Into<String>) -> Text {
        Text::new(content, Place::in_sheet(&self.name, &position.to_string()))
    }

    /// The comments, each in the place of its cell.
    pub(super) fn asides(&self) -> impl Iterator<Item = Aside> {
        self.comments.iter().filter_map(|(position, content)| {
            let content = super::cell_text::clean(content);
            let text = self.text(*position, content.as_ref());
            let paragraph = Paragraph { text, ..Paragraph::default() };
            let aside = Aside { kind: AsideKind::Comment, blocks: vec![Block::Paragraph(paragraph)] };
            (!content.is_empty()).then_some(aside)
        })
    }
}
