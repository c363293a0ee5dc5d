//! Words that ask for time without a calendar (及时, 长期坚持, 立即, 定期), and those before what is no time to come (近三年).

use super::event::immediate;
use super::moment::{dated, going_on};
use super::period::period;
use super::point::{point, year};
use super::{Reader, Reading};
use crate::calendar::{Aspect, Point, Unit, Year};
use crate::token::{Kind, Term};
use crate::{Every, Expression, Recurrence, Step, TimingKind};

pub(super) fn word(reader: &mut Reader<'_>) -> Option<Reading> {
    let rules = [whole_year, alone];
    rules.into_iter().find_map(|rule| reader.attempt(rule)).map(Reading::time)
}

/// 全年, 2021年全年.
fn whole_year(reader: &mut Reader<'_>) -> Option<Expression> {
    let year = year(reader).unwrap_or(Year::Bare);
    reader.need(Term::WholeYear)?;
    let year = Point { year, unit: Unit::Year, at_end: false };
    let through = dated(TimingKind::Range, &year.dates(reader.years()), Aspect::Whole);
    let through = going_on(reader, through);
    let kind = if through.kind == TimingKind::Range { TimingKind::Continuous } else { through.kind };
    Some(Expression { kind, ..through })
}

fn alone(reader: &mut Reader<'_>) -> Option<Expression> {
    let term = reader.map(|kind| match kind {
        Kind::Term(term) => Some(term),
        _ => None,
    })?;
    Some(match term {
        Term::Continuous => reader.attempt(until).unwrap_or_else(|| without(TimingKind::Continuous, "no_end")),
        Term::Periodic if reader.cell => Expression {
            recurrence: Some(Recurrence::new(Every::Unspecified)),
            ..Expression::new(TimingKind::Recurring)
        },
        Term::Periodic | Term::Vague => without(TimingKind::Vague, "no_day"),
        Term::Immediate => immediate(reader.context),
        _ => return None,
    })
}

fn without(kind: TimingKind, reason: &'static str) -> Expression {
    Expression::new(kind).because(Step::new(reason))
}

/// 持续到2025年底.
fn until(reader: &mut Reader<'_>) -> Option<Expression> {
    reader.need(Term::Until)?;
    let point = point(reader)?;
    Some(dated(TimingKind::Continuous, &point.dates(reader.years()), Aspect::End))
}

/// 近三年内, 比2015年底: what is behind, or compared with, is no time to come.
pub(super) fn past(reader: &mut Reader<'_>) -> Option<Reading> {
    reader.need(Term::Past)?;
    if period(reader).is_none() {
        point(reader)?;
    }
    while reader.eat_any(&[Term::Within, Term::Before, Term::Since, Term::SinceThen]) {}
    Some(Reading::NoTime)
}
