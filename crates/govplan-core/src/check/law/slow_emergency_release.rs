use super::limit::breaches;
use crate::check::basis::normative;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static SLOW_EMERGENCY_RELEASE: Rule = Rule {
    code: "GP516",
    name: "slow-emergency-release",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "重大突发事件发布权威信息超过5小时",
        en: "word of a grave emergency after more than five hours",
    },
    explanation: RuleText {
        zh: "特别重大、重大突发事件发布权威信息的时间长于5小时",
        en: "authoritative word of a grave emergency is given after more than five hours",
    },
    rationale: RuleText {
        zh: "权威信息迟到，会引起猜测和恐慌", en: "without word people guess and fear"
    },
    failing: r#"{"directives": [{"id": "n1", "text": "发生重大突发事件，24小时内发布权威信息。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "发生重大突发事件，5小时内发布权威信息。"}]}"#,
    legal_basis: Some(normative(
        "国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知（国办发〔2016〕80号）",
        None,
    )),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &SLOW_EMERGENCY_RELEASE, ["发布权威信息的时间", "the time to give authoritative word"])
}
