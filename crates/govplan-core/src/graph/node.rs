use super::WorkItem;
use crate::{Assignment, Located, Person, Plan, RegisteredOrgan, Role, Section, Task, Unit};
use serde::Serialize;

/// Number of a node in its graph, from 0: organs, persons and work in the order in which the plans name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    /// The number.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }
}

/// What a node of a graph is.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Node<'a> {
    /// An organ.
    Organ(Organ<'a>),
    /// A person: one for each name and post in a plan.
    Person {
        /// Plan that names the person.
        plan: &'a Plan,
        /// The person.
        person: &'a Person,
    },
    /// A section of a plan.
    Section {
        /// Plan that it belongs to.
        plan: &'a Plan,
        /// The section.
        section: Located<'a, Section>,
    },
    /// A task of a plan.
    Task {
        /// Plan that it belongs to.
        plan: &'a Plan,
        /// The task.
        task: Located<'a, Task>,
    },
    /// A requirement.
    Requirement(WorkItem<'a>),
}

/// An organ of a graph.
///
/// Organs of two plans are two, also where their names are alike (办公室), unless a register says that they are one.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Organ<'a> {
    /// Canonical name.
    pub name: &'a str,
    /// The first plan that names it; absent where none does and it is known from a register as the member of a collective.
    pub plan: Option<&'a Plan>,
    /// The organ in the index of that plan; absent where the index does not hold it.
    pub unit: Option<&'a Unit>,
    /// The organ in the register; absent where there is no register, or where it does not know the name.
    pub registered: Option<&'a RegisteredOrgan>,
}

/// What an edge of a graph says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EdgeKind {
    /// An organ has a role in a requirement.
    Role(Role),
    /// A person is named beside a requirement, with a role or without.
    Person(Option<Role>),
    /// A section holds a section or a task, a task a requirement.
    Contains,
    /// An organ stands above another.
    Above,
    /// A collective has an organ as a member.
    Member,
    /// A requirement states that it goes by another item of its plan.
    DependsOn,
}

impl EdgeKind {
    /// Every kind; the number of a kind is its place here.
    const ALL: [Self; 15] = [
        Self::Role(Role::Lead),
        Self::Role(Role::Responsible),
        Self::Role(Role::Cooperating),
        Self::Role(Role::Supervising),
        Self::Role(Role::Implementing),
        Self::Person(None),
        Self::Person(Some(Role::Lead)),
        Self::Person(Some(Role::Responsible)),
        Self::Person(Some(Role::Cooperating)),
        Self::Person(Some(Role::Supervising)),
        Self::Person(Some(Role::Implementing)),
        Self::Contains,
        Self::Above,
        Self::Member,
        Self::DependsOn,
    ];

    /// The name that JSON uses; an edge of a role goes by its role.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Role(role) => role.as_str(),
            Self::Person(_) => "person",
            Self::Contains => "contains",
            Self::Above => "above",
            Self::Member => "member",
            Self::DependsOn => "depends_on",
        }
    }

    /// The role that it gives, to an organ or a person.
    #[must_use]
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Role(role) => Some(role),
            Self::Person(role) => role,
            _ => None,
        }
    }

    pub(super) fn number(self) -> u8 {
        let place = Self::ALL.iter().position(|kind| *kind == self);
        place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
    }

    pub(super) fn of_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

/// An edge of a graph.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Edge<'a> {
    /// Node that it starts from.
    pub source: NodeId,
    /// Node that it leads to.
    pub target: NodeId,
    /// What it says.
    pub kind: EdgeKind,
    /// The assignment, where it is the role of an organ.
    pub assignment: Option<&'a Assignment>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_its_number() {
        for kind in EdgeKind::ALL {
            assert_eq!(EdgeKind::of_number(kind.number()), Some(kind));
        }
        for role in Role::ALL {
            assert!(EdgeKind::Role(role).number() < 5 && EdgeKind::Person(Some(role)).number() < 15);
        }
        assert_eq!(EdgeKind::of_number(u8::MAX), None);
    }
}
