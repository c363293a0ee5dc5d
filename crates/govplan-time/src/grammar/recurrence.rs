//! What comes again: 每月5日前, 每季度末月20日前, 按季度, 半年一次, 每年召开两次, 次月10日前.

use super::clock::clock;
use super::period::period;
use super::point::{DAYS, part, third};
use super::{Reader, Reading};
use crate::calendar::{Thirds, Unit};
use crate::token::{Kind, Term};
use crate::{Every, Expression, Period, Recurrence, TimingKind};
use chrono::NaiveTime;

/// How far after the round a count of times may stand (每年召开两次会议).
const FURTHEST_COUNT: usize = 10;

/// A recurrence with its time of day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rounds {
    recurrence: Recurrence,
    time: Option<NaiveTime>,
    /// What is counted from the end of each round (每季度结束后10日内).
    period: Option<Period>,
}

impl Rounds {
    /// These rounds, within the days of another expression.
    pub(super) fn within(self, days: Expression) -> Expression {
        let Self { recurrence, time, period } = self;
        let recurrence = Some(recurrence);
        Expression { kind: TimingKind::Recurring, recurrence, time, period: period.or(days.period), ..days }
    }
}

pub(super) fn recurring(reader: &mut Reader<'_>) -> Option<Reading> {
    let rules = [recurrence, one_more];
    let rounds = rules.into_iter().find_map(|rule| reader.attempt(rule))?;
    Some(Reading::time(rounds.within(Expression::new(TimingKind::Recurring))))
}

/// A recurrence of every round.
pub(super) fn recurrence(reader: &mut Reader<'_>) -> Option<Rounds> {
    let rules = [each, counted, named, following];
    let mut recurrence = rules.into_iter().find_map(|rule| reader.attempt(rule))?;
    let period = { *reader }.attempt(once_over_period);
    place(reader, &mut recurrence);
    Some(Rounds { period, ..finish(reader, recurrence) })
}

/// One more day of the rounds just read: 每年6月底、12月底前.
fn one_more(reader: &mut Reader<'_>) -> Option<Rounds> {
    let Recurrence { every, interval, .. } = reader.rounds?;
    let mut recurrence = Recurrence { interval, ..Recurrence::new(every) };
    let from = reader.at;
    place(reader, &mut recurrence);
    (reader.at > from).then(|| finish(reader, recurrence))
}

fn finish(reader: &mut Reader<'_>, mut recurrence: Recurrence) -> Rounds {
    let time = clock(reader);
    reader.eat_any(&[Term::Before, Term::Within, Term::SameDay, Term::During, Term::Around]);
    if recurrence.times.is_none() {
        recurrence.times = reader.attempt(times);
    }
    Rounds { recurrence, time, period: None }
}

/// 每月, 每两周, 每半年, 按季度.
fn each(reader: &mut Reader<'_>) -> Option<Recurrence> {
    if reader.eat(Term::ByRound) {
        return round(reader).map(Recurrence::new);
    }
    reader.need(Term::Each)?;
    if reader.eat(Term::TenDays) {
        // 每旬: three times a month.
        return Some(Recurrence { times: Some(3), ..Recurrence::new(Every::Monthly) });
    }
    let interval = reader.number_in(1..=60);
    reader.eat(Term::Counter);
    let recurrence = Recurrence::new(round(reader)?);
    Some(Recurrence { interval: interval.and_then(several), ..recurrence })
}

/// 半年一次, 一年两次, 两周一次, 一月一调度.
fn counted(reader: &mut Reader<'_>) -> Option<Recurrence> {
    let is_half = reader.is(Term::OneHalf);
    let interval = if is_half { 1 } else { reader.number_in(1..=60)? };
    let is_length = reader.eat(Term::Counter);
    // 9月2次 is in September, 三季度一次 in the third quarter.
    if interval > 1 && !is_length && matches!(reader.kind(), Kind::Term(Term::Month | Term::Quarter)) {
        return None;
    }
    let every = round(reader)?;
    let times = reader.number_in(1..=99)?;
    let is_counted =
        reader.eat(Term::Times) || times == 1 && reader.eat_any(&[Term::Milestone, Term::Doing, Term::Completing]);
    is_counted.then_some(())?;
    Some(Recurrence { interval: several(interval), times: u16::try_from(times).ok(), ..Recurrence::new(every) })
}

/// 周调度、月通报: a round named for what is done in it.
fn named(reader: &mut Reader<'_>) -> Option<Recurrence> {
    let is_part = matches!(
        reader.kind_before(),
        Kind::Number(_) | Kind::Figure | Kind::Dot | Kind::Slash | Kind::Dash | Kind::Term(_) | Kind::Event(_)
    );
    let every = reader.map(|kind| match kind {
        Kind::Term(Term::Week) => Some(Every::Weekly),
        Kind::Term(Term::Month) => Some(Every::Monthly),
        Kind::Term(Term::Quarter | Term::Season) => Some(Every::Quarterly),
        _ => None,
    })?;
    let is_done = matches!(reader.kind(), Kind::Term(Term::Doing | Term::Milestone));
    (is_done && !is_part).then_some(Recurrence::new(every))
}

/// 次月10日前, 当月25日前, 下季度首月15日前: the round is told by the day alone.
fn following(reader: &mut Reader<'_>) -> Option<Recurrence> {
    let (every, next_period) = reader.map(|kind| match kind {
        Kind::Term(Term::FollowingMonth) => Some((Every::Monthly, true)),
        Kind::Term(Term::SameMonth) => Some((Every::Monthly, false)),
        Kind::Term(Term::FollowingQuarter) => Some((Every::Quarterly, true)),
        _ => None,
    })?;
    let mut recurrence = Recurrence { next_period, ..Recurrence::new(every) };
    let from = reader.at;
    place(reader, &mut recurrence);
    (reader.at > from).then_some(recurrence)
}

/// An interval, where it is more than every one.
fn several(interval: u32) -> Option<u8> {
    u8::try_from(interval).ok().filter(|interval| *interval > 1)
}

fn round(reader: &mut Reader<'_>) -> Option<Every> {
    if reader.eat(Term::OneHalf) {
        return reader.eat(Term::Year).then_some(Every::HalfYearly);
    }
    reader.map(|kind| {
        Some(match kind {
            Kind::Term(Term::Day | Term::Days | Term::WorkingDay) => Every::Daily,
            Kind::Term(Term::Week) => Every::Weekly,
            Kind::Term(Term::Month) => Every::Monthly,
            Kind::Term(Term::Quarter | Term::Season) => Every::Quarterly,
            Kind::Term(Term::Year | Term::SchoolYear) => Every::Yearly,
            Kind::Term(Term::Semester) => Every::Term,
            _ => return None,
        })
    })
}

/// The day of the round, where one is printed.
fn place(reader: &mut Reader<'_>, recurrence: &mut Recurrence) {
    let placed = reader.attempt(|reader| {
        reader.eat(Term::At);
        let rule = match recurrence.every {
            Every::Weekly => weekday,
            Every::Monthly => month_day,
            Every::Quarterly => quarter_day,
            Every::Yearly => year_day,
            Every::HalfYearly | Every::Term => end,
            Every::Daily | Every::Unspecified => return None,
        };
        rule(reader, *recurrence)
    });
    *recurrence = placed.unwrap_or(*recurrence);
}

fn weekday(reader: &mut Reader<'_>, recurrence: Recurrence) -> Option<Recurrence> {
    let weekday = |reader: &mut Reader<'_>| {
        reader.eat(Term::Week);
        let sunday = reader.eat_any(&[Term::Day, Term::Days]).then_some(7);
        let weekday = sunday.or_else(|| reader.number_in(1..=6).and_then(|number| u8::try_from(number).ok()))?;
        // 每周一次 counts.
        (!reader.is(Term::Times)).then_some(weekday)
    };
    let first = weekday(reader)?;
    let is_span = reader
        .attempt(|reader| {
            (reader.take(Kind::Dash) || reader.eat(Term::Until)).then_some(())?;
            weekday(reader)
        })
        .is_some();
    Some(Recurrence { weekday: (!is_span).then_some(first), ..recurrence })
}

fn end(reader: &mut Reader<'_>, recurrence: Recurrence) -> Option<Recurrence> {
    reader.need(Term::End)?;
    Some(Recurrence { from_end: Some(1), ..recurrence })
}

/// 5日, 底, 上旬, 25日至30日, 终了后5日内, 次月5日.
fn month_day(reader: &mut Reader<'_>, recurrence: Recurrence) -> Option<Recurrence> {
    if let Some(placed) = reader.attempt(|reader| once_over(reader, recurrence)) {
        return Some(placed);
    }
    let next_period = recurrence.next_period || reader.eat(Term::FollowingMonth);
    let recurrence = Recurrence { next_period, ..recurrence };
    if let Some(placed) = reader.attempt(|reader| end(reader, recurrence)) {
        reader.eat(Term::Day);
        return Some(placed);
    }
    if let Some(third) = third(reader) {
        return Some(ending(third, recurrence));
    }
    let day = day(reader)?;
    let last = reader.attempt(|reader| {
        (reader.take(Kind::Dash) || reader.eat(Term::Until)).then_some(())?;
        self::day(reader)
    });
    Some(Recurrence { day: Some(last.unwrap_or(day)), ..recurrence })
}

fn day(reader: &mut Reader<'_>) -> Option<u8> {
    let day = reader.number_in(DAYS)?;
    reader.need(Term::Day)?;
    u8::try_from(day).ok()
}

/// The last day of a third of a month.
fn ending(thirds: Thirds, recurrence: Recurrence) -> Recurrence {
    match thirds.last {
        1 => Recurrence { day: Some(10), ..recurrence },
        2 => Recurrence { day: Some(20), ..recurrence },
        _ => Recurrence { from_end: Some(1), ..recurrence },
    }
}

fn once_over_period(reader: &mut Reader<'_>) -> Option<Period> {
    reader.need(Term::Ended)?;
    reader.need(Term::After)?;
    let period = period(reader)?;
    reader.need(Term::Within)?;
    Some(period)
}

/// 终了后5日内: so many days into the next round; working days name none.
fn once_over(reader: &mut Reader<'_>, recurrence: Recurrence) -> Option<Recurrence> {
    let period = once_over_period(reader)?;
    let day = u8::try_from(period.n).ok().filter(|day| *day <= 28 && period.unit == crate::PeriodUnit::CalendarDay);
    let month_of_quarter = (recurrence.every == Every::Quarterly && day.is_some()).then_some(1);
    Some(Recurrence { day, month_of_quarter, next_period: true, ..recurrence })
}

/// 末, 末月20日, 首月上旬, 次月10日, 终了后10日内.
fn quarter_day(reader: &mut Reader<'_>, recurrence: Recurrence) -> Option<Recurrence> {
    if let Some(placed) = reader.attempt(|reader| once_over(reader, recurrence)) {
        return Some(placed);
    }
    if reader.is(Term::FollowingMonth) {
        let placed = month_day(reader, recurrence)?;
        return Some(Recurrence { month_of_quarter: Some(1), ..placed });
    }
    let month = reader.map(|kind| match kind {
        Kind::Term(Term::MonthOfQuarter(month)) => Some(month),
        _ => None,
    });
    match month {
        Some(_) => {
            let recurrence = Recurrence { month_of_quarter: month, ..recurrence };
            Some(reader.attempt(|reader| month_day(reader, recurrence)).unwrap_or(recurrence))
        }
        None => end(reader, recurrence),
    }
}

/// 3月底, 3月1日, 9月上旬, 底, 次年1月31日, 10月至次年3月.
fn year_day(reader: &mut Reader<'_>, recurrence: Recurrence) -> Option<Recurrence> {
    let recurrence = Recurrence { next_period: reader.eat(Term::FollowingYear), ..recurrence };
    if matches!(reader.kind(), Kind::Event(_)) {
        reader.at += 1;
        return Some(recurrence);
    }
    let (unit, at_end) = part(reader)?;
    let span = reader.attempt(|reader| {
        (reader.take(Kind::Dash) || reader.eat(Term::Until)).then_some(())?;
        reader.eat(Term::FollowingYear);
        part(reader)
    });
    if span.is_some() {
        return Some(recurrence);
    }
    let month = |month: u32| Recurrence { month: u8::try_from(month).ok(), ..recurrence };
    let closing = |closing: u32| Recurrence { from_end: at_end.then_some(1), ..month(closing) };
    Some(match unit {
        Unit::Month(of) => closing(of),
        Unit::Third(of, third) => ending(third, month(of)),
        Unit::Day(of, day) => Recurrence { day: u8::try_from(day).ok(), ..month(of) },
        Unit::Year => closing(12),
        Unit::Half(half) if at_end => closing(half * 6),
        Unit::Quarter(quarter) if at_end => closing(quarter * 3),
        Unit::Half(_)
        | Unit::Quarter(_)
        | Unit::Plan(_)
        | Unit::IssueMonth
        | Unit::IssueQuarter
        | Unit::IssueDay(_) => recurrence,
    })
}

/// A count of times in the same clause: 至少开展2次.
fn times(reader: &mut Reader<'_>) -> Option<u16> {
    for _ in 0..FURTHEST_COUNT {
        match reader.kind() {
            Kind::Number(number) if reader.kind_at(reader.at + 1) == Kind::Term(Term::Times) => {
                reader.at += 2;
                return u16::try_from(number.value).ok().filter(|times| *times > 0);
            }
            Kind::Comma | Kind::Stop | Kind::Colon | Kind::Open | Kind::Close | Kind::Term(Term::Each) => return None,
            _ => reader.at += 1,
        }
    }
    None
}
