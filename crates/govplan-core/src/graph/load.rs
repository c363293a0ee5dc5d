use super::{Graph, NodeId};
use crate::schedule::Owner;
use crate::{Plan, Role, Schedule};
use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// How much a duty in each role counts, in hundredths of a duty of which an organ bears all.
///
/// There is no standard for it: the usual weights are a convention (lead 100, responsible 100, implementing 75, cooperating 50,
/// supervising 25), and a place that weighs otherwise says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleWeights {
    /// Of a lead unit (牵头).
    pub lead: u32,
    /// Of a responsible unit (责任).
    pub responsible: u32,
    /// Of a unit that takes part (配合).
    pub cooperating: u32,
    /// Of a unit that watches over the work (督导).
    pub supervising: u32,
    /// Of a unit that carries the work out in its own place (落实).
    pub implementing: u32,
}

impl Default for RoleWeights {
    fn default() -> Self {
        Self { lead: 100, responsible: 100, cooperating: 50, supervising: 25, implementing: 75 }
    }
}

impl RoleWeights {
    /// The weight of a role, in hundredths.
    #[must_use]
    pub fn of(&self, role: Role) -> u32 {
        match role {
            Role::Lead => self.lead,
            Role::Responsible => self.responsible,
            Role::Cooperating => self.cooperating,
            Role::Supervising => self.supervising,
            Role::Implementing => self.implementing,
        }
    }
}

/// A month of a year; `2020-09` as text and as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Month {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u32,
}

impl From<NaiveDate> for Month {
    fn from(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.month)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A number of duties and what they weigh.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Burden {
    /// How many.
    pub duties: usize,
    /// What they weigh, in hundredths.
    pub weight: u64,
}

impl Burden {
    fn add(&mut self, weight: u32) {
        self.duties += 1;
        self.weight += u64::from(weight);
    }
}

/// How much work an organ has, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Load<'a> {
    /// The organ.
    pub organ: NodeId,
    /// Its canonical name.
    pub name: &'a str,
    /// How many duties it has in each role.
    pub roles: BTreeMap<Role, usize>,
    /// All its duties.
    pub total: Burden,
    /// What is due in each month, every round of what comes again by itself.
    pub months: BTreeMap<Month, Burden>,
    /// What goes on without a day of its own.
    pub standing: Burden,
    /// What cannot be dated: it hangs on an event, or no day is set.
    pub undated: Burden,
}

impl<'a> Graph<'a> {
    /// How much work every organ has, in the order of organs; by month from the schedules of the plans, each with its plan.
    ///
    /// Without schedules no duty is dated, standing or undated. Takes time linear in the graph, in the schedules and in the
    /// assignments of what is scheduled, times the logarithm of the number of months.
    #[must_use]
    pub fn load(&self, weights: &RoleWeights, schedules: &[(&Plan, &Schedule<'_>)]) -> Vec<Load<'a>> {
        let mut loads: HashMap<NodeId, Load<'a>> = HashMap::new();
        for organ in &self.organs {
            let Some(name) = self.organ(*organ).map(|organ| organ.name) else { continue };
            let (roles, months) = (BTreeMap::new(), BTreeMap::new());
            let (total, standing, undated) = <(Burden, Burden, Burden)>::default();
            let mut load = Load { organ: *organ, name, roles, total, months, standing, undated };
            for (_, role) in self.roles(*organ) {
                *load.roles.entry(role).or_default() += 1;
                load.total.add(weights.of(role));
            }
            loads.insert(*organ, load);
        }
        let items = self.requirements.iter().filter_map(|id| Some((self.item(*id)?, *id)));
        let requirements: HashMap<_, NodeId> =
            items.map(|(item, id)| (key(item.plan, item.requirement.id.as_str()), id)).collect();
        for (plan, schedule) in schedules {
            let mut each = |owner: &Owner<'_>, add: &dyn Fn(&mut Load<'a>, u32)| {
                let Some(requirement) = requirements.get(&key(plan, owner.id)) else { return };
                for (organ, role) in self.holders(*requirement) {
                    if let Some(load) = loads.get_mut(&organ) {
                        add(load, weights.of(role));
                    }
                }
            };
            for entry in &schedule.due {
                let month = Month::from(entry.due);
                each(&entry.owner, &|load, weight| load.months.entry(month).or_default().add(weight));
            }
            for entry in &schedule.standing {
                each(&entry.owner, &|load, weight| load.standing.add(weight));
            }
            let open = schedule.periods.iter().map(|entry| &entry.owner);
            for owner in open.chain(schedule.undated.iter().map(|entry| &entry.owner)) {
                each(owner, &|load, weight| load.undated.add(weight));
            }
        }
        self.organs.iter().filter_map(|organ| loads.remove(organ)).collect()
    }
}

/// What a requirement goes by among plans: where its plan lies, as two may have one id, and its own id.
fn key<'i>(plan: &Plan, id: &'i str) -> (*const Plan, &'i str) {
    (std::ptr::from_ref(plan), id)
}
