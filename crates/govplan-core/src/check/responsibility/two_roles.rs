use super::charge::charges_with;
use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Role, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static TWO_ROLES: Rule = Rule {
    code: "GP308",
    name: "two-roles",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "同一单位既负责又配合", en: "one unit both answers and cooperates" },
    explanation: RuleText {
        zh: "同一项要求中，同一单位既是牵头或责任单位，又是配合单位；既牵头又列入责任单位的不算",
        en: "in one requirement the same unit leads or is responsible, and cooperates; a lead that is listed among the responsible ones too is none",
    },
    rationale: RuleText {
        zh: "配合单位可以等牵头单位来找；同一家既牵头又配合，责任就落空",
        en: "who cooperates may wait to be asked; a unit that cooperates with itself waits for nobody",
    },
    failing: r#"{"units": [{"name": "市财政局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "lead"}, {"unit": "市财政局", "role": "cooperating"}]}]}"#,
    passing: r#"{"units": [{"name": "市财政局"}, {"name": "市教育局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "lead"}, {"unit": "市教育局", "role": "cooperating"}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for charge in charges_with(context, |glance| glance.repeated) {
        let answering =
            charge.own().filter(|(_, assignment)| matches!(assignment.role, Role::Lead | Role::Responsible));
        let answering: BTreeMap<&str, Role> = answering.map(|(_, part)| (part.unit.as_str(), part.role)).collect();
        for (index, assignment) in charge.own().filter(|(_, assignment)| assignment.role == Role::Cooperating) {
            let unit = assignment.unit.as_str();
            let Some(role) = answering.get(unit) else { continue };
            let (zh, en) = if *role == Role::Lead { ("牵头", "leads") } else { ("责任", "is responsible") };
            let message = Message::new(
                format!("`{unit}`在同一项要求中既是{zh}单位又是配合单位；请只留一种，或核对是否误写了另一单位"),
                format!(
                    "`{unit}` {en} and cooperates in one requirement, expected one role; keep one, or see whether another unit was meant"
                ),
            );
            findings.push(charge.finding(&TWO_ROLES, Some(index), message, unit.to_owned()));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::Origin;

    #[test]
    fn a_lead_among_the_responsible_and_a_rule_for_all_are_no_fault() {
        let led: &[(&str, Role)] = &[("市财政局", Role::Lead), ("市财政局", Role::Responsible)];
        let watched: &[(&str, Role)] = &[("办公室", Role::Lead), ("办公室", Role::Supervising)];
        assert_eq!(check(&Context::usual(&plan_of(&[led, watched]))), []);
        let mut plan = plan_of(&[&[("各县区", Role::Responsible), ("各县区", Role::Cooperating)]]);
        assert_eq!(check(&Context::usual(&plan)).len(), 1);
        plan.directives[0].assignments[1].origin = Some(Origin::Rule);
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
