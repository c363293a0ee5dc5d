//! A draft to a plan: ids by position, the index of organs, timings, findings. The only maker of plans.

mod findings;
mod rules;
mod units;

use crate::draft::{Draft, DraftDirective, DraftRequirement, DraftSection, DraftTask, Party};
use crate::head::{citations, period_of};
use crate::{party, timing};
use govplan_core::{
    Assignment, Directive, DirectiveId, Head, Paragraph, Plan, PlanId, Requirement, RequirementId, Section, SectionId,
    SourceFile, Task, TaskId,
};
use govplan_document::{Document, Text};
use govplan_time::Context;
use units::Units;

/// Makes the plan of a draft.
pub(crate) fn plan(mut draft: Draft, document: &Document) -> Plan {
    rules::apply(&mut draft);
    let mut plan = Plan::new(plan_id(&draft, document.source.as_ref()));
    let title = draft.title.as_deref().or(draft.head.title.as_deref());
    plan.period = title.and_then(period_of).or_else(|| draft.head.title.as_deref().and_then(period_of));
    let context = timing::context(plan.period, draft.head.issued_on);
    let mut assembly = Assembly { units: Units::of(&draft), context };
    plan.findings = findings::of(&draft, document);
    plan.title = draft.title;
    plan.head = draft.head;
    plan.basis = draft.basis;
    plan.preamble = draft.preamble.iter().map(paragraph).collect();
    plan.source.clone_from(&document.source);
    plan.directives = numbered(draft.directives, |n, directive| assembly.directive(DirectiveId::nth(n), directive));
    plan.sections = numbered(draft.sections, |n, section| assembly.section(SectionId::top(n), section));
    plan.rules = rules::named(draft.rules, &mut assembly.units);
    plan.units = assembly.units.into_list();
    plan
}

/// Makes each item with its count, from 1.
fn numbered<T, U>(items: Vec<T>, mut make: impl FnMut(usize, T) -> U) -> Vec<U> {
    items.into_iter().enumerate().map(|(index, item)| make(index + 1, item)).collect()
}

/// What the parts of a plan share while they are made.
struct Assembly {
    units: Units,
    context: Context,
}

impl Assembly {
    fn section(&mut self, id: SectionId, draft: DraftSection) -> Section {
        let mut section = Section::new(id);
        section.place = draft.title.as_ref().and_then(place_of);
        section.label = draft.label;
        section.title = draft.title.as_ref().and_then(line);
        section.paragraphs = draft.paragraphs.iter().filter_map(line).collect();
        section.sections = numbered(draft.sections, |n, below| self.section(section.id.section(n), below));
        section.tasks = numbered(draft.tasks, |n, task| self.task(section.id.task(n), task));
        section
    }

    fn task(&mut self, id: TaskId, draft: DraftTask) -> Task {
        let mut task = Task::new(id);
        let first = draft.requirements.first();
        task.place = draft.title.as_ref().and_then(place_of).or_else(|| first.and_then(|first| first.place.clone()));
        task.label = draft.label;
        task.title = draft.title.as_ref().and_then(line);
        task.intro = draft.intro.as_ref().and_then(line);
        // The title of a task is that of its only requirement.
        let title = draft.title.filter(|_| draft.requirements.len() == 1);
        task.requirements =
            numbered(draft.requirements, |n, part| self.requirement(task.id.requirement(n), part, title.as_ref()));
        task
    }

    fn requirement(&mut self, id: RequirementId, draft: DraftRequirement, of_task: Option<&Text>) -> Requirement {
        let found = timing::of_requirement(&draft, draft.title.as_ref().or(of_task), &self.context);
        let mut requirement = Requirement::new(id, draft.text.as_str());
        requirement.timings = numbered(found, |n, found| found.timing(requirement.id.timing(n)));
        requirement.cites = citations(&draft.text);
        requirement.label = draft.label;
        requirement.title = draft.title.as_ref().and_then(line);
        requirement.assignments = draft.parties.iter().map(|party| self.assignment(party)).collect();
        requirement.persons = draft.persons;
        requirement.status = draft.status;
        requirement.cells = draft.cells.into_iter().collect();
        requirement.place = draft.place;
        requirement
    }

    fn directive(&mut self, id: DirectiveId, draft: DraftDirective) -> Directive {
        let found = timing::of_text(&draft.text, &self.context);
        let parties = party::told(&draft.text);
        let mut directive = Directive::new(id, draft.text.as_str());
        directive.cites = citations(&draft.text);
        directive.timings = numbered(found, |n, found| found.timing(directive.id.timing(n)));
        directive.label = draft.label;
        directive.title = draft.title.as_ref().and_then(line);
        directive.assignments = parties.iter().map(|party| self.assignment(party)).collect();
        directive.place = place_of(&draft.text);
        directive
    }

    fn assignment(&mut self, party: &Party) -> Assignment {
        let mut assignment = Assignment::new(self.units.name_of(&party.unit), party.role);
        assignment.raw = line(&party.raw);
        assignment.place = place_of(&party.raw);
        assignment.origin = Some(party.origin);
        assignment.inherited = party.inherited;
        assignment.open_list = party.open_list;
        assignment
    }
}

/// The stable name of a plan: from the document number, else from issuer and title, else from the bytes.
fn plan_id(draft: &Draft, source: Option<&SourceFile>) -> PlanId {
    let Head { number, title, issuers, .. } = &draft.head;
    let from_number = number.as_ref().map(|number| {
        let year = number.year().map(|year| format!("-{year}")).unwrap_or_default();
        format!("{}{year}-{}", number.agency_code(), number.serial())
    });
    let from_title = || {
        let title = title.as_ref().or(draft.title.as_ref())?;
        let issuer = issuers.first().filter(|issuer| !title.starts_with(issuer.as_str()));
        Some(issuer.map_or(title.clone(), |issuer| format!("{issuer}-{title}")))
    };
    let from_bytes = || {
        let digest = source?.sha256.as_ref()?;
        Some(format!("sha256-{}", digest.as_str().chars().take(12).collect::<String>()))
    };
    let name = from_number.or_else(from_title).or_else(from_bytes).unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').take(200).collect();
    let name = name.replace(['/', '\\'], "-");
    name.parse().unwrap_or_else(|_| PlanId::unnamed())
}

/// The text, unless it is empty.
fn line(text: &Text) -> Option<String> {
    Some(text.as_str().to_owned()).filter(|text| !text.is_empty())
}

fn paragraph(text: &Text) -> Paragraph {
    let mut paragraph = Paragraph::new(text.as_str());
    paragraph.place = place_of(text);
    paragraph
}

fn place_of(text: &Text) -> Option<govplan_core::Place> {
    text.place(0..text.as_str().len())
}
