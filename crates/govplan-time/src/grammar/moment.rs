//! A point of the calendar and the marks round it: 到2020年, 9月底前, 年内, 2019年7月1日起, 4月15日当天.

use super::clock::clock;
use super::period::period;
use super::point::point;
use super::recurrence::{Rounds, recurrence};
use super::{Reader, Reading};
use crate::calendar::{Aspect, Dates, Point, Unit, Year};
use crate::token::{Kind, Term};
use crate::{Alternative, Expression, PeriodUnit, Step, TimingKind, counting};

pub(super) fn moment(reader: &mut Reader<'_>) -> Option<Reading> {
    if is_unit_of_a_number(reader) {
        return None;
    }
    let until = reader.eat_any(&[Term::Until, Term::AtMost]);
    if until {
        reader.take(Kind::Colon);
        reader.eat(Term::At);
    }
    let from = !until && reader.eat(Term::From);
    let point = point(reader)?;
    if matches!(point.year, Year::Relative(offset) if offset < 0) || reader.eat(Term::SinceThen) {
        while reader.eat_any(&[Term::Before, Term::Within, Term::During, Term::Since, Term::SinceThen]) {}
        return Some(Reading::NoTime);
    }
    let dates = point.dates(reader.years());
    // 下班前 is a mark as well as a time of day.
    let time = if reader.is(Term::ClosingHour) { None } else { clock(reader) };
    let found = if reader.eat(Term::Since) {
        since(reader, &dates)
    } else if from {
        return None;
    } else {
        let found = marked(reader, point, until, &dates)?;
        going_on(reader, found)
    };
    Some(Reading::time(Expression { time: time.or(found.time), ..found }))
}

/// 年 after a number or 每 is a unit (5年内), not the year at hand.
fn is_unit_of_a_number(reader: &Reader<'_>) -> bool {
    let is_count =
        |kind| matches!(kind, Kind::Number(_) | Kind::Figure | Kind::Term(Term::Each | Term::ByRound | Term::OneHalf));
    reader.is(Term::Year) && is_count(reader.kind_before())
}

/// A point with the mark that follows, or the kind that it is alone.
fn marked(reader: &mut Reader<'_>, point: Point, until: bool, dates: &Result<Dates, Step>) -> Option<Expression> {
    let ends_on_a_day = point.at_end || matches!(point.unit, Unit::Day(..) | Unit::IssueDay(_));
    let by_the_end = || dated(TimingKind::By, dates, Aspect::End);
    Some(match reader.kind() {
        Kind::Term(Term::Before | Term::ClosingHour) if ends_on_a_day => reader.after(by_the_end()),
        Kind::Term(Term::Before) if is_counted(reader) => first_years(reader, point)?,
        Kind::Term(Term::Before) => reader.after(before(point, dates)),
        Kind::Term(Term::Beginning) => reader.after(Expression::new(TimingKind::Vague).because(Step::new("no_day"))),
        Kind::Term(Term::Within | Term::Expiry) => reader.after(by_the_end()),
        Kind::Term(Term::During) => reader.after(dated(TimingKind::Range, dates, Aspect::Whole)),
        Kind::Term(Term::SameDay) => reader.after(dated(TimingKind::On, dates, Aspect::Whole)),
        Kind::Term(Term::Around) => reader.after(Expression::new(TimingKind::Vague).because(Step::new("no_day"))),
        // 到2020年的目标 only describes what follows.
        Kind::Term(Term::Of) if until && point.unit == Unit::Year && !point.at_end => return None,
        _ if until || point.at_end => by_the_end(),
        _ => alone(reader, point, dates)?,
    })
}

/// A point with no mark. A bare year or month stands free, else it only describes what follows (2020年政府工作报告).
fn alone(reader: &Reader<'_>, point: Point, dates: &Result<Dates, Step>) -> Option<Expression> {
    let needs_room = match point.unit {
        Unit::Plan(_) => return None,
        Unit::Year => true,
        Unit::Month(_) => point.year == Year::Bare,
        _ => false,
    };
    if needs_room && !stands_free(reader) {
        return None;
    }
    Some(match (point.unit, point.year) {
        (Unit::Day(..) | Unit::IssueDay(_), _) => dated(TimingKind::On, dates, Aspect::Whole),
        (Unit::Year, Year::Relative(0)) => dated(TimingKind::By, dates, Aspect::End),
        (Unit::Year, _) if is_completed(reader) => dated(TimingKind::By, dates, Aspect::Whole),
        _ => dated(TimingKind::Range, dates, Aspect::Whole),
    })
}

/// Whether something is said to be over in the time just read: 2018年，完成.
fn is_completed(reader: &Reader<'_>) -> bool {
    let next = if reader.kind() == Kind::Comma { reader.at + 1 } else { reader.at };
    reader.kind_at(next) == Kind::Term(Term::Completing)
}

fn stands_free(reader: &Reader<'_>) -> bool {
    match reader.kind() {
        Kind::Comma | Kind::Stop | Kind::Colon | Kind::Open | Kind::Close => true,
        Kind::Term(term) => matches!(
            term,
            Term::Milestone
                | Term::Doing
                | Term::Completing
                | Term::Modality
                | Term::Continuous
                | Term::Immediate
                | Term::Lead
                | Term::And
                | Term::Each
        ),
        _ => false,
    }
}

/// An expression whose days are those of a point, or the first or last of them.
pub(super) fn dated(kind: TimingKind, dates: &Result<Dates, Step>, aspect: Aspect) -> Expression {
    let expression = Expression::new(kind);
    match dates {
        Ok(dates) => Expression {
            start: (aspect != Aspect::End).then_some(dates.first),
            end: (aspect != Aspect::Start).then_some(dates.last),
            steps: dates.steps(aspect).collect(),
            ..expression
        },
        Err(reason) => expression.because(reason.clone()),
    }
}

/// Whether 前 counts what follows it: “十四五”前两年.
fn is_counted(reader: &Reader<'_>) -> bool {
    matches!(reader.kind_at(reader.at + 1), Kind::Number(_))
}

/// The first years of a five-year plan.
fn first_years(reader: &mut Reader<'_>, point: Point) -> Option<Expression> {
    let Unit::Plan(plan) = point.unit else { return None };
    reader.need(Term::Before)?;
    let years = i32::try_from(reader.number_in(2..=4)?).ok()?;
    reader.need(Term::Year)?;
    let year = |year| Point { year: Year::Printed(year), unit: Unit::Year, at_end: false }.dates(reader.years());
    let begun = dated(TimingKind::Range, &year(plan.first), Aspect::Start);
    let ended = dated(TimingKind::Range, &year(plan.first.saturating_add(years - 1)), Aspect::End);
    Some(ended.steps.into_iter().fold(Expression { end: ended.end, ..begun }, Expression::because))
}

/// 2024年8月前: before the span begins, taken strictly, or before it ends. 10月上旬前 is before the third of the month ends:
/// nobody would name a third to mean the day before it.
fn before(point: Point, dates: &Result<Dates, Step>) -> Expression {
    let begun = dated(TimingKind::By, dates, Aspect::Start);
    let ended = dated(TimingKind::By, dates, Aspect::End);
    let Some(day_before) = begun.start.and_then(|start| start.pred_opt()) else { return ended };
    let strict = Expression { start: None, end: Some(day_before), ..begun };
    let strict = strict.because(Step::new("day_before").with("date", day_before));
    let (taken, other) = if matches!(point.unit, Unit::Third(..)) { (ended, strict) } else { (strict, ended) };
    Expression { alternative: Some(Box::new(Alternative { end: other.end, steps: other.steps })), ..taken }
}

/// 自3月1日起施行: the day on which a rule takes effect is no time for work.
fn takes_effect(begun: Expression) -> Expression {
    let step = begun.start.map(|start| Step::new("takes_effect").with("date", start));
    let vague = Expression { kind: TimingKind::Vague, ..begun };
    step.into_iter().fold(vague, Expression::because)
}

/// What begins at a point: 2012年起5年内 ends, 从2019年起，每年 comes again, 自2019年12月1日起 goes on.
fn since(reader: &mut Reader<'_>, dates: &Result<Dates, Step>) -> Expression {
    let begun = dated(TimingKind::Continuous, dates, Aspect::Start);
    if reader.is(Term::TakingEffect) {
        return takes_effect(begun);
    }
    let counted = reader.attempt(|reader| {
        reader.take(Kind::Comma);
        let period = period(reader)?;
        reader.need(Term::Within)?;
        Some(period)
    });
    if let Some(period) = counted {
        let begun = Expression { kind: TimingKind::Range, period: Some(period), ..begun };
        let end = dates.as_ref().ok().and_then(|dates| {
            let is_whole = period.unit == PeriodUnit::Year && dates.is_year();
            let count = if is_whole { counting::whole_years } else { counting::from_event };
            count(dates.first, period)
        });
        return match end {
            Some((end, step)) => Expression { end: Some(end), ..begun }.because(step),
            None => begun,
        };
    }
    match reader.attempt(further_rounds) {
        Some(rounds) => rounds.within(begun),
        None => begun,
    }
}

/// Rounds right behind, or behind a comma: 从2019年起，每年; 从3月起，务于每月25日前.
pub(super) fn further_rounds(reader: &mut Reader<'_>) -> Option<Rounds> {
    reader.take(Kind::Comma);
    while reader.eat_any(&[Term::Lead, Term::At]) {}
    recurrence(reader)
}

/// What goes on or comes again within the time just read: 年内持续推进, 5月份每周六.
pub(super) fn going_on(reader: &mut Reader<'_>, within: Expression) -> Expression {
    if !matches!(within.kind, TimingKind::By | TimingKind::Range) {
        return within;
    }
    if reader.eat(Term::Continuous) {
        return Expression { kind: TimingKind::Continuous, ..within };
    }
    // 每月 behind a comma comes again within a stretch of days; behind a day by which something is done it is a time of its own.
    let is_stretch = within.kind == TimingKind::Range && reader.kind() == Kind::Comma;
    let goes_on = |at| reader.kind_at(at) == Kind::Term(Term::Each);
    let rounds =
        if is_stretch && goes_on(reader.at + 1) { reader.attempt(further_rounds) } else { reader.attempt(recurrence) };
    match rounds {
        Some(rounds) => rounds.within(within),
        None => within,
    }
}
