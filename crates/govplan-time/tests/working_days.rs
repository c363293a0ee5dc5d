//! Working days: those announced, those counted by hand, and what is not known.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use govplan_time::{
    DueError, Language, Period, PeriodUnit, TableFault, WorkingDays, due, due_after_hours, holiday_notices,
    parse_iso_date,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn day(text: &str) -> NaiveDate {
    parse_iso_date(text).unwrap()
}

fn announced() -> &'static WorkingDays {
    WorkingDays::announced()
}

#[test]
fn due_dates_counted_by_hand_come_out() {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(include_bytes!("tables/workday_vectors.csv").as_slice());
    let mut rows = 0;
    for row in reader.records().map(Result::unwrap) {
        let unit = if &row[2] == "working_day" { PeriodUnit::WorkingDay } else { PeriodUnit::CalendarDay };
        let found = due(day(&row[0]), Period::new(row[1].parse().unwrap(), unit), announced());
        match &row[4] {
            "ok" => assert_eq!(found.unwrap().due, day(&row[3]), "{row:?}"),
            _ => assert!(matches!(found, Err(DueError::UnknownYear(error)) if error.year == 2027), "{row:?}"),
        }
        rows += 1;
    }
    assert_eq!(rows, 10);
}

#[test]
fn every_year_has_the_working_days_of_its_notice() {
    let mut totals: BTreeMap<i32, u32> = BTreeMap::new();
    for notice in holiday_notices() {
        if let Some(working_days) = notice.working_days {
            assert_eq!(totals.insert(notice.year, working_days), None);
        }
    }
    assert_eq!(totals.keys().copied().collect::<Vec<_>>(), (2007..=2026).collect::<Vec<_>>());
    for (year, total) in totals {
        let days = NaiveDate::from_ymd_opt(year, 1, 1).unwrap().iter_days().take_while(|day| day.year() == year);
        let working = days.filter(|day| announced().is_working_day(*day).unwrap()).count();
        assert_eq!(u32::try_from(working).unwrap(), total, "{year}");
    }
}

#[test]
fn a_year_that_is_not_announced_is_an_error_that_says_so() {
    for (date, count) in
        [("2027-01-01", 1), ("2026-12-31", 1), ("2006-12-31", 1), ("2007-01-01", -1), ("2026-01-01", i32::MAX)]
    {
        let error = announced().add(day(date), count).unwrap_err();
        assert!(error.year == 2027 || error.year == 2006, "{date}");
        assert!(error.message(Language::Chinese).contains("2007年至2026年"));
        assert!(error.message(Language::English).contains(&error.year.to_string()));
    }
    assert_eq!(announced().add(day("2026-12-31"), 0), Ok(day("2026-12-31")));
    assert!(announced().count(day("2026-12-31"), day("2027-01-01")).is_err());
    assert!(announced().day_off(NaiveDate::MAX).is_err() && announced().is_working_day(NaiveDate::MIN).is_err());
    // The last day of the period lies in 2027, and whether it is off nobody knows.
    assert!(due(day("2026-12-15"), Period::new(30, PeriodUnit::CalendarDay), announced()).is_err());
}

#[test]
fn periods_end_as_the_civil_code_says() {
    for (start, n, unit, expected) in [
        ("2020-01-31", 1, PeriodUnit::Month, "2020-03-02"), // 29 February is a Saturday
        ("2019-01-31", 1, PeriodUnit::Month, "2019-02-28"),
        ("2020-02-29", 1, PeriodUnit::Year, "2021-03-01"), // 28 February is a Sunday
        ("2020-08-27", 1, PeriodUnit::Week, "2020-09-03"),
        ("2020-09-03", -7, PeriodUnit::CalendarDay, "2020-08-27"),
        ("2020-10-09", -1, PeriodUnit::WorkingDay, "2020-09-30"),
        ("2020-03-31", -1, PeriodUnit::Month, "2020-02-29"),
        ("2020-08-27", 0, PeriodUnit::WorkingDay, "2020-08-27"),
    ] {
        assert_eq!(
            due(day(start), Period::new(n, unit), announced()).unwrap().due,
            day(expected),
            "{start} {n} {unit:?}"
        );
    }
    let moment = day("2020-09-30").and_time(NaiveTime::from_hms_opt(18, 30, 0).unwrap());
    assert_eq!(due_after_hours(moment, 48).unwrap().0.to_string(), "2020-10-02 18:30:00");
    assert_eq!(due(day("2020-09-30"), Period::new(48, PeriodUnit::Hour), announced()), Err(DueError::NoTimeOfDay));
    assert_eq!(due_after_hours(NaiveDate::MAX.and_time(NaiveTime::MIN), i32::MAX), Err(DueError::OutOfCalendar));
}

#[test]
fn every_due_date_is_explained_in_both_languages() {
    let found = due(day("2020-09-18"), Period::new(20, PeriodUnit::WorkingDay), announced()).unwrap();
    let steps: Vec<_> = found.steps.iter().map(|step| step.text(Language::English)).collect();
    assert_eq!(
        steps,
        [
            "20 working days counted from the next day: to 2020-10-22 (Civil Code art. 201: the day itself is not counted)",
            "counted: 2020-09-27 is a weekend day that works for 国庆节、中秋节",
            "left out: 2020-10-01 to 2020-10-08 off for 国庆节、中秋节",
            "counted: 2020-10-10 is a weekend day that works for 国庆节、中秋节",
        ]
    );
    let rolled = due(day("2020-09-03"), Period::new(30, PeriodUnit::CalendarDay), announced()).unwrap();
    assert_eq!(
        rolled.steps.last().unwrap().text(Language::Chinese),
        "最后一日是休息日，顺延至2020-10-09（民法典第203条）"
    );
    let clipped = due(day("2020-01-31"), Period::new(1, PeriodUnit::Month), announced()).unwrap();
    assert_eq!(
        clipped.steps[1].text(Language::English),
        "February has no day 31: the last of the month 2020-02-29 (Civil Code art. 202)"
    );
    for n in [-40, 40] {
        for unit in [PeriodUnit::WorkingDay, PeriodUnit::CalendarDay, PeriodUnit::Week, PeriodUnit::Month] {
            for step in due(day("2020-01-31"), Period::new(n, unit), announced()).unwrap().steps {
                for text in [step.text(Language::Chinese), step.text(Language::English)] {
                    assert!(text != step.code && !text.contains('{'), "{step:?}: {text}");
                }
            }
        }
    }
}

#[test]
fn a_newer_table_adds_years_and_a_wrong_one_says_where() {
    let newer = "\u{feff}# announced in 2026\r\ndate,name,kind\r\n2027-01-01,元旦,holiday\r\n2026-12-27,元旦,makeup_workday\r\n";
    let days = announced().updated(newer).unwrap();
    assert_eq!((days.first_year(), days.last_year()), (2007, 2027));
    assert_eq!(days.is_working_day(day("2026-12-27")), Ok(true));
    assert_eq!(days.is_working_day(day("2026-10-01")), Ok(false), "the years before stay");
    assert_eq!(WorkingDays::from_table(&days.to_table()), Ok(days.clone()));
    assert_ne!(&days, announced());
    let fault = |table: &str| announced().updated(table).map(|_| ()).unwrap_err();
    for (table, line, expected) in [
        ("", None, TableFault::Empty),
        ("date,name,kind\n", None, TableFault::Empty),
        ("date;name;kind\n", Some(1), TableFault::Columns("date;name;kind".to_owned())),
        ("date,name,kind\n2027-1-1,元旦,holiday\n", Some(2), TableFault::Date("2027-1-1".to_owned())),
        ("date,name,kind\n2027-01-01,元旦,rest\n", Some(2), TableFault::Kind("rest".to_owned())),
        ("date,name,kind\n2027-01-01\n", Some(2), TableFault::Kind(String::new())),
        (
            "date,name,kind\n2027-01-01,a,holiday\n2027-01-01,b,holiday\n",
            Some(3),
            TableFault::Repeated("2027-01-01".to_owned()),
        ),
        ("date,name,kind\n2027-01-01,a,holiday\n2028-02-01,b,holiday\n", Some(3), TableFault::Unannounced(2028)),
        ("date,name,kind\n2028-01-01,元旦,holiday\n", None, TableFault::Gap(2027)),
    ] {
        let found = fault(table);
        assert_eq!((found.line, &found.fault), (line, &expected), "{table}");
        assert!(!found.message(Language::Chinese).is_empty() && !found.to_string().is_empty());
    }
    let said = |table: &str| {
        let error = fault(table);
        (error.code(), error.found().map(str::to_owned), error.expected())
    };
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(said("date\n"), ("columns", text("date"), text("date,name,kind")));
    assert_eq!(said("date,name,kind\n2027-1-1,元旦,holiday\n"), ("date", text("2027-1-1"), text("YYYY-MM-DD")));
    assert_eq!(said("date,name,kind\n2028-01-01,元旦,holiday\n"), ("gap", None, text("2027")));
    assert_eq!(said(""), ("empty", None, None));
}

proptest! {
    /// One question at a time, day by day, gives what the sums give.
    #[test]
    fn sums_agree_with_a_walk(offset in 0_u64..7000, count in 1_i32..120) {
        let start = day("2007-01-01").checked_add_days(Days::new(offset)).unwrap();
        let mut left = count;
        let mut at = start;
        while left > 0 {
            at = at.succ_opt().unwrap();
            left -= i32::from(announced().is_working_day(at).unwrap());
        }
        prop_assert_eq!(announced().add(start, count), Ok(at));
        prop_assert_eq!(announced().count(start, at), Ok(count));
        // Back again is the last working day up to the start: none, and an error, in the first days that are known.
        let days = std::iter::successors(Some(start), NaiveDate::pred_opt).take_while(|at| *at >= day("2007-01-01"));
        let before = days.into_iter().find(|at| announced().is_working_day(*at).unwrap());
        prop_assert_eq!(announced().add(at, -count).ok(), before);
    }

    #[test]
    fn counting_is_signed_and_adds_up(one in 0_u64..7000, other in 0_u64..7000) {
        let [one, other] = [one, other].map(|offset| day("2007-01-01").checked_add_days(Days::new(offset)).unwrap());
        let between = |from, to| announced().count(from, to).unwrap();
        let middle = day("2015-06-01");
        if (one <= middle) == (middle <= other) {
            prop_assert_eq!(between(one, middle) + between(middle, other), between(one, other));
        }
    }

    #[test]
    fn no_period_panics(offset in 0_u64..9000, n in any::<i32>(), unit in 0_usize..6) {
        use PeriodUnit::{CalendarDay, Hour, Month, Week, WorkingDay, Year};
        let unit = [CalendarDay, WorkingDay, Week, Month, Year, Hour][unit];
        let start = day("2007-01-01").checked_add_days(Days::new(offset)).unwrap();
        let _ = due(start, Period::new(n, unit), announced());
        let _ = due(NaiveDate::MAX, Period::new(n, unit), announced());
    }
}
