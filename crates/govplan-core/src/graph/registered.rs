//! The organs of a graph that a register knows.

use super::NodeId;
use crate::{Plan, RegisterIndex, RegisteredOrgan, Resolution, ResolveContext};
use chrono::NaiveDate;
use std::collections::{HashMap, VecDeque};

/// Which node each organ of a register is.
pub(super) struct Registered<'a> {
    index: &'a RegisterIndex<'a>,
    /// By key; for looking up, never for walking.
    nodes: HashMap<&'a str, NodeId>,
    /// Each organ with its node and the day of the plan that names it first, in the order of nodes.
    organs: Vec<(NodeId, &'a RegisteredOrgan, Option<NaiveDate>)>,
    /// Members of collectives that are still to be looked at.
    members: VecDeque<(NodeId, &'a RegisteredOrgan)>,
}

impl<'a> Registered<'a> {
    pub(super) fn new(index: &'a RegisterIndex<'a>) -> Self {
        Self { index, nodes: HashMap::new(), organs: Vec::new(), members: VecDeque::new() }
    }

    /// The organ that a plan means by a name, and its node: `next` where it has none yet.
    pub(super) fn named(&mut self, name: &str, plan: &Plan, next: NodeId) -> Option<(NodeId, &'a RegisteredOrgan)> {
        let context = ResolveContext { issuers: &plan.head.issuers, on: plan.head.issued_on };
        match self.index.resolve(name, &context) {
            Resolution::Found { organ, .. } => Some((self.of_register(organ, context.on, next), organ)),
            Resolution::Open { .. } => None,
        }
    }

    /// The node of an organ: `next` where it has none yet.
    pub(super) fn of_register(&mut self, organ: &'a RegisteredOrgan, day: Option<NaiveDate>, next: NodeId) -> NodeId {
        let id = *self.nodes.entry(organ.id.as_str()).or_insert(next);
        if id == next {
            self.organs.push((id, organ, day));
            if organ.is_collective() {
                let members = organ.members_on(day).filter_map(|member| self.index.organ(member));
                self.members.extend(members.map(|member| (id, member)));
            }
        }
        id
    }

    /// The next collective and one of its members, once each.
    pub(super) fn next_member(&mut self) -> Option<(NodeId, &'a RegisteredOrgan)> {
        self.members.pop_front()
    }

    pub(super) fn day_of(&self, organ: NodeId) -> Option<NaiveDate> {
        let place = self.organs.binary_search_by_key(&organ, |(id, ..)| *id).ok()?;
        self.organs.get(place).and_then(|(_, _, day)| *day)
    }

    /// Organs and those above them that are both in the graph.
    pub(super) fn parents(&self) -> impl Iterator<Item = (NodeId, NodeId)> {
        self.organs.iter().filter_map(|(id, organ, day)| {
            let parent = organ.parent_on(*day)?;
            Some((*self.nodes.get(parent.as_str())?, *id))
        })
    }

    /// Every name in the register of the organs, those left out that several have.
    pub(super) fn names(&self) -> HashMap<&'a str, NodeId> {
        let mut names: HashMap<&str, Option<NodeId>> = HashMap::new();
        for (id, organ, _) in &self.organs {
            for dated in &organ.names {
                let own = names.entry(&dated.name).or_insert(Some(*id));
                *own = own.filter(|own| own == id);
            }
        }
        names.into_iter().filter_map(|(name, id)| Some((name, id?))).collect()
    }
}
