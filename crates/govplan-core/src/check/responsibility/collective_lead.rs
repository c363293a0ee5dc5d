use super::charge::{charges_with, units_by_name};
use super::whole_organ::WholeOrgan;
use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Related, Role, Severity, Unit};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check) static COLLECTIVE_LEAD: Rule = Rule {
    code: "GP321",
    name: "collective-lead",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "由统称牵头", en: "all of an organ's offices lead" },
    explanation: RuleText {
        zh: "牵头单位是“各科室”“各部门”一类的统称；各镇（街）、各县（市、区）在本地牵头的不算；同一统称合并提示一次",
        en: "the lead is an expression for all offices or departments of an organ (各科室, 各部门); towns and counties, each of which leads in its own place, are none; each expression is said once",
    },
    rationale: RuleText {
        zh: "牵头单位应当只有一家；都牵头就是无人牵头",
        en: "a lead is one unit; where all lead, nobody does",
    },
    failing: r#"{"units": [{"name": "各部门", "kind": "collective", "collective": {"closure": "closed"}}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "各部门", "role": "lead"}]}]}"#,
    passing: r#"{"units": [{"name": "各县（市、区）政府", "kind": "collective", "collective": {"closure": "closed"}}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "各县（市、区）政府", "role": "lead"}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let units = units_by_name(context.plan);
    let is_whole = |unit: &&&Unit| WholeOrgan::of(unit).is_some_and(|whole| !whole.is_of_places());
    let wholes: BTreeSet<&str> = units.values().filter(is_whole).map(|unit| unit.name.as_str()).collect();
    let mut findings: Vec<Finding> = Vec::new();
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    for charge in charges_with(context, |glance| glance.lead && !wholes.is_empty()) {
        for (index, assignment) in charge.own().filter(|(_, assignment)| assignment.role == Role::Lead) {
            let Some(name) = wholes.get(assignment.unit.as_str()) else { continue };
            if let Some(finding) = said.get(name).and_then(|index| findings.get_mut(*index)) {
                let place = assignment.place.as_ref().or(charge.place).cloned();
                finding.related.push(Related::new(Some(charge.at(index)), place, None));
                continue;
            }
            let message = Message::new(
                format!("牵头单位`{name}`是统称；请点名一个牵头单位"),
                format!("the lead `{name}` is an expression for several, expected one unit; name the one that leads"),
            );
            said.insert(name, findings.len());
            findings.push(charge.finding(&COLLECTIVE_LEAD, Some(index), message, (*name).to_owned()));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;

    #[test]
    fn places_and_open_sets_are_not_said() {
        let rows: [&[(&str, Role)]; 4] = [
            &[("各镇（街）教委", Role::Lead)],
            &[("有关部门", Role::Lead)],
            &[("各项目牵头单位", Role::Lead)],
            &[("各部门", Role::Responsible)],
        ];
        assert_eq!(check(&Context::usual(&plan_of(&rows))), []);
        let row: &[(&str, Role)] = &[("各部门", Role::Lead)];
        assert_eq!(check(&Context::usual(&plan_of(&[row, row])))[0].related.len(), 1);
    }
}
