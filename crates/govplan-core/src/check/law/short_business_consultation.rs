use super::limit::breaches;
use crate::check::basis::regulation;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static SHORT_BUSINESS_CONSULTATION: Rule = Rule {
    code: "GP503",
    name: "short-business-consultation",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "涉企文件公开征求意见不足30日",
        en: "less than thirty days to comment on a document about business",
    },
    explanation: RuleText {
        zh: "与市场主体生产经营活动密切相关的规章、规范性文件向社会公开征求意见，写明的期限短于30日",
        en: "the time to comment on rules or documents that touch business is shorter than thirty days",
    },
    rationale: RuleText {
        zh: "企业来不及评估影响和提出意见",
        en: "business has no time to weigh what a policy costs it and to answer",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "出台涉企政策文件前向社会公开征求意见，时间不少于10日。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "出台涉企政策文件前向社会公开征求意见，时间不少于30日。"}]}"#,
    legal_basis: Some(regulation("优化营商环境条例（国务院令第722号）", "第62条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(
        context,
        &SHORT_BUSINESS_CONSULTATION,
        ["涉企文件公开征求意见的期限", "the time to comment on a document about business"],
    )
}
