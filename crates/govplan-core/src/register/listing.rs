use super::{RegisterIndex, RegisteredOrgan, Resolution, ResolveContext};
use crate::{Graph, Plan, Role, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// An organ of a plan, and what a register says of its name.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListedUnit<'a> {
    /// Name in the plan.
    pub name: &'a str,
    /// The organ in the plan's index; absent where the index does not hold it.
    pub unit: Option<&'a Unit>,
    /// How many duties it has in each role.
    pub duties: BTreeMap<Role, usize>,
    /// What the register says; absent without a register.
    pub resolution: Option<Resolution<'a>>,
    /// Names of its members, where it is a collective whose members the register lists, else where the plan does.
    pub members: Vec<&'a str>,
}

impl Plan {
    /// The organs of the plan, each once, in the order of its index; with a register what their names resolve to, as of the day
    /// and the issuers of the plan, and the members of closed collectives.
    ///
    /// Takes linear time besides that of resolving.
    #[must_use]
    pub fn listed_units<'a>(&'a self, register: Option<&RegisterIndex<'a>>) -> Vec<ListedUnit<'a>> {
        let context = ResolveContext { issuers: &self.head.issuers, on: self.head.issued_on };
        let graph = Graph::new(self);
        let listed = graph.organs().filter(|organ| organ.unit.is_some() || organ.total() > 0).map(|organ| {
            let resolution = register.map(|register| register.resolve(organ.name, &context));
            let members = match (register, &resolution) {
                (Some(register), Some(Resolution::Found { organ, .. })) => {
                    let members = register.members(organ, &context).into_iter();
                    members.map(|member| member.name_on(context.on)).collect()
                }
                _ => organ.unit.into_iter().flat_map(Unit::closed_members).collect(),
            };
            ListedUnit { name: organ.name, unit: organ.unit, duties: organ.duties, resolution, members }
        });
        listed.collect()
    }
}

impl<'r> RegisterIndex<'r> {
    /// The organs that a collective stands for on a day, collectives among its members taken apart; in their order, each once.
    fn members(&self, collective: &'r RegisteredOrgan, context: &ResolveContext<'_>) -> Vec<&'r RegisteredOrgan> {
        let mut seen = BTreeSet::from([&collective.id]);
        let mut members = Vec::new();
        let mut open = vec![collective];
        while let Some(organ) = open.pop() {
            if !organ.is_collective() {
                members.push(organ);
                continue;
            }
            let below: Vec<_> = organ.members_on(context.on).filter(|id| seen.insert(*id)).collect();
            open.extend(below.into_iter().rev().filter_map(|id| self.organ(id)));
        }
        members
    }
}
