use super::said::is_single;
use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity, Timing, TimingKind};

pub(in crate::check) static NO_DATED_DEADLINE: Rule = Rule {
    code: "GP417",
    name: "no-dated-deadline",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "全文没有时限", en: "a plan without any time limit" },
    explanation: RuleText {
        zh: "计划有若干项要求，但没有一项写明日期、期限或周期；只因年份不明而没有日期的由GP402提示",
        en: "a plan of several requirements sets no day, no period and no rhythm at all; where only the year is missing GP402 says so",
    },
    rationale: RuleText {
        zh: "没有时限的计划无法列出日程，也无法判断是否逾期",
        en: "a plan without time limits gives no schedule, and nothing in it is ever overdue",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "公开结果。"}, {"id": "s1.t1.r2", "text": "公开预算。"}, {"id": "s1.t1.r3", "text": "公开决算。"}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "公开结果。"}, {"id": "s1.t1.r2", "text": "公开预算。"}, {"id": "s1.t1.r3", "text": "2020年9月底前公开决算。", "timings": [{"id": "s1.t1.r3.d1", "kind": "by", "raw": "2020年9月底前", "end": "2020-09-30"}]}]}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

/// A plan of fewer requirements is too small to miss a date in.
const LEAST: usize = 3;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let count = context.requirements.len();
    if count < LEAST || context.timings().any(|timing| is_time(timing.item)) {
        return Vec::new();
    }
    let message = Message::new(
        format!("{count}项要求都没有写明日期、期限或周期；请写明完成时限"),
        format!("none of {count} requirements sets a day, a period or a rhythm; state time limits"),
    );
    vec![NO_DATED_DEADLINE.finding(message)]
}

/// Whether a timing sets a time, or would if its year were known.
fn is_time(timing: &Timing) -> bool {
    timing.end.is_some()
        || timing.period.is_some()
        || is_single(timing)
        || matches!(timing.kind, TimingKind::Recurring | TimingKind::AfterEvent)
}
