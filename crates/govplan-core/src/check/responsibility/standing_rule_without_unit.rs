use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{DocumentRuleKind, Finding, Message, Severity};

pub(in crate::check) static STANDING_RULE_WITHOUT_UNIT: Rule = Rule {
    code: "GP323",
    name: "standing-rule-without-unit",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText {
        zh: "通用分工规则没有单位",
        en: "a rule that charges units for many requirements and names none",
    },
    explanation: RuleText {
        zh: "“以下各项均需……落实，不再列出”一类的规则没有写明，或没有读出是哪些单位",
        en: "a rule that has units take part in everything that follows (以下各项均需…落实，不再列出) names none, or none could be read",
    },
    rationale: RuleText {
        zh: "规则管着后面的每一项，单位落空则项项落空",
        en: "the rule reaches every requirement after it, and leaves each of them to nobody",
    },
    failing: r#"{"rules": [{"kind": "standing_assignment", "scope": "whole", "role": "implementing", "raw": "以下各项均需落实，不再列出"}]}"#,
    passing: r#"{"units": [{"name": "各县区政府"}], "rules": [{"kind": "standing_assignment", "scope": "whole", "units": ["各县区政府"], "role": "implementing", "raw": "以下各项均需各县区政府落实，不再列出"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let rules = context.plan.rules.iter().enumerate();
    let empty = rules.filter(|(_, rule)| rule.kind == DocumentRuleKind::StandingAssignment && rule.units.is_empty());
    let findings = empty.map(|(index, rule)| {
        let printed = excerpt(rule.raw.as_deref().unwrap_or_default());
        let message = Message::new(
            format!("通用分工规则`{printed}`没有单位；请写明由哪些单位落实"),
            format!("the rule `{printed}` names no unit, expected those that it charges; name them"),
        );
        Finding {
            pointer: Some(format!("/rules/{index}")),
            place: rule.place.clone(),
            found: rule.raw.clone(),
            ..STANDING_RULE_WITHOUT_UNIT.finding(message)
        }
    });
    findings.collect()
}
