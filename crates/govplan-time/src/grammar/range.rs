//! Ranges between two points: 3月—12月, 2022—2024年, 10月29日至明年2月1日, 自即日起至年底.

use super::clock::clock;
use super::event::issued;
use super::moment::{dated, going_on};
use super::point::{DAYS, MONTHS, point, year, year_of};
use super::{Reader, Reading};
use crate::calendar::{Aspect, Dates, Point, Unit, Year, Years};
use crate::token::{Kind, Term};
use crate::{Expression, Step, TimingKind, YearSource};

pub(super) fn range(reader: &mut Reader<'_>) -> Option<Reading> {
    let rules = [from_today, between_points, shorthand, first_quarters, this_and_next_year];
    let found = rules.into_iter().find_map(|rule| reader.attempt(rule))?;
    clock(reader);
    reader.eat_any(&[Term::Expiry, Term::Within, Term::During, Term::Before]);
    Some(Reading::time(going_on(reader, found)))
}

fn between_points(reader: &mut Reader<'_>) -> Option<Expression> {
    let is_begun = reader.eat(Term::From);
    let first = point(reader)?;
    clock(reader);
    // 从4月启动至12月结束.
    if !reader.eat(Term::Since) && is_begun {
        reader.eat_any(&[Term::Milestone, Term::Doing]);
    }
    connect(reader)?;
    let last = point(reader)?;
    reader.eat(Term::Ended);
    between(reader, first, last)
}

/// The first point printed without its unit: 2022—2024年, 3—5月, 5月20—25日, 第一至三季度.
fn shorthand(reader: &mut Reader<'_>) -> Option<Expression> {
    reader.eat(Term::From);
    let (first, last) = [years, parts, days].into_iter().find_map(|rule| reader.attempt(rule))?;
    between(reader, first, last)
}

fn years(reader: &mut Reader<'_>) -> Option<(Point, Point)> {
    let year = reader.number().and_then(year_of).map(Year::Printed)?;
    connect(reader)?;
    let last = point(reader)?;
    let are_years = matches!(last, Point { year: Year::Printed(_), unit: Unit::Year, .. });
    are_years.then_some((Point { year, unit: Unit::Year, at_end: false }, last))
}

fn parts(reader: &mut Reader<'_>) -> Option<(Point, Point)> {
    let year = year(reader).unwrap_or(Year::Bare);
    reader.eat(Term::Ordinal);
    let number = reader.number_in(MONTHS)?;
    connect(reader)?;
    let last = point(reader)?;
    let unit = match last.unit {
        Unit::Month(_) | Unit::Third(..) => Unit::Month(number),
        Unit::Quarter(_) if number <= 4 => Unit::Quarter(number),
        _ => return None,
    };
    (last.year == Year::Bare).then_some((Point { year, unit, at_end: false }, last))
}

fn days(reader: &mut Reader<'_>) -> Option<(Point, Point)> {
    let year = year(reader).unwrap_or(Year::Bare);
    let month = reader.number_in(MONTHS)?;
    reader.need(Term::Month)?;
    let first = reader.number_in(DAYS)?;
    reader.eat(Term::Day);
    connect(reader)?;
    let last = reader.number_in(DAYS)?;
    reader.need(Term::Day)?;
    let day = |year, day| Point { year, unit: Unit::Day(month, day), at_end: false };
    Some((day(year, first), day(Year::Bare, last)))
}

/// 前三季度.
fn first_quarters(reader: &mut Reader<'_>) -> Option<Expression> {
    let year = year(reader).unwrap_or(Year::Bare);
    reader.need(Term::Before)?;
    let last = reader.number_in(2..=4)?;
    reader.eat(Term::Counter);
    reader.need(Term::Quarter)?;
    let quarter = |quarter| Point { year, unit: Unit::Quarter(quarter), at_end: false };
    between(reader, quarter(1), quarter(last))
}

fn this_and_next_year(reader: &mut Reader<'_>) -> Option<Expression> {
    reader.need(Term::ThisAndNextYear)?;
    let year = |offset| Point { year: Year::Relative(offset), unit: Unit::Year, at_end: false };
    between(reader, year(0), year(1))
}

/// 自即日起至2023年年底: from the date of issue.
fn from_today(reader: &mut Reader<'_>) -> Option<Expression> {
    reader.eat(Term::From);
    reader.need(Term::Today)?;
    reader.eat(Term::Since);
    connect(reader)?;
    let last = point(reader)?;
    let ended = dated(TimingKind::Range, &last.dates(reader.years()), Aspect::End);
    let (start, step) = issued(reader.context);
    Some(Expression { start, ..ended }.because(step))
}

fn connect(reader: &mut Reader<'_>) -> Option<()> {
    (reader.take(Kind::Dash) || reader.eat(Term::Until)).then_some(())
}

/// The days between two points. The second goes by the first's year, or by the next where it would come before the
/// first; what ends before it begins is no range.
fn between(reader: &Reader<'_>, first: Point, last: Point) -> Option<Expression> {
    let begin = first.dates(reader.years());
    let years = match &begin {
        Ok(begin) => Years { carried: Some(begin.year()), ..reader.years() },
        Err(_) => reader.years(),
    };
    let backwards = |end: &Dates| begin.as_ref().is_ok_and(|begin| end.last < begin.first);
    let end = match last.dates(years) {
        Ok(end) if last.year == Year::Bare && backwards(&end) => Point { year: Year::Following, ..last }.dates(years),
        end => end,
    };
    if end.as_ref().is_ok_and(backwards) {
        return None;
    }
    let ended = dated(TimingKind::Range, &end, Aspect::End);
    let begun = dated(TimingKind::Range, &begin, Aspect::Start);
    // That the second goes by the first's year needs no word.
    let is_news = |step: &Step| step.code != YearSource::Text.step() && !begun.steps.contains(step);
    let steps = begun.steps.iter().cloned().chain(ended.steps.into_iter().filter(is_news)).collect();
    Some(Expression { end: ended.end, steps, ..begun })
}
