use super::limit::breaches;
use crate::check::basis::normative;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static SHORT_DOCUMENT_CONSULTATION: Rule = Rule {
    code: "GP502",
    name: "short-document-consultation",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "规范性文件公开征求意见不足7个工作日",
        en: "less than seven working days to comment on a normative document",
    },
    explanation: RuleText {
        zh: "行政规范性文件向社会公开征求意见，写明的期限短于7个工作日",
        en: "the time to comment on a draft normative document is shorter than seven working days",
    },
    rationale: RuleText {
        zh: "公众来不及提意见，法治政府示范创建和备案审查中会被指出",
        en: "the public has no time to answer; reviews of legality and of law-based government object to it",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "行政规范性文件向社会公开征求意见的期限不少于3个工作日。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "行政规范性文件向社会公开征求意见的期限不少于7个工作日。"}]}"#,
    legal_basis: Some(normative("市县法治政府建设示范指标体系（2021年版）", Some("第24项"))),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(
        context,
        &SHORT_DOCUMENT_CONSULTATION,
        ["规范性文件公开征求意见的期限", "the time to comment on a normative document"],
    )
}
