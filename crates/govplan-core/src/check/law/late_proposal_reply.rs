use super::limit::breaches;
use crate::check::basis::law;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_PROPOSAL_REPLY: Rule = Rule {
    code: "GP518",
    name: "late-proposal-reply",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "代表建议答复超过3个月", en: "a deputy's proposal answered after more than three months"
    },
    explanation: RuleText {
        zh: "人大代表建议自交办之日起答复的期限长于3个月；涉及面广、处理难度大的可以到6个月",
        en: "a proposal of a people's deputy is answered more than three months after it was handed over; difficult ones have six",
    },
    rationale: RuleText {
        zh: "办理期限由法律规定，逾期要向常委会说明",
        en: "the limit stands in law, and lateness is accounted for to the standing committee",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "人大代表建议自交办之日起5个月内答复代表。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "人大代表建议自交办之日起3个月内答复代表。"}]}"#,
    legal_basis: Some(law("中华人民共和国全国人民代表大会和地方各级人民代表大会代表法（2025年修正）", "第51条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LATE_PROPOSAL_REPLY, ["代表建议的答复期限", "the time to answer a deputy's proposal"])
}
