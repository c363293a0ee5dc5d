use super::charge::{Charge, charges};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Fix, Message, PatchOperation, PatchVerb, Severity};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check) static UNIT_REPEATED: Rule = Rule {
    code: "GP309",
    name: "unit-repeated",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "同一单位在一项要求中写了两次", en: "one unit twice in one requirement" },
    explanation: RuleText {
        zh: "同一项要求中，同一单位以同一种责任出现两次以上，以别名出现的也算；重复的几家合并提示",
        en: "in one requirement the same unit stands twice in one role, under an alias too; all those repeated are said once",
    },
    rationale: RuleText {
        zh: "重复往往是另一家单位被误写，也使分工统计偏多",
        en: "the second is often a slip for another unit, and work is counted twice",
    },
    failing: r#"{"units": [{"name": "市财政局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "responsible"}, {"unit": "市财政局", "role": "responsible"}]}]}"#,
    passing: r#"{"units": [{"name": "市财政局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "responsible"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    charges(context).filter_map(|charge| finding(&charge)).collect()
}

fn finding(charge: &Charge<'_>) -> Option<Finding> {
    let mut seen = BTreeMap::new();
    let mut names = BTreeSet::new();
    let mut repeated: Vec<usize> = Vec::new();
    let mut is_safe = true;
    for (index, assignment) in charge.own() {
        if seen.insert((assignment.unit.as_str(), assignment.role), index).is_some() {
            names.insert(assignment.unit.as_str());
            repeated.push(index);
            // An open list would be closed, and what another tool added would be lost.
            is_safe &= !assignment.open_list && assignment.extensions.is_empty();
        }
    }
    let first = *repeated.first()?;
    let listed = names.into_iter().collect::<Vec<_>>().join("、");
    let message = Message::new(
        format!("`{listed}`在同一项要求中重复；请删去多写的，或核对是否应为另一单位"),
        format!(
            "`{listed}` stands more than once in one requirement, expected once; take the second away, or see whether another unit was meant"
        ),
    );
    let fix = is_safe.then(|| {
        let description = Message::new("删去重复的分工", "take the repeated assignments away");
        // From the last on, so that the indexes before it stay.
        let remove =
            |index: &usize| PatchOperation { op: PatchVerb::Remove, path: charge.at(*index), from: None, value: None };
        Fix::new(description, repeated.iter().rev().map(remove).collect())
    });
    Some(Finding { fix, ..charge.finding(&UNIT_REPEATED, Some(first), message, listed) })
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::Role;

    #[test]
    fn what_is_repeated_is_taken_away_from_the_last_on() {
        let row = [("办公室", Role::Responsible); 3];
        let mut plan = plan_of(&[&row, &[("办公室", Role::Lead), ("办公室", Role::Responsible)]]);
        let paths = |plan: &crate::Plan| {
            let findings = check(&Context::usual(plan));
            assert_eq!(findings.len(), 1);
            let patch = findings[0]
                .fix
                .as_ref()
                .map(|fix| fix.patch.iter().map(|operation| operation.path.clone()).collect::<Vec<_>>());
            patch.unwrap_or_default()
        };
        assert_eq!(paths(&plan), ["/directives/0/assignments/2", "/directives/0/assignments/1"]);
        plan.directives[0].assignments[2].open_list = true;
        assert_eq!(paths(&plan), [""; 0]);
    }
}
