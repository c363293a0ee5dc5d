use super::essence::{essential, hashed};
use crate::check::Context;
use crate::check::context::task;
use crate::{Located, Requirement, Timing, TimingKind};
use chrono::NaiveDate;
use std::borrow::Cow;

/// Fewest characters of a text that is a duty of its own; a shorter one (抓好落实) may rightly stand twice.
const LENGTH: usize = 8;

/// Requirements of one text, two or more, in the order of the plan.
pub(super) type Same<'c> = Vec<&'c Located<'c, Requirement>>;

/// Every text that stands twice with the requirements that say it.
pub(super) fn sames<'c>(context: &'c Context<'_>) -> impl Iterator<Item = Same<'c>> {
    let all: &[Located<'_, Requirement>] = &context.requirements;
    context.same_texts().iter().map(|same| same.iter().filter_map(|index| all.get(*index)).collect())
}

/// Every text that stands twice, by the places of the requirements that say it. Of the rows of one task that differ in
/// their units only the first counts: one text stands over several of them.
pub(in crate::check) fn same_texts(context: &Context<'_>) -> Vec<Vec<usize>> {
    let texts = context
        .duties()
        .iter()
        .enumerate()
        .filter_map(|(index, duty)| (duty.length >= LENGTH).then_some((duty.hash, duty.length, index)));
    let mut texts: Vec<(u64, usize, usize)> = texts.collect();
    texts.sort_unstable();
    let runs = texts.chunk_by(|one, next| (one.0, one.1) == (next.0, next.1)).filter(|run| run.len() > 1);
    let same = runs.map(|run| distinct(context, run));
    let mut same: Vec<Vec<usize>> = same.filter(|same| same.len() > 1).collect();
    same.sort_unstable();
    same
}

/// What a requirement's text asks for, without the days that it sets for it.
pub(in crate::check) struct Duty<'a> {
    pub(super) text: Cow<'a, str>,
    hash: u64,
    length: usize,
}

impl<'a> Duty<'a> {
    pub(in crate::check) fn of(requirement: &'a Requirement) -> Self {
        let mut text = Cow::Borrowed(requirement.text.as_deref().unwrap_or_default());
        let dated = requirement.timings.iter().filter(|timing| timing.end.is_some());
        for raw in dated.filter_map(|timing| timing.raw.as_deref()) {
            if text.contains(raw) {
                text = Cow::Owned(text.replacen(raw, "", 1));
            }
        }
        let (hash, length) = hashed(&text);
        Self { text, hash, length }
    }
}

/// Those of a run that say the same as the first, each task's rows with other units left out.
fn distinct(context: &Context<'_>, run: &[(u64, usize, usize)]) -> Vec<usize> {
    let mut text: Option<&str> = None;
    let mut before: Option<&Located<'_, Requirement>> = None;
    let is_kept = |index: &usize| {
        let (Some(duty), Some(requirement)) = (context.duties().get(*index), context.requirements.get(*index)) else {
            return false;
        };
        let is_same = essential(text.get_or_insert(&duty.text)).eq(essential(&duty.text));
        let is_row = |last: &Located<'_, Requirement>| {
            let are_items = last.item.label.is_some() && last.item.label != requirement.item.label;
            task(last) == task(requirement) && units(last).ne(units(requirement)) && !are_items
        };
        let is_kept = is_same && !before.is_some_and(is_row);
        if is_kept {
            before = Some(requirement);
        }
        is_kept
    };
    run.iter().map(|(.., index)| *index).filter(is_kept).collect()
}

fn units<'c>(requirement: &'c Located<'_, Requirement>) -> impl Iterator<Item = &'c str> {
    requirement.item.assignments.iter().map(|assignment| assignment.unit.as_str())
}

/// The last day for a requirement's completion, or else for its first step, where that time limit sets one.
pub(super) fn end(requirement: &Requirement) -> Option<NaiveDate> {
    let is_single = |timing: &&Timing| matches!(timing.kind, TimingKind::By | TimingKind::On | TimingKind::Range);
    limit(requirement).filter(is_single)?.end
}

/// Whether two of the requirements end on different days, one of them by a day that is set: two months (3月, 9月) may be
/// two rounds of one thing.
pub(super) fn ends_differ(requirements: &[&Located<'_, Requirement>]) -> bool {
    let mut ends = requirements.iter().filter_map(|requirement| end(requirement.item));
    let is_set = |timing: &Timing| matches!(timing.kind, TimingKind::By | TimingKind::On);
    ends.next().is_some_and(|first| ends.any(|end| end != first))
        && requirements.iter().filter_map(|requirement| limit(requirement.item)).any(is_set)
}

/// The time limit of a requirement's completion, or else of its first step.
fn limit(requirement: &Requirement) -> Option<&Timing> {
    let completion = requirement.timings.iter().find(|timing| timing.milestone.is_none());
    completion.or(requirement.timings.first())
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
