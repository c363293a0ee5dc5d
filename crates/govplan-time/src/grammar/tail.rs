//! What stands round an expression: verbs that it runs on with, milestones, times of day, softening words.

use super::token::{Cursor, Token};
use crate::{Expression, TimingKind};
use chrono::NaiveTime;

const MILESTONES: [&str; 16] = [
    "动工",
    "开工",
    "启动",
    "投入使用",
    "投用",
    "报送",
    "上报",
    "报",
    "出台",
    "公布",
    "公开",
    "取得阶段性成果",
    "取得明显成效",
    "竣工",
    "验收",
    "制定",
];
const MODALITIES: [&str; 4] = ["原则上", "力争", "争取", "确保"];

/// 年内持续推进: what goes on through a stretch goes on until its end.
pub(super) fn continuing(cursor: &mut Cursor<'_>, expression: &mut Expression) {
    let goes_on = cursor.eat_any(&["持续推进", "长期坚持", "持续实施"]).is_some();
    if goes_on && matches!(expression.kind, TimingKind::By | TimingKind::Range) {
        expression.kind = TimingKind::Continuous;
        expression.start = None;
    }
}

/// 17:00, 17时: behind a day.
pub(super) fn time_of_day(cursor: &mut Cursor<'_>, expression: &mut Expression) {
    let time = cursor.attempt(|cursor| {
        let hour = cursor.digits(1, 2)?;
        let minute = if cursor.eat(":") { cursor.digits(2, 2)? } else { cursor.eat_char("时点").map(|_| 0)? };
        NaiveTime::from_hms_opt(hour, minute, 0)
    });
    if time.is_some() {
        expression.time = time;
        cursor.eat_any(&["之前", "以前", "前"]);
        if expression.kind == TimingKind::On {
            (expression.kind, expression.start) = (TimingKind::By, None);
        }
    }
}

/// What is reached then, where the word stands right behind.
pub(super) fn milestone(tokens: &[Token], end: usize, expression: &mut Expression) {
    let mut cursor = Cursor::new(tokens, end);
    if matches!(expression.kind, TimingKind::By | TimingKind::On | TimingKind::Range) {
        expression.milestone = cursor.eat_any(&MILESTONES).map(str::to_owned);
    }
}

/// The softening word right before.
pub(super) fn modality(tokens: &[Token], start: usize, expression: &mut Expression) {
    let before = |word: &&&str| {
        let length = word.chars().count();
        // 于 may stand between.
        [0, 1].into_iter().any(|gap| {
            start.checked_sub(length + gap).is_some_and(|at| {
                let mut cursor = Cursor::new(tokens, at);
                cursor.eat(word) && (gap == 0 || cursor.eat("于") || cursor.eat("在"))
            })
        })
    };
    expression.modality = MODALITIES.iter().find(before).map(|word| (*word).to_owned());
}
