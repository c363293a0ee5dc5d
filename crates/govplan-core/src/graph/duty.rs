use super::{EdgeKind, Graph, NodeId, UnknownOrgan, WorkItem};
use crate::{Assignment, Role};
use std::collections::BTreeSet;

/// An organ's part in one requirement.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Duty<'g, 'a> {
    /// The requirement, with what stands above it.
    pub item: &'g WorkItem<'a>,
    /// The organ's role, as printed, inherited or not.
    pub assignment: &'a Assignment,
    /// The collective that is assigned, where the organ has the duty as a member of it.
    pub through: Option<&'g str>,
}

/// Which duties of an organ are asked for: by default those that it is assigned itself, in every role.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct DutyQuery {
    /// Only those of this role.
    pub role: Option<Role>,
    /// Also those of the closed collectives that it is a member of.
    pub is_expanded: bool,
}

impl DutyQuery {
    /// What the organ is assigned itself and as a member of closed collectives.
    #[must_use]
    pub fn expanded() -> Self {
        Self { is_expanded: true, ..Self::default() }
    }

    /// Only the duties of a role.
    #[must_use]
    pub fn of_role(self, role: Role) -> Self {
        Self { role: Some(role), ..self }
    }
}

impl<'a> Graph<'a> {
    /// What an organ has to do, in the order of the plans; the organ goes by its canonical name or an alias.
    ///
    /// Where organs of several plans have the name, the duties of all of them. Takes time linear in the number of plans and
    /// of duties.
    ///
    /// # Errors
    /// A name that no organ of the plans has.
    pub fn duties(&self, organ: &str) -> Result<Vec<Duty<'_, 'a>>, UnknownOrgan> {
        let organs = self.find(organ)?;
        Ok(organs.into_iter().flat_map(|organ| self.duties_of(organ, DutyQuery::default())).collect())
    }

    /// What one organ has to do, in the order of the plans.
    ///
    /// Takes time linear in the number of its duties; with those of collectives in theirs, times its logarithm.
    #[must_use]
    pub fn duties_of(&self, organ: NodeId, query: DutyQuery) -> Vec<Duty<'_, 'a>> {
        let mut duties = self.own_duties(organ, query.role, None);
        if query.is_expanded {
            for collective in self.collectives_of(organ) {
                let name = self.organ(collective).map(|organ| organ.name);
                duties.extend(self.own_duties(collective, query.role, name));
            }
            duties.sort_by_key(|(requirement, _)| *requirement);
        }
        duties.into_iter().map(|(_, duty)| duty).collect()
    }

    fn own_duties<'g>(
        &'g self,
        organ: NodeId,
        role: Option<Role>,
        through: Option<&'g str>,
    ) -> Vec<(NodeId, Duty<'g, 'a>)> {
        let duties = self.edges_from(organ).filter_map(|edge| {
            let assignment = edge.assignment?;
            let is_asked = role.is_none_or(|role| assignment.role == role);
            let item = self.item(edge.target).filter(|_| is_asked)?;
            Some((edge.target, Duty { item, assignment, through }))
        });
        duties.collect()
    }

    /// Collectives that an organ is a member of, directly or through others, each once, the nearest first; in time linear
    /// in their memberships.
    #[must_use]
    pub fn collectives_of(&self, organ: NodeId) -> Vec<NodeId> {
        self.joined(organ, |node| {
            self.edges_to(node).filter(|(_, kind)| *kind == EdgeKind::Member).map(|(source, _)| source).collect()
        })
    }

    /// Members of a collective, directly or through others, each once, the nearest first; in time linear in memberships.
    #[must_use]
    pub fn members_of(&self, collective: NodeId) -> Vec<NodeId> {
        self.joined(collective, |node| {
            self.edges_from(node).filter(|edge| edge.kind == EdgeKind::Member).map(|edge| edge.target).collect()
        })
    }

    /// What is joined to a node step by step, without itself.
    fn joined(&self, start: NodeId, next: impl Fn(NodeId) -> Vec<NodeId>) -> Vec<NodeId> {
        let mut seen = BTreeSet::from([start]);
        let mut found = vec![start];
        let mut at = 0;
        while let Some(node) = found.get(at).copied() {
            found.extend(next(node).into_iter().filter(|other| seen.insert(*other)));
            at += 1;
        }
        found.remove(0);
        found
    }
}
