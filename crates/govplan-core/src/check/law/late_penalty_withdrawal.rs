use super::limit::breaches;
use crate::check::basis::law;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_PENALTY_WITHDRAWAL: Rule = Rule {
    code: "GP514",
    name: "late-penalty-withdrawal",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "撤回处罚决定信息超过3个工作日",
        en: "a penalty withdrawn after more than three working days",
    },
    explanation: RuleText {
        zh: "公开的行政处罚决定被撤销、变更后，撤回处罚决定信息的期限长于3个工作日",
        en: "a published penalty that was set aside is withdrawn from the public more than three working days later",
    },
    rationale: RuleText {
        zh: "已被撤销的处罚继续公开，损害当事人名誉",
        en: "a penalty that no longer stands goes on harming a name",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "公开的行政处罚决定被依法撤销的，在10个工作日内撤回处罚决定信息并说明理由。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "公开的行政处罚决定被依法撤销的，在3个工作日内撤回处罚决定信息并说明理由。"}]}"#,
    legal_basis: Some(law("中华人民共和国行政处罚法（2021年修订）", "第48条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LATE_PENALTY_WITHDRAWAL, ["撤回处罚决定信息的期限", "the time to withdraw a penalty"])
}
