use super::limit::breaches;
use crate::check::basis::disclosure;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_CORRECTION_NOTICE: Rule = Rule {
    code: "GP510",
    name: "late-correction-notice",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "补正告知超过7个工作日",
        en: "a notice to complete a request after more than seven working days",
    },
    explanation: RuleText {
        zh: "公开申请内容不明确时，告知申请人补正的期限长于7个工作日",
        en: "the time to tell an applicant to complete a request for information is longer than seven working days",
    },
    rationale: RuleText {
        zh: "超过期限再要求补正的，答复期限从收到原申请起算",
        en: "told later, the time to answer runs from the first request",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "公开申请内容不明确的，在10个工作日内一次性告知申请人补正。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "公开申请内容不明确的，在7个工作日内一次性告知申请人补正。"}]}"#,
    legal_basis: Some(disclosure("第30条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LATE_CORRECTION_NOTICE, ["告知补正的期限", "the time to ask for completion"])
}
