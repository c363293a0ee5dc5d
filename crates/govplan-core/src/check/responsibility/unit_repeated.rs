use super::charge::{Charge, charges_with};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Fix, Message, Origin, PatchOperation, PatchVerb, Place, Severity};
use std::collections::BTreeSet;

pub(in crate::check) static UNIT_REPEATED: Rule = Rule {
    code: "GP309",
    name: "unit-repeated",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "同一单位在一项要求中写了两次", en: "one unit twice in one requirement" },
    explanation: RuleText {
        zh: "同一项要求中，同一单位以同一种责任出现两次以上，以别名出现的也算；分在表格两列的不算；重复的几家合并提示",
        en: "in one requirement the same unit stands twice in one role, under an alias too; in two columns of a table it is none; all those repeated are said once",
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
    charges_with(context, |glance| glance.repeated).filter_map(|charge| finding(&charge)).collect()
}

fn finding(charge: &Charge<'_>) -> Option<Finding> {
    let mut seen = BTreeSet::new();
    let mut names = BTreeSet::new();
    let mut repeated: Vec<usize> = Vec::new();
    let mut is_safe = true;
    for (index, assignment) in charge.own() {
        let column = assignment.place.as_ref().filter(|_| assignment.origin == Some(Origin::Column)).and_then(column);
        if !seen.insert((assignment.unit.as_str(), assignment.role, column)) {
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

/// The column of a table: a unit may stand in two that mean the same role (建设单位, 责任单位).
fn column(place: &Place) -> Option<String> {
    let cell = place.cell.as_deref().map(|cell| cell.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned());
    cell.or_else(|| place.table.and(place.column).map(|column| column.to_string()))
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
        for (column, assignment) in plan.directives[0].assignments.iter_mut().enumerate() {
            assignment.origin = Some(Origin::Column);
            assignment.place = Some(Place::in_table(1, 2, column + 1));
        }
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
