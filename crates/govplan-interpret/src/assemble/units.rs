//! The index of organs: every organ that is assigned work, once, under one name.

use crate::draft::{Draft, DraftSection};
use crate::vocabulary::unit_kind_of;
use govplan_core::{Unit, UnitKind, collective, is_same_organ, known_organ};
use std::collections::BTreeMap;

/// The organs of a plan, in the order in which they are first named.
#[derive(Debug, Default)]
pub(super) struct Units {
    list: Vec<Unit>,
    /// Every name, canonical or alias, to the place of its organ in the list.
    by_name: BTreeMap<String, usize>,
    /// Places of the organs of each functional type: those that may be one with a new name.
    by_function: BTreeMap<&'static str, Vec<usize>>,
}

impl Units {
    /// The organs that a draft assigns work.
    pub(super) fn of(draft: &Draft) -> Self {
        let mut units = Self::default();
        for section in &draft.sections {
            units.add_section(section);
        }
        units
    }

    fn add_section(&mut self, section: &DraftSection) {
        for party in section.tasks.iter().flat_map(|task| &task.requirements).flat_map(|part| &part.parties) {
            self.index_of(&party.unit);
        }
        for below in &section.sections {
            self.add_section(below);
        }
    }

    /// The canonical name of an organ; one that is not in the index yet is added.
    pub(super) fn name_of(&mut self, name: &str) -> String {
        let index = self.index_of(name);
        self.list.get(index).map_or_else(|| name.to_owned(), |unit| unit.name.clone())
    }

    fn index_of(&mut self, name: &str) -> usize {
        if let Some(index) = self.by_name.get(name) {
            return *index;
        }
        // A bracket that opens in one width and closes in the other is a slip within one name.
        if name.contains('（') && name.contains(')') || name.contains('(') && name.contains('）') {
            let index = self.index_of(&name.replace('(', "（").replace(')', "）"));
            self.by_name.insert(name.to_owned(), index);
            return index;
        }
        let function = known_organ(name).and_then(|organ| organ.function);
        let candidates = function.and_then(|function| self.by_function.get(function)).into_iter().flatten();
        let same =
            candidates.copied().find(|index| self.list.get(*index).is_some_and(|unit| is_same_organ(&unit.name, name)));
        let index = match same {
            Some(index) => {
                self.merge(index, name);
                index
            }
            None => {
                self.list.push(unit(name));
                let index = self.list.len() - 1;
                if let Some(function) = function {
                    self.by_function.entry(function).or_default().push(index);
                }
                index
            }
        };
        self.by_name.insert(name.to_owned(), index);
        index
    }

    /// Gives an organ another name; the longer of the two is the canonical one.
    fn merge(&mut self, index: usize, name: &str) {
        let Some(unit) = self.list.get_mut(index) else { return };
        let is_fuller = name.chars().count() > unit.name.chars().count();
        let alias = if is_fuller { std::mem::replace(&mut unit.name, name.to_owned()) } else { name.to_owned() };
        if !unit.aliases.contains(&alias) {
            unit.aliases.push(alias);
        }
    }

    pub(super) fn into_list(self) -> Vec<Unit> {
        self.list
    }
}

/// An organ, with what its name tells.
fn unit(name: &str) -> Unit {
    let mut unit = Unit::new(name);
    unit.collective = collective(name);
    unit.kind = Some(match unit.collective {
        Some(_) => UnitKind::Collective,
        None => unit_kind_of(name).unwrap_or(UnitKind::Unknown),
    });
    unit.function = known_organ(name).and_then(|organ| organ.function).map(str::to_owned);
    unit
}
