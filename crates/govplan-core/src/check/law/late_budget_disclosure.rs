use super::limit::breaches;
use crate::check::basis::law;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_BUDGET_DISCLOSURE: Rule = Rule {
    code: "GP513",
    name: "late-budget-disclosure",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText { zh: "预算、决算公开超过20日", en: "a budget disclosed after more than twenty days" },
    explanation: RuleText {
        zh: "预算、决算批准或者批复后公开的期限长于20日",
        en: "a budget or final account is disclosed more than twenty days after it was approved",
    },
    rationale: RuleText {
        zh: "预算公开时限由法律规定，是财政监督检查的重点",
        en: "the limit stands in law and is what financial inspections look at first",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "部门预算在批复后30日内向社会公开。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "部门预算在批复后20日内向社会公开。"}]}"#,
    legal_basis: Some(law("中华人民共和国预算法（2018年修正）", "第14条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LATE_BUDGET_DISCLOSURE, ["预算、决算公开的期限", "the time to disclose a budget"])
}
