use super::organs::RoleName;
use crate::count::Counts;
use crate::label::{label, word};
use crate::wording::{citation, days_text, separator};
use govplan_core::{DueState, Graph, Language, Plan, Role, Schedule};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Something that is known of the document that carries a plan.
#[derive(Serialize)]
pub(super) struct Fact {
    name: String,
    value: String,
}

/// The head of a plan's document.
pub(super) fn facts(plan: &Plan, language: Language) -> Vec<Fact> {
    let head = &plan.head;
    let list = |names: &[String]| Some(names.join(separator(language))).filter(|names| !names.is_empty());
    let number = head.number.as_ref().map(ToString::to_string).or_else(|| head.number_raw.clone());
    let period = plan.period.and_then(|period| days_text(period.start, period.end, language));
    let source = plan.source.as_ref().and_then(|source| source.name.clone());
    let facts = [
        ("show.document", plan.title.as_ref().and(head.title.clone())),
        ("report.number", number),
        ("report.issuers", list(&head.issuers)),
        ("report.issued", head.issued_on.map(|day| day.to_string())),
        ("show.period", period),
        ("show.addressees", list(&head.addressees)),
    ];
    let basis = plan.basis.iter().map(|basis| ("show.basis", Some(citation(basis, language))));
    let names = [("report.source", source), ("report.plan", Some(plan.id.to_string()))];
    let told = facts.into_iter().chain(basis).chain(names);
    told.filter_map(|(key, value)| Some(Fact { name: label(key, language).to_owned(), value: value? })).collect()
}

/// How much there is of everything, over all plans.
#[derive(Serialize, Default)]
pub(super) struct Totals {
    sections: usize,
    tasks: usize,
    requirements: usize,
    organs: usize,
    assignments: usize,
    /// Requirements and paragraphs that are due on some day, that go on, that hang on a period, that cannot be dated.
    due: usize,
    standing: usize,
    periods: usize,
    undated: usize,
    nobody: usize,
    no_lead: usize,
    /// Things due that are over, and that are due soon.
    overdue: usize,
    due_soon: usize,
}

impl Totals {
    /// Adds a plan.
    pub(super) fn add(&mut self, plan: &Plan, graph: &Graph<'_>, schedule: &Schedule<'_>) {
        let counts = Counts::of(plan);
        self.sections += counts.sections;
        self.tasks += counts.tasks;
        self.requirements += counts.requirements;
        self.organs += counts.organs;
        self.assignments += counts.assignments;
        self.due += owners(schedule.due.iter().map(|entry| &entry.owner.pointer));
        self.standing += owners(schedule.standing.iter().map(|entry| &entry.owner.pointer));
        self.periods += owners(schedule.periods.iter().map(|entry| &entry.owner.pointer));
        self.undated += owners(schedule.undated.iter().map(|entry| &entry.owner.pointer));
        self.nobody += graph.without_unit().count();
        self.no_lead += graph.without_lead().count();
        let in_state = |state| schedule.due.iter().filter(|entry| entry.state == Some(state)).count();
        self.overdue += in_state(DueState::Overdue);
        self.due_soon += in_state(DueState::DueSoon);
    }
}

/// The roles that some organ has, the strongest first.
pub(super) fn roles<'a>(plans: impl Iterator<Item = &'a Plan>, language: Language) -> Vec<RoleName> {
    let roles: BTreeSet<Role> = plans
        .flat_map(|plan| {
            let directives = plan.directives.iter().flat_map(|directive| &directive.assignments);
            let requirements = plan.requirements().flat_map(|requirement| &requirement.item.assignments);
            directives.chain(requirements).map(|assignment| assignment.role)
        })
        .collect();
    roles.into_iter().map(|role| RoleName::new(role, language)).collect()
}

/// How many different ones there are.
fn owners<'a>(pointers: impl Iterator<Item = &'a String>) -> usize {
    pointers.collect::<BTreeSet<_>>().len()
}

/// Why things cannot be dated, each reason with how often it holds.
pub(super) fn reasons(schedule: &Schedule<'_>, language: Language) -> Vec<(String, usize)> {
    let mut reasons: BTreeMap<_, usize> = BTreeMap::new();
    for entry in &schedule.undated {
        *reasons.entry(entry.reason).or_default() += 1;
    }
    reasons.into_iter().map(|(reason, count)| (word("undated", reason, language), count)).collect()
}
