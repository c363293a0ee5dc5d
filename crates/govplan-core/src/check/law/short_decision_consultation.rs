use super::limit::breaches;
use crate::check::basis::decisions;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static SHORT_DECISION_CONSULTATION: Rule = Rule {
    code: "GP501",
    name: "short-decision-consultation",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "决策草案公开征求意见不足30日",
        en: "less than thirty days to comment on a draft decision",
    },
    explanation: RuleText {
        zh: "重大决策事项向社会公开征求意见，写明的期限短于30日；写明情况紧急需要缩短的、规范性文件和规章另按其规定",
        en: "the time to comment on a draft of a major decision is shorter than thirty days; urgent cases that say so, normative documents and rules are not meant",
    },
    rationale: RuleText {
        zh: "期限不足又不说明理由，决策程序有瑕疵，决策可能被纠正",
        en: "a shorter time without a reason is a flaw of procedure for which the decision can be set right",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "重大行政决策草案向社会公开征求意见的期限不少于15日。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "重大行政决策草案向社会公开征求意见的期限不少于30日。"}]}"#,
    legal_basis: Some(decisions("第15条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(
        context,
        &SHORT_DECISION_CONSULTATION,
        ["决策草案公开征求意见的期限", "the time to comment on a draft decision"],
    )
}
