use super::charge::{Reach, charges};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{DocumentRuleKind, Finding, Message, Role, Severity};

pub(in crate::check) static LEAD_NOT_FIRST: Rule = Rule {
    code: "GP322",
    name: "lead-not-first",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText {
        zh: "牵头单位与“列第一位的牵头”的规则不符",
        en: "a lead that is not the first, against the document's own rule",
    },
    explanation: RuleText {
        zh: "文件规定列第一位的为牵头单位，而某项要求标明的牵头单位排在责任单位之后",
        en: "the document states that the first one listed leads, and a requirement marks as lead one that stands after a responsible unit",
    },
    rationale: RuleText {
        zh: "按规则和按标注得出两个牵头单位，两家都可以说不是自己",
        en: "the rule and the mark make two different leads, and each can say that it is the other",
    },
    failing: r#"{"units": [{"name": "市财政局"}, {"name": "市教育局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市财政局", "role": "responsible"}, {"unit": "市教育局", "role": "lead"}]}], "rules": [{"kind": "first_listed_is_lead", "scope": "whole"}]}"#,
    passing: r#"{"units": [{"name": "市财政局"}, {"name": "市教育局"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "市教育局", "role": "lead"}, {"unit": "市财政局", "role": "responsible"}]}], "rules": [{"kind": "first_listed_is_lead", "scope": "whole"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let first_leads = Reach::of(context.plan, DocumentRuleKind::FirstListedIsLead);
    let findings = charges(context).filter(|charge| first_leads.holds(charge.place)).filter_map(|charge| {
        let mut answering =
            charge.own().filter(|(_, assignment)| matches!(assignment.role, Role::Lead | Role::Responsible));
        let (_, first) = answering.next().filter(|(_, assignment)| assignment.role != Role::Lead)?;
        let (index, lead) = answering.find(|(_, assignment)| assignment.role == Role::Lead)?;
        let (first, lead) = (&first.unit, &lead.unit);
        if first == lead {
            return None;
        }
        let message = Message::new(
            format!("`{lead}`标为牵头而排在`{first}`之后，文件规定列第一位的为牵头单位；请调整次序或改正标注"),
            format!("`{lead}` is marked as lead and stands after `{first}`, while the document says that the first one leads; change the order or the mark"),
        );
        Some(Finding { expected: Some(first.clone()), ..charge.finding(&LEAD_NOT_FIRST, Some(index), message, lead.clone()) })
    });
    findings.collect()
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::DocumentRule;

    #[test]
    fn without_the_rule_or_behind_a_helper_a_lead_may_stand_anywhere() {
        let row: &[(&str, Role)] = &[("市财政局", Role::Responsible), ("市教育局", Role::Lead)];
        let helped: &[(&str, Role)] = &[("市财政局", Role::Cooperating), ("市教育局", Role::Lead)];
        assert_eq!(check(&Context::usual(&plan_of(&[row]))), []);
        let mut plan = plan_of(&[helped]);
        plan.rules.push(DocumentRule::new(DocumentRuleKind::FirstListedIsLead));
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
