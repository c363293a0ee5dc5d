use crate::check::glance::Glance;
use crate::check::{Context, Rule};
use crate::{
    Assignment, Directive, DocumentRuleKind, Finding, Message, Origin, Person, Place, Plan, Related, Requirement, Role,
    RuleScope, Unit,
};
use std::collections::BTreeMap;

/// Something to be done and those charged with it: a directive or a requirement.
pub(super) struct Charge<'c> {
    pub(super) pointer: &'c str,
    pub(super) id: &'c str,
    pub(super) place: Option<&'c Place>,
    pub(super) persons: &'c [Person],
    assignments: &'c [Assignment],
}

/// Everything to be done: the directives, then the requirements.
pub(super) fn charges<'c>(context: &'c Context<'_>) -> impl Iterator<Item = Charge<'c>> {
    charges_with(context, |_| true)
}

/// The directives, then the requirements at which a glance shows something.
pub(super) fn charges_with<'c>(
    context: &'c Context<'_>,
    sign: impl Fn(&Glance) -> bool,
) -> impl Iterator<Item = Charge<'c>> {
    let directives = context.directives.iter().map(|directive| {
        let Directive { id, place, assignments, .. } = directive.item;
        Charge { pointer: &directive.pointer, id: id.as_str(), place: place.as_ref(), persons: &[], assignments }
    });
    let requirements = context.requirements_with(sign).map(|requirement| {
        let Requirement { id, place, assignments, persons, .. } = requirement.item;
        Charge { pointer: &requirement.pointer, id: id.as_str(), place: place.as_ref(), persons, assignments }
    });
    directives.chain(requirements)
}

impl<'c> Charge<'c> {
    /// The assignments that stand with it, each with its index; those of a rule for many duties are left out.
    pub(super) fn own(&self) -> impl Iterator<Item = (usize, &'c Assignment)> + Clone + use<'c> {
        self.assignments.iter().enumerate().filter(|(_, assignment)| assignment.origin != Some(Origin::Rule))
    }

    /// A finding about an assignment, or about all of them.
    pub(super) fn finding(
        &self,
        rule: &'static Rule,
        index: Option<usize>,
        message: Message,
        found: String,
    ) -> Finding {
        let assignment = index.and_then(|index| self.assignments.get(index));
        Finding {
            pointer: Some(index.map_or_else(|| self.pointer.to_owned(), |index| self.at(index))),
            place: assignment.and_then(|assignment| assignment.place.as_ref()).or(self.place).cloned(),
            subject: Some(self.id.to_owned()),
            found: Some(found),
            ..rule.finding(message)
        }
    }

    /// The pointer of an assignment.
    pub(super) fn at(&self, index: usize) -> String {
        format!("{}/assignments/{index}", self.pointer)
    }

    /// The duty as another place of a finding.
    pub(super) fn related(&self, found: Option<String>) -> Related {
        Related::new(Some(self.pointer.to_owned()), self.place.cloned(), found)
    }
}

/// Whether one unit may stand in a list twice: of a short list that is known, of a long one assumed.
pub(in crate::check) fn may_repeat<'c>(mut units: impl Iterator<Item = &'c str> + Clone) -> bool {
    const SHORT: usize = 8;
    if units.clone().nth(SHORT).is_some() {
        return true;
    }
    while let Some(unit) = units.next() {
        if units.clone().any(|other| other == unit) {
            return true;
        }
    }
    false
}

/// The units of a plan by their canonical names.
pub(super) fn units_by_name(plan: &Plan) -> BTreeMap<&str, &Unit> {
    plan.units.iter().map(|unit| (unit.name.as_str(), unit)).collect()
}

/// How far the document's rules of one kind reach.
pub(super) struct Reach<'c> {
    is_stated: bool,
    is_whole: bool,
    from: Option<&'c Place>,
}

impl<'c> Reach<'c> {
    pub(super) fn of(plan: &'c Plan, kind: DocumentRuleKind) -> Self {
        let mut reach = Self { is_stated: false, is_whole: false, from: None };
        for rule in plan.rules.iter().filter(|rule| rule.kind == kind) {
            reach.is_stated = true;
            match rule.place.as_ref().filter(|_| rule.scope == RuleScope::FromHere) {
                Some(place) => reach.from = Some(reach.from.map_or(place, |from| from.min(place))),
                None => reach.is_whole = true,
            }
        }
        reach
    }

    /// Whether one of the rules holds at a place.
    pub(super) fn holds(&self, place: Option<&Place>) -> bool {
        match (self.from, place) {
            (Some(from), Some(here)) if !self.is_whole => from <= here,
            _ => self.is_stated,
        }
    }
}

/// Where each of the units with these indexes is assigned, in the order of the plan; the indexes rise.
pub(super) fn uses(context: &Context<'_>, units: &[usize]) -> Vec<Vec<Related>> {
    let mut uses: Vec<Vec<Related>> = units.iter().map(|_| Vec::new()).collect();
    let names =
        units.iter().enumerate().filter_map(|(n, index)| Some((context.plan.units.get(*index)?.name.as_str(), n)));
    let names: BTreeMap<&str, usize> = names.collect();
    for part in context.assignments().filter(|_| !names.is_empty()) {
        if let Some(uses) = names.get(part.item.unit.as_str()).and_then(|n| uses.get_mut(*n)) {
            let found = part.item.raw.clone().unwrap_or_else(|| part.item.unit.clone());
            uses.push(Related::new(Some(part.pointer()), part.place.cloned(), Some(found)));
        }
    }
    uses
}

/// Whether a role answers for the work, and does not only help with it or watch over it.
pub(super) fn answers(role: Role) -> bool {
    matches!(role, Role::Lead | Role::Responsible | Role::Implementing)
}

/// A plan with one directive to whom units are assigned, each of them declared.
#[cfg(test)]
pub(super) fn plan_of(rows: &[&[(&str, Role)]]) -> Plan {
    use crate::{DirectiveId, UnitKind};
    let mut plan = Plan::new("计划".parse().unwrap());
    for (n, row) in rows.iter().enumerate() {
        let mut directive = Directive::new(DirectiveId::nth(n + 1), "抓好落实。");
        for (name, role) in *row {
            directive.assignments.push(Assignment::new(*name, *role));
            if !plan.units.iter().any(|unit| unit.name == *name) {
                let collective = crate::collective(name);
                let kind = collective.as_ref().map(|_| UnitKind::Collective);
                plan.units.push(Unit { collective, kind, ..Unit::new(*name) });
            }
        }
        plan.directives.push(directive);
    }
    plan
}
