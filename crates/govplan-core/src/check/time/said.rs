//! What the rules of time share: how a timing is named, and findings at one or several of them.

use crate::check::{Part, Rule};
use crate::{Finding, Message, Plan, Related, Requirement, Step, Timing, TimingKind};
use chrono::{Datelike, NaiveDate};
use govplan_time::scan;

/// A timing as printed, else its last or first day.
pub(super) fn printed(timing: &Timing) -> String {
    let day = || timing.end.or(timing.start).map(|day| day.to_string());
    timing.raw.clone().or_else(day).unwrap_or_else(|| timing.id.to_string())
}

/// A finding of a rule at a timing.
pub(super) fn at(rule: &'static Rule, timing: &Part<'_, Timing>, message: Message) -> Finding {
    Finding {
        pointer: Some(timing.pointer()),
        place: timing.place.cloned(),
        subject: Some(timing.owner.to_owned()),
        found: Some(printed(timing.item)),
        ..rule.finding(message)
    }
}

/// One finding for timings of one cause: it stands at the first, the others belong to it.
pub(super) fn together(rule: &'static Rule, timings: &[Part<'_, Timing>], message: Message) -> Option<Finding> {
    let (first, others) = timings.split_first()?;
    Some(Finding { related: others.iter().map(related).collect(), ..at(rule, first, message) })
}

pub(super) fn related(timing: &Part<'_, Timing>) -> Related {
    Related::new(Some(timing.pointer()), timing.place.cloned(), Some(printed(timing.item)))
}

/// The different texts of some timings in the order of the plan, the first few of them.
pub(super) fn wordings(timings: &[Part<'_, Timing>]) -> String {
    const MOST: usize = 4;
    let mut different: Vec<&str> = Vec::new();
    for raw in timings.iter().filter_map(|timing| timing.item.raw.as_deref()) {
        if different.len() <= MOST && !different.contains(&raw) {
            different.push(raw);
        }
    }
    let more = if different.len() > MOST { "…" } else { "" };
    different.into_iter().take(MOST).collect::<Vec<_>>().join("、") + more
}

/// Whether a timing sets days on which something is over: its last day counts as a time limit.
pub(super) fn is_dated(timing: &Timing) -> bool {
    timing.end.is_some() && is_single(timing)
}

/// Whether a timing is of a kind that names days of the calendar once.
pub(super) fn is_single(timing: &Timing) -> bool {
    matches!(timing.kind, TimingKind::By | TimingKind::On | TimingKind::Range)
}

/// The step of a code, where it led to a timing's days or says why there are none.
pub(super) fn step<'t>(timing: &'t Timing, code: &str) -> Option<&'t Step> {
    timing.steps.iter().find(|step| step.code == code)
}

/// What dates of a plan's texts that print no year go by: the year that it covers, else that of issue.
pub(super) fn dates_of(plan: &Plan) -> govplan_time::Context {
    let issued = plan.head.issued_on;
    let year = match plan.period.map(|period| (period.start, period.end)) {
        Some((Some(start), Some(end))) if start.year() == end.year() => Some(start.year()),
        Some(_) => None,
        None => issued.map(|issued: NaiveDate| issued.year()),
    };
    govplan_time::Context { issued, year, ..govplan_time::Context::default() }
}

/// Whether a column without a header, which is named by its number, holds a time: it may be that of the time limits.
pub(super) fn has_headless_time(requirement: &Requirement) -> bool {
    let is_headless = |header: &str| header.bytes().all(|byte| byte.is_ascii_digit());
    let mut cells = requirement.cells.iter().filter(|(header, _)| is_headless(header));
    cells.any(|(_, text)| !scan(text, &govplan_time::Context::default()).is_empty())
}
