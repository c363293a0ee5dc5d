use super::{RegisterIndex, RegisteredOrgan, SuccessionKind};
use chrono::NaiveDate;
use std::collections::BTreeSet;

impl<'r> RegisterIndex<'r> {
    /// The organ that has an organ's duties on a day: itself while it is there, else the one that it was merged into, and so on;
    /// absent where it ended without one, or where its duties went to several.
    ///
    /// Takes time linear in the number of changes on the way.
    #[must_use]
    pub fn successor_on(&self, organ: &'r RegisteredOrgan, day: NaiveDate) -> Option<&'r RegisteredOrgan> {
        let mut seen = BTreeSet::new();
        let mut current = organ;
        while current.abolished_on.is_some_and(|abolished| abolished <= day) {
            let mut merged = current.successors.iter().filter(|successor| successor.kind == SuccessionKind::Merged);
            let (Some(next), None) = (merged.next(), merged.next()) else { return None };
            current = self.organ(&next.organ).filter(|_| seen.insert(&current.id))?;
        }
        Some(current)
    }
}
