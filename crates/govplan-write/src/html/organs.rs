use super::counter::Counter;
use crate::label::{label, word};
use govplan_core::{Graph, Language, Role, Workload};
use serde::Serialize;
use std::collections::BTreeMap;

/// An organ and how much work it has.
#[derive(Serialize)]
pub(super) struct Organ {
    /// Its number on the page.
    pub(super) n: usize,
    pub(super) name: String,
    aliases: Vec<String>,
    /// How many duties it has in each role.
    duties: BTreeMap<Role, usize>,
    pub(super) total: usize,
    /// Its duties in percent of those of the organ that has most.
    share: usize,
}

/// The organs of a plan, by every name that they go by.
pub(super) struct Organs<'a> {
    pub(super) list: Vec<Organ>,
    numbers: BTreeMap<&'a str, usize>,
}

impl<'a> Organs<'a> {
    /// The organs of a plan's graph, in its order.
    pub(super) fn of(graph: &Graph<'a>, counter: &mut Counter) -> Self {
        let loads: Vec<(usize, Workload<'a>)> = graph.organs().map(|load| (counter.next(), load)).collect();
        let most = loads.iter().map(|(_, load)| load.total()).max().unwrap_or_default().max(1);
        let mut numbers = BTreeMap::new();
        for (n, load) in &loads {
            numbers.entry(load.name).or_insert(*n);
        }
        // A name of its own comes before an alias of another.
        for (n, load) in &loads {
            for alias in load.unit.iter().flat_map(|unit| &unit.aliases) {
                numbers.entry(alias).or_insert(*n);
            }
        }
        let list = loads.iter().map(|(n, load)| Organ {
            n: *n,
            name: load.name.to_owned(),
            aliases: load.unit.map(|unit| unit.aliases.clone()).unwrap_or_default(),
            duties: load.duties.clone(),
            total: load.total(),
            share: load.total() * 100 / most,
        });
        Self { list: list.collect(), numbers }
    }

    /// The number of the organ of a name.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }
}

/// A role, in words and as a letter.
#[derive(Serialize)]
pub(super) struct RoleName {
    /// As code.
    pub(super) name: &'static str,
    word: String,
    letter: String,
}

impl RoleName {
    pub(super) fn new(role: Role, language: Language) -> Self {
        let name = role.as_str();
        let letter = label(&format!("letter.{name}"), language).to_owned();
        Self { name, word: word("role", role, language), letter }
    }
}
