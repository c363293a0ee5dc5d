use super::Graph;
use crate::{PlanId, RequirementId, Role};
use std::collections::{BTreeMap, BTreeSet};

/// How who does what differs between two graphs: of two versions of a plan, of two years, of two lists of plans.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct GraphDifference<'a> {
    /// Names of organs that only the later graph has.
    pub organs_added: Vec<&'a str>,
    /// Names of organs that only the earlier graph has.
    pub organs_gone: Vec<&'a str>,
    /// Duties that are not the same, by requirement and organ.
    pub duties: Vec<DutyChange<'a>>,
}

/// An organ's roles in a requirement, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DutyChange<'a> {
    /// Id of the plan.
    pub plan: &'a PlanId,
    /// Id of the requirement.
    pub requirement: &'a RequirementId,
    /// Canonical name of the organ.
    pub organ: &'a str,
    /// Its roles in the earlier graph, the strongest first; none where it had no part.
    pub before: Vec<Role>,
    /// Its roles in the later graph; none where it has no part.
    pub after: Vec<Role>,
}

type Duties<'a> = BTreeMap<(&'a PlanId, &'a RequirementId, &'a str), BTreeSet<Role>>;

impl<'a> Graph<'a> {
    /// How a later graph differs from this one.
    ///
    /// Organs go by their canonical names, requirements by the ids of their plan and of themselves, which stay what they are
    /// when a plan is edited: plans of two ids have no requirement in common. Takes time linear in both graphs, times the
    /// logarithm of the number of duties.
    #[must_use]
    pub fn difference(&self, later: &Graph<'a>) -> GraphDifference<'a> {
        let (names_before, names_after) = (self.organ_names(), later.organ_names());
        let (mut before, mut after) = (self.duty_table(), later.duty_table());
        let keys: BTreeSet<_> = before.keys().chain(after.keys()).copied().collect();
        let changes = keys.into_iter().filter_map(|key| {
            let (before, after) = (before.remove(&key).unwrap_or_default(), after.remove(&key).unwrap_or_default());
            let (plan, requirement, organ) = key;
            let roles = |roles: BTreeSet<Role>| roles.into_iter().collect();
            let is_other = before != after;
            is_other.then(|| DutyChange { plan, requirement, organ, before: roles(before), after: roles(after) })
        });
        GraphDifference {
            organs_added: names_after.difference(&names_before).copied().collect(),
            organs_gone: names_before.difference(&names_after).copied().collect(),
            duties: changes.collect(),
        }
    }

    fn organ_names(&self) -> BTreeSet<&'a str> {
        self.organs.iter().filter_map(|organ| self.organ(*organ)).map(|organ| organ.name).collect()
    }

    fn duty_table(&self) -> Duties<'a> {
        let mut duties = Duties::new();
        for requirement in &self.requirements {
            let Some(item) = self.item(*requirement) else { continue };
            for (organ, role) in self.holders(*requirement) {
                let Some(organ) = self.organ(organ) else { continue };
                duties.entry((&item.plan.id, &item.requirement.id, organ.name)).or_default().insert(role);
            }
        }
        duties
    }
}
