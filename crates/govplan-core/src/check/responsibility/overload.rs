use super::charge::{Charge, answers, charges, units_by_name};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static OVERLOAD: Rule = Rule {
    code: "GP318",
    name: "overload",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText {
        zh: "一个单位负责的要求过多", en: "one unit with more to answer for than it should have"
    },
    explanation: RuleText {
        zh: "某单位牵头、负责或落实的要求多于设定的上限；配合、督导的和统称（各科室）不计；未设上限时不检查",
        en: "a unit leads, answers for or carries out more requirements than the limit set; those that it cooperates in or supervises do not count, nor do expressions for several units; without a limit nothing is said",
    },
    rationale: RuleText {
        zh: "任务过于集中，难以按时完成，也难以逐项督办",
        en: "too much on one desk is late, and cannot be followed up item by item",
    },
    failing: r#"{"units": [{"name": "办公室"}], "directives": [{"id": "n1", "text": "编制目录。", "assignments": [{"unit": "办公室", "role": "lead"}]}, {"id": "n2", "text": "更新目录。", "assignments": [{"unit": "办公室", "role": "responsible"}]}, {"id": "n3", "text": "组织培训。", "assignments": [{"unit": "办公室", "role": "responsible"}]}, {"id": "n4", "text": "报送总结。", "assignments": [{"unit": "办公室", "role": "implementing"}]}]}"#,
    passing: r#"{"units": [{"name": "办公室"}], "directives": [{"id": "n1", "text": "编制目录。", "assignments": [{"unit": "办公室", "role": "lead"}]}, {"id": "n2", "text": "更新目录。", "assignments": [{"unit": "办公室", "role": "responsible"}]}, {"id": "n3", "text": "组织培训。", "assignments": [{"unit": "办公室", "role": "responsible"}]}, {"id": "n4", "text": "报送总结。", "assignments": [{"unit": "办公室", "role": "cooperating"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(most) = context.settings.most_duties else { return Vec::new() };
    let units = units_by_name(context.plan);
    let work: Vec<Charge<'_>> = charges(context).collect();
    let mut answered: BTreeMap<&str, Vec<&Charge<'_>>> = BTreeMap::new();
    for charge in &work {
        for (_, assignment) in charge.own().filter(|(_, assignment)| answers(assignment.role)) {
            let charges = answered.entry(&assignment.unit).or_default();
            if charges.last().is_none_or(|last| last.pointer != charge.pointer) {
                charges.push(charge);
            }
        }
    }
    let indexes = context.plan.units.iter().enumerate().map(|(index, unit)| (unit.name.as_str(), index));
    let indexes: BTreeMap<&str, usize> = indexes.collect();
    let findings = answered.iter().filter_map(|(name, charges)| {
        let unit = units.get(name).filter(|unit| unit.collective.is_none() && charges.len() > most)?;
        let (count, name) = (charges.len(), &unit.name);
        let message = Message::new(
            format!("`{name}`负责{count}项要求，多于上限{most}项；请分一部分给其他单位，或分清主次"),
            format!("`{name}` answers for {count} requirements, expected {most} at most; give some to other units, or say which come first"),
        );
        Some(Finding {
            pointer: Some(format!("/units/{}", indexes.get(name.as_str())?)),
            place: charges.first().and_then(|charge| charge.place.cloned()),
            subject: Some(name.clone()),
            expected: Some(most.to_string()),
            found: Some(count.to_string()),
            related: charges.iter().map(|charge| charge.related(None)).collect(),
            ..OVERLOAD.finding(message)
        })
    });
    findings.collect()
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::{CheckSettings, Role};

    #[test]
    fn a_requirement_counts_once_and_a_limit_must_be_set() {
        let row: &[(&str, Role)] =
            &[("办公室", Role::Lead), ("办公室", Role::Responsible), ("各科室", Role::Responsible)];
        let plan = plan_of(&[row, row]);
        let count = |most_duties| {
            let settings = CheckSettings { most_duties, ..CheckSettings::default() };
            check(&Context::new(&plan, &settings)).len()
        };
        assert_eq!([count(None), count(Some(1)), count(Some(2))], [0, 1, 0]);
    }
}
