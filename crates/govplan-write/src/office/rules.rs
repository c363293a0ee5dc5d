//! Where the rules stand that hold from one requirement on.

use govplan_core::{DocumentRule, Origin, Plan, Requirement, RuleScope};
use std::collections::BTreeMap;

/// Rules as printed, by the requirement that states them.
#[derive(Debug, Default)]
pub(super) struct Rules<'p>(BTreeMap<*const Requirement, Vec<&'p str>>);

impl<'p> Rules<'p> {
    /// The rules that a requirement states for those behind it.
    pub(super) fn of(&self, requirement: &Requirement) -> &[&'p str] {
        self.0.get(&std::ptr::from_ref(requirement)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The rules that hold from here on, each with the last requirement that names organs before the first that it gives one.
pub(super) fn rules(plan: &Plan) -> Rules<'_> {
    let mut placed = Rules::default();
    let from_here = plan.rules.iter().filter(|rule| rule.scope == RuleScope::FromHere);
    for (rule, raw) in from_here.filter_map(|rule| Some((rule, rule.raw.as_deref()?))) {
        let mut before = None;
        for requirement in plan.requirements().map(|requirement| requirement.item) {
            if before.is_some() && is_given_by(requirement, rule) {
                break;
            }
            if before.is_none() || names_organs(requirement) {
                before = Some(requirement);
            }
        }
        if let Some(before) = before {
            placed.0.entry(std::ptr::from_ref(before)).or_default().push(raw);
        }
    }
    placed
}

fn names_organs(requirement: &Requirement) -> bool {
    let stands_apart = |origin: Option<Origin>| !matches!(origin, Some(Origin::Text | Origin::Rule));
    requirement.assignments.iter().any(|assignment| stands_apart(assignment.origin))
}

fn is_given_by(requirement: &Requirement, rule: &DocumentRule) -> bool {
    let given = |unit: &String| rule.units.contains(unit);
    requirement.assignments.iter().any(|assignment| assignment.origin == Some(Origin::Rule) && given(&assignment.unit))
}
