//! Points and stretches of the calendar: a day, a month, a quarter, a year, with the ends that they have.

use super::token::Cursor;
use crate::{Context, Expression, Step, StepValue, TimingKind, YearSource};
use chrono::{Datelike, Days, NaiveDate};

/// A stretch of the calendar, as printed.
#[derive(Debug, Clone, Default)]
pub(super) struct Stretch {
    pub(super) year: Option<i32>,
    pub(super) part: Part,
    pub(super) steps: Vec<Step>,
    /// Whether only its last day is meant (9月底, 年底).
    pub(super) is_end: bool,
}

/// The part of a year that a stretch is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Part {
    #[default]
    Year,
    HalfYear(u32),
    Quarter(u32),
    Month(u32),
    /// Month and third of it.
    TenDays(u32, u32),
    /// Month and day.
    Day(u32, u32),
    /// Middle or another point that no day is known of.
    Vague,
}

pub(super) fn step(code: &str, args: &[(&str, i64)]) -> Step {
    let args = args.iter().map(|(name, number)| ((*name).to_owned(), StepValue::from(*number))).collect();
    Step { code: code.to_owned(), args }
}

/// The last day of a month.
pub(super) fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

impl Stretch {
    /// Its first and last day, where the year is known.
    pub(super) fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let year = self.year?;
        let first = |month| NaiveDate::from_ymd_opt(year, month, 1);
        Some(match self.part {
            Part::Year => (first(1)?, month_end(year, 12)?),
            Part::HalfYear(half) => (first(half * 6 - 5)?, month_end(year, half * 6)?),
            Part::Quarter(quarter) => (first(quarter * 3 - 2)?, month_end(year, quarter * 3)?),
            Part::Month(month) => (first(month)?, month_end(year, month)?),
            Part::TenDays(month, third) => {
                let start = NaiveDate::from_ymd_opt(year, month, third * 10 - 9)?;
                let end = if third == 3 {
                    month_end(year, month)?
                } else {
                    NaiveDate::from_ymd_opt(year, month, third * 10)?
                };
                (start, end)
            }
            Part::Day(month, day) => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?;
                (day, day)
            }
            Part::Vague => return None,
        })
    }

    /// The steps with the last one: how the last day came about.
    pub(super) fn explained(&self) -> Vec<Step> {
        let mut steps = self.steps.clone();
        let Some(year) = self.year.map(i64::from) else {
            steps.push(step("year_unknown", &[]));
            return steps;
        };
        steps.push(match self.part {
            Part::Year | Part::Vague => step("year_end", &[("year", year)]),
            Part::HalfYear(half) => step("half_year", &[("year", year), ("half", half.into())]),
            Part::Quarter(quarter) => step("quarter", &[("year", year), ("quarter", quarter.into())]),
            Part::Month(month) => step("month_end", &[("year", year), ("month", month.into())]),
            Part::TenDays(month, third) => {
                step("ten_days", &[("year", year), ("month", month.into()), ("part", third.into())])
            }
            Part::Day(month, day) => step("day", &[("month", month.into()), ("day", day.into())]),
        });
        steps
    }
}

/// Reads a stretch; a year that is not printed is taken from the context.
pub(super) fn stretch(cursor: &mut Cursor<'_>, context: &Context) -> Option<Stretch> {
    let mut stretch = numeric(cursor).or_else(|| printed(cursor, context))?;
    if stretch.year.is_none() && stretch.part != Part::Vague && stretch.steps.is_empty() {
        take_year(&mut stretch, context);
    }
    Some(stretch)
}

/// Gives a stretch the context's year, and says where it comes from.
fn take_year(stretch: &mut Stretch, context: &Context) {
    stretch.year = context.year;
    if let Some(year) = context.year {
        let code = match context.year_source {
            YearSource::Argument => "year_given",
            YearSource::Title => "year_from_title",
            YearSource::Issued => "year_from_issue",
        };
        stretch.steps.push(step(code, &[("year", year.into())]));
    }
}

/// 2020.9.30, 2020-09-30, 2020/9/30.
fn numeric(cursor: &mut Cursor<'_>) -> Option<Stretch> {
    cursor.attempt(|cursor| {
        if cursor.before().is_some_and(|c| c == '.' || c.is_ascii_alphanumeric()) {
            return None;
        }
        let year = cursor.year()?;
        let mark = cursor.eat_char(".-/")?;
        let month = cursor.digits(1, 2)?;
        cursor.eat_char(&mark.to_string())?;
        let day = cursor.digits(1, 2)?;
        NaiveDate::from_ymd_opt(year, month, day)?;
        Some(Stretch { year: Some(year), part: Part::Day(month, day), ..Stretch::default() })
    })
}

fn printed(cursor: &mut Cursor<'_>, context: &Context) -> Option<Stretch> {
    let mut stretch = Stretch::default();
    let has_year = year(cursor, context, &mut stretch);
    let part = cursor.attempt(quarter).or_else(|| cursor.attempt(half_year)).or_else(|| cursor.attempt(month_part));
    match part {
        Some((part, is_end)) => (stretch.part, stretch.is_end) = (part, is_end),
        None if has_year => {
            if cursor.eat_any(&["年底", "底", "末", "终"]).is_some() {
                stretch.is_end = true;
            } else if cursor.eat("中") || cursor.eat("初") {
                stretch.part = Part::Vague;
            }
        }
        None => {
            // 年底, 年末, 年终, 年内 and 年中 are of the year that the document is about.
            cursor.eat("年").then_some(())?;
            match cursor.eat_char("底末终内中") {
                Some('中') => stretch.part = Part::Vague,
                Some(_) => stretch.is_end = true,
                None => return None,
            }
        }
    }
    Some(stretch)
}

/// A year: 2020年, 明年, 本年度; whether one is printed.
fn year(cursor: &mut Cursor<'_>, context: &Context, into: &mut Stretch) -> bool {
    let absolute = cursor.attempt(|cursor| {
        let year = cursor.year()?;
        cursor.eat("年").then_some(year)
    });
    if let Some(year) = absolute {
        cursor.eat("度");
        into.year = Some(year);
        return true;
    }
    for (word, offset) in [("今年", 0), ("本年", 0), ("当年", 0), ("明年", 1), ("次年", 1), ("翌年", 1), ("后年", 2)]
    {
        if cursor.eat(word) {
            cursor.eat("度");
            into.year = context.base_year().map(|year| year + offset);
            let mut relative = step("year_relative", &[]);
            relative.args.insert("word".to_owned(), word.into());
            if let Some(year) = into.year {
                relative.args.insert("year".to_owned(), i64::from(year).into());
            }
            into.steps.push(relative);
            return true;
        }
    }
    false
}

fn quarter(cursor: &mut Cursor<'_>) -> Option<(Part, bool)> {
    cursor.eat("第");
    let quarter = cursor.number().filter(|number| (1..=4).contains(number))?;
    if !cursor.eat("季度") && !cursor.eat("季") {
        return None;
    }
    Some((Part::Quarter(quarter), cursor.eat_char("底末").is_some()))
}

fn half_year(cursor: &mut Cursor<'_>) -> Option<(Part, bool)> {
    let half = if cursor.eat("上半年") {
        1
    } else if cursor.eat("下半年") {
        2
    } else {
        return None;
    };
    Some((Part::HalfYear(half), cursor.eat_char("底末").is_some()))
}

fn month_part(cursor: &mut Cursor<'_>) -> Option<(Part, bool)> {
    let month = cursor.number().filter(|number| (1..=12).contains(number))?;
    if !cursor.eat("月") {
        return None;
    }
    cursor.eat("份");
    let third = cursor.attempt(|cursor| {
        let third = match cursor.eat_char("上中下")? {
            '上' => 1,
            '中' => 2,
            _ => 3,
        };
        cursor.eat("旬").then_some(third)
    });
    if let Some(third) = third {
        return Some((Part::TenDays(month, third), false));
    }
    let day = cursor.attempt(|cursor| {
        let day = cursor.number().filter(|number| (1..=31).contains(number))?;
        cursor.eat_char("日号")?;
        Some(day)
    });
    if let Some(day) = day {
        return Some((Part::Day(month, day), false));
    }
    Some((Part::Month(month), cursor.eat_char("底末").is_some()))
}

/// A stretch with what makes a deadline of it: before it, at its end, in it, on it, from it on.
pub(super) fn by(cursor: &mut Cursor<'_>, context: &Context) -> Option<Expression> {
    let from = cursor.eat_any(&["自", "从"]).is_some();
    let until = !from && cursor.eat_any(&["截至", "截止到", "截止", "到", "至", "不晚于", "最迟于", "最迟"]).is_some();
    if from && cursor.eat("即日起") {
        return super::word::immediate(context);
    }
    let stretch = stretch(cursor, context)?;
    let is_within = !stretch.is_end && cursor.eat_any(&["内", "之内", "以内"]).is_some();
    let before = cursor.eat_any(&["之前", "以前", "前"]).is_some();
    let mut expression = Expression::new(TimingKind::By);
    expression.steps = stretch.explained();
    let days = stretch.days();
    expression.end = days.map(|(_, end)| end);
    if !before && cursor.eat_any(&["起", "开始"]).is_some() {
        expression.kind = TimingKind::Continuous;
        (expression.start, expression.end) = (days.map(|(start, _)| start), None);
    } else if from {
        return None;
    } else if before {
        strictly_before(&stretch, &mut expression);
    } else if until || stretch.is_end || is_within {
        // The last day is all that is asked for.
    } else if let Part::Day(..) = stretch.part {
        cursor.eat("当天");
        cursor.eat("当日");
        expression.kind = TimingKind::On;
        expression.start = expression.end;
    } else if stretch.part == Part::Vague {
        // 年中 and 年初 set no day.
        expression.kind = TimingKind::Vague;
        (expression.end, expression.steps) = (None, Vec::new());
    } else {
        expression.kind = TimingKind::Range;
        expression.start = days.map(|(start, _)| start);
    }
    super::tail::continuing(cursor, &mut expression);
    super::tail::time_of_day(cursor, &mut expression);
    Some(expression)
}

/// Before a whole month or year is before it begins; before a day, or before the end of a stretch, is by it.
fn strictly_before(stretch: &Stretch, expression: &mut Expression) {
    let begins = stretch.days().map(|(start, _)| start);
    match stretch.part {
        Part::Month(month) if !stretch.is_end => {
            expression.end = begins.and_then(|start| start.checked_sub_days(Days::new(1)));
            expression.steps.push(step("before_month", &[("month", month.into())]));
        }
        Part::Year | Part::Quarter(_) | Part::HalfYear(_) if !stretch.is_end => {
            expression.end = begins.and_then(|start| start.checked_sub_days(Days::new(1)));
            if let Some(end) = expression.end {
                expression.steps.push(step("year_end", &[("year", end.year().into())]));
            }
        }
        _ => {}
    }
}
