//! Work that belongs to nobody, that nobody leads, and that hangs on one organ alone.

use super::{Graph, NodeId, WorkItem};
use crate::Role;
use std::collections::BTreeSet;

impl<'a> Graph<'a> {
    /// Requirements that no organ is assigned to, in linear time.
    pub fn without_unit(&self) -> impl Iterator<Item = &WorkItem<'a>> {
        self.items().filter(|item| item.requirement.assignments.is_empty())
    }

    /// Requirements that several organs are assigned to and none leads, in linear time.
    pub fn without_lead(&self) -> impl Iterator<Item = &WorkItem<'a>> {
        let leaderless = self.requirements.iter().filter(|requirement| {
            let organs: BTreeSet<NodeId> = self.holders(**requirement).map(|(organ, _)| organ).collect();
            organs.len() > 1 && self.holders(**requirement).all(|(_, role)| role != Role::Lead)
        });
        leaderless.filter_map(|requirement| self.item(*requirement))
    }

    /// Organs that have duties and only cooperate in all of them, in linear time.
    pub fn only_cooperating(&self) -> impl Iterator<Item = NodeId> {
        self.organs.iter().copied().filter(|organ| {
            let mut roles = self.roles(*organ).map(|(_, role)| role).peekable();
            roles.peek().is_some() && roles.all(|role| role == Role::Cooperating)
        })
    }

    /// Requirements that one organ carries alone, each with it, in linear time.
    pub fn carried_alone(&self) -> impl Iterator<Item = (&WorkItem<'a>, NodeId)> {
        self.requirements.iter().filter_map(|requirement| {
            let mut organs = self.holders(*requirement).map(|(organ, _)| organ);
            let first = organs.next()?;
            organs.all(|other| other == first).then_some((self.item(*requirement)?, first))
        })
    }
}
