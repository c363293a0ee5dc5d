//! Which expressions of time are a requirement's deadlines, and what they come to.

use crate::draft::{Deadline, DraftRequirement};
use crate::head::titles;
use chrono::{Datelike, NaiveDate};
use govplan_core::{Origin, PeriodUnit, PlanPeriod, Timing, TimingId, TimingKind};
use govplan_document::Text;
use govplan_time::{Context, Expression, YearSource, parse, scan, unread};
use std::ops::Range;

/// An expression with where it stands.
pub(crate) struct Found {
    expression: Expression,
    raw: Text,
    origin: Origin,
    inherited: bool,
}

/// What a date without a year takes its year from: the plan's period where that is one year, else the date of issue.
///
/// A plan of several years gives none.
pub(crate) fn context(period: Option<PlanPeriod>, issued: Option<NaiveDate>) -> Context {
    let year_of = |date: Option<NaiveDate>| date.map(|date| date.year());
    let (year, year_source) = match period {
        Some(period) if year_of(period.start) == year_of(period.end) => (year_of(period.start), YearSource::Title),
        Some(_) => (None, YearSource::Title),
        None => (year_of(issued), YearSource::Issued),
    };
    Context { issued, year, year_source }
}

/// The same for the notice's own paragraphs, which order what is to be done at once: under a plan of several years the date
/// of issue gives the year.
pub(crate) fn context_of_notice(of_plan: Context) -> Context {
    match (of_plan.year, of_plan.issued) {
        (None, Some(issued)) => Context { year: Some(issued.year()), year_source: YearSource::Issued, ..of_plan },
        _ => of_plan,
    }
}

/// The deadlines of a requirement: those that stand apart, else those in its text; beside a deadline that stands apart
/// the text gives none but rhythms and periods, for its dates are part of the work. Where neither gives a date the title
/// may (动员部署阶段（5月15日—5月25日）).
pub(crate) fn of_requirement(requirement: &DraftRequirement, title: Option<&Text>, context: &Context) -> Vec<Found> {
    let mut found: Vec<Found> = requirement.deadlines.iter().flat_map(|deadline| apart(deadline, context)).collect();
    let is_settled = !found.is_empty();
    let in_text = of_text(&requirement.text, context);
    found.extend(in_text.into_iter().filter(|timing| !is_settled || !is_dated(timing.expression.kind)));
    if !found.iter().any(|timing| is_dated(timing.expression.kind)) {
        found.extend(title.into_iter().flat_map(|title| of_text(title, context)));
    }
    found.extend(requirement.deadlines.iter().filter_map(unreadable));
    // Completion stands before the milestones on the way.
    found.sort_by_key(|timing| timing.expression.milestone.is_some());
    found
}

fn is_dated(kind: TimingKind) -> bool {
    matches!(kind, TimingKind::By | TimingKind::On | TimingKind::Range)
}

/// The deadlines in a running text.
pub(crate) fn of_text(text: &Text, context: &Context) -> Vec<Found> {
    let content = text.as_str();
    let titles = titles(content);
    scan(content, context)
        .into_iter()
        .filter(|expression| !is_inside(&titles, &expression.span))
        .filter(|expression| is_duty(content, expression))
        .map(|expression| Found {
            raw: text.slice(expression.span.clone()),
            expression,
            origin: Origin::Text,
            inherited: false,
        })
        .collect()
}

/// Whether a range stands in one of the titles, which come in order.
fn is_inside(titles: &[Range<usize>], range: &Range<usize>) -> bool {
    let before = titles.partition_point(|title| title.start <= range.start);
    before.checked_sub(1).and_then(|last| titles.get(last)).is_some_and(|title| range.end <= title.end)
}

/// A deadline that stands apart: a column's cell as a whole, of a phrase the expression alone.
fn apart(deadline: &Deadline, context: &Context) -> Vec<Found> {
    let found = |expression: Expression| {
        let raw = if deadline.is_whole { deadline.text.clone() } else { deadline.text.slice(expression.span.clone()) };
        Found { expression, raw, origin: deadline.origin, inherited: deadline.inherited }
    };
    let content = deadline.text.as_str();
    parse(content, context).into_iter().map(found).collect()
}

/// The cell of a column of deadlines that prints a date and cannot be typed: it stays as it is printed, and settles nothing.
fn unreadable(deadline: &Deadline) -> Option<Found> {
    let expression = Some(deadline).filter(|deadline| deadline.is_cell).and_then(|cell| unread(cell.text.as_str()))?;
    let Deadline { text, origin, inherited, .. } = deadline;
    Some(Found { expression, raw: text.clone(), origin: *origin, inherited: *inherited })
}

/// Whether an expression in running text sets this duty a time.
///
/// A service limit (5个工作日以内办结), an effect date (自…起施行) and the manner of a verb (持续推进改革) do not.
fn is_duty(text: &str, expression: &Expression) -> bool {
    let range = expression.span.clone();
    let printed = text.get(range.clone()).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    match expression.kind {
        TimingKind::Continuous if expression.start.is_none() && expression.end.is_none() => {
            let is_manner = ["持续", "继续", "不断"].iter().any(|word| printed.starts_with(word));
            // 常态化开展 says when; 常态化、制度化 and 常态化机制 say what kind.
            let ends = after.is_empty() || after.starts_with(['、', '，', '。', '；', '的', '机', '和']);
            let is_kind = printed == "常态化" && ends;
            !is_manner && !is_kind
        }
        TimingKind::Continuous => !starts_effect(after),
        // What takes effect, or holds from an event on (自批准之日起), asks for no work by then.
        TimingKind::Vague => expression.start.is_none() && !printed.ends_with('起'),
        // Without an event, months and years are the plan's own; days are a limit of the service (3日内办结).
        TimingKind::AfterEvent => {
            let unit = expression.period.map(|period| period.unit);
            expression.event.is_some()
                || matches!(unit, Some(PeriodUnit::Month | PeriodUnit::Year)) && printed.ends_with('内')
        }
        TimingKind::Range | TimingKind::On => !is_mention(text, &range),
        _ => true,
    }
}

/// Whether what follows makes the expression the day on which a rule takes effect.
fn starts_effect(after: &str) -> bool {
    ["施行", "实施", "执行", "生效"].iter().any(|word| after.starts_with(word))
}

/// Whether a date only names something: 2020年政府工作报告, 2018—2020年行动计划, 比2015年下降.
fn is_mention(text: &str, range: &Range<usize>) -> bool {
    const NAMED: [&str; 6] = ["行动", "计划", "规划", "方案", "实施", "工作"];
    let after = text.get(range.end..).unwrap_or_default();
    let before = text.get(..range.start).unwrap_or_default();
    let printed = text.get(range.clone()).unwrap_or_default();
    let years = printed.strip_suffix('年').unwrap_or_default();
    if !years.is_empty() && years.chars().all(|c| c.is_ascii_digit()) {
        return before.ends_with(['比', '较']) || !after.starts_with(['，', '、', ',', '。']) && !after.is_empty();
    }
    let is_years = !years.is_empty() && years.chars().all(|c| c.is_ascii_digit() || "-—–－~～至年".contains(c));
    is_years && NAMED.iter().any(|word| after.trim_start_matches(['）', ')']).starts_with(word))
}

impl Found {
    /// The timing, with its id.
    pub(crate) fn timing(self, id: TimingId) -> Timing {
        let mut timing = Timing::of_expression(id, self.expression);
        timing.place = self.raw.place(0..self.raw.as_str().len());
        timing.raw = Some(self.raw.as_str().to_owned()).filter(|raw| !raw.is_empty());
        timing.origin = Some(self.origin);
        timing.inherited = self.inherited;
        timing
    }
}
