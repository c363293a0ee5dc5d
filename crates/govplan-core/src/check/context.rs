use super::CheckSettings;
use super::coherence::{Duty, near_duplicates, same_texts};
use super::form::{PrintedText, number_findings, printed_texts};
use super::glance::Glance;
use super::law::stated::{Stated, stated};
use crate::model::located;
use crate::{Assignment, Directive, Finding, Located, Place, Plan, Requirement, Section, Task, Timing};
use hashbrown::HashSet;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// A plan laid out for the rules: its parts, each with its pointer, walked once.
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    pub(super) settings: &'a CheckSettings<'a>,
    pub(super) directives: Vec<Located<'a, Directive>>,
    pub(super) sections: Vec<Located<'a, Section>>,
    pub(super) tasks: Vec<Located<'a, Task>>,
    pub(super) requirements: Vec<Located<'a, Requirement>>,
    looks: OnceCell<Looks<'a>>,
    assigned: OnceCell<BTreeSet<&'a str>>,
    stated: OnceCell<Vec<Stated<'a>>>,
    texts: OnceCell<Vec<PrintedText<'a>>>,
    numbers: OnceCell<Vec<Finding>>,
    same: OnceCell<Vec<Vec<usize>>>,
    near: OnceCell<Vec<(usize, usize)>>,
}

/// What one look at each of the requirements shows, in their order.
struct Looks<'a> {
    glances: Vec<Glance>,
    duties: Vec<Duty<'a>>,
}

/// An assignment or a timing, with the requirement or directive that it belongs to.
pub(super) struct Part<'c, T> {
    pub(super) item: &'c T,
    /// Id of the requirement or directive.
    pub(super) owner: &'c str,
    /// Where it stands in the document; the requirement's or directive's place where it has none of its own.
    pub(super) place: Option<&'c Place>,
    above: &'c str,
    field: &'static str,
    index: usize,
}

impl<T> Part<'_, T> {
    /// JSON Pointer from the plan.
    pub(super) fn pointer(&self) -> String {
        format!("{}/{}/{}", self.above, self.field, self.index)
    }
}

impl<'a> Context<'a> {
    /// A plan laid out under the usual settings.
    #[cfg(test)]
    pub(super) fn usual(plan: &'a Plan) -> Self {
        static USUAL: std::sync::LazyLock<CheckSettings<'static>> = std::sync::LazyLock::new(CheckSettings::default);
        Self::new(plan, &USUAL)
    }

    pub(super) fn new(plan: &'a Plan, settings: &'a CheckSettings<'a>) -> Self {
        let sections: Vec<_> = plan.all_sections().collect();
        let tasks = sections.iter().flat_map(|section| located(&section.pointer, "tasks", &section.item.tasks));
        let tasks: Vec<_> = tasks.collect();
        let requirements =
            tasks.iter().flat_map(|task| located(&task.pointer, "requirements", &task.item.requirements));
        let requirements: Vec<_> = requirements.collect();
        Self {
            plan,
            settings,
            directives: located("", "directives", &plan.directives).collect(),
            requirements,
            sections,
            tasks,
            looks: OnceCell::new(),
            assigned: OnceCell::new(),
            stated: OnceCell::new(),
            texts: OnceCell::new(),
            numbers: OnceCell::new(),
            same: OnceCell::new(),
            near: OnceCell::new(),
        }
    }

    /// The times that the texts about matters of law state, read once for all rules.
    pub(super) fn stated(&self) -> &[Stated<'a>] {
        self.stated.get_or_init(|| stated(self))
    }

    /// Every text of the document that the plan holds, collected once.
    pub(super) fn printed_texts(&self) -> &[PrintedText<'a>] {
        self.texts.get_or_init(|| printed_texts(self))
    }

    /// What is wrong with the numbers of the plan's parts, looked for once for two rules.
    pub(super) fn number_findings(&self) -> &[Finding] {
        self.numbers.get_or_init(|| number_findings(self))
    }

    /// A glance at each of the requirements.
    pub(super) fn glances(&self) -> &[Glance] {
        &self.looks().glances
    }

    /// What each requirement's text asks for, without the days that it sets for it.
    pub(super) fn duties(&self) -> &[Duty<'a>] {
        &self.looks().duties
    }

    /// The names of the units to which directives and requirements are assigned.
    pub(super) fn assigned(&self) -> &BTreeSet<&'a str> {
        self.assigned.get_or_init(|| {
            let directed = self.directives.iter().flat_map(|directive| &directive.item.assignments);
            let required = self.requirements.iter().flat_map(|requirement| &requirement.item.assignments);
            // Few names stand in many assignments.
            let names: HashSet<&str> = directed.chain(required).map(|part| part.unit.as_str()).collect();
            names.into_iter().collect()
        })
    }

    /// What needs all of a requirement is told of it while it is at hand.
    fn looks(&self) -> &Looks<'a> {
        self.looks.get_or_init(|| {
            let all = self.requirements.iter();
            let looks = all.map(|requirement| (Glance::at(requirement.item), Duty::of(requirement.item)));
            let (glances, duties) = looks.unzip();
            Looks { glances, duties }
        })
    }

    /// Places of the requirements of one text, in the order of the plan, looked for once.
    pub(super) fn same_texts(&self) -> &[Vec<usize>] {
        self.same.get_or_init(|| same_texts(self))
    }

    /// Places of requirements that are nearly the same, the earlier first, looked for once.
    pub(super) fn near_duplicates(&self) -> &[(usize, usize)] {
        self.near.get_or_init(|| near_duplicates(self))
    }

    /// The requirements at which a glance shows something, in their order.
    pub(super) fn requirements_with(
        &self,
        sign: impl Fn(&Glance) -> bool,
    ) -> impl Iterator<Item = &Located<'a, Requirement>> {
        let glances = self.requirements.iter().zip(self.glances());
        glances.filter(move |(_, glance)| sign(glance)).map(|(requirement, _)| requirement)
    }

    /// Every assignment: the directives', then the requirements'.
    pub(super) fn assignments(&self) -> impl Iterator<Item = Part<'_, Assignment>> {
        self.assignments_of(self.requirements.iter())
    }

    /// The assignments of the directives, then those of the requirements at which a glance shows something.
    pub(super) fn assignments_with(
        &self,
        sign: impl Fn(&Glance) -> bool,
    ) -> impl Iterator<Item = Part<'_, Assignment>> {
        self.assignments_of(self.requirements_with(sign))
    }

    fn assignments_of<'c>(
        &'c self,
        requirements: impl Iterator<Item = &'c Located<'a, Requirement>>,
    ) -> impl Iterator<Item = Part<'c, Assignment>> {
        let directives = self.directives.iter().flat_map(|directive| {
            let Directive { id, place, assignments, .. } = directive.item;
            parts(&directive.pointer, id.as_str(), place.as_ref(), "assignments", assignments)
        });
        let requirements = requirements.flat_map(|requirement| {
            let Requirement { id, place, assignments, .. } = requirement.item;
            parts(&requirement.pointer, id.as_str(), place.as_ref(), "assignments", assignments)
        });
        directives.chain(requirements).map(|part| Part { place: part.item.place.as_ref().or(part.place), ..part })
    }

    /// Every timing: the directives', then the requirements'.
    pub(super) fn timings(&self) -> impl Iterator<Item = Part<'_, Timing>> {
        self.timings_of(self.requirements.iter())
    }

    /// The timings of the directives, then those of the requirements at which a glance shows something.
    pub(super) fn timings_with(&self, sign: impl Fn(&Glance) -> bool) -> impl Iterator<Item = Part<'_, Timing>> {
        self.timings_of(self.requirements_with(sign))
    }

    /// The timings of the directives, then those of some requirements.
    pub(super) fn timings_of<'c>(
        &'c self,
        requirements: impl Iterator<Item = &'c Located<'a, Requirement>>,
    ) -> impl Iterator<Item = Part<'c, Timing>> {
        let directives = self.directives.iter().flat_map(|directive| {
            let Directive { id, place, timings, .. } = directive.item;
            parts(&directive.pointer, id.as_str(), place.as_ref(), "timings", timings)
        });
        let requirements = requirements.flat_map(|requirement| {
            let Requirement { id, place, timings, .. } = requirement.item;
            parts(&requirement.pointer, id.as_str(), place.as_ref(), "timings", timings)
        });
        directives.chain(requirements).map(|part| Part { place: part.item.place.as_ref().or(part.place), ..part })
    }
}

/// The pointer of the task that a requirement belongs to.
pub(super) fn task<'c>(requirement: &'c Located<'_, Requirement>) -> &'c str {
    requirement.pointer.rsplit_once("/requirements").map_or("", |(task, _)| task)
}

fn parts<'c, T>(
    above: &'c str,
    owner: &'c str,
    place: Option<&'c Place>,
    field: &'static str,
    items: &'c [T],
) -> impl Iterator<Item = Part<'c, T>> {
    items.iter().enumerate().map(move |(index, item)| Part { item, owner, place, above, field, index })
}
