use super::charge::{Charge, Reach, charges_with, units_by_name};
use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{DocumentRuleKind, Finding, Message, Role, Severity, Unit, UnitKind};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

pub(in crate::check) static SEVERAL_LEADS: Rule = Rule {
    code: "GP307",
    name: "several-leads",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "一项要求有几个牵头单位", en: "several leads of one requirement" },
    explanation: RuleText {
        zh: "同一项要求标明了两个以上的牵头（主责）单位，也没有“列第一位的为牵头单位”一类的规则；各地政府在本地牵头的不算；几项要求由相同的几家牵头的，合并提示一次",
        en: "two or more units are marked as lead of one requirement, and no rule of the document says that the first one leads; governments, each of which leads in its own place, are none; requirements that the same units lead are said once",
    },
    rationale: RuleText {
        zh: "几家都牵头，就没有一家对结果总负责；分别牵头的，应写明各管哪一部分",
        en: "where several lead, none answers for the whole; if each leads a part, the parts should be told apart",
    },
    failing: r#"{"units": [{"name": "市财政局"}, {"name": "市教育局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "lead"}, {"unit": "市教育局", "role": "lead"}]}]}"#,
    passing: r#"{"units": [{"name": "市财政局"}, {"name": "市教育局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "lead"}, {"unit": "市教育局", "role": "cooperating"}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut places: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    let mut led: Vec<(Vec<&str>, Vec<Charge<'_>>)> = Vec::new();
    let units = units_by_name(context.plan);
    let first_leads = Reach::of(context.plan, DocumentRuleKind::FirstListedIsLead);
    for charge in charges_with(context, |glance| glance.leads) {
        if first_leads.holds(charge.place) {
            continue;
        }
        let leading = charge.own().filter(|(_, assignment)| {
            assignment.role == Role::Lead
                && !units.get(assignment.unit.as_str()).is_some_and(|unit| is_of_a_place(unit))
        });
        if leading.clone().nth(1).is_none() {
            continue;
        }
        let mut leads: Vec<&str> = Vec::new();
        for (_, assignment) in leading {
            if leads.last() != Some(&assignment.unit.as_str()) {
                leads.push(&assignment.unit);
            }
        }
        if leads.len() < 2 || leads.iter().all(|lead| leads.first() == Some(lead)) {
            continue;
        }
        match places.entry(leads.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(led.len());
                led.push((leads, vec![charge]));
            }
            Entry::Occupied(entry) => {
                if let Some((_, charges)) = led.get_mut(*entry.get()) {
                    charges.push(charge);
                }
            }
        }
    }
    led.iter().filter_map(|(leads, charges)| finding(leads, charges)).collect()
}

/// A government leads in its own place, as others do in theirs; an expression for several is other rules' business.
fn is_of_a_place(unit: &Unit) -> bool {
    unit.kind == Some(UnitKind::Government) || unit.collective.is_some()
}

fn finding(leads: &[&str], charges: &[Charge<'_>]) -> Option<Finding> {
    let (first, others) = charges.split_first()?;
    let listed = leads.join("、");
    let count = charges.len();
    let message = Message::new(
        format!("`{listed}`同为牵头（主责）单位（要求{count}项）；请明确由哪一家总牵头，分别牵头的请写明分工"),
        format!(
            "`{listed}` lead together (requirements: {count}), expected one lead; say which one leads, or which part each of them does"
        ),
    );
    let related = others.iter().map(|charge| charge.related(None)).collect();
    Some(Finding { related, ..first.finding(&SEVERAL_LEADS, None, message, listed) })
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::DocumentRule;

    #[test]
    fn the_same_leads_are_said_once_and_a_rule_makes_the_first_one_lead() {
        let two: &[(&str, Role)] = &[("市财政局", Role::Lead), ("市教育局", Role::Lead)];
        let others: &[(&str, Role)] = &[("市教育局", Role::Lead), ("市民政局", Role::Lead)];
        let one: &[(&str, Role)] = &[("市财政局", Role::Lead), ("市教育局", Role::Responsible)];
        let twice: &[(&str, Role)] = &[("市财政局", Role::Lead), ("市财政局", Role::Lead)];
        let mut plan = plan_of(&[two, one, two, others, twice]);
        let findings = check(&Context::usual(&plan));
        assert_eq!(findings.iter().map(|finding| finding.related.len()).collect::<Vec<_>>(), [1, 0]);
        let mut places = plan_of(&[two]);
        places.units[0].kind = Some(UnitKind::Government);
        assert_eq!(check(&Context::usual(&places)), []);
        plan.rules.push(DocumentRule::new(DocumentRuleKind::FirstListedIsLead));
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
