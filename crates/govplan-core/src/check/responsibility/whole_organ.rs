use crate::organ::{is_state_department, table};
use crate::{Closure, Unit, UnitKind, known_organ, printed_level};

/// What the members of an expression are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Members {
    Offices,
    Departments,
    StateDepartments,
    Governments,
}

const MEMBERS: &str = include_str!("../../../data/collective_members.csv");

/// An expression for all offices, departments or units of one organ (机关各科室), or for all governments of a level (各区、
/// 县级市), none of which leads the others.
pub(super) struct WholeOrgan<'c> {
    /// What stands before 各: the organ, as far as it is told.
    organ: &'c str,
    kind: Members,
    /// Members that the plan names.
    listed: &'c [String],
    /// The endings of their names, divided by `;`.
    endings: &'static str,
}

impl<'c> WholeOrgan<'c> {
    /// The expression that a unit is; absent where it is none, leaves the set open, or holds a part of it (各业务处室).
    pub(super) fn of(unit: &'c Unit) -> Option<Self> {
        let collective = unit.collective.as_ref().filter(|collective| collective.closure == Closure::Closed)?;
        table(MEMBERS).find_map(|row| {
            let [ending, kind, endings] = row[..] else { return None };
            let kind = match kind {
                "government" => Members::Governments,
                "department" => Members::Departments,
                "state_department" => Members::StateDepartments,
                _ => Members::Offices,
            };
            let organ = match kind {
                Members::Governments => places(&unit.name).filter(|places| places.ends_with(ending))?,
                Members::StateDepartments => unit.name.strip_suffix(ending)?,
                _ => unit.name.strip_suffix(ending)?.strip_suffix('各')?,
            };
            Some(Self { organ, kind, listed: &collective.members, endings })
        })
    }

    /// Whether it means governments, each of which does the work in its own place.
    pub(super) fn is_of_places(&self) -> bool {
        self.kind == Members::Governments
    }

    /// Whether the plan lists a unit among those meant, or its name shows it to be one of them.
    pub(super) fn holds(&self, unit: &Unit) -> bool {
        if self.listed.contains(&unit.name) {
            return true;
        }
        let name = unit.name.strip_suffix("人民政府").unwrap_or(&unit.name);
        let mut endings = self.endings.split(';').filter(|ending| !ending.is_empty());
        let is_any = self.kind == Members::StateDepartments && self.endings.is_empty();
        let has_ending = is_any || endings.any(|ending| name.ends_with(ending));
        if unit.collective.is_some() || !has_ending {
            return false;
        }
        let is = |wanted: UnitKind| unit.kind.is_none_or(|kind| kind == wanted);
        match self.kind {
            // An office of this organ has no other organ's name before its own.
            Members::Offices => is(UnitKind::InternalOffice) && printed_level(&unit.name).is_none(),
            Members::Departments => {
                let level = known_organ(&unit.name).and_then(|organ| organ.level);
                is(UnitKind::Department) && level.is_some() && self.organ.chars().next() == level
            }
            Members::StateDepartments => is_state_department(&unit.name),
            // A zone is no district.
            Members::Governments => {
                let level = name.chars().next_back();
                is(UnitKind::Government)
                    && name.chars().count() > 2
                    && !["新区", "发区", "园区", "范区", "理区"].iter().any(|zone| name.ends_with(zone))
                    && level.is_some_and(|level| self.organ.contains(level))
            }
        }
    }
}

/// The levels that an expression for governments names: 区、县级市 of 各区、县级市, 县（市、区） of 各县（市、区）政府.
fn places(name: &str) -> Option<&str> {
    let rest = name.strip_prefix('各')?;
    let rest = rest.strip_suffix("人民政府").or_else(|| rest.strip_suffix("政府")).unwrap_or(rest);
    rest.chars().all(|c| "市县区旗镇乡级街道（）()、".contains(c)).then_some(rest)
}
