use crate::organ::table;
use crate::{Closure, Unit, UnitKind, known_organ, printed_level};

const MEMBERS: &str = include_str!("../../../data/collective_members.csv");

/// An expression for all offices, departments or units of one organ (机关各科室), none of which leads the others.
pub(super) struct WholeOrgan<'c> {
    /// What stands before 各: the organ, as far as it is told.
    organ: &'c str,
    is_of_departments: bool,
    members: &'static str,
}

impl<'c> WholeOrgan<'c> {
    /// The expression that a unit is; absent where it is none, leaves the set open, or holds a part of it (各业务处室).
    pub(super) fn of(unit: &'c Unit) -> Option<Self> {
        unit.collective.as_ref().filter(|collective| collective.closure == Closure::Closed)?;
        table(MEMBERS).find_map(|row| {
            let [ending, kind, members] = row[..] else { return None };
            let organ = unit.name.strip_suffix(ending)?.strip_suffix('各')?;
            Some(Self { organ, is_of_departments: kind == "department", members })
        })
    }

    /// Whether a unit's name shows it to be one of those meant.
    pub(super) fn holds(&self, unit: &Unit) -> bool {
        let has_ending = self.members.split(';').any(|ending| !ending.is_empty() && unit.name.ends_with(ending));
        if unit.collective.is_some() || !has_ending {
            return false;
        }
        if !self.is_of_departments {
            // An office of this organ has no other organ's name before its own.
            let is_office = unit.kind.is_none_or(|kind| kind == UnitKind::InternalOffice);
            return is_office && printed_level(&unit.name).is_none();
        }
        let is_department = unit.kind.is_none_or(|kind| kind == UnitKind::Department);
        let level = known_organ(&unit.name).and_then(|organ| organ.level);
        is_department && level.is_some() && self.organ.chars().next() == level
    }
}
