use super::bytes::u16_at;
use super::pages::Run;
use super::pieces::Modifier;
use super::property::{Property, properties};

/// Properties of characters, as far as they say what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Characters {
    /// Deleted by a change that nobody accepted yet.
    pub(super) is_deleted: bool,
    /// Inserted by such a change.
    pub(super) is_inserted: bool,
    pub(super) is_hidden: bool,
    /// Font and code of the symbol that stands for each.
    pub(super) symbol: Option<(u16, u16)>,
    /// Font of symbols that stand in the text themselves.
    pub(super) font: Option<u16>,
}

impl Characters {
    /// The properties of a run, and what its piece changes about them.
    pub(super) fn of(run: Option<&Run<'_>>, modifier: Modifier<'_>) -> Self {
        let mut found = Self::default();
        run.into_iter().flat_map(|run| properties(run.properties)).for_each(|property| found.apply(property));
        modifier.apply(|property| found.apply(property));
        found
    }

    fn apply(&mut self, property: Property<'_>) {
        match property.code {
            Property::DELETED => self.is_deleted = property.is_on(),
            Property::INSERTED => self.is_inserted = property.is_on(),
            Property::HIDDEN => self.is_hidden = property.is_on(),
            Property::SYMBOL => self.symbol = u16_at(property.operand, 0).zip(u16_at(property.operand, 2)),
            Property::FONT => self.font = u16_at(property.operand, 0),
            _ => {}
        }
    }
}
