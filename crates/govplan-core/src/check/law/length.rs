//! Lengths of time compared where their units differ: only what is longer or shorter in every case counts.

use crate::{Every, Period, PeriodUnit, Recurrence, Timing, TimingKind};
use chrono::{Datelike, NaiveDate};
use govplan_time::{Expression, parse};

/// What a text says of how long something takes or lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// Done within it (20个工作日内).
    Within(Period),
    /// Lasts no longer (不超过20个工作日).
    AtMost(Period),
    /// Lasts no less (不少于30日).
    AtLeast(Period),
    /// Lasts just so long (期限为30日).
    Just(Period),
    /// So long before an event (提前7日).
    Before(Period),
    /// By a day of the year: its month and day.
    By(u32, u32),
    /// Again in each round.
    Every(Recurrence),
}

impl Length {
    pub(super) fn of_expression(expression: &Expression, printed: &str) -> Option<Self> {
        let Expression { kind, period, end, recurrence, .. } = *expression;
        Self::of(kind, period, end, recurrence, printed)
    }

    pub(super) fn of_timing(timing: &Timing, printed: &str) -> Option<Self> {
        let Timing { kind, period, end, recurrence, .. } = *timing;
        Self::of(kind, period, end, recurrence, printed)
    }

    fn of(
        kind: TimingKind,
        period: Option<Period>,
        end: Option<NaiveDate>,
        recurrence: Option<Recurrence>,
        printed: &str,
    ) -> Option<Self> {
        match (kind, period) {
            (TimingKind::Minimum, Some(period)) => Some(Self::AtLeast(period)),
            (TimingKind::AfterEvent | TimingKind::By, Some(period)) if period.n < 0 => {
                Some(Self::Before(Period::new(period.n.saturating_neg(), period.unit)))
            }
            (TimingKind::AfterEvent, Some(period)) => {
                let lasts = printed.starts_with('不') || printed.starts_with("最长") || printed.starts_with("最多");
                Some(if lasts { Self::AtMost(period) } else { Self::Within(period) })
            }
            (TimingKind::By, None) if end.is_none() => ahead(printed).map(Self::Before),
            (TimingKind::By | TimingKind::On | TimingKind::Range, None) => {
                end.map(|end| Self::By(end.month(), end.day()))
            }
            (TimingKind::Recurring, _) => recurrence.map(|rounds| match rounds {
                Recurrence { every: Every::Yearly, month: Some(month), day, .. } => {
                    Self::By(month.into(), day.map_or(31, u32::from))
                }
                _ => Self::Every(rounds),
            }),
            _ => None,
        }
    }
}

/// The length by which something comes before an event, as its text ends: 听证会召开7日前; a day of a month is none.
fn ahead(printed: &str) -> Option<Period> {
    let (_, length) = ends_ahead(printed)?;
    Some(length)
}

/// The same, with where the length begins.
pub(super) fn ends_ahead(printed: &str) -> Option<(usize, Period)> {
    let before = printed.strip_suffix('前')?;
    let name = before.trim_end_matches(|c: char| !is_figure(c));
    let start = name.trim_end_matches(is_figure).len();
    let is_of_month = name.get(..start)?.trim_end().ends_with(['月', '/', '.', '-', '—', '至']);
    let length = before.get(start..).filter(|length| !is_of_month && length.len() <= LONGEST_LENGTH)?;
    let found = parse(&format!("{length}内"), &govplan_time::Context::default());
    let period = found.first().filter(|only| only.span.start == 0)?.period.filter(|period| period.n > 0)?;
    Some((start, period))
}

/// More bytes are no length of time.
const LONGEST_LENGTH: usize = 24;

/// Whether a character is a figure of a number.
pub(in crate::check) fn is_figure(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | '０'..='９' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '半'
    )
}

/// The least and the most hours that a period takes, counted from any day.
///
/// A month has 28 to 31 days. Working days have the days off between them: two in each week at the least, less two that make
/// up for a holiday, and at the most the longest holiday, which holds its weekends, and those between the further weeks, one
/// of them with a short holiday.
fn hours(period: Period) -> (i64, i64) {
    const DAY: i64 = 24;
    const LONGEST_HOLIDAY: i64 = 9;
    const SHORT_HOLIDAY: i64 = 3;
    let n = i64::from(period.n);
    let (least, most) = match period.unit {
        PeriodUnit::Hour => return (n, n),
        PeriodUnit::WorkingDay => {
            let weeks = (n - 1).max(0) / 5;
            let short_holiday = if weeks > 0 { SHORT_HOLIDAY } else { 0 };
            (n.max(n + weeks * 2 - 2), n + LONGEST_HOLIDAY + weeks * 2 + short_holiday)
        }
        PeriodUnit::Week => (n * 7, n * 7),
        PeriodUnit::Month => (n * 30 - 2, n * 31),
        PeriodUnit::Year => (n * 365, n * 366),
        _ => (n, n),
    };
    (least * DAY, most * DAY)
}

/// Whether a period is longer than another in every case.
pub(super) fn surely_longer(one: Period, other: Period) -> bool {
    if one.unit == other.unit { one.n > other.n } else { hours(one).0 > hours(other).1 }
}

/// Whether a period is shorter than another in every case.
pub(super) fn surely_shorter(one: Period, other: Period) -> bool {
    surely_longer(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_before_an_event_is_told_by_its_end() {
        let length = |printed: &str| ahead(printed).map(|period| (period.n, period.unit));
        assert_eq!(length("听证会召开7日前"), Some((7, PeriodUnit::CalendarDay)));
        assert_eq!(length("会议召开十个工作日前"), Some((10, PeriodUnit::WorkingDay)));
        assert_eq!(length("汛期前"), None);
        assert_eq!(length("6月3日前"), None);
        assert_eq!(length("前"), None);
    }

    #[test]
    fn only_what_is_longer_in_every_case_is_longer() {
        use PeriodUnit::{CalendarDay as Day, Hour, Month, Week, WorkingDay};
        let cases = [
            ((30, WorkingDay), (20, WorkingDay), true),
            ((20, WorkingDay), (20, WorkingDay), false),
            // A calendar month may hold no more than twenty working days, and no less than sixteen.
            ((30, Day), (20, WorkingDay), false),
            ((1, Month), (20, WorkingDay), false),
            ((2, Month), (20, WorkingDay), true),
            ((20, WorkingDay), (20, Day), true),
            ((15, WorkingDay), (20, Day), false),
            ((30, Day), (10, WorkingDay), true),
            ((30, Day), (15, WorkingDay), false),
            ((2, Week), (3, WorkingDay), true),
            ((2, Week), (5, WorkingDay), false),
            ((3, Month), (90, Day), false),
            ((4, Month), (3, Month), true),
            ((3, Day), (48, Hour), true),
            ((2, Day), (48, Hour), false),
            ((2, Week), (14, Day), false),
        ];
        for ((n, unit), (other, of), expected) in cases {
            assert_eq!(
                surely_longer(Period::new(n, unit), Period::new(other, of)),
                expected,
                "{n} {unit:?} {other} {of:?}"
            );
        }
    }
}
