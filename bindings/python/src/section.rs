//! Sections, tasks and requirements as Python sees them.

use crate::hint::Dictionary;
use crate::part::{Part, Path, below, nowhere, part};
use crate::place::Place;
use crate::plan::Plan;
use crate::value::{Pickled, dictionary, hash, html, json};
use crate::view::View;
use crate::work::{Assignment, Citation, Person, Timing};
use pyo3::prelude::*;
use std::collections::BTreeMap;

part! {
    /// A part of a plan (一、), with its tasks.
    Section(govplan::Section), found by |plan, path| {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(plan.sections.get(*first)?, |section, n| section.sections.get(*n))
    }, named "", restored by "_section";
    holding {
        /// Sections below it.
        sections of Section;
        /// Its tasks.
        tasks of Task;
    }
    /// Id, kept for ever (``s1``).
    id |section| -> &str { section.id.as_str() }
    /// Number as printed, without punctuation.
    label |section| -> Option<&str> { section.label.as_deref() }
    /// Title.
    title |section| -> Option<&str> { section.title.as_deref() }
    /// Prose without a number that is no task.
    paragraphs |section| -> Vec<&str> { section.paragraphs.iter().map(String::as_str).collect() }
    /// Place in the document.
    place |section| -> Option<Place> { Place::of(section.place.as_ref()) }
}

part! {
    /// A task (工作任务), with its requirements.
    Task(govplan::Task), found by |plan, path| {
        let (n, section) = path.split_last()?;
        Section::find(plan, section)?.tasks.get(*n)
    }, named "/tasks", restored by "_task";
    holding {
        /// What it asks for.
        requirements of Requirement;
    }
    /// Id, kept for ever (``s1.t1``).
    id |task| -> &str { task.id.as_str() }
    /// Number as printed, without punctuation.
    label |task| -> Option<&str> { task.label.as_deref() }
    /// Title.
    title |task| -> Option<&str> { task.title.as_deref() }
    /// Prose that leads in its requirements.
    intro |task| -> Option<&str> { task.intro.as_deref() }
    /// Place in the document.
    place |task| -> Option<Place> { Place::of(task.place.as_ref()) }
}

part! {
    /// Something that a task asks for, with who does it and by when.
    Requirement(govplan::Requirement), found by |plan, path| {
        let (n, task) = path.split_last()?;
        Task::find(plan, task)?.requirements.get(*n)
    }, named "/tasks/requirements", restored by "_requirement";
    holding {}
    /// Id, kept for ever (``s1.t1.r1``).
    id |requirement| -> &str { requirement.id.as_str() }
    /// Number as printed, without punctuation.
    label |requirement| -> Option<&str> { requirement.label.as_deref() }
    /// Title.
    title |requirement| -> Option<&str> { requirement.title.as_deref() }
    /// The body, without number and responsibility phrase.
    text |requirement| -> Option<&str> { requirement.text.as_deref() }
    /// Who does it, and as what.
    assignments |requirement| -> Vec<Assignment> { requirement.assignments.iter().cloned().map(Assignment).collect() }
    /// By when.
    timings |requirement| -> Vec<Timing> { requirement.timings.iter().cloned().map(Timing).collect() }
    /// Persons who are named.
    persons |requirement| -> Vec<Person> { requirement.persons.iter().cloned().map(Person).collect() }
    /// Documents that it cites.
    cites |requirement| -> Vec<Citation> { requirement.cites.iter().cloned().map(Citation).collect() }
    /// Status as printed.
    status |requirement| -> Option<&str> { requirement.status.as_deref() }
    /// Cells of columns that the model has no field for, by their headers.
    cells |requirement| -> BTreeMap<String, String> { requirement.cells.clone() }
    /// Place in the document.
    place |requirement| -> Option<Place> { Place::of(requirement.place.as_ref()) }
}

/// The pointer of a path: fields of the last numbers, those before them are of sections.
fn pointer(path: &[usize], fields: &str) -> String {
    let fields: Vec<&str> = fields.split('/').skip(1).collect();
    let sections = path.len().saturating_sub(fields.len());
    let fields = std::iter::repeat_n("sections", sections).chain(fields);
    fields.zip(path).map(|(field, n)| format!("/{field}/{n}")).collect()
}
