//! Rhythms: 每月5日前, 每季度末月20日前, 按季度, 每月至少开展2次, 从2019年起每年.

use super::token::Cursor;
use crate::{Context, Every, Expression, Recurrence, TimingKind};

/// Reads a rhythm.
pub(super) fn rhythm(cursor: &mut Cursor<'_>, context: &Context) -> Option<Expression> {
    let start = cursor.attempt(|cursor| {
        let from = super::point::by(cursor, context).filter(|from| from.kind == TimingKind::Continuous)?;
        cursor.eat_char("，,");
        Some(from)
    });
    let mut expression = Expression::new(TimingKind::Recurring);
    if let Some(from) = start {
        expression.start = from.start;
        expression.steps = from.steps;
    }
    let mut recurrence = round(cursor)?;
    detail(cursor, &mut recurrence);
    cursor.eat_any(&["之前", "以前", "前"]);
    if let Some(times) = cursor.attempt(times) {
        recurrence.times = u16::try_from(times).ok();
    }
    expression.recurrence = Some(recurrence);
    Some(expression)
}

fn recurrence(every: Every) -> Recurrence {
    Recurrence {
        every,
        interval: None,
        times: None,
        day: None,
        weekday: None,
        month: None,
        month_of_quarter: None,
        from_end: None,
        next_period: false,
    }
}

/// 每月, 每两周, 按季度, 逐年, 次月.
fn round(cursor: &mut Cursor<'_>) -> Option<Recurrence> {
    if cursor.eat("次月") {
        return Some(Recurrence { next_period: true, ..recurrence(Every::Monthly) });
    }
    cursor.eat_any(&["每隔", "每", "按", "逐"])?;
    if cursor.eat("半年") {
        return Some(recurrence(Every::HalfYearly));
    }
    let interval = cursor.attempt(|cursor| {
        let number = cursor.number()?;
        cursor.eat("个");
        cursor.peek().filter(|c| "周年月季日天".contains(*c))?;
        u8::try_from(number).ok()
    });
    cursor.eat("个");
    let every = match cursor.eat_any(&["学期", "季度", "季", "年度", "年", "月份", "月", "星期", "周", "日", "天"])?
    {
        "学期" => Every::Term,
        "季度" | "季" => Every::Quarterly,
        "年度" | "年" => Every::Yearly,
        "月份" | "月" => Every::Monthly,
        "星期" | "周" => Every::Weekly,
        _ => Every::Daily,
    };
    Some(Recurrence { interval: interval.filter(|interval| *interval > 1), ..recurrence(every) })
}

/// The day of the round: 每月5日, 每季度末月20日, 每年2月底, 每周五.
fn detail(cursor: &mut Cursor<'_>, into: &mut Recurrence) {
    match into.every {
        Every::Weekly => {
            let day = cursor.eat_char("一二三四五六日天");
            into.weekday = day
                .and_then(|day| "一二三四五六日天".chars().position(|c| c == day))
                .and_then(|index| u8::try_from(index.min(6) + 1).ok());
            cursor.eat("下班");
        }
        Every::Quarterly => {
            if cursor.eat("末月") {
                into.month_of_quarter = Some(3);
            } else if cursor.eat("首月") {
                into.month_of_quarter = Some(1);
            }
            day(cursor, into);
        }
        Every::Yearly => {
            let month = cursor.attempt(|cursor| {
                let month = cursor.number().filter(|month| (1..=12).contains(month))?;
                cursor.eat("月").then_some(month)
            });
            into.month = month.and_then(|month| u8::try_from(month).ok());
            day(cursor, into);
        }
        Every::Monthly | Every::HalfYearly => day(cursor, into),
        _ => {}
    }
}

fn day(cursor: &mut Cursor<'_>, into: &mut Recurrence) {
    let day = cursor.attempt(|cursor| {
        let day = cursor.number().filter(|day| (1..=31).contains(day))?;
        cursor.eat_char("日号")?;
        u8::try_from(day).ok()
    });
    into.day = day;
    if day.is_none() && cursor.eat_char("底末").is_some() {
        into.from_end = Some(1);
    }
}

/// 至少开展2次, 召开两次, 一次.
fn times(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.eat_any(&["不少于", "至少", "各"]);
    cursor.eat_any(&["开展", "召开", "组织", "举办", "听取", "更新", "报送", "通报"]);
    let times = cursor.number()?;
    cursor.eat_any(&["次", "轮", "期"])?;
    Some(times)
}
