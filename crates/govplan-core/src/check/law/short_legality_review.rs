use super::limit::breaches;
use crate::check::basis::decisions;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static SHORT_LEGALITY_REVIEW: Rule = Rule {
    code: "GP506",
    name: "short-legality-review",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "决策合法性审查不足7个工作日", en: "less than seven working days for review of legality"
    },
    explanation: RuleText {
        zh: "重大决策送请合法性审查，写明的审查时间短于7个工作日",
        en: "the time for review of legality of a major decision is shorter than seven working days",
    },
    rationale: RuleText {
        zh: "审查时间不够，合法性问题看不出来",
        en: "too short a review does not see what is unlawful",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "重大决策合法性审查时间不少于3个工作日。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "重大决策合法性审查时间不少于7个工作日。"}]}"#,
    legal_basis: Some(decisions("第26条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &SHORT_LEGALITY_REVIEW, ["决策合法性审查的时间", "the time for review of legality"])
}
