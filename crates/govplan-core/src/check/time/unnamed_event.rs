use super::said::{together, wordings};
use crate::check::{Context, Layer, Part, Rule, RuleText};
use crate::{Finding, Message, Severity, Timing, TimingKind};

pub(in crate::check) static UNNAMED_EVENT: Rule = Rule {
    code: "GP418",
    name: "unnamed-event",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "期限没有起算点", en: "a period that runs from nothing named" },
    explanation: RuleText {
        zh: "“20个工作日内”“三年内”一类的期限没有写明自何时起算；全计划提示一次，列出各处",
        en: "a period such as 20个工作日内 or 三年内 does not say from when it is counted; said once for the plan, with every place",
    },
    rationale: RuleText {
        zh: "起算点不同，到期日可以相差数月，也无法列入日程",
        en: "counted from another day it ends months apart, and no schedule can hold it",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "三年内实现全覆盖。", "timings": [{"id": "n1.d1", "kind": "after_event", "raw": "三年内", "period": {"n": 3, "unit": "year"}}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "自印发之日起三年内实现全覆盖。", "timings": [{"id": "n1.d1", "kind": "after_event", "raw": "自印发之日起三年内", "start": "2020-08-27", "end": "2023-08-27", "event": "印发", "period": {"n": 3, "unit": "year"}}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let unnamed: Vec<Part<'_, Timing>> = context.timings().filter(|timing| is_unnamed(timing.item)).collect();
    let (count, words) = (unnamed.len(), wordings(&unnamed));
    let message = Message::new(
        format!("期限`{words}`没有写明自何时起算（{count}处）；请写明起算日或完成日期"),
        format!("`{words}` does not say from when it is counted (places: {count}); name the event or the last day"),
    );
    together(&UNNAMED_EVENT, &unnamed, message).into_iter().collect()
}

/// 提前3天 is counted from what it goes ahead of.
fn is_unnamed(timing: &Timing) -> bool {
    let is_undated = timing.start.is_none() && timing.end.is_none() && timing.event.is_none();
    timing.kind == TimingKind::AfterEvent && is_undated && timing.period.is_some_and(|period| period.n > 0)
}
