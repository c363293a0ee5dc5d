//! Who does what, at a size that no plan has: the same numbers every time.

use govplan::{Assignment, Link, Plan, PlanId, Requirement, Role, Section, SectionId, Task, Unit};

/// Requirements of a task.
const REQUIREMENTS: usize = 20;

/// Links between nodes, of four kinds, more of them to the first nodes than to the last.
#[must_use]
pub fn links(nodes: u32, count: usize) -> Vec<Link> {
    let mut chance = Chance(7);
    let link = |_| {
        let source = chance.below(nodes);
        // The least of three is among the first eighth a third of the time.
        let target = (0..3).map(|_| chance.below(nodes)).min().unwrap_or(0);
        Link { source, target, kind: chance.below(4).try_into().unwrap_or(0) }
    };
    (0..count).map(link).collect()
}

/// A plan of many organs, with as many requirements and ten times as many duties.
#[must_use]
pub fn large_plan(organs: u32) -> Plan {
    let mut chance = Chance(7);
    let mut plan = Plan::new(PlanId::unnamed());
    plan.units = (0..organs).map(|n| Unit::new(format!("{n}科"))).collect();
    let mut section = Section::new(SectionId::top(1));
    let roles = [Role::Lead, Role::Responsible, Role::Cooperating, Role::Implementing];
    for t in 1..=(organs as usize).div_ceil(REQUIREMENTS) {
        let mut task = Task::new(section.id.task(t));
        for r in 1..=REQUIREMENTS {
            let mut requirement = Requirement::new(task.id.requirement(r), "抓好落实。");
            let mut assignment = || {
                let role = roles.get(chance.below(4) as usize).copied().unwrap_or(Role::Lead);
                Assignment::new(format!("{}科", chance.below(organs)), role)
            };
            requirement.assignments = (0..10).map(|_| assignment()).collect();
            task.requirements.push(requirement);
        }
        section.tasks.push(task);
    }
    plan.sections.push(section);
    plan
}

/// Numbers that look like chance (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        u32::try_from(((mixed >> 32) * u64::from(bound)) >> 32).unwrap_or(0)
    }
}
