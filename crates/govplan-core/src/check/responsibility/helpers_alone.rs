use super::charge::{Charge, Reach, charges, charges_with};
use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{DocumentRuleKind, Finding, Message, Role, Severity};

pub(in crate::check) static HELPERS_ALONE: Rule = Rule {
    code: "GP312",
    name: "helpers-alone",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "只有配合单位，没有负责的单位", en: "units that help and none that does it" },
    explanation: RuleText {
        zh: "一项要求只列了配合（或配合、督导）单位，没有牵头、责任、落实单位，也没有责任人或适用于它的通用规则；每一项都如此的合并提示一次",
        en: "a requirement has units that cooperate (or that cooperate and supervise), and none that leads, answers or carries it out, no person, and no rule of the document for it; where every requirement is so, it is said once",
    },
    rationale: RuleText {
        zh: "只有配合而没有主办，工作无人牵头", en: "where all only help, nobody does it"
    },
    failing: r#"{"units": [{"name": "市财政局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "cooperating"}]}]}"#,
    passing: r#"{"units": [{"name": "市财政局"}, {"name": "市教育局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市教育局", "role": "lead"}, {"unit": "市财政局", "role": "cooperating"}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let standing = Reach::of(context.plan, DocumentRuleKind::StandingAssignment);
    let is_helped = |charge: &Charge<'_>| {
        let mut roles = charge.own().map(|(_, assignment)| assignment.role);
        roles.clone().any(|role| role == Role::Cooperating)
            && roles.all(|role| matches!(role, Role::Cooperating | Role::Supervising))
            && charge.persons.is_empty()
            && !standing.holds(charge.place)
    };
    let helped: Vec<Charge<'_>> = charges_with(context, |glance| glance.helpers).filter(is_helped).collect();
    let charged = || charges(context).filter(|charge| charge.own().next().is_some()).count();
    match helped.as_slice() {
        [first, others @ ..] if helped.len() > 2 && helped.len() == charged() => {
            let related = others.iter().map(|charge| charge.related(Some(listed(charge)))).collect();
            vec![Finding { related, ..finding(first) }]
        }
        _ => helped.iter().map(finding).collect(),
    }
}

fn listed(charge: &Charge<'_>) -> String {
    charge.own().map(|(_, assignment)| assignment.unit.as_str()).collect::<Vec<_>>().join("、")
}

fn finding(charge: &Charge<'_>) -> Finding {
    let listed = listed(charge);
    let message = Message::new(
        format!("只有`{listed}`配合，没有牵头或责任单位；请明确由谁负责"),
        format!("`{listed}` cooperates and nobody leads or answers, expected one that does; say who does it"),
    );
    charge.finding(&HELPERS_ALONE, None, message, listed)
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::DocumentRule;

    #[test]
    fn supervision_is_a_duty_and_a_standing_rule_names_who_does_it() {
        let helped: &[(&str, Role)] = &[("市财政局", Role::Cooperating), ("市政府督查室", Role::Supervising)];
        let watched: &[(&str, Role)] = &[("市政府督查室", Role::Supervising)];
        let mut plan = plan_of(&[helped, watched]);
        assert_eq!(check(&Context::usual(&plan)).len(), 1);
        plan.rules.push(DocumentRule::new(DocumentRuleKind::StandingAssignment));
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
