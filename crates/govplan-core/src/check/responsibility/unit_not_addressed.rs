use super::charge::charges;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, KnownOrgan, Message, Related, Severity, collective, known_organ};
use std::collections::BTreeMap;

pub(in crate::check) static UNIT_NOT_ADDRESSED: Rule = Rule {
    code: "GP317",
    name: "unit-not-addressed",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText {
        zh: "有任务的单位不在主送机关之列", en: "a unit with work that the document is not sent to"
    },
    explanation: RuleText {
        zh: "主送机关逐个点名，都是机构名称表中的部门，而有任务的部门不在其中，也不是发文机关；主送机关有“各部门”一类统称的不检查；合并提示一次",
        en: "the document is sent to departments by name, all of them known to the table of organs, and a department with work is neither among them nor the issuer; nothing is said where any addressee is an expression for several (各部门); said once",
    },
    rationale: RuleText {
        zh: "收不到文件的单位不知道自己有任务",
        en: "who does not get the document does not know of the work",
    },
    failing: r#"{"head": {"title": "关于印发工作要点的通知", "issuers": ["某市人民政府"], "addressees": ["市教育局"]}, "units": [{"name": "市财政局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "responsible"}]}]}"#,
    passing: r#"{"head": {"title": "关于印发工作要点的通知", "issuers": ["某市人民政府"], "addressees": ["市教育局", "市财政局"]}, "units": [{"name": "市财政局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "responsible"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let head = &context.plan.head;
    let named = |name: &String| function(name).filter(|_| collective(name).is_none());
    let Some(addressed) = head.addressees.iter().map(named).collect::<Option<Vec<_>>>() else { return Vec::new() };
    if addressed.is_empty() {
        return Vec::new();
    }
    let mut levels: BTreeMap<&str, Vec<Option<char>>> = BTreeMap::new();
    for (level, function) in addressed {
        levels.entry(function).or_default().push(level);
    }
    let is_missed = |name: &str| {
        function(name).is_some_and(|(level, function)| {
            let addressed = levels.get(function).map(Vec::as_slice).unwrap_or_default();
            !addressed.iter().any(|other| other.is_none() || level.is_none() || *other == level)
                && !head.issuers.iter().any(|issuer| issuer.ends_with(name))
        })
    };
    let mut missed: Vec<Related> = Vec::new();
    let mut seen: BTreeMap<&str, ()> = BTreeMap::new();
    for charge in charges(context) {
        for (index, assignment) in charge.own() {
            if seen.insert(&assignment.unit, ()).is_none() && is_missed(&assignment.unit) {
                let place = assignment.place.as_ref().or(charge.place).cloned();
                missed.push(Related::new(Some(charge.at(index)), place, Some(assignment.unit.clone())));
            }
        }
    }
    if missed.is_empty() {
        return Vec::new();
    }
    let listed = missed.iter().filter_map(|related| related.found.as_deref()).collect::<Vec<_>>().join("、");
    let message = Message::new(
        format!("`{listed}`有任务而不在主送机关之列；请增列，或核对任务单位"),
        format!(
            "`{listed}` have work and are not among the addressees; add them, or see whether other units were meant"
        ),
    );
    vec![Finding {
        pointer: Some("/head/addressees".to_owned()),
        place: missed.first().and_then(|related| related.place.clone()),
        expected: Some(listed),
        found: Some(head.addressees.join("、")),
        related: missed,
        ..UNIT_NOT_ADDRESSED.finding(message)
    }]
}

/// Level and function of a department that the table holds.
fn function(name: &str) -> Option<(Option<char>, &'static str)> {
    let KnownOrgan { level, function, .. } = known_organ(name)?;
    Some((level, function?))
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::Role;

    #[test]
    fn an_addressee_that_may_hold_the_unit_is_believed() {
        let cases: [(&[&str], usize); 6] = [
            (&["市教育局"], 1),
            (&["市教育局", "财政局"], 0),
            (&["市教育局", "县财政局"], 1),
            (&["市教育局", "各有关部门"], 0),
            (&["市教育局", "局属各单位"], 0),
            (&[], 0),
        ];
        for (addressees, expected) in cases {
            let mut plan = plan_of(&[&[("市财政局", Role::Lead), ("潮州供电局", Role::Responsible)]]);
            plan.head.addressees = addressees.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{addressees:?}");
            plan.head.issuers = vec!["潮州市财政局".to_owned()];
            assert_eq!(check(&Context::usual(&plan)).len(), 0, "{addressees:?}");
        }
    }
}
