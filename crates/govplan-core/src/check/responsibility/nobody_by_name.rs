use super::charge::{Charge, answers, charges_with, units_by_name};
use super::whole_organ::WholeOrgan;
use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Origin, Role, Severity, Unit};
use std::collections::BTreeSet;

pub(in crate::check) static NOBODY_BY_NAME: Rule = Rule {
    code: "GP311",
    name: "nobody-by-name",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText {
        zh: "只由统称负责，没有点名的单位", en: "all of an organ's offices answer and none by name"
    },
    explanation: RuleText {
        zh: "一项要求只由“各科室”“各部门”一类的统称负责，没有点名的单位或责任人；各镇（街）、各县（市、区）各管各的地方，正文中作主语的（各部门要……）各办各的事，都不算；全文合并提示一次",
        en: "a requirement is asked of all offices or departments of an organ alone (各科室, 各部门), and of no unit or person by name; towns and counties, each of which answers for its own place, and the subject of a sentence (各部门要…), where each does its own part, are none; a plan is said once",
    },
    rationale: RuleText {
        zh: "人人有责而无人牵头，汇总、督办找不到对口单位",
        en: "where everyone answers nobody collects the results, and there is nobody to ask",
    },
    failing: r#"{"units": [{"name": "各科室", "kind": "collective", "collective": {"closure": "closed"}}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "各科室", "role": "responsible"}]}]}"#,
    passing: r#"{"units": [{"name": "人事科"}, {"name": "各科室", "kind": "collective", "collective": {"closure": "closed"}}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "人事科", "role": "lead"}, {"unit": "各科室", "role": "cooperating"}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let units = units_by_name(context.plan);
    let is_whole = |unit: &&&Unit| WholeOrgan::of(unit).is_some_and(|whole| !whole.is_of_places());
    let wholes: BTreeSet<&str> = units.values().filter(is_whole).map(|unit| unit.name.as_str()).collect();
    let nameless: Vec<(Charge<'_>, String)> = charges_with(context, |glance| !glance.nobody && !wholes.is_empty())
        .filter_map(|charge| {
            let mut names: Vec<&str> = Vec::new();
            let mut answered = false;
            for (_, assignment) in charge.own() {
                // The subject of a sentence (各单位要在6月底前…) does its own part; a lead is another rule's business.
                let is_own = assignment.origin == Some(Origin::Text) || assignment.role == Role::Lead;
                if is_own || !wholes.contains(assignment.unit.as_str()) {
                    return None;
                }
                answered |= answers(assignment.role);
                names.push(&assignment.unit);
            }
            let listed = names.join("、");
            (answered && charge.persons.is_empty()).then_some((charge, listed))
        })
        .collect();
    let Some(((first, listed), others)) = nameless.split_first() else { return Vec::new() };
    let count = nameless.len();
    let message = Message::new(
        format!("{count}项要求只由`{listed}`一类的统称负责，没有点名；需要汇总、督办的，请明确牵头单位"),
        format!(
            "requirements that `{listed}` or the like answer for and nobody by name: {count}; name a lead where results are to be collected"
        ),
    );
    let related = others.iter().map(|(charge, listed)| charge.related(Some(listed.clone()))).collect();
    vec![Finding { related, ..first.finding(&NOBODY_BY_NAME, None, message, listed.clone()) }]
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::Role::{Cooperating, Lead, Responsible};

    #[test]
    fn places_open_sets_and_helpers_are_not_said() {
        let rows: [&[(&str, Role)]; 7] = [
            &[("各镇（街）教委", Responsible)],
            &[("各县（市、区）政府", Responsible)],
            &[("机关各相关科室", Responsible)],
            &[("各责任单位", Responsible)],
            &[("各科室", Cooperating)],
            &[("各科室", Lead)],
            &[("办公室", Responsible), ("各科室", Responsible)],
        ];
        assert_eq!(check(&Context::usual(&plan_of(&rows))), []);
        let row: &[(&str, Role)] = &[("各科室", Responsible)];
        assert_eq!(check(&Context::usual(&plan_of(&[row, row])))[0].related.len(), 1);
    }
}
