use super::limit::breaches;
use crate::check::basis::regulation;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static SHORT_RULES_CONSULTATION: Rule = Rule {
    code: "GP504",
    name: "short-rules-consultation",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "规章草案公开征求意见不足30日", en: "less than thirty days to comment on draft rules"
    },
    explanation: RuleText {
        zh: "政府规章、部门规章草案征求意见，写明的期限短于30日",
        en: "the time to comment on a draft of government or departmental rules is shorter than thirty days",
    },
    rationale: RuleText {
        zh: "规章制定程序不合规，备案审查时可能被退回",
        en: "rules made so break their procedure and can be sent back on review",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "政府规章草案公开征求意见期限为15日。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "政府规章草案公开征求意见期限为30日。"}]}"#,
    legal_basis: Some(regulation("规章制定程序条例（2017年修订）", "第15条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &SHORT_RULES_CONSULTATION, ["规章草案公开征求意见的期限", "the time to comment on draft rules"])
}
