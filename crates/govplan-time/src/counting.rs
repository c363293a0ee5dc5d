//! Periods counted on the calendar: 民法典 art. 201 (the first day is not counted) and 202 (the same day of the last month).

use crate::{Period, PeriodUnit, Step};
use chrono::{Days, Months, NaiveDate};

/// The last day of a period that begins with an event on a day; absent for working days and hours, which the calendar
/// alone does not tell.
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
