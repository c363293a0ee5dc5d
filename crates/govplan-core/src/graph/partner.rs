use super::{Graph, NodeId, WorkItem};
use crate::Role;
use std::collections::BTreeMap;

/// An organ that has a part in requirements of another, and in which.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Partner<'g, 'a> {
    /// The organ.
    pub organ: NodeId,
    /// Its canonical name.
    pub name: &'a str,
    /// The requirements that both have a part in, in the order of the plans.
    pub shared: Vec<SharedWork<'g, 'a>>,
}

/// A requirement that two organs have a part in.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SharedWork<'g, 'a> {
    /// The requirement.
    pub item: &'g WorkItem<'a>,
    /// Roles of the organ that was asked for.
    pub own: Vec<Role>,
    /// Roles of its partner.
    pub other: Vec<Role>,
}

impl<'a> Graph<'a> {
    /// Who works with an organ, and on what: those that share most with it first, then in the order of organs.
    ///
    /// Takes time linear in the number of assignments of its requirements, times the logarithm of the number of its partners.
    #[must_use]
    pub fn partners(&self, organ: NodeId) -> Vec<Partner<'_, 'a>> {
        let mut partners: BTreeMap<NodeId, Vec<SharedWork<'_, 'a>>> = BTreeMap::new();
        for (requirement, own) in self.roles_by_requirement(organ) {
            let Some(item) = self.item(requirement) else { continue };
            let mut others: BTreeMap<NodeId, Vec<Role>> = BTreeMap::new();
            for (other, role) in self.holders(requirement).filter(|(other, _)| *other != organ) {
                others.entry(other).or_default().push(role);
            }
            for (other, roles) in others {
                partners.entry(other).or_default().push(SharedWork { item, own: own.clone(), other: roles });
            }
        }
        let named = partners.into_iter();
        let mut partners: Vec<_> = named
            .filter_map(|(organ, shared)| Some(Partner { organ, name: self.organ(organ)?.name, shared }))
            .collect();
        partners.sort_by_key(|partner| std::cmp::Reverse(partner.shared.len()));
        partners
    }

    /// The requirements that an organ has a part in, each once, with its roles.
    pub(super) fn roles_by_requirement(&self, organ: NodeId) -> Vec<(NodeId, Vec<Role>)> {
        let mut requirements: Vec<(NodeId, Vec<Role>)> = Vec::new();
        for (requirement, role) in self.roles(organ) {
            // What an organ has to do in one requirement stands together: the links come in the order of the plans.
            match requirements.last_mut().filter(|(last, _)| *last == requirement) {
                Some((_, roles)) => roles.push(role),
                None => requirements.push((requirement, vec![role])),
            }
        }
        requirements
    }
}
