//! Periods counted: on the calendar (民法典 art. 201: the first day is not counted; 202: the same day of the last month, else
//! its end; 203: a last day that is off runs on), in working days, in hours.

use crate::{DayOff, Language, Period, PeriodUnit, Step, UnknownYear, WorkingDays};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta};
use std::fmt;

/// The last day of a period, and how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Due {
    /// The last day, on which the period runs until midnight or the close of business (民法典 art. 203).
    pub due: NaiveDate,
    /// How it came about.
    pub steps: Vec<Step>,
}

/// Why a period has no last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DueError {
    /// It runs into a year that no notice has announced days off for.
    UnknownYear(UnknownYear),
    /// It is counted in hours, which begin at a time of day: [`due_after_hours`].
    NoTimeOfDay,
    /// It leaves the calendar.
    OutOfCalendar,
}

/// The last day of a period that begins with an event on a day.
///
/// The day of the event is not counted. Working days are those of the calendar given. A period in days, weeks, months or
/// years whose last day is off ends with the first working day after it. A negative period is counted back from the event and
/// ends on the day that it comes to.
///
/// ```
/// use govplan_time::{Language, Period, PeriodUnit, WorkingDays, due, parse_iso_date};
///
/// let days = WorkingDays::announced();
/// let found = due(parse_iso_date("2020-09-03").unwrap(), Period::new(30, PeriodUnit::CalendarDay), days)?;
/// assert_eq!(found.due.to_string(), "2020-10-09");
/// let steps: Vec<_> = found.steps.iter().map(|step| step.text(Language::English)).collect();
/// assert_eq!(steps[1], "2020-10-03 is a day off (国庆节、中秋节)");
/// assert!(steps[2].ends_with("(Civil Code art. 203)"));
/// # Ok::<(), govplan_time::DueError>(())
/// ```
///
/// # Errors
/// A period that needs the working days of a year that is not announced, one in hours, and one that leaves the calendar.
pub fn due(day: NaiveDate, period: Period, days: &WorkingDays) -> Result<Due, DueError> {
    match period.unit {
        PeriodUnit::WorkingDay => in_working_days(day, period.n, days),
        PeriodUnit::Hour => Err(DueError::NoTimeOfDay),
        _ if period.n < 0 => before_event(day, period).ok_or(DueError::OutOfCalendar),
        _ => on_the_calendar(day, period, days),
    }
}

/// The moment at which so many hours from another are over: hours run by the clock, through nights and days off (民法典
/// art. 201).
///
/// # Errors
/// A moment that leaves the calendar.
pub fn due_after_hours(moment: NaiveDateTime, hours: i32) -> Result<(NaiveDateTime, Step), DueError> {
    let end = moment.checked_add_signed(TimeDelta::hours(hours.into())).ok_or(DueError::OutOfCalendar)?;
    let printed = end.format("%Y-%m-%dT%H:%M").to_string();
    Ok((end, Step::new("hours_counted").with("n", hours).with("time", printed.as_str())))
}

fn in_working_days(day: NaiveDate, n: i32, days: &WorkingDays) -> Result<Due, DueError> {
    let due = days.add(day, n)?;
    let (after, to) = if n < 0 { (due, day) } else { (day, due) };
    let code = if n < 0 { "working_days_counted_back" } else { "working_days_counted" };
    let mut steps = vec![Step::new(code).with("n", n.saturating_abs()).with("date", due)];
    let mut holidays = days.exceptions(after, to).filter(|(day, _, works)| *works || is_weekday(*day)).peekable();
    while let Some((first, name, works)) = holidays.next() {
        if works {
            steps.push(Step::new("makeup_day_counted").with("date", first).with("name", name));
            continue;
        }
        let mut last = first;
        while let Some((next, ..)) = holidays.next_if(|(_, other, works)| !works && *other == name) {
            last = next;
        }
        steps.push(Step::new("holiday_left_out").with("first", first).with("last", last).with("name", name));
    }
    Ok(Due { due, steps })
}

fn is_weekday(day: NaiveDate) -> bool {
    day.weekday().number_from_monday() <= 5
}

fn on_the_calendar(day: NaiveDate, period: Period, days: &WorkingDays) -> Result<Due, DueError> {
    let (end, step) = from_event(day, period).ok_or(DueError::OutOfCalendar)?;
    let mut steps = vec![step];
    let is_in_months = matches!(period.unit, PeriodUnit::Month | PeriodUnit::Year);
    if is_in_months && end.day() != day.day() {
        steps.push(Step::new("no_same_day").with("month", end.month()).with("day", day.day()).with("date", end));
    }
    let why = match days.day_off(end)? {
        None => return Ok(Due { due: end, steps }),
        Some(DayOff::Weekend) => "weekend",
        Some(DayOff::Holiday(name)) => name,
    };
    let due = days.on_or_after(end)?;
    steps.push(Step::new("day_off").with("date", end).with("name", why));
    steps.push(Step::new("rolled_forward").with("date", due));
    Ok(Due { due, steps })
}

/// No law makes a period that is counted back run on, or end sooner, for a day off.
fn before_event(day: NaiveDate, period: Period) -> Option<Due> {
    let n = period.n.unsigned_abs();
    let (due, unit) = match period.unit {
        PeriodUnit::Week => (day.checked_sub_days(Days::new(u64::from(n) * 7)), "week"),
        PeriodUnit::Month => (day.checked_sub_months(Months::new(n)), "month"),
        PeriodUnit::Year => (day.checked_sub_months(Months::new(n.checked_mul(12)?)), "year"),
        _ => (day.checked_sub_days(Days::new(n.into())), "calendar_day"),
    };
    let due = due?;
    Some(Due { due, steps: vec![Step::new("period_counted_back").with("n", n).with("unit", unit).with("date", due)] })
}

/// The last day of a period that begins with an event on a day, as the calendar alone tells; absent for working days and
/// hours.
pub(crate) fn from_event(day: NaiveDate, period: Period) -> Option<(NaiveDate, Step)> {
    let n = u32::try_from(period.n).ok()?;
    let (end, unit) = match period.unit {
        PeriodUnit::CalendarDay => (day.checked_add_days(Days::new(n.into()))?, "calendar_day"),
        PeriodUnit::Week => (day.checked_add_days(Days::new(u64::from(n) * 7))?, "week"),
        PeriodUnit::Month => (day.checked_add_months(Months::new(n))?, "month"),
        PeriodUnit::Year => (day.checked_add_months(Months::new(n.checked_mul(12)?))?, "year"),
        PeriodUnit::WorkingDay | PeriodUnit::Hour => return None,
    };
    Some((end, Step::new("period_counted").with("n", n).with("unit", unit).with("date", end)))
}

/// The last day of whole calendar years of which the first begins on a day: 2012年起5年内 ends with 2016.
pub(crate) fn whole_years(first: NaiveDate, period: Period) -> Option<(NaiveDate, Step)> {
    let n = u32::try_from(period.n).ok()?;
    let end = first.checked_add_months(Months::new(n.checked_mul(12)?))?.pred_opt()?;
    Some((end, Step::new("years_counted").with("n", n).with("date", end)))
}

impl DueError {
    /// The message, in one language.
    #[must_use]
    pub fn message(self, language: Language) -> String {
        let text = match (self, language) {
            (Self::UnknownYear(error), _) => return error.message(language),
            (Self::NoTimeOfDay, Language::Chinese) => "按小时计的期间要有起算时刻，例如2020-09-03T09:30",
            (Self::NoTimeOfDay, Language::English) => {
                "hours are counted from a time of day, expected one such as 2020-09-03T09:30"
            }
            (Self::OutOfCalendar, Language::Chinese) => "期间超出历法范围，请核对数目",
            (Self::OutOfCalendar, Language::English) => "the period leaves the calendar, check its length",
        };
        text.to_owned()
    }
}

impl fmt::Display for DueError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for DueError {}

impl From<UnknownYear> for DueError {
    fn from(error: UnknownYear) -> Self {
        Self::UnknownYear(error)
    }
}
