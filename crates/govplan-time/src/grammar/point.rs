//! Points of the calendar: 2020年9月30日, 9月底, 三季度末, 明年上半年, 2020.9.30, “十四五”末.

use super::Reader;
use crate::calendar::{Point, Thirds, Unit, Year};
use crate::token::{Kind, Number, Term};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// The years that four figures are read as.
const YEARS: RangeInclusive<u32> = 1900..=2199;
pub(super) const MONTHS: RangeInclusive<u32> = 1..=12;
pub(super) const DAYS: RangeInclusive<u32> = 1..=31;

pub(super) fn point(reader: &mut Reader<'_>) -> Option<Point> {
    let rules = [signed_date, signed_month, signed_day, plan, of_issue, worded];
    rules.into_iter().find_map(|rule| reader.attempt(rule))
}

/// A year as printed with its word: 2020年, 明年.
pub(super) fn year(reader: &mut Reader<'_>) -> Option<Year> {
    let relative = reader.map(|kind| match kind {
        Kind::Term(Term::RelativeYear(offset)) => Some(Year::Relative(offset)),
        Kind::Term(Term::FollowingYear) => Some(Year::Following),
        _ => None,
    });
    relative.or_else(|| {
        reader.attempt(|reader| {
            let year = reader.number().and_then(year_of)?;
            reader.need(Term::Year)?;
            Some(Year::Printed(year))
        })
    })
}

/// The year that a number is, if it is one.
pub(crate) fn year_of(number: Number) -> Option<i32> {
    (number.digits == 4 && YEARS.contains(&number.value)).then(|| i32::try_from(number.value).ok()).flatten()
}

/// A date divided by signs: 2020-09-30, 2020.9.30, 2020/9/30. More figures after one more sign are a version or a code.
fn signed_date(reader: &mut Reader<'_>) -> Option<Point> {
    let follows = reader.kind_before();
    let year = reader.number().and_then(year_of)?;
    let sign = sign(reader)?;
    let month = reader.number_in(MONTHS)?;
    reader.take(sign).then_some(())?;
    let day = reader.number_in(DAYS)?;
    let goes_on = reader.kind() == sign && matches!(reader.kind_at(reader.at + 1), Kind::Number(_));
    // A dot before may be that of a label (1.2020.9.30).
    let is_code = goes_on || (follows == sign && sign != Kind::Dot);
    reader.eat(Term::Day);
    (!is_code).then_some(Point { year: Year::Printed(year), unit: Unit::Day(month, day), at_end: false })
}

/// A month divided by a sign, 2020.9 or 2020-09: as good as a decimal but for the mark that follows, or alone in a cell.
fn signed_month(reader: &mut Reader<'_>) -> Option<Point> {
    let year = reader.number().and_then(year_of)?;
    let sign = sign(reader)?;
    let month = reader.number_in(MONTHS)?;
    let is_marked = match reader.kind() {
        Kind::Term(Term::End | Term::Before | Term::Since | Term::Until) => true,
        Kind::Dash => sign == Kind::Dot,
        Kind::Stop | Kind::Comma | Kind::Close => reader.cell,
        _ => false,
    };
    let at_end = reader.eat(Term::End);
    is_marked.then_some(Point { year: Year::Printed(year), unit: Unit::Month(month), at_end })
}

/// A day without a year in a cell, 9.30前 and 9.1—9.30: as good as a decimal but for the mark or the dash beside it.
fn signed_day(reader: &mut Reader<'_>) -> Option<Point> {
    let follows = reader.kind_before();
    let month = reader.number_in(MONTHS)?;
    reader.take(Kind::Dot).then_some(())?;
    let day = reader.number_in(DAYS)?;
    NaiveDate::from_ymd_opt(2000, month, day)?;
    let is_marked = matches!(reader.kind(), Kind::Term(Term::Before | Term::Until | Term::Since) | Kind::Dash)
        || matches!(follows, Kind::Dash | Kind::Term(Term::Until));
    (reader.cell && is_marked).then_some(Point { year: Year::Bare, unit: Unit::Day(month, day), at_end: false })
}

fn sign(reader: &mut Reader<'_>) -> Option<Kind> {
    reader.map(|kind| matches!(kind, Kind::Dash | Kind::Dot | Kind::Slash).then_some(kind))
}

fn plan(reader: &mut Reader<'_>) -> Option<Point> {
    let is_quoted = reader.take(Kind::Quote);
    let plan = reader.map(|kind| match kind {
        Kind::Plan(plan) => Some(plan),
        _ => None,
    })?;
    if is_quoted {
        reader.take(Kind::Quote);
    }
    Some(Point { year: Year::Printed(plan.first), unit: Unit::Plan(plan), at_end: reader.eat(Term::End) })
}

/// 本月底, 本季度末.
fn of_issue(reader: &mut Reader<'_>) -> Option<Point> {
    let unit = reader.map(|kind| match kind {
        Kind::Term(Term::ThisMonth) => Some(Unit::IssueMonth),
        Kind::Term(Term::ThisQuarter) => Some(Unit::IssueQuarter),
        _ => None,
    })?;
    if let Some(day) = reader.attempt(day).filter(|_| unit == Unit::IssueMonth) {
        return Some(Point { year: Year::Bare, unit: Unit::IssueDay(day), at_end: false });
    }
    let at_end = reader.eat(Term::End);
    // 本月重点工作 only describes what follows.
    let is_marked = at_end || matches!(reader.kind(), Kind::Term(Term::Before | Term::Within | Term::SameDay));
    is_marked.then_some(Point { year: Year::Bare, unit, at_end })
}

fn worded(reader: &mut Reader<'_>) -> Option<Point> {
    let year = year(reader);
    // 底 alone is the end of nothing: without a year it needs its 年.
    let part = if year.is_none() && reader.is(Term::End) { None } else { part(reader) };
    let (unit, at_end) = match part {
        Some(part) => part,
        None if year.is_some() => (Unit::Year, false),
        None => {
            reader.need(Term::Year)?;
            (reader.is(Term::Within) || reader.is(Term::Beginning)).then_some((Unit::Year, false))?
        }
    };
    Some(Point { year: year.unwrap_or(Year::Bare), unit, at_end })
}

/// A part of a year, and whether its end is meant: 底, 上半年, 第三季度末, 9月, 9月上旬, 9月底, 9月30日.
pub(super) fn part(reader: &mut Reader<'_>) -> Option<(Unit, bool)> {
    let rules = [year_end, half, quarter, month];
    rules.into_iter().find_map(|rule| reader.attempt(rule))
}

fn year_end(reader: &mut Reader<'_>) -> Option<(Unit, bool)> {
    if reader.eat(Term::YearClose) {
        // 年终 is the closing month; 年终前 is before the year is out.
        return Some(match reader.kind() {
            Kind::Term(Term::Before | Term::Within) => (Unit::Year, true),
            _ => (Unit::Month(12), false),
        });
    }
    reader.eat(Term::Year);
    reader.need(Term::End)?;
    Some((Unit::Year, true))
}

fn half(reader: &mut Reader<'_>) -> Option<(Unit, bool)> {
    let half = reader.map(|kind| match kind {
        Kind::Term(Term::Half(half)) => Some(half),
        _ => None,
    })?;
    Some((Unit::Half(half), reader.eat(Term::End)))
}

fn quarter(reader: &mut Reader<'_>) -> Option<(Unit, bool)> {
    reader.eat(Term::Ordinal);
    let quarter = reader.number_in(1..=4)?;
    reader.need(Term::Quarter)?;
    Some((Unit::Quarter(quarter), reader.eat(Term::End)))
}

fn month(reader: &mut Reader<'_>) -> Option<(Unit, bool)> {
    let month = spaced_number(reader, MONTHS, Term::Month)?;
    reader.need(Term::Month)?;
    let unit = match third(reader) {
        Some(third) => Unit::Third(month, third),
        None => match reader.attempt(day) {
            Some(day) => return Some((Unit::Day(month, day), false)),
            None => Unit::Month(month),
        },
    };
    Some((unit, reader.eat(Term::End)))
}

/// One or two thirds of a month: 上旬, 中旬, 下旬, 中下旬.
pub(super) fn third(reader: &mut Reader<'_>) -> Option<Thirds> {
    reader.map(|kind| match kind {
        Kind::Term(Term::Third(third)) => Some(third),
        _ => None,
    })
}

/// A day of the month; its word may be missing before 前 (9月30前).
fn day(reader: &mut Reader<'_>) -> Option<u32> {
    let day = spaced_number(reader, DAYS, Term::Day).or_else(|| reader.attempt(no_day))?;
    let is_named = reader.eat(Term::Day);
    if is_named {
        reader.attempt(weekday_in_brackets);
    }
    (is_named || reader.is(Term::Before)).then_some(day)
}

/// A number that no month has as a day, before its word: it is said what it is (9月32日), not passed over.
fn no_day(reader: &mut Reader<'_>) -> Option<u32> {
    let number = reader.number_in(0..=99)?;
    reader.is(Term::Day).then_some(number)
}

/// 4月12日（星期五）: the day of the week says nothing new.
fn weekday_in_brackets(reader: &mut Reader<'_>) -> Option<()> {
    reader.take(Kind::Open).then_some(())?;
    reader.need(Term::Week)?;
    if !reader.eat(Term::Day) {
        reader.number_in(1..=6)?;
    }
    reader.take(Kind::Close).then_some(())
}

/// A number before its unit, also where scanning drove its two figures apart (3月3 1日).
fn spaced_number(reader: &mut Reader<'_>, bounds: RangeInclusive<u32>, unit: Term) -> Option<u32> {
    let apart = reader.attempt(|reader| {
        let (tens, ones) = (reader.number()?, reader.number()?);
        // Longer ones are numbers of their own.
        let are_figures = tens.digits == 1 && ones.digits == 1;
        let number = are_figures.then(|| tens.value * 10 + ones.value)?;
        (reader.is(unit) && bounds.contains(&number)).then_some(number)
    });
    apart.or_else(|| reader.number_in(bounds))
}
