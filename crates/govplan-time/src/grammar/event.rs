//! Times that hang on an event: 自通报之日起3个月内, 文件印发后1个月内, 届满前6个月, 公示期满后, 春节前, 即日起.

use super::period::period;
use super::point::year;
use super::{Reader, Reading, Rule};
use crate::calendar::Year;
use crate::table::records;
use crate::token::{Event, Kind, Term};
use crate::{Context, Expression, Period, Step, TimingKind, counting};
use chrono::{Datelike, NaiveDate};

/// An event is named in no more tokens than these.
const LONGEST_NAME: usize = 30;

pub(super) fn event(reader: &mut Reader<'_>) -> Option<Reading> {
    // Most rules hang on the word that comes after the event: it is looked at before the event is looked for.
    let rules: &[Rule] = match reader.kind() {
        Kind::Term(Term::TheDay) => &[from_the_day],
        Kind::Term(Term::After) => &[after, expired],
        Kind::Term(Term::Before) => &[before, by_event],
        Kind::Term(Term::OneHalf) => &[ahead_of],
        Kind::Number(_) => &[ahead_of, named],
        Kind::Term(Term::From | Term::Today) => &[today],
        Kind::Event(_) | Kind::Term(Term::RelativeYear(_) | Term::FollowingYear) => &[named],
        _ => return None,
    };
    rules.iter().find_map(|rule| reader.attempt(rule))
}

/// 自通报之日起3个月内; without a period (自印发之日起) no day is set.
fn from_the_day(reader: &mut Reader<'_>) -> Option<Reading> {
    let (first, event) = name_before(reader);
    reader.need(Term::TheDay)?;
    let is_since = reader.eat(Term::Since);
    let counted = reader.attempt(|reader| {
        reader.eat(Term::After);
        reader.eat(Term::Of);
        reader.take(Kind::Comma);
        let is_limit = reader.eat(Term::AtMost);
        let period = period(reader)?;
        (reader.eat(Term::Within) || is_limit).then_some(period)
    });
    let expression = match counted {
        Some(period) => after_event(reader.context, event, period),
        None if is_since => hung_on(TimingKind::Vague, event?),
        None => return None,
    };
    Some(Reading::Time { expression, first: Some(first) })
}

/// 文件印发后1个月内, 会后3天内.
fn after(reader: &mut Reader<'_>) -> Option<Reading> {
    let (first, event) = name_before(reader);
    let event = event?;
    reader.need(Term::After)?;
    reader.take(Kind::Comma);
    reader.eat(Term::Of);
    let period = period(reader)?;
    reader.need(Term::Within)?;
    Some(Reading::Time { expression: after_event(reader.context, Some(event), period), first: Some(first) })
}

/// 届满前6个月, 会议召开前3天: by the end of a negative period.
fn before(reader: &mut Reader<'_>) -> Option<Reading> {
    let happens = matches!(
        reader.kind_before(),
        Kind::Term(Term::Happening | Term::Ended | Term::Doing | Term::Completing | Term::Milestone)
    );
    let (first, event) = name_before(reader);
    let event = event.filter(|_| happens)?;
    reader.need(Term::Before)?;
    let Period { n, unit } = period(reader)?;
    let period = Some(Period { n: -n, unit });
    let expression = Expression { period, ..hung_on(TimingKind::By, event) };
    Some(Reading::Time { expression, first: Some(first) })
}

/// 会议召开10日前: the same, the event first.
fn ahead_of(reader: &mut Reader<'_>) -> Option<Reading> {
    let (first, event) = name_before(reader);
    let happens = (first..reader.at).any(|at| matches!(reader.kind_at(at), Kind::Term(Term::Happening | Term::Ended)));
    let event = event.filter(|_| happens)?;
    let Period { n, unit } = period(reader)?;
    reader.need(Term::Before)?;
    let expression = Expression { period: Some(Period { n: -n, unit }), ..hung_on(TimingKind::By, event) };
    Some(Reading::Time { expression, first: Some(first) })
}

/// 项目验收前 in a cell: by an event. In running text it only says what comes first.
fn by_event(reader: &mut Reader<'_>) -> Option<Reading> {
    let happens = matches!(
        reader.kind_before(),
        Kind::Term(Term::Happening | Term::Ended | Term::Doing | Term::Completing | Term::Milestone)
    );
    let (first, event) = name_before(reader);
    let event = event.filter(|_| happens && reader.cell)?;
    reader.need(Term::Before)?;
    Some(Reading::Time { expression: hung_on(TimingKind::By, event), first: Some(first) })
}

/// 公示期满后: after an event, without a limit.
fn expired(reader: &mut Reader<'_>) -> Option<Reading> {
    let happens = matches!(reader.kind_before(), Kind::Term(Term::Happening | Term::Ended));
    let (first, event) = name_before(reader);
    let event = event.filter(|_| happens)?;
    reader.need(Term::After)?;
    Some(Reading::Time { expression: hung_on(TimingKind::AfterEvent, event), first: Some(first) })
}

/// 即日起 is at once; 即日起再用一个月的时间 ends.
fn today(reader: &mut Reader<'_>) -> Option<Reading> {
    reader.eat(Term::From);
    let from = reader.at;
    reader.need(Term::Today)?;
    let event = reader.printed(from..reader.at);
    reader.need(Term::Since)?;
    let counted = reader.attempt(|reader| {
        reader.take(Kind::Comma);
        let is_used = reader.eat(Term::Using);
        let period = period(reader)?;
        let is_named = reader.eat(Term::Duration);
        (reader.eat(Term::Within) || is_used && is_named).then_some(period)
    });
    Some(Reading::time(match counted {
        Some(period) => from_issue(reader.context, event, period),
        None => immediate(reader.context),
    }))
}

/// 春节前, 国庆节前, 4月15日全民国家安全教育日当天, 国家扶贫日前后.
fn named(reader: &mut Reader<'_>) -> Option<Reading> {
    let year = year(reader).unwrap_or(Year::Bare);
    let begin = reader.at;
    let event = reader.map(|kind| match kind {
        Kind::Event(event) => Some(event),
        _ => None,
    })?;
    // 春节到来前 is before it begins, 春节结束前 before it ends.
    let ends = reader.eat(Term::Ended);
    reader.eat_any(&[Term::Happening, Term::Since]);
    let printed = reader.printed(begin..reader.at).unwrap_or(event.name);
    let mark = reader.map(|kind| match kind {
        Kind::Term(mark @ (Term::Before | Term::Around | Term::SameDay | Term::After | Term::During)) => Some(mark),
        _ => None,
    })?;
    if matches!(mark, Term::Around | Term::After | Term::During) {
        return Some(Reading::time(hung_on(TimingKind::Vague, printed)));
    }
    let kind = if mark == Term::Before { TimingKind::By } else { TimingKind::On };
    if ends || !event.has_days() {
        return Some(Reading::time(hung_on(kind, printed)));
    }
    Some(Reading::time(on_event(reader, kind, year, event)))
}

/// The day of an event of the calendar, or the one before it. A bare year's that the document's issue has overtaken is the
/// next one (春节前 in August); New Year's Day opens a plan's year, so that without a date of issue either may be meant.
fn on_event(reader: &Reader<'_>, kind: TimingKind, year: Year, event: &Event) -> Expression {
    let undated = Expression { event: Some(event.name.to_owned()), ..Expression::new(kind) };
    let (printed, mut steps) = match reader.years().year(year) {
        Ok(found) => found,
        Err(reason) => return undated.because(reason),
    };
    let issued = reader.context.issued.filter(|_| year == Year::Bare);
    let is_over = |day: NaiveDate| issued.is_some_and(|issued| day <= issued);
    let day = match event.day(printed) {
        Some(day) if is_over(day) => event.day(printed.saturating_add(1)),
        Some(day) if year == Year::Bare && issued.is_none() && day.ordinal() == 1 => None,
        day => day,
    };
    let Some(day) = day else { return hung_on(kind, event.name) };
    if day.year() != printed {
        steps.push(Step::new("event_after_issue").with("event", event.name).with("year", day.year()));
    }
    let (start, end, code) = match kind {
        TimingKind::On => (Some(day), Some(day), "event_day"),
        _ => (None, day.pred_opt(), "event_eve"),
    };
    let date = end.unwrap_or(day);
    Expression { start, end, steps, ..undated }.because(Step::new(code).with("event", event.name).with("date", date))
}

/// The name of the event that ends before the next token, and the token that it begins with, 自 with it.
fn name_before<'t>(reader: &Reader<'t>) -> (usize, Option<&'t str>) {
    let least = reader.floor.max(reader.at.saturating_sub(LONGEST_NAME));
    let mut first = reader.at;
    while let Some(before) = first.checked_sub(1).filter(|before| *before >= least) {
        match reader.kind_at(before) {
            Kind::Term(Term::From) => return (before, reader.printed(first..reader.at)),
            Kind::Term(Term::At | Term::Lead)
            | Kind::Comma
            | Kind::Stop
            | Kind::Colon
            | Kind::Open
            | Kind::Close
            | Kind::Quote => return (first, reader.printed(first..reader.at)),
            _ => first = before,
        }
    }
    let is_cut = first > reader.floor;
    if is_cut { (reader.at, None) } else { (first, reader.printed(first..reader.at)) }
}

/// Within a period of an event; dated where the event is the issue of the document itself.
fn after_event(context: &Context, event: Option<&str>, period: Period) -> Expression {
    match event {
        Some(event) if period.n > 0 && is_issue(event) => from_issue(context, Some(event), period),
        Some(event) => Expression { period: Some(period), ..hung_on(TimingKind::AfterEvent, event) },
        None => unnamed(TimingKind::AfterEvent, period),
    }
}

/// A period after or before an event that the expression does not name.
pub(super) fn unnamed(kind: TimingKind, period: Period) -> Expression {
    Expression { period: Some(period), ..Expression::new(kind) }.because(Step::new("event_unnamed"))
}

fn hung_on(kind: TimingKind, event: &str) -> Expression {
    let expression = Expression { event: Some(event.to_owned()), ..Expression::new(kind) };
    expression.because(Step::new("event_undated").with("event", event))
}

/// A period from the date of issue.
fn from_issue(context: &Context, event: Option<&str>, period: Period) -> Expression {
    let (start, step) = issued(context);
    let event = event.map(str::to_owned);
    let begun = Expression { start, event, period: Some(period), ..Expression::new(TimingKind::AfterEvent) };
    let begun = begun.because(step);
    match start.and_then(|start| counting::from_event(start, period)) {
        Some((end, step)) => Expression { end: Some(end), ..begun }.because(step),
        None => begun,
    }
}

/// At once: from the date of issue.
pub(super) fn immediate(context: &Context) -> Expression {
    let (start, step) = issued(context);
    Expression { start, ..Expression::new(TimingKind::Immediate) }.because(step)
}

/// The date of issue and the step that says so.
pub(super) fn issued(context: &Context) -> (Option<NaiveDate>, Step) {
    match context.issued {
        Some(date) => (Some(date), Step::new("issued_on").with("date", date)),
        None => (None, Step::new("issue_unknown")),
    }
}

/// Whether an event is the issue of the document at hand: 印发, 本通知印发, 发文.
fn is_issue(event: &str) -> bool {
    records(include_str!("../../data/issue_verbs.csv"))
        .any(|[verb]| event.strip_suffix(verb).is_some_and(|what| what.is_empty() || what.starts_with('本')))
}
