use crate::{Plan, Requirement, Section, Task};
use std::sync::Arc;

/// A requirement with everything that stands above it in its plan.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct WorkItem<'a> {
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

/// Every requirement of a plan with what stands above it, in the order of the document.
pub(crate) fn items(plan: &Plan) -> impl Iterator<Item = WorkItem<'_>> {
    let mut path: Vec<&Section> = Vec::new();
    plan.all_sections().flat_map(move |section| {
        // Sections come each before those below it: the pointer's depth tells how much of the path still holds.
        let above = section.pointer.matches("/sections/").count().saturating_sub(1);
        path.truncate(above);
        path.push(section.item);
        let sections: Arc<[&Section]> = path.as_slice().into();
        section.item.tasks.iter().enumerate().flat_map(move |(t, task)| {
            let above = format!("{}/tasks/{t}/requirements", section.pointer);
            let sections = Arc::clone(&sections);
            task.requirements.iter().enumerate().map(move |(r, requirement)| WorkItem {
                pointer: format!("{above}/{r}"),
                task,
                requirement,
                sections: Arc::clone(&sections),
            })
        })
    })
}
