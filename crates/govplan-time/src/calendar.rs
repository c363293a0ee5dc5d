//! Points of the calendar: what is printed of them, and the days that they are in a context.

use crate::token::FiveYearPlan;
use crate::{Context, Step, YearSource};
use chrono::{Datelike, Months, NaiveDate};

/// A point of the calendar as printed (2020年9月底; 明年三季度).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) year: Year,
    pub(crate) unit: Unit,
    /// Whether its end is meant (底, 末).
    pub(crate) at_end: bool,
}

/// The year of a point as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// None is printed.
    Bare,
    Printed(i32),
    /// 今年, 明年.
    Relative(i32),
    /// 次年: the year after the one spoken of.
    Following,
}

/// The unit of the calendar that a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Year,
    Half(u32),
    Quarter(u32),
    Month(u32),
    Third(u32, Thirds),
    Day(u32, u32),
    Plan(&'static FiveYearPlan),
    /// 本月, 本季度, 本月25日: those of the day of issue.
    IssueMonth,
    IssueQuarter,
    IssueDay(u32),
}

/// One or two thirds of a month (上旬, 中下旬), counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Thirds {
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl Thirds {
    /// The thirds of a number: 1, 2 and 3 are one, 12 and 23 two.
    pub(crate) fn from_number(number: u32) -> Self {
        if number > 9 { Self { first: number / 10, last: number % 10 } } else { Self { first: number, last: number } }
    }

    fn number(self) -> u32 {
        if self.first == self.last { self.first } else { self.first * 10 + self.last }
    }
}

/// The days that a point is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dates {
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    /// The steps that lead to the year.
    year_steps: Vec<Step>,
    year: i32,
    unit: Unit,
}

/// Which days of a point are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aspect {
    Whole,
    Start,
    End,
}

/// What years a point may take its own from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Years<'c> {
    pub(crate) context: &'c Context,
    /// The year of what stands before, which a bare year goes by first.
    pub(crate) carried: Option<i32>,
}

impl Years<'_> {
    /// The year of a point and the steps that lead to it; else the step that says why there is none.
    pub(crate) fn year(self, year: Year) -> Result<(i32, Vec<Step>), Step> {
        let carried = self.carried.map(|year| (year, YearSource::Text));
        let given = self.context.year.map(|year| (year, self.context.year_source));
        let issued = self.context.base_year().map(|year| (year, YearSource::Issued));
        let (base, offset, code) = match year {
            Year::Printed(year) => return Ok((year, Vec::new())),
            Year::Bare => (carried.or(given), 0, None),
            Year::Relative(offset) => (given.or(issued), offset, Some("relative_year")),
            Year::Following => (carried.or(given).or(issued), 1, Some("following_year")),
        };
        let (base, source) = base.ok_or_else(|| Step::new("year_unknown"))?;
        let year = base.saturating_add(offset);
        let step = code.map(|code| Step::new(code).with("year", year));
        Ok((year, std::iter::once(Step::new(source.step()).with("year", base)).chain(step).collect()))
    }
}

impl Point {
    /// The days of the point; else the step that says why there are none.
    pub(crate) fn dates(self, years: Years<'_>) -> Result<Dates, Step> {
        if let Unit::IssueMonth | Unit::IssueQuarter | Unit::IssueDay(_) = self.unit {
            return self.dates_of_issue(years);
        }
        let (year, year_steps) = match self.unit {
            Unit::Plan(plan) => (plan.first, Vec::new()),
            _ => years.year(self.year)?,
        };
        let months = |first: u32, count: u32| {
            let first = NaiveDate::from_ymd_opt(year, first, 1)?;
            Some((first, first.checked_add_months(Months::new(count))?.pred_opt()?))
        };
        let days = match self.unit {
            Unit::Year => months(1, 12),
            Unit::Half(half) => months(half * 6 - 5, 6),
            Unit::Quarter(quarter) => months(quarter * 3 - 2, 3),
            Unit::Month(month) => months(month, 1),
            Unit::Third(month, thirds) => months(month, 1).and_then(|(first, last)| {
                let end = if thirds.last == 3 { last } else { first.with_day(thirds.last * 10)? };
                Some((first.with_day(thirds.first * 10 - 9)?, end))
            }),
            Unit::Day(month, day) => NaiveDate::from_ymd_opt(year, month, day).map(|date| (date, date)),
            Unit::Plan(plan) => {
                NaiveDate::from_ymd_opt(plan.first, 1, 1).zip(NaiveDate::from_ymd_opt(plan.last, 12, 31))
            }
            Unit::IssueMonth | Unit::IssueQuarter | Unit::IssueDay(_) => None,
        };
        let no_such_day = || match self.unit {
            Unit::Day(month, day) => Step::new("no_such_day").with("month", month).with("day", day),
            _ => Step::new("year_unknown"),
        };
        let (first, last) = days.ok_or_else(no_such_day)?;
        Ok(Dates { first, last, year_steps, year, unit: self.unit })
    }

    /// The days of the month or quarter that holds the day of issue.
    fn dates_of_issue(self, years: Years<'_>) -> Result<Dates, Step> {
        let issued = years.context.issued.ok_or_else(|| Step::new("issue_unknown"))?;
        let unit = match self.unit {
            Unit::IssueQuarter => Unit::Quarter(issued.month0() / 3 + 1),
            Unit::IssueDay(day) => Unit::Day(issued.month(), day),
            _ => Unit::Month(issued.month()),
        };
        let dates = Self { year: Year::Printed(issued.year()), unit, at_end: self.at_end }.dates(years)?;
        Ok(Dates { year_steps: vec![Step::new("issued_on").with("date", issued)], ..dates })
    }
}

impl Dates {
    /// The steps that lead to these days, or to the first or last of them.
    pub(crate) fn steps(&self, aspect: Aspect) -> impl Iterator<Item = Step> + use<> {
        let step = |[whole, start, end]: [&'static str; 3]| {
            Step::new(match aspect {
                Aspect::Whole => whole,
                Aspect::Start => start,
                Aspect::End => end,
            })
        };
        let dated = |step: Step| step.with("year", self.year);
        let step = match self.unit {
            Unit::Year => dated(step(["year_whole", "year_start", "year_end"])),
            Unit::Half(half) => dated(step(["half_whole", "half_start", "half_end"])).with("half", half),
            Unit::Quarter(quarter) => {
                dated(step(["quarter_whole", "quarter_start", "quarter_end"])).with("quarter", quarter)
            }
            Unit::Month(month) => dated(step(["month_whole", "month_start", "month_end"])).with("month", month),
            Unit::Third(month, third) => dated(step(["third_whole", "third_start", "third_end"]))
                .with("month", month)
                .with("third", third.number()),
            Unit::Day(..) => Step::new("day").with("date", self.first),
            // Days are told by the month or quarter that they turned out to be.
            Unit::IssueMonth | Unit::IssueQuarter | Unit::IssueDay(_) => {
                return self.year_steps.clone().into_iter().chain(None);
            }
            Unit::Plan(plan) => step(["plan_whole", "plan_start", "plan_end"])
                .with("plan", plan.name)
                .with("first", plan.first)
                .with("last", plan.last),
        };
        self.year_steps.clone().into_iter().chain(Some(step))
    }

    /// The year that a bare year after these days goes by.
    pub(crate) fn year(&self) -> i32 {
        self.year
    }

    /// Whether they are a year of the calendar.
    pub(crate) fn is_year(&self) -> bool {
        self.unit == Unit::Year
    }
}
