//! Lengths of time and what they are for: 20个工作日内, 不少于30日, 不超过15个工作日, 提前3天, 未来三年.

use super::event::unnamed;
use super::{Reader, Reading};
use crate::token::{Kind, Term};
use crate::{Expression, Period, PeriodUnit, TimingKind};

/// More of any unit is a quantity, not a time that a plan sets.
const MOST: u32 = 999;

/// A length of time; of a span of lengths (2—3年) the longest.
pub(super) fn period(reader: &mut Reader<'_>) -> Option<Period> {
    reader.attempt(|reader| {
        if reader.eat(Term::OneHalf) {
            return half(reader);
        }
        let span = reader.attempt(|reader| {
            reader.number_in(1..=MOST)?;
            (reader.take(Kind::Dash) || reader.eat(Term::Until)).then_some(())
        });
        let n = reader.number_in(1..=MOST)?;
        let is_counted = reader.eat(Term::Counter);
        let (n, unit) = match reader.map(term)? {
            Term::WorkingDay => (n, PeriodUnit::WorkingDay),
            Term::Day | Term::Days => (n, PeriodUnit::CalendarDay),
            Term::Week => (n, PeriodUnit::Week),
            Term::Hour => (n, PeriodUnit::Hour),
            // 3月内 is March: only 3个月内 is a length.
            Term::Month if is_counted => (n, PeriodUnit::Month),
            Term::Quarter if is_counted => (n * 3, PeriodUnit::Month),
            Term::Year if n < 100 && reader.eat(Term::OneHalf) && span.is_none() => (n * 12 + 6, PeriodUnit::Month),
            Term::Year if n < 100 => (n, PeriodUnit::Year),
            _ => return None,
        };
        Some(Period { n: i32::try_from(n).ok()?, unit })
    })
}

fn term(kind: Kind) -> Option<Term> {
    match kind {
        Kind::Term(term) => Some(term),
        _ => None,
    }
}

/// 半年 is six months; 半个月 is fifteen days.
fn half(reader: &mut Reader<'_>) -> Option<Period> {
    reader.eat(Term::Counter);
    match reader.map(term)? {
        Term::Year => Some(Period { n: 6, unit: PeriodUnit::Month }),
        Term::Month => Some(Period { n: 15, unit: PeriodUnit::CalendarDay }),
        _ => None,
    }
}

/// A period with the words that say what it is for.
pub(super) fn limit(reader: &mut Reader<'_>) -> Option<Reading> {
    if is_decimal(reader) {
        return None;
    }
    let rules = [within, at_most, minimum, ahead];
    rules.into_iter().find_map(|rule| reader.attempt(rule)).map(Reading::time)
}

/// The figures after a decimal point; a point after a number that opens the line is that of a label.
fn is_decimal(reader: &Reader<'_>) -> bool {
    let kind = |back: usize| reader.at.checked_sub(back).map_or(Kind::Stop, |at| reader.kind_at(at));
    matches!((kind(1), kind(2)), (Kind::Dot, Kind::Number(_))) && kind(3) != Kind::Stop
}

fn within(reader: &mut Reader<'_>) -> Option<Expression> {
    let is_coming = reader.eat(Term::Coming);
    let is_used = !is_coming && reader.eat(Term::Using);
    let period = period(reader)?;
    reader.eat(Term::Around);
    let is_named = is_used && reader.eat(Term::Duration);
    let is_within = reader.eat(Term::Within);
    (is_coming || is_named || is_within).then(|| unnamed(TimingKind::AfterEvent, period))
}

fn at_most(reader: &mut Reader<'_>) -> Option<Expression> {
    reader.need(Term::AtMost)?;
    let period = period(reader)?;
    reader.eat(Term::Within);
    Some(unnamed(TimingKind::AfterEvent, period))
}

fn minimum(reader: &mut Reader<'_>) -> Option<Expression> {
    reader.need(Term::AtLeast)?;
    let period = period(reader)?;
    Some(Expression { period: Some(period), ..Expression::new(TimingKind::Minimum) })
}

fn ahead(reader: &mut Reader<'_>) -> Option<Expression> {
    reader.eat(Term::AtLeast);
    reader.need(Term::Ahead)?;
    reader.eat(Term::AtLeast);
    let Period { n, unit } = period(reader)?;
    Some(unnamed(TimingKind::AfterEvent, Period { n: -n, unit }))
}
