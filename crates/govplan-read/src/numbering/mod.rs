//! Automatic numbers of paragraphs, as Word counts and prints them in every one of its formats.

mod counters;
mod number_format;

pub(crate) use counters::{Counters, labelled};
pub(crate) use number_format::NumberFormat;

use std::collections::BTreeMap;

/// Levels of a list (ECMA-376 Part 1 §17.9.3, MS-DOC §2.9.147).
pub(crate) const LEVELS: usize = 9;

/// The lists of a document.
#[derive(Default)]
pub(crate) struct Numbering {
    pub(crate) definitions: BTreeMap<i64, Definition>,
    pub(crate) lists: BTreeMap<i64, List>,
}

/// What lists look like.
#[derive(Default)]
pub(crate) struct Definition {
    pub(crate) levels: BTreeMap<usize, Level>,
    /// The list style that this is the definition of.
    pub(crate) style: Option<String>,
    /// The list style whose definition is meant instead.
    pub(crate) link: Option<String>,
}

/// A list, which paragraphs name by its number.
#[derive(Default)]
pub(crate) struct List {
    pub(crate) definition: i64,
    pub(crate) overrides: BTreeMap<usize, Override>,
}

/// What a list does differently at a level.
#[derive(Default)]
pub(crate) struct Override {
    pub(crate) start: Option<u32>,
    pub(crate) level: Option<Level>,
}

/// A level of a list.
#[derive(Debug)]
pub(crate) struct Level {
    pub(crate) start: u32,
    pub(crate) format: NumberFormat,
    /// What is printed, with `%1` for the number of the first level.
    pub(crate) text: String,
    /// The level whose numbers begin this level anew, from 1; 0 for none; absent for any level above.
    pub(crate) restart: Option<usize>,
    /// Whether the numbers of all levels print as digits.
    pub(crate) is_legal: bool,
    /// The paragraph style that stands for this level.
    pub(crate) style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 0,
            format: NumberFormat::DECIMAL,
            text: String::new(),
            restart: None,
            is_legal: false,
            style: None,
        }
    }
}

impl Numbering {
    /// The definition of a list, by its own number.
    pub(crate) fn definition(&self, list: i64) -> Option<i64> {
        Some(self.lists.get(&list)?.definition)
    }

    /// A level of a list.
    pub(crate) fn level(&self, list: i64, level: usize) -> Option<&Level> {
        let list = self.lists.get(&list)?;
        let own = list.overrides.get(&level).and_then(|own| own.level.as_ref());
        own.or_else(|| self.definitions.get(&list.definition)?.levels.get(&level))
    }

    /// The number that a list begins a level with, where it begins it anew.
    pub(crate) fn start(&self, list: i64, level: usize) -> Option<u32> {
        self.lists.get(&list)?.overrides.get(&level)?.start
    }
}
