use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};
use std::collections::BTreeSet;

pub(in crate::check) static UNUSED_UNIT: Rule = Rule {
    code: "GP111",
    name: "unused-unit",
    severity: Severity::Note,
    layer: Layer::Structure,
    summary: RuleText { zh: "列出的单位没有任何分工", en: "a unit that is assigned nothing" },
    explanation: RuleText {
        zh: "`units` 列出承担工作的单位；没有分工、通用规则提到，也不是别的单位的上级或成员的，予以提示；全计划没有分工的不查",
        en: "`units` holds the organs that are assigned work; one that no assignment and no rule refers to, and that is neither above nor part of another, is pointed out; a plan that assigns nothing at all is left alone",
    },
    rationale: RuleText {
        zh: "可能漏了分工，或是改名、删改后留下的旧名",
        en: "its assignment was lost, or it is an old name that an edit left behind",
    },
    failing: r#"{"units": [{"name": "办公室"}, {"name": "人事科"}], "directives": [{"id": "n1", "text": "抓好落实。", "assignments": [{"unit": "办公室", "role": "responsible"}]}]}"#,
    passing: r#"{"units": [{"name": "办公室"}], "directives": [{"id": "n1", "text": "抓好落实。", "assignments": [{"unit": "办公室", "role": "responsible"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let plan = context.plan;
    let mut used: BTreeSet<&str> = context.assigned().clone();
    if used.is_empty() {
        return Vec::new();
    }
    used.extend(plan.rules.iter().flat_map(|rule| &rule.units).map(String::as_str));
    for unit in &plan.units {
        used.extend(unit.parent.as_deref());
        used.extend(unit.collective.iter().flat_map(|collective| &collective.members).map(String::as_str));
    }
    // A reference to an alias is a fault of the reference.
    let is_used =
        |unit: &crate::Unit| std::iter::once(&unit.name).chain(&unit.aliases).any(|name| used.contains(name.as_str()));
    let unused = plan.units.iter().enumerate().filter(|(_, unit)| !is_used(unit));
    let finding = |(index, unit): (usize, &crate::Unit)| {
        let name = &unit.name;
        let message = Message::new(
            format!("单位`{name}`没有任何分工；请补上分工，或从`units`中删去"),
            format!("unit `{name}` is assigned nothing, expected an assignment; add it, or drop the unit from `units`"),
        );
        Finding {
            pointer: Some(format!("/units/{index}")),
            subject: Some(name.clone()),
            found: Some(name.clone()),
            ..UNUSED_UNIT.finding(message)
        }
    };
    unused.map(finding).collect()
}
