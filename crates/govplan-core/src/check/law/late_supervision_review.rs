use super::limit::breaches;
use crate::check::basis::regulation;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_SUPERVISION_REVIEW: Rule = Rule {
    code: "GP521",
    name: "late-supervision-review",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "督查结论复核超过30日",
        en: "a conclusion of supervision reviewed after more than thirty days",
    },
    explanation: RuleText {
        zh: "对督查结论申请复核，或者作出复核决定的期限长于30日",
        en: "the time to ask for review of a conclusion of supervision, or to decide on it, is longer than thirty days",
    },
    rationale: RuleText {
        zh: "期限由条例规定，逾期的申请可以不受理",
        en: "the regulation sets the limit; a later request need not be heard",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "对督查结论有异议的，可在60日内申请复核。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "对督查结论有异议的，可在30日内申请复核。"}]}"#,
    legal_basis: Some(regulation("政府督查工作条例（国务院令第733号）", "第17条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LATE_SUPERVISION_REVIEW, ["督查结论复核的期限", "the time for review of a conclusion"])
}
