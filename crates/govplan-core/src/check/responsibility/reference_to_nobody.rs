use super::charge::{charges, uses};
use crate::check::{Context, Layer, Rule, RuleText, Work};
use crate::organ::table;
use crate::{Closure, DocumentRuleKind, Finding, Message, Role, Severity, Unit};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub(in crate::check) static REFERENCE_TO_NOBODY: Rule = Rule {
    code: "GP324",
    name: "reference-to-nobody",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText {
        zh: "“各牵头单位”所指的单位计划中没有", en: "各牵头单位 in a plan that names no lead"
    },
    explanation: RuleText {
        zh: "“各牵头单位”“各责任单位”“各配合单位”指计划别处点名的单位，而计划没有以这种责任点名任何单位；分工和正文中的都算",
        en: "各牵头单位, 各责任单位 and 各配合单位 mean units that the plan names elsewhere, and it names none in that role; in an assignment or in a text",
    },
    rationale: RuleText {
        zh: "所指落空，这项任务就没有人负责", en: "what points at nobody charges nobody"
    },
    failing: r#"{"units": [{"name": "各牵头单位", "kind": "collective", "collective": {"closure": "self_reference"}}, {"name": "市财政局"}], "directives": [{"id": "n1", "text": "制定细则。", "assignments": [{"unit": "各牵头单位", "role": "responsible"}]}, {"id": "n2", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "responsible"}]}]}"#,
    passing: r#"{"units": [{"name": "各牵头单位", "kind": "collective", "collective": {"closure": "self_reference"}}, {"name": "市财政局"}], "directives": [{"id": "n1", "text": "制定细则。", "assignments": [{"unit": "各牵头单位", "role": "responsible"}]}, {"id": "n2", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "lead"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

const ROLES: &str = include_str!("../../../data/self_reference_roles.csv");

/// The expressions that point at units by their role (各牵头单位), with the role.
static NAMES: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    let roles = table(ROLES).filter_map(|row| row.first().copied().zip(row.get(1).copied()));
    let names = |word| ["单位", "部门", "科室"].map(|noun| format!("各{word}{noun}"));
    roles.flat_map(|(word, role)| names(word).map(|name| (name, role))).collect()
});

fn check(context: &Context<'_>) -> Vec<Finding> {
    let units = context.plan.units.iter().enumerate();
    let pointing: BTreeMap<usize, &str> =
        units.filter_map(|(index, unit)| Some((index, pointed_role(unit)?))).collect();
    let texts: Vec<(Work<'_>, String, &str)> =
        context.works_with(|glance| glance.text.every).filter_map(pointing_text).collect();
    if pointing.is_empty() && texts.is_empty() {
        return Vec::new();
    }
    let names: BTreeSet<&str> =
        pointing.keys().filter_map(|index| context.plan.units.get(*index)).map(|unit| unit.name.as_str()).collect();
    let named = charges(context).flat_map(|charge| charge.own());
    let mut roles: BTreeSet<&str> = named
        .filter(|(_, assignment)| !names.contains(assignment.unit.as_str()))
        .map(|(_, assignment)| assignment.role.as_str())
        .collect();
    // Where a rule makes responsible units lead, whoever is responsible may be meant; a lead answers in any case.
    let makes_leads = |kind| kind != DocumentRuleKind::StandingAssignment;
    if context.plan.rules.iter().any(|rule| makes_leads(rule.kind)) && roles.contains(Role::Responsible.as_str()) {
        roles.insert(Role::Lead.as_str());
    }
    if roles.contains(Role::Lead.as_str()) || roles.contains(Role::Implementing.as_str()) {
        roles.insert(Role::Responsible.as_str());
    }
    let lost: Vec<usize> =
        pointing.into_iter().filter(|(_, role)| !roles.contains(role)).map(|(index, _)| index).collect();
    let uses = uses(context, &lost);
    let findings = lost.iter().zip(uses).filter_map(|(index, uses)| {
        let name = &context.plan.units.get(*index)?.name;
        Some(Finding {
            pointer: Some(format!("/units/{index}")),
            place: uses.first().and_then(|related| related.place.clone()),
            subject: Some(name.clone()),
            found: Some(name.clone()),
            related: uses,
            ..REFERENCE_TO_NOBODY.finding(message(name))
        })
    });
    let in_texts = texts
        .into_iter()
        .filter(|(_, name, role)| !roles.contains(role) && !names.contains(name.as_str()))
        .map(|(work, name, _)| Finding {
            pointer: Some(format!("{}/text", work.pointer)),
            place: work.place(),
            subject: Some(work.id.to_owned()),
            found: Some(name.clone()),
            ..REFERENCE_TO_NOBODY.finding(message(&name))
        });
    findings.chain(in_texts).collect()
}

fn message(name: &str) -> Message {
    Message::new(
        format!("`{name}`指计划中点名的单位，而计划没有这样的单位；请点名"),
        format!("`{name}` means units that the plan names in that role, and it names none; name them"),
    )
}

/// A text that tells such units what to do (各牵头单位要…), with the words and the role.
fn pointing_text(work: Work<'_>) -> Option<(Work<'_>, String, &'static str)> {
    let text = work.text?;
    let mut behind = text.match_indices('各').filter_map(|(at, _)| text.get(at..));
    let (name, role) = behind.find_map(|text| NAMES.iter().find(|(name, _)| text.starts_with(name.as_str())))?;
    Some((work, name.clone(), role))
}

/// The role of the units that an expression points at, as JSON calls it.
fn pointed_role(unit: &Unit) -> Option<&'static str> {
    unit.collective.as_ref().filter(|set| set.closure == Closure::SelfReference && set.members.is_empty())?;
    table(ROLES).find_map(|row| match row[..] {
        [word, role] => unit.name.contains(word).then_some(role),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::DocumentRule;

    #[test]
    fn whoever_may_be_meant_is_enough() {
        let cases: [(&str, Role, usize); 6] = [
            ("各牵头单位", Role::Responsible, 1),
            ("各项目牵头单位", Role::Lead, 0),
            ("各责任单位", Role::Lead, 0),
            ("各责任单位", Role::Cooperating, 1),
            ("各配合单位", Role::Responsible, 1),
            ("各成员单位", Role::Cooperating, 0),
        ];
        for (name, role, expected) in cases {
            let plan = plan_of(&[&[(name, Role::Responsible)], &[("市财政局", role)]]);
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{name} {role:?}");
        }
        let mut plan = plan_of(&[&[("各牵头单位", Role::Responsible), ("市财政局", Role::Responsible)]]);
        plan.rules.push(DocumentRule::new(DocumentRuleKind::SoleResponsibleIsLead));
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
