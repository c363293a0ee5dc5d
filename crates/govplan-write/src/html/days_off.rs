use crate::label::label;
use chrono::{Datelike, NaiveDate, Weekday};
use govplan_core::{DayOff, Language, WorkingDays};
use serde::Serialize;

/// What is to be said of a day in a calendar of offices.
#[derive(Serialize)]
pub(super) struct DayMark {
    /// `rest` for a day off, `work` for a Saturday or Sunday that works.
    pub(super) kind: &'static str,
    /// Why it is off, or that it works.
    name: String,
}

/// The mark of a day; nothing where it is a working day as any other, or where its year is not announced.
pub(super) fn day_mark(day: NaiveDate, days: &WorkingDays, language: Language) -> Option<DayMark> {
    let off = days.day_off(day).ok()?;
    let name = |key| label(key, language).to_owned();
    match off {
        Some(DayOff::Holiday(holiday)) => Some(DayMark { kind: "rest", name: holiday.to_owned() }),
        Some(DayOff::Weekend) => Some(DayMark { kind: "rest", name: name("report.weekend") }),
        None if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) => {
            Some(DayMark { kind: "work", name: name("report.makeup_day") })
        }
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_off_and_weekends_that_work_are_marked_where_the_year_is_announced() {
        let mark = |year, month, day| {
            let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            day_mark(day, WorkingDays::announced(), Language::Chinese).map(|mark| (mark.kind, mark.name))
        };
        assert_eq!(mark(2020, 10, 1), Some(("rest", "国庆节、中秋节".to_owned())));
        assert_eq!(mark(2020, 9, 27), Some(("work", "调休上班".to_owned())));
        assert_eq!(mark(2020, 9, 26), Some(("rest", "周末".to_owned())));
        assert_eq!(mark(2020, 9, 30), None);
        assert_eq!(mark(2050, 1, 1), None);
    }
}
