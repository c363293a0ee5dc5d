use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Related, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static DUPLICATE_UNIT: Rule = Rule {
    code: "GP103",
    name: "duplicate-unit",
    severity: Severity::Error,
    layer: Layer::Structure,
    summary: RuleText { zh: "两个单位用同一名称", en: "two units of one name" },
    explanation: RuleText {
        zh: "一个名称或别名只属于 `units` 中的一个单位",
        en: "a name or alias belongs to one of the `units` alone",
    },
    rationale: RuleText {
        zh: "同名的两个单位分不清责任",
        en: "two units of one name cannot be told apart, and neither can what they answer for",
    },
    failing: r#"{"units": [{"name": "基础教育科", "aliases": ["基教科"]}, {"name": "基教科"}]}"#,
    passing: r#"{"units": [{"name": "基础教育科", "aliases": ["基教科"]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for (index, unit) in context.plan.units.iter().enumerate() {
        for name in std::iter::once(&unit.name).chain(&unit.aliases) {
            let owner = *owners.entry(name).or_insert(index);
            if owner == index {
                continue;
            }
            let message = Message::new(
                format!("名称`{name}`属于`units`中的两个单位，应当只属于一个；请合并或改名"),
                format!("name `{name}` belongs to two of the `units`, expected one; merge them or rename one"),
            );
            findings.push(Finding {
                pointer: Some(format!("/units/{index}")),
                subject: Some(unit.name.clone()),
                found: Some(name.clone()),
                related: vec![Related::new(Some(format!("/units/{owner}")), None, None)],
                ..DUPLICATE_UNIT.finding(message)
            });
        }
    }
    findings
}
