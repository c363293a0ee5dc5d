//! Ranges: 3月—12月, 2022—2024年, “十四五”期间, 今明两年.

use super::point::{Part, Stretch, step, stretch};
use super::token::Cursor;
use crate::{Context, Expression, TimingKind};
use chrono::NaiveDate;

const DASHES: &str = "-—–－~～至到";

/// Reads a range.
pub(super) fn range(cursor: &mut Cursor<'_>, context: &Context) -> Option<Expression> {
    let mut expression = cursor
        .attempt(|cursor| five_year_plan(cursor))
        .or_else(|| cursor.attempt(|cursor| years(cursor)))
        .or_else(|| cursor.attempt(|cursor| two_years(cursor, context)))
        .or_else(|| cursor.attempt(|cursor| stretches(cursor, context)))?;
    cursor.eat("期间");
    super::tail::continuing(cursor, &mut expression);
    Some(expression)
}

/// “十四五”期间, “十二五”末: the eleventh plan began in 2006, each lasts five years.
fn five_year_plan(cursor: &mut Cursor<'_>) -> Option<Expression> {
    let quoted = cursor.eat_char("“\"").is_some();
    cursor.eat("十").then_some(())?;
    let ordinal = cursor.eat_char("一二三四五六七八九")?;
    let number = 10 + i32::try_from("一二三四五六七八九".chars().position(|c| c == ordinal)? + 1).ok()?;
    cursor.eat("五").then_some(())?;
    if quoted {
        cursor.eat_char("”\"")?;
    }
    let is_end = matches!(cursor.eat_any(&["期间", "时期", "规划期内", "规划期", "期末", "末"])?, "期末" | "末");
    let (first, last) = (2006 + (number - 11) * 5, 2010 + (number - 11) * 5);
    let mut expression = Expression::new(if is_end { TimingKind::By } else { TimingKind::Range });
    expression.start = if is_end { None } else { NaiveDate::from_ymd_opt(first, 1, 1) };
    expression.end = NaiveDate::from_ymd_opt(last, 12, 31);
    expression
        .steps
        .push(step("five_year_plan", &[("number", number.into()), ("start", first.into()), ("end", last.into())]));
    Some(expression)
}

/// 2022—2024年, 2019-2020年.
fn years(cursor: &mut Cursor<'_>) -> Option<Expression> {
    let first = cursor.year()?;
    cursor.eat("年");
    cursor.eat_char(DASHES)?;
    cursor.eat_char(DASHES);
    let last = cursor.year().filter(|last| *last >= first)?;
    (cursor.eat("年") && !cursor.peek().is_some_and(|c| c.is_ascii_digit())).then_some(())?;
    let mut expression = Expression::new(TimingKind::Range);
    expression.start = NaiveDate::from_ymd_opt(first, 1, 1);
    expression.end = NaiveDate::from_ymd_opt(last, 12, 31);
    expression.steps =
        vec![step("year_printed", &[("year", first.into())]), step("year_end", &[("year", last.into())])];
    Some(expression)
}

/// 今明两年.
fn two_years(cursor: &mut Cursor<'_>, context: &Context) -> Option<Expression> {
    cursor.eat("今明两年").then_some(())?;
    let mut expression = Expression::new(TimingKind::Range);
    let year = context.base_year();
    expression.start = year.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
    expression.end = year.and_then(|year| NaiveDate::from_ymd_opt(year + 1, 12, 31));
    expression.steps.extend(year.map(|year| step("year_end", &[("year", i64::from(year) + 1)])));
    Some(expression)
}

/// A stretch, a dash and another: the second takes its year, and its month, from the first.
fn stretches(cursor: &mut Cursor<'_>, context: &Context) -> Option<Expression> {
    cursor.eat_any(&["自", "从"]);
    if cursor.eat("即日起") {
        cursor.eat_char("至到")?;
        let last = stretch(cursor, context)?;
        let mut expression = Expression::new(TimingKind::Range);
        (expression.start, expression.end) = (context.issued, last.days().map(|(_, end)| end));
        expression.steps = last.explained();
        return Some(expression);
    }
    let first = stretch(cursor, context).or_else(|| cursor.attempt(|cursor| bare_month(cursor, context)))?;
    cursor.eat("起");
    cursor.eat_char(DASHES)?;
    cursor.eat_char(DASHES);
    let mut from_first = *context;
    from_first.year = first.year;
    let mut second = cursor.attempt(|cursor| stretch(cursor, &from_first)).or_else(|| {
        let Part::Day(month, _) = first.part else { return None };
        let day = cursor.number().filter(|day| (1..=31).contains(day))?;
        cursor.eat_char("日号")?;
        Some(Stretch { year: first.year, part: Part::Day(month, day), ..Stretch::default() })
    })?;
    // The next year's: counted from the first date, not from the document.
    let relative = second.steps.first().filter(|step| step.code == "year_relative");
    if relative.is_some()
        && let (Some(year), Some(base), Some(own)) = (first.year, context.base_year(), second.year)
    {
        second.year = Some(year + own - base);
    }
    cursor.eat_any(&["止", "前"]);
    let mut expression = Expression::new(TimingKind::Range);
    expression.start = first.days().map(|(start, _)| start);
    expression.end = second.days().map(|(_, end)| end);
    expression.steps = first.steps.clone();
    expression.steps.extend(second.explained());
    Some(expression)
}

/// 3 in 3-5月.
fn bare_month(cursor: &mut Cursor<'_>, context: &Context) -> Option<Stretch> {
    let month = cursor.digits(1, 2).filter(|month| (1..=12).contains(month))?;
    let mut ahead = cursor.clone();
    ahead.eat_char(DASHES)?;
    ahead.digits(1, 2)?;
    ahead.eat("月").then_some(())?;
    Some(Stretch { year: context.year, part: Part::Month(month), ..Stretch::default() })
}
