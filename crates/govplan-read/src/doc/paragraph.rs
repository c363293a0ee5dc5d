use super::bytes::{i16_at, u16_at, u32_at};
use super::pages::Run;
use super::pieces::Modifier;
use super::property::{Property, properties};
use super::row::Row;
use super::styles::Styles;
use std::cell::Cell;

/// Properties of a paragraph, as far as the text and its tables need them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Properties {
    /// Whether it stands in a table.
    pub(super) in_table: bool,
    /// Whether its mark ends a row.
    pub(super) is_row_end: bool,
    /// How many tables it stands in, one in another.
    pub(super) depth: i32,
    /// Heading level, from 1.
    pub(super) heading: Option<u8>,
    /// The list that it belongs to.
    pub(super) list: Option<i64>,
    /// Its level in the list, from 0.
    pub(super) level: u8,
    /// The row that its mark ends.
    pub(super) row: Option<Row>,
}

/// Level of text that is no heading (MS-DOC §2.6.2, sprmPOutLvl).
const BODY: u8 = 9;

/// What is needed to know the properties of a paragraph.
pub(super) struct Formatting<'a> {
    pub(super) styles: &'a Styles,
    /// The stream of long lists of properties.
    pub(super) data: &'a [u8],
    /// Bytes of that stream that may still be read.
    pub(super) budget: Cell<usize>,
}

impl Formatting<'_> {
    /// The properties of a paragraph: those of its style, its own, those of its piece.
    pub(super) fn properties(&self, run: Option<&Run<'_>>, modifier: Modifier<'_>) -> Properties {
        let style = run.map_or(0, |run| run.style);
        let mut found = self.styles.properties(style);
        for property in run.into_iter().flat_map(|run| properties(run.properties)) {
            if Property::ELSEWHERE.contains(&property.code) {
                properties(self.elsewhere(property)).for_each(|property| self.apply(&mut found, property));
            } else {
                self.apply(&mut found, property);
            }
        }
        modifier.apply(|property| self.apply(&mut found, property));
        found
    }

    fn apply(&self, found: &mut Properties, property: Property<'_>) {
        match property.code {
            // A style set anew brings its list and level; what the table is stays.
            Property::STYLE => {
                let style = self.styles.properties(u16_at(property.operand, 0).unwrap_or_default());
                (found.heading, found.list, found.level) = (style.heading, style.list, style.level);
            }
            _ => found.apply(property),
        }
    }

    /// The properties that stand in the other stream (MS-DOC §2.9.211).
    fn elsewhere(&self, property: Property<'_>) -> &[u8] {
        let list = || {
            let start = usize::try_from(u32_at(property.operand, 0)?).ok()?;
            let length = usize::try_from(i16_at(self.data, start)?).ok()?;
            self.budget.set(self.budget.get().checked_sub(length)?);
            self.data.get(start + 2..(start + 2 + length).min(self.data.len()))
        };
        list().unwrap_or_default()
    }
}

impl Properties {
    /// Takes over a property.
    pub(super) fn apply(&mut self, property: Property<'_>) {
        let operand = property.operand;
        match property.code {
            Property::IN_TABLE => self.in_table = property.is_on(),
            Property::ROW_END => self.is_row_end = property.is_on(),
            Property::TABLE_DEPTH => self.depth = u32_at(operand, 0).map_or(0, u32::cast_signed),
            Property::TABLE_DEPTH_CHANGE => {
                self.depth = self.depth.saturating_add(u32_at(operand, 0).map_or(0, u32::cast_signed));
            }
            Property::OUTLINE_LEVEL => {
                self.heading = operand.first().filter(|level| **level < BODY).map(|level| level + 1);
            }
            Property::LIST_LEVEL => self.level = operand.first().copied().unwrap_or_default(),
            // A negative number names the same list; its indents are the paragraph's own.
            Property::LIST => {
                let list = i16_at(operand, 0).map_or(0, i16::unsigned_abs);
                self.list = (1..0x07FF).contains(&list).then_some(i64::from(list));
            }
            Property::ROW => self.row = Row::read(operand),
            Property::MERGE_ACROSS => self.change_row(|row| row.merge_across(operand)),
            Property::MERGE_DOWN => self.change_row(|row| row.merge_down(operand)),
            _ => {}
        }
    }

    fn change_row(&mut self, change: impl FnOnce(&mut Row) -> Option<()>) {
        if let Some(row) = &mut self.row {
            // A change of a cell that is not there changes nothing.
            let _ = change(row);
        }
    }

    /// Whether the paragraph is part of a table.
    pub(super) fn is_in_table(&self) -> bool {
        self.in_table || self.depth > 0
    }
}
