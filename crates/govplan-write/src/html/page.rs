//! Everything that the templates lay out.

use super::ReportedPlan;
use super::calendar::{Calendar, Due, calendar, month_name};
use super::counter::Counter;
use super::excerpt::excerpt;
use super::findings::{FindingList, Told};
use super::matrix::{Matrix, matrix};
use super::network::{Network, network};
use super::organs::{Organ, Organs, RoleName};
use super::overview::{Fact, Totals, facts, reasons, roles};
use super::rows::{Group, Rows, rows};
use super::timeline::{Timeline, timeline};
use super::timing::State;
use crate::wording::title;
use chrono::{Datelike, NaiveDate};
use govplan_core::{DueState, Graph, Language, WorkingDays};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Plans whose matrix and picture are drawn.
const MOST_DRAWN: usize = 12;
/// Months that the filter offers.
const MOST_MONTHS: usize = 240;
/// Columns of a title in a heading.
const TITLE: usize = 160;

#[derive(Serialize)]
pub(super) struct Page {
    title: String,
    today: Option<String>,
    totals: Totals,
    findings: FindingList,
    roles: Vec<RoleName>,
    states: Vec<State>,
    months: Vec<MonthName>,
    plans: Vec<PlanPart>,
    /// Plans without matrix and picture.
    undrawn: usize,
    calendar: Calendar,
    timeline: Option<Timeline>,
}

/// A month, as code and in words.
#[derive(Serialize)]
struct MonthName {
    value: String,
    name: String,
}

/// What the page tells of one plan.
#[derive(Serialize)]
struct PlanPart {
    n: usize,
    title: String,
    facts: Vec<Fact>,
    reasons: Vec<(String, usize)>,
    organs: Vec<Organ>,
    groups: Vec<Group>,
    matrix: Option<Matrix>,
    network: Option<Network>,
    findings: Vec<Told>,
}

#[derive(Default)]
struct Counters {
    organs: Counter,
    groups: Counter,
    rows: Counter,
    findings: Counter,
}

pub(super) fn page(
    plans: &[ReportedPlan<'_>],
    days: &WorkingDays,
    today: Option<NaiveDate>,
    language: Language,
) -> Page {
    let mut counters = Counters::default();
    let (mut totals, mut findings) = (Totals::default(), FindingList::default());
    let parts: Vec<(PlanPart, Rows)> = plans
        .iter()
        .enumerate()
        .map(|(i, plan)| part(i, plan, (&mut counters, &mut totals, &mut findings), language))
        .collect();
    let mut due: Vec<Due<'_>> = Vec::new();
    for (plan, (_, rows)) in plans.iter().zip(&parts) {
        due.extend(plan.schedule.due.iter().filter_map(|entry| {
            let anchor = rows.anchors.get(&entry.owner.pointer)?;
            Some((entry, anchor.as_str()))
        }));
    }
    due.sort_by_key(|(entry, _)| entry.due);
    let titles: Vec<&str> = plans.iter().map(|plan| title(plan.plan)).collect();
    Page {
        title: excerpt(&titles.join(" · "), TITLE),
        today: today.map(|day| day.to_string()),
        totals,
        findings,
        roles: roles(plans.iter().map(|plan| plan.plan), language),
        states: states(&due, language),
        months: months(&due, language),
        undrawn: parts.len().saturating_sub(MOST_DRAWN),
        calendar: calendar(&due, days, today, language),
        timeline: timeline(&due, days, today, language),
        plans: parts.into_iter().map(|(part, rows)| PlanPart { groups: rows.groups, ..part }).collect(),
    }
}

fn part(
    i: usize,
    reported: &ReportedPlan<'_>,
    sums: (&mut Counters, &mut Totals, &mut FindingList),
    language: Language,
) -> (PlanPart, Rows) {
    let ReportedPlan { plan, findings, schedule } = reported;
    let (counters, totals, list) = sums;
    let graph = Graph::new(plan);
    totals.add(plan, &graph, schedule);
    let organs = Organs::of(&graph, &mut counters.organs);
    let mut rows = rows(plan, &graph, &organs, schedule, (&mut counters.groups, &mut counters.rows), language);
    let units = organs.list.iter().zip(0..plan.units.len());
    rows.anchors.extend(units.map(|(organ, i)| (format!("/units/{i}"), format!("o{}", organ.n))));
    let (told, mut marks) = list.tell(findings, &rows.anchors, &mut counters.findings, language);
    for row in rows.groups.iter_mut().flat_map(|group| &mut group.rows) {
        row.findings = marks.remove(&format!("r{}", row.n)).unwrap_or_default();
    }
    let is_drawn = i < MOST_DRAWN;
    let matrix = is_drawn.then(|| matrix(&organs.list, &rows.tasks, &rows.involvement, language));
    let network = is_drawn.then(|| network(&organs.list, &rows.tasks, &rows.involvement));
    let mut organs = organs.list;
    // Whoever has most to do comes first.
    organs.sort_by_key(|organ| Reverse(organ.total));
    let part = PlanPart {
        n: i + 1,
        title: excerpt(title(plan), TITLE),
        facts: facts(plan, language),
        reasons: reasons(schedule, language),
        organs,
        matrix,
        network,
        groups: Vec::new(),
        findings: told,
    };
    (part, rows)
}

/// The months that something is due in.
fn months(due: &[Due<'_>], language: Language) -> Vec<MonthName> {
    let firsts: BTreeSet<NaiveDate> = due.iter().filter_map(|(entry, _)| entry.due.with_day(1)).collect();
    let month =
        |first: NaiveDate| MonthName { value: first.format("%Y-%m").to_string(), name: month_name(first, language) };
    firsts.into_iter().take(MOST_MONTHS).map(month).collect()
}

/// The states that something due is in.
fn states(due: &[Due<'_>], language: Language) -> Vec<State> {
    let states: BTreeSet<DueState> = due.iter().filter_map(|(entry, _)| entry.state).collect();
    states.into_iter().map(|state| State::new(state, language)).collect()
}
