use super::charge::{charges, units_by_name};
use super::whole_organ::WholeOrgan;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Related, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static MEMBER_BESIDE_COLLECTIVE: Rule = Rule {
    code: "GP310",
    name: "member-beside-collective",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "单位与包含它的统称并列", en: "a unit beside the expression that holds it" },
    explanation: RuleText {
        zh: "同一项要求中，某单位与包含它的统称（机关各科室、市政府各部门、国务院各部门、各县（市、区）政府）以同一种责任并列；同一统称合并提示一次",
        en: "in one requirement a unit stands in the same role beside an expression that already means it (机关各科室, 市政府各部门, 国务院各部门, 各县（市、区）政府); each expression is said once",
    },
    rationale: RuleText {
        zh: "已在统称之内又单独点名，看不出是牵头还是重复",
        en: "a unit that is meant anyway and named as well may lead the others or be there by mistake",
    },
    failing: r#"{"units": [{"name": "人事科", "kind": "internal_office"}, {"name": "机关各科室", "kind": "collective", "collective": {"closure": "closed"}}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "人事科", "role": "responsible"}, {"unit": "机关各科室", "role": "responsible"}]}]}"#,
    passing: r#"{"units": [{"name": "人事科", "kind": "internal_office"}, {"name": "机关各科室", "kind": "collective", "collective": {"closure": "closed"}}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "人事科", "role": "lead"}, {"unit": "机关各科室", "role": "cooperating"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let units = units_by_name(context.plan);
    let wholes: BTreeMap<&str, WholeOrgan<'_>> =
        units.values().filter_map(|unit| Some((unit.name.as_str(), WholeOrgan::of(unit)?))).collect();
    let mut findings: Vec<Finding> = Vec::new();
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    for charge in charges(context).filter(|_| !wholes.is_empty()) {
        let all = charge.own().find_map(|(_, assignment)| Some((assignment, wholes.get(assignment.unit.as_str())?)));
        let Some((collective, whole)) = all else { continue };
        for (index, assignment) in charge.own().filter(|(_, assignment)| assignment.role == collective.role) {
            let Some(unit) = units.get(assignment.unit.as_str()) else { continue };
            if !whole.holds(unit) {
                continue;
            }
            let (name, all) = (&unit.name, collective.unit.as_str());
            if let Some(finding) = said.get(all).and_then(|index| findings.get_mut(*index)) {
                let place = assignment.place.as_ref().or(charge.place).cloned();
                finding.related.push(Related::new(Some(charge.at(index)), place, Some(name.clone())));
                continue;
            }
            let message = Message::new(
                format!("`{name}`已在并列的`{all}`之内；请写明由它牵头，或删去一个"),
                format!(
                    "`{name}` stands beside `{all}`, which means it too; say that it leads, or take one of them away"
                ),
            );
            said.insert(all, findings.len());
            findings.push(charge.finding(&MEMBER_BESIDE_COLLECTIVE, Some(index), message, name.clone()));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::Role::{Cooperating, Lead, Responsible};

    #[test]
    fn only_what_the_expression_means_is_said() {
        let cases = [
            ("机关各科室", "许可服务科", 1),
            ("机关各科室", "办公室", 1),
            ("机关各科室", "宣传信息中心", 0),
            ("机关各科室", "市政府督查室", 0),
            ("市政府各部门", "市财政局", 1),
            ("市政府各部门", "县财政局", 0),
            ("国务院各部门", "国家发展改革委", 1),
            ("国务院各部门", "市财政局", 0),
            ("国务院各部门", "中央宣传部", 0),
            ("国务院各部门", "最高人民法院", 0),
            ("国务院各部委", "财政部", 1),
            ("国务院各部委", "税务总局", 0),
            ("各部门", "市财政局", 0),
            ("各业务处室", "办公室", 0),
            ("各县（市、区）政府", "越秀区", 1),
            ("各区、县级市", "越秀区", 1),
            ("各区、县级市", "南沙新区", 0),
            ("各镇", "越秀区", 0),
            ("区直各单位", "区教育局", 1),
            ("区直各单位", "县教育局", 0),
            ("各单位", "办公室", 0),
        ];
        for (all, name, expected) in cases {
            let plan = plan_of(&[&[(name, Responsible), (all, Responsible)], &[(name, Lead), (all, Cooperating)]]);
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{name} {all}");
        }
    }

    #[test]
    fn one_expression_is_said_once_with_every_place() {
        let row = [("人事科", Responsible), ("财务科", Responsible), ("各科室", Responsible)];
        let findings = check(&Context::usual(&plan_of(&[&row, &row])));
        assert_eq!(findings.iter().map(|finding| finding.related.len()).collect::<Vec<_>>(), [3]);
    }
}
