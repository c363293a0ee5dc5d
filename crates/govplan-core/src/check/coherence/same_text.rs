use super::essence::{essential, hashed};
use crate::{Located, Requirement, TimingKind};
use chrono::NaiveDate;
use std::borrow::Cow;

/// Fewest characters of a text that is a duty of its own; a shorter one (抓好落实) may rightly stand twice.
const LENGTH: usize = 8;

/// Requirements of one text, two or more, in the order of the plan.
pub(super) type Same<'c> = Vec<&'c Located<'c, Requirement>>;

/// Every text that stands twice with the requirements that say it. Of the rows of one task that differ in their units
/// only the first counts: one text stands over several of them.
pub(super) fn same_texts<'c>(all: &'c [Located<'c, Requirement>]) -> Vec<Same<'c>> {
    let texts = all.iter().enumerate().filter_map(|(index, requirement)| {
        let (hash, length) = hashed(&duty(requirement.item));
        (length >= LENGTH).then_some((hash, length, index))
    });
    let mut texts: Vec<(u64, usize, usize)> = texts.collect();
    texts.sort_unstable();
    let mut same: Vec<(usize, Same<'c>)> = Vec::new();
    for run in texts.chunk_by(|one, next| (one.0, one.1) == (next.0, next.1)).filter(|run| run.len() > 1) {
        let Some((_, _, first)) = run.first() else { continue };
        let requirements: Same<'c> = run.iter().filter_map(|(.., index)| all.get(*index)).collect();
        let requirements = distinct(requirements);
        if requirements.len() > 1 {
            same.push((*first, requirements));
        }
    }
    same.sort_by_key(|(first, _)| *first);
    same.into_iter().map(|(_, requirements)| requirements).collect()
}

/// What a requirement's text asks for, without the days that it sets for it.
pub(super) fn duty(requirement: &Requirement) -> Cow<'_, str> {
    let mut duty = Cow::Borrowed(requirement.text.as_deref().unwrap_or_default());
    let dated = requirement.timings.iter().filter(|timing| timing.end.is_some());
    for raw in dated.filter_map(|timing| timing.raw.as_deref()) {
        if duty.contains(raw) {
            duty = Cow::Owned(duty.replacen(raw, "", 1));
        }
    }
    duty
}

/// Those that say the same as the first, each task's rows with other units left out.
fn distinct<'c>(requirements: Same<'c>) -> Same<'c> {
    let Some(first) = requirements.first().copied() else { return requirements };
    let text = duty(first.item);
    let is_same = |requirement: &&Located<'_, Requirement>| essential(&duty(requirement.item)).eq(essential(&text));
    let mut kept: Same<'c> = vec![first];
    for requirement in requirements.into_iter().skip(1).filter(is_same) {
        let is_row =
            kept.last().is_some_and(|last| task(last) == task(requirement) && units(last).ne(units(requirement)));
        if !is_row {
            kept.push(requirement);
        }
    }
    kept
}

/// The pointer of the task that a requirement belongs to.
fn task<'c>(requirement: &'c Located<'_, Requirement>) -> &'c str {
    requirement.pointer.rsplit_once("/requirements").map_or("", |(task, _)| task)
}

fn units<'c>(requirement: &'c Located<'_, Requirement>) -> impl Iterator<Item = &'c str> {
    requirement.item.assignments.iter().map(|assignment| assignment.unit.as_str())
}

/// The last day for a requirement's completion, or else for its first step, where that time limit sets one.
pub(super) fn end(requirement: &Requirement) -> Option<NaiveDate> {
    let completion = requirement.timings.iter().find(|timing| timing.milestone.is_none());
    completion
        .or(requirement.timings.first())
        .filter(|timing| matches!(timing.kind, TimingKind::By | TimingKind::On))?
        .end
}

/// Whether two of the requirements end on different days.
pub(super) fn ends_differ(requirements: &[&Located<'_, Requirement>]) -> bool {
    let mut ends = requirements.iter().filter_map(|requirement| end(requirement.item));
    ends.next().is_some_and(|first| ends.any(|end| end != first))
}

/// A plan whose sections hold one task each, with rows of text, unit and last day.
#[cfg(test)]
pub(super) fn plan_of(sections: &[&[(&str, &str, &str)]]) -> crate::Plan {
    use crate::{Assignment, Plan, Role, Section, SectionId, Task, Timing};
    let mut plan = Plan::new("计划".parse().unwrap());
    for (n, rows) in sections.iter().enumerate() {
        let mut section = Section::new(SectionId::top(n + 1));
        let mut task = Task::new(section.id.task(1));
        for (n, (text, unit, end)) in rows.iter().enumerate() {
            let mut requirement = Requirement::new(task.id.requirement(n + 1), *text);
            requirement.assignments.push(Assignment::new(*unit, Role::Responsible));
            let mut timing = Timing::new(requirement.id.timing(1), TimingKind::By);
            timing.end = govplan_time::parse_iso_date(end);
            requirement.timings.extend(timing.end.map(|_| timing));
            task.requirements.push(requirement);
        }
        section.tasks.push(task);
        plan.sections.push(section);
    }
    plan
}
