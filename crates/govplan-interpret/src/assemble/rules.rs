//! Rules that a document states once: the first listed leads, an organ has a part in everything that follows.

use super::units::Units;
use crate::draft::{Draft, DraftRequirement, DraftSection, Party};
use crate::party;
use crate::vocabulary::rule_of;
use govplan_core::{DocumentRule, DocumentRuleKind, Origin, Role, RuleScope, collective};
use govplan_document::Text;

/// Reads the rules that phrases state, and gives every requirement behind them what they say.
pub(super) fn apply(draft: &mut Draft) {
    let mut state = State::default();
    for printed in std::mem::take(&mut draft.stated_rules) {
        state.rule(&printed, RuleScope::Whole);
    }
    for section in &mut draft.sections {
        state.section(section);
    }
    draft.rules = state.rules;
}

/// The rules in force at one point of the document.
#[derive(Default)]
struct State {
    rules: Vec<DocumentRule>,
    standing: Vec<Party>,
    first_listed_leads: bool,
    sole_responsible_leads: bool,
}

impl State {
    fn section(&mut self, section: &mut DraftSection) {
        for requirement in section.tasks.iter_mut().flat_map(|task| &mut task.requirements) {
            self.requirement(requirement);
        }
        for below in &mut section.sections {
            self.section(below);
        }
    }

    fn requirement(&mut self, requirement: &mut DraftRequirement) {
        let in_force = self.standing.len();
        for printed in std::mem::take(&mut requirement.rules) {
            self.rule(&printed, RuleScope::FromHere);
        }
        if requirement.is_settled {
            return;
        }
        if self.sole_responsible_leads && requirement.parties.iter().all(|party| party.role != Role::Lead) {
            let responsible = requirement.parties.iter_mut().filter(|party| party.role == Role::Responsible);
            responsible.for_each(|party| party.role = Role::Lead);
        }
        // Where a phrase names a lead, the first of the others is none.
        if self.first_listed_leads && requirement.parties.iter().all(|party| party.role != Role::Lead) {
            let is_listed = |party: &&mut Party| party.role == Role::Responsible && party.origin != Origin::Text;
            let mut responsible = requirement.parties.iter_mut().filter(is_listed);
            if let (Some(first), Some(_)) = (responsible.next(), responsible.next()) {
                first.role = Role::Lead;
            }
        }
        let standing = self.standing.iter().take(in_force);
        let missing = standing.filter(|party| requirement.parties.iter().all(|named| named.unit != party.unit));
        requirement.parties.extend(missing.cloned().collect::<Vec<_>>());
    }

    fn rule(&mut self, printed: &Text, scope: RuleScope) {
        let text = printed.as_str();
        let Some(kind) = rule_of(text) else { return };
        let mut rule = DocumentRule::new(kind);
        rule.raw = Some(text.to_owned());
        rule.place = printed.place(0..text.len());
        rule.scope = scope;
        match kind {
            DocumentRuleKind::FirstListedIsLead => self.first_listed_leads = true,
            DocumentRuleKind::SoleResponsibleIsLead => self.sole_responsible_leads = true,
            DocumentRuleKind::StandingAssignment => {
                let parties = standing(printed);
                rule.units = parties.iter().map(|party| party.unit.clone()).collect();
                rule.role = parties.first().map(|party| party.role);
                self.standing.extend(parties);
            }
            _ => return,
        }
        self.rules.push(rule);
    }
}

/// The organs of a standing rule: 以下各项工作均需各县、区人民政府落实，不再列出.
fn standing(printed: &Text) -> Vec<Party> {
    let text = printed.as_str();
    let ends = ["均需", "均由", "均须", "都需", "需由"].iter().filter_map(|word| Some(text.find(word)? + word.len()));
    let Some(start) = ends.min() else { return Vec::new() };
    let end = text.find("，不再").unwrap_or(text.len()).max(start);
    let mut parties = party::parse(&printed.slice(start..end), None, Origin::Rule).parties;
    parties.retain(|party| party::is_unit_name(&party.unit) || collective(&party.unit).is_some());
    parties
}

/// The rules with the canonical names of their organs.
pub(super) fn named(rules: Vec<DocumentRule>, units: &mut Units) -> Vec<DocumentRule> {
    let named = |mut rule: DocumentRule| {
        rule.units = rule.units.iter().map(|unit| units.name_of(unit)).collect();
        rule
    };
    rules.into_iter().map(named).collect()
}
