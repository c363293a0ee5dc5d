use crate::{Located, Plan, Requirement, Section, Task};
use std::sync::Arc;

/// A requirement with everything that stands above it in its plan.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct WorkItem<'a> {
    /// Plan that the requirement belongs to.
    pub plan: &'a Plan,
    /// JSON Pointer (RFC 6901) of the requirement.
    pub pointer: String,
    /// Task that the requirement belongs to.
    pub task: &'a Task,
    /// The requirement.
    pub requirement: &'a Requirement,
    sections: Arc<[&'a Section]>,
}

impl<'a> WorkItem<'a> {
    /// Sections that the task stands in, the outermost first.
    #[must_use]
    pub fn sections(&self) -> &[&'a Section] {
        &self.sections
    }

    /// Titles of the sections, the outermost first, joined by ` / `; absent where none has a title.
    #[must_use]
    pub fn section_title(&self) -> Option<String> {
        joined(self.sections.iter().filter_map(|section| section.title.as_deref()))
    }

    /// Labels of the sections, the outermost first, joined by ` / `; absent where none has a label.
    #[must_use]
    pub fn section_label(&self) -> Option<String> {
        joined(self.sections.iter().filter_map(|section| section.label.as_deref()))
    }
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> Option<String> {
    Some(parts.collect::<Vec<_>>().join(" / ")).filter(|text| !text.is_empty())
}

/// A section, and those that it stands in with itself, the outermost first.
pub(super) struct OpenSection<'a> {
    pub(super) section: Located<'a, Section>,
    pub(super) path: Arc<[&'a Section]>,
}

/// Every section of a plan, each before those below it.
pub(super) fn open_sections(plan: &Plan) -> impl Iterator<Item = OpenSection<'_>> {
    let mut path: Vec<&Section> = Vec::new();
    plan.all_sections().map(move |section| {
        // Sections come each before those below it: the pointer's depth tells how much of the path still holds.
        let above = section.pointer.matches("/sections/").count().saturating_sub(1);
        path.truncate(above);
        path.push(section.item);
        OpenSection { section, path: path.as_slice().into() }
    })
}

impl<'a> OpenSection<'a> {
    /// Its tasks, each with its pointer.
    pub(super) fn tasks(&self) -> impl Iterator<Item = Located<'a, Task>> + use<'a> {
        let above = format!("{}/tasks", self.section.pointer);
        let tasks = self.section.item.tasks.iter().enumerate();
        tasks.map(move |(t, item)| Located { pointer: format!("{above}/{t}"), item })
    }

    /// The requirements of one of its tasks.
    pub(super) fn items(
        &self,
        plan: &'a Plan,
        task: &Located<'a, Task>,
    ) -> impl Iterator<Item = WorkItem<'a>> + use<'a> {
        let (above, task, sections) = (format!("{}/requirements", task.pointer), task.item, Arc::clone(&self.path));
        task.requirements.iter().enumerate().map(move |(r, requirement)| WorkItem {
            plan,
            pointer: format!("{above}/{r}"),
            task,
            requirement,
            sections: Arc::clone(&sections),
        })
    }
}

/// Every requirement of a plan with what stands above it, in the order of the document.
pub(crate) fn items(plan: &Plan) -> impl Iterator<Item = WorkItem<'_>> {
    open_sections(plan).flat_map(move |open| {
        let tasks = open.tasks();
        tasks.flat_map(move |task| open.items(plan, &task))
    })
}
