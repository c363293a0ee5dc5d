//! A plan whose task table is a ledger of eight columns, with no text twice.

use govplan::{
    Assignment, Origin, Plan, PlanId, Requirement, Role, Section, SectionId, Task, Timing, TimingKind, Unit,
};

/// The ledger; its rows are tasks of one requirement each.
#[must_use]
pub fn ledger(rows: usize) -> Plan {
    let mut plan = Plan::new(PlanId::unnamed());
    let mut section = Section::new(SectionId::top(1));
    section.tasks = (1..=rows).map(|row| task(&section, row)).collect();
    plan.sections.push(section);
    let organs = [2, 3].into_iter().flat_map(|column| (1..=rows).map(move |row| Unit::new(text(row, column))));
    plan.units = organs.collect();
    plan
}

fn task(section: &Section, row: usize) -> Task {
    let mut task = Task::new(section.id.task(row));
    task.label = Some(row.to_string());
    task.title = Some(text(row, 0));
    let mut requirement = Requirement::new(task.id.requirement(1), text(row, 1));
    for (role, column) in [(Role::Lead, 2), (Role::Cooperating, 3)] {
        requirement.assignments.push(Assignment::new(text(row, column), role));
    }
    let mut timing = Timing::new(requirement.id.timing(1), TimingKind::Vague);
    (timing.raw, timing.origin) = (Some(text(row, 4)), Some(Origin::Column));
    requirement.timings.push(timing);
    requirement.status = Some(text(row, 5));
    task.requirements.push(requirement);
    task
}

fn text(row: usize, column: usize) -> String {
    format!("推进政务公开标准化规范化建设工作任务{row}-{column}")
}
