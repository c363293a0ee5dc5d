use govplan_core::Role;
use std::collections::{BTreeMap, BTreeSet};

/// Which organs have a part in which tasks, and in which roles.
#[derive(Default)]
pub(super) struct Involvement {
    roles: BTreeMap<(usize, usize), BTreeSet<Role>>,
}

/// A task as matrix and picture head it.
#[derive(Clone)]
pub(super) struct TaskName {
    /// Number of its group on the page.
    pub(super) n: usize,
    pub(super) label: Option<String>,
    pub(super) title: Option<String>,
    /// Numbers and titles of the sections above it.
    pub(super) section: [Option<String>; 2],
}

impl Involvement {
    /// Says that an organ has a role in a task, both by their numbers.
    pub(super) fn add(&mut self, organ: usize, task: usize, role: Role) {
        self.roles.entry((organ, task)).or_default().insert(role);
    }

    /// The roles of an organ in a task, the strongest first; none where it has no part in it.
    pub(super) fn of(&self, organ: usize, task: usize) -> impl Iterator<Item = Role> {
        self.roles.get(&(organ, task)).into_iter().flatten().copied()
    }

    /// Every organ with a task of it and its strongest role there, organ by organ.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize, Role)> {
        self.roles.iter().filter_map(|((organ, task), roles)| Some((*organ, *task, *roles.first()?)))
    }

    /// The tasks that some organ has a part in.
    pub(super) fn tasks(&self) -> BTreeSet<usize> {
        self.roles.keys().map(|(_, task)| *task).collect()
    }
}
