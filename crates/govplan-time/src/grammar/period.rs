//! Periods: 收到申请之日起20个工作日内, 不少于30日, 提前3天, 三年内.

use super::token::{Cursor, Token};
use crate::{Context, Expression, Period, PeriodUnit, TimingKind};

/// Characters of an event at most.
pub(super) const LONGEST_EVENT: usize = 24;

/// The next token that may close an event (之日起, 后), from a token on; the end of the text where there is none.
pub(super) fn next_event_end(tokens: &[Token], from: usize) -> Option<usize> {
    let rest = tokens.get(from..)?.iter();
    Some(rest.take_while(|token| !matches!(token.character, '之' | '后')).count() + from + 1)
}

/// Reads a period.
pub(super) fn period(cursor: &mut Cursor<'_>, _: &Context) -> Option<Expression> {
    cursor
        .attempt(minimum)
        .or_else(|| cursor.attempt(ahead))
        .or_else(|| cursor.attempt(after_event))
        .or_else(|| cursor.attempt(within))
        .or_else(|| cursor.attempt(before_event))
}

/// A number and a unit: 20个工作日, 3个月, 一周.
fn length(cursor: &mut Cursor<'_>) -> Option<Period> {
    let n = i32::try_from(cursor.count()?).ok()?;
    cursor.eat("个");
    let unit = match cursor.eat_any(&["工作日", "自然日", "日历日", "日", "天", "周", "星期", "月", "年", "小时"])?
    {
        "工作日" => PeriodUnit::WorkingDay,
        "自然日" | "日历日" | "日" | "天" => PeriodUnit::CalendarDay,
        "周" | "星期" => PeriodUnit::Week,
        "月" => PeriodUnit::Month,
        "年" => PeriodUnit::Year,
        _ => PeriodUnit::Hour,
    };
    Some(Period { n, unit })
}

/// 不少于30日, 不低于7天.
fn minimum(cursor: &mut Cursor<'_>) -> Option<Expression> {
    cursor.eat_any(&["不少于", "不低于", "不得少于", "至少提前", "不短于"])?;
    let mut expression = Expression::new(TimingKind::Minimum);
    expression.period = Some(length(cursor)?);
    Some(expression)
}

/// 提前3天, 届满前6个月.
fn ahead(cursor: &mut Cursor<'_>) -> Option<Expression> {
    cursor.eat_any(&["提前", "届满前"])?;
    let mut expression = Expression::new(TimingKind::AfterEvent);
    let length = length(cursor)?;
    expression.period = Some(Period { n: -length.n, ..length });
    Some(expression)
}

/// 自通报之日起3个月内, 收到申请之日起20个工作日内, 文件印发后1个月内.
fn after_event(cursor: &mut Cursor<'_>) -> Option<Expression> {
    cursor.eat_any(&["自", "从"]);
    let event = event(cursor)?;
    let mut expression = within(cursor)?;
    expression.event = Some(event);
    Some(expression)
}

/// What happens before 之日起 or 后, up to the mark before it.
fn event(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut event = String::new();
    for _ in 0..LONGEST_EVENT {
        if cursor.eat_any(&["之日起", "之时起", "之日后", "后"]).is_some() {
            return Some(event).filter(|event| event.chars().count() >= 2);
        }
        let next = cursor.peek().filter(|c| c.is_alphabetic() && !"的应在于要须于".contains(*c))?;
        event.extend(cursor.eat_char(&next.to_string()));
    }
    None
}

/// 20个工作日内, 5个工作日以内, 三年内.
fn within(cursor: &mut Cursor<'_>) -> Option<Expression> {
    let is_limit = cursor.eat_any(&["最长不超过", "最多不超过", "未来"]).is_some();
    if cursor.before().is_some_and(|c| c.is_ascii_digit() || c == '.' || c == '第') {
        return None;
    }
    let mut expression = Expression::new(TimingKind::AfterEvent);
    expression.period = Some(length(cursor)?);
    if cursor.eat_any(&["以内", "之内", "内"]).is_none() && !is_limit {
        return None;
    }
    Some(expression)
}

/// 汛期前, 春节前, 两会前: an event whose day the document does not give.
fn before_event(cursor: &mut Cursor<'_>) -> Option<Expression> {
    let event = cursor.eat_any(&[
        "汛期",
        "春节",
        "国庆节",
        "国庆",
        "两会",
        "开学",
        "元旦",
        "五一",
        "中秋节",
        "供暖季",
        "采暖季",
    ])?;
    cursor.eat_any(&["之前", "前"])?;
    let mut expression = Expression::new(TimingKind::By);
    expression.event = Some(event.to_owned());
    Some(expression)
}
