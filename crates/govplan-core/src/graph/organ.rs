use super::NodeId;
use crate::{Role, Unit};
use govplan_time::Language;
use std::collections::BTreeMap;
use std::fmt;

/// An organ and how much work it has.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Workload<'a> {
    /// The organ.
    pub organ: NodeId,
    /// Canonical name.
    pub name: &'a str,
    /// The organ in the plan's index; absent where the index does not hold it.
    pub unit: Option<&'a Unit>,
    /// How many assignments it has in each role.
    pub duties: BTreeMap<Role, usize>,
}

impl Workload<'_> {
    /// How many assignments it has in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.duties.values().sum()
    }
}

/// A name that no organ of the plan has, with the nearest one that some organ has.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownOrgan {
    /// The name asked for.
    pub name: String,
    /// The name or alias most like it; absent where none is half alike.
    pub nearest: Option<String>,
}

impl UnknownOrgan {
    pub(super) fn new<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Self {
        let mut best = (0.5, None);
        for candidate in known {
            let likeness = strsim::normalized_levenshtein(name, candidate);
            if likeness > best.0 || (likeness >= best.0 && best.1.is_none()) {
                best = (likeness, Some(candidate));
            }
        }
        Self { name: name.to_owned(), nearest: best.1.map(str::to_owned) }
    }

    /// The message, in one language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match (language, &self.nearest) {
            (Language::Chinese, Some(nearest)) => format!("计划中没有单位`{}`，最接近的是`{nearest}`", self.name),
            (Language::Chinese, None) => format!("计划中没有单位`{}`", self.name),
            (Language::English, Some(nearest)) => {
                format!("no organ `{}` in the plan, the nearest is `{nearest}`", self.name)
            }
            (Language::English, None) => format!("no organ `{}` in the plan", self.name),
        }
    }
}

impl fmt::Display for UnknownOrgan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for UnknownOrgan {}
