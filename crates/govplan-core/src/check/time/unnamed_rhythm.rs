use super::said::{together, wordings};
use crate::check::{Context, Layer, Part, Rule, RuleText};
use crate::{Every, Finding, Message, Severity, Timing, TimingKind};

pub(in crate::check) static UNNAMED_RHYTHM: Rule = Rule {
    code: "GP414",
    name: "unnamed-rhythm",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "“定期”没有写明周期", en: "a rhythm that names no round" },
    explanation: RuleText {
        zh: "时限写“定期”而不写每月、每季度或每半年；全计划提示一次，列出各处",
        en: "a time limit says 定期 and not how often; said once for the plan, with every place",
    },
    rationale: RuleText {
        zh: "没有周期就不知道下一次何时到期，一年一次也算“定期”",
        en: "without a round nobody knows when the next is due; once a year is regular too",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "公开结果。", "timings": [{"id": "n1.d1", "kind": "recurring", "raw": "定期", "recurrence": {"every": "unspecified"}}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "公开结果。", "timings": [{"id": "n1.d1", "kind": "recurring", "raw": "每季度", "recurrence": {"every": "quarterly"}}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let unnamed: Vec<Part<'_, Timing>> = context
        .timings_with(|glance| glance.vague || glance.rhythm)
        .filter(|timing| is_unnamed_rhythm(timing.item))
        .collect();
    let words = wordings(&unnamed);
    let message = Message::new(
        format!("`{words}`没有写明周期；请写明，如`每季度`"),
        format!("`{words}` does not say how often; name the round, as in `每季度`"),
    );
    together(&UNNAMED_RHYTHM, &unnamed, message).into_iter().collect()
}

/// Whether a timing is a rhythm whose round is not named; in a running text 定期 sets no time of its own.
pub(super) fn is_unnamed_rhythm(timing: &Timing) -> bool {
    let is_word = timing.kind == TimingKind::Vague && timing.raw.as_deref().is_some_and(|raw| raw == "定期");
    is_word || timing.recurrence.is_some_and(|recurrence| recurrence.every == Every::Unspecified)
}
