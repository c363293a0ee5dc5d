//! The requirements of a plan, and the paragraphs of its covering notice that ask for something, one row each.

use super::counter::Counter;
use super::involvement::{Involvement, TaskName};
use super::organs::{Organs, RoleName};
use super::timing::{State, Time};
use crate::label::{label, word};
use crate::place::place_text;
use govplan_core::{
    Assignment, Directive, DueEntry, Graph, Language, Person, Plan, Requirement, Schedule, Task, Timing, UndatedReason,
    WorkItem,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Rows with what stands above them.
#[derive(Serialize, Default)]
pub(super) struct Group {
    n: usize,
    label: Option<String>,
    title: Option<String>,
    intro: Option<String>,
    /// Number and title of the sections, where they are not those of the group before.
    section: Option<[Option<String>; 2]>,
    pub(super) rows: Vec<Row>,
}

#[derive(Serialize)]
pub(super) struct Row {
    pub(super) n: usize,
    id: String,
    label: Option<String>,
    title: Option<String>,
    text: Option<String>,
    persons: Vec<String>,
    organs: Vec<Mention>,
    times: Vec<Time>,
    /// Why it has no day.
    open: Vec<String>,
    status: Option<String>,
    cells: BTreeMap<String, String>,
    place: Option<String>,
    /// Numbers of its organs with their roles, months and states, as the filter reads them.
    organ_tokens: String,
    month_tokens: String,
    state_tokens: String,
    pub(super) findings: Vec<Mark>,
}

/// A finding, as its row shows it.
#[derive(Serialize)]
pub(super) struct Mark {
    /// Its number on the page; absent where the list left it out.
    pub(super) n: Option<usize>,
    pub(super) code: String,
    pub(super) severity: &'static str,
    pub(super) word: String,
}

/// An organ, as a row names it.
#[derive(Serialize)]
struct Mention {
    n: Option<usize>,
    name: String,
    role: RoleName,
    /// As printed, where that is another name.
    printed: Option<String>,
    remarks: Vec<String>,
}

/// Everything of a plan that rows tell, and where on the page its parts stand.
pub(super) struct Rows {
    pub(super) groups: Vec<Group>,
    /// Parts of the plan, by their JSON Pointers, with the names that links go to.
    pub(super) anchors: BTreeMap<String, String>,
    pub(super) tasks: Vec<TaskName>,
    pub(super) involvement: Involvement,
}

/// What the rows of a plan go by.
struct Rower<'s> {
    organs: &'s Organs<'s>,
    /// Days that are due, by owner and timing.
    due: BTreeMap<&'s str, BTreeMap<&'s str, Vec<&'s DueEntry<'s>>>>,
    /// Why owners have no day.
    open: BTreeMap<&'s str, BTreeSet<String>>,
    language: Language,
}

pub(super) fn rows(
    plan: &Plan,
    graph: &Graph<'_>,
    organs: &Organs<'_>,
    schedule: &Schedule<'_>,
    counters: (&mut Counter, &mut Counter),
    language: Language,
) -> Rows {
    let (groups, rows) = counters;
    let rower = Rower::new(organs, schedule, language);
    let mut this =
        Rows { groups: Vec::new(), anchors: BTreeMap::new(), tasks: Vec::new(), involvement: Involvement::default() };
    if !plan.directives.is_empty() {
        let title = Some(label("show.directives", language).to_owned());
        let mut group = Group { n: groups.next(), title, ..Group::default() };
        for (index, directive) in plan.directives.iter().enumerate() {
            let pointer = format!("/directives/{index}");
            let row = rower.directive(rows.next(), &pointer, directive);
            this.anchors.insert(pointer, format!("r{}", row.n));
            group.rows.push(row);
        }
        this.groups.push(group);
    }
    let mut above: Option<&Task> = None;
    for item in graph.items() {
        if !above.is_some_and(|task| std::ptr::eq(task, item.task)) {
            above = Some(item.task);
            this.open_group(groups.next(), item);
        }
        let row = rower.requirement(rows.next(), &item.pointer, item.requirement);
        this.anchors.insert(item.pointer.clone(), format!("r{}", row.n));
        let Some(group) = this.groups.last_mut() else { continue };
        for assignment in &item.requirement.assignments {
            if let Some(organ) = organs.number(&assignment.unit) {
                this.involvement.add(organ, group.n, assignment.role);
            }
        }
        group.rows.push(row);
    }
    this
}

impl Rows {
    /// Begins the group of the task that an item belongs to.
    fn open_group(&mut self, n: usize, item: &WorkItem<'_>) {
        let Task { label, title, intro, .. } = item.task;
        let section = [item.section_label(), item.section_title()];
        let is_new = self.tasks.last().is_none_or(|task| task.section != section);
        let is_named = section.iter().any(Option::is_some);
        self.tasks.push(TaskName { n, label: label.clone(), title: title.clone(), section: section.clone() });
        if let Some((task, _)) = item.pointer.split_once("/requirements/") {
            self.anchors.insert(task.to_owned(), format!("g{n}"));
            if let Some((section, _)) = task.rsplit_once("/tasks/") {
                self.anchors.entry(section.to_owned()).or_insert(format!("g{n}"));
            }
        }
        self.groups.push(Group {
            n,
            label: label.clone(),
            title: title.clone(),
            intro: intro.clone(),
            section: (is_new && is_named).then_some(section),
            rows: Vec::new(),
        });
    }
}

impl<'s> Rower<'s> {
    fn new(organs: &'s Organs<'s>, schedule: &'s Schedule<'s>, language: Language) -> Self {
        let mut due: BTreeMap<&str, BTreeMap<&str, Vec<_>>> = BTreeMap::new();
        for entry in &schedule.due {
            let of_owner = due.entry(&entry.owner.pointer).or_default();
            of_owner.entry(entry.timing.id.as_str()).or_default().push(entry);
        }
        let mut open: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        // Where words set no day, they stand in the row.
        for entry in schedule.undated.iter().filter(|entry| entry.reason != UndatedReason::NoDay) {
            open.entry(&entry.owner.pointer).or_default().insert(word("undated", entry.reason, language));
        }
        Self { organs, due, open, language }
    }

    fn requirement(&self, n: usize, pointer: &str, requirement: &Requirement) -> Row {
        let Requirement { id, label, title, text, assignments, timings, persons, status, cells, place, .. } =
            requirement;
        Row {
            label: label.clone(),
            title: title.clone(),
            text: text.clone(),
            persons: persons.iter().map(|person| self.person(person)).collect(),
            status: status.clone(),
            cells: cells.clone(),
            place: place.as_ref().map(|place| place_text(place, self.language)),
            ..self.row(n, pointer, id.as_str(), assignments, timings)
        }
    }

    fn directive(&self, n: usize, pointer: &str, directive: &Directive) -> Row {
        let Directive { id, label, title, text, assignments, timings, place, .. } = directive;
        Row {
            label: label.clone(),
            title: title.clone(),
            text: Some(text.clone()),
            place: place.as_ref().map(|place| place_text(place, self.language)),
            ..self.row(n, pointer, id.as_str(), assignments, timings)
        }
    }

    /// A row with who and when.
    fn row(&self, n: usize, pointer: &str, id: &str, assignments: &[Assignment], timings: &[Timing]) -> Row {
        let entries = || timings.iter().flat_map(|timing| self.due_on(pointer, timing));
        let months: BTreeSet<String> = entries().map(|entry| entry.due.format("%Y-%m").to_string()).collect();
        let states: BTreeSet<State> =
            entries().filter_map(|entry| entry.state).map(|state| State::new(state, self.language)).collect();
        let organs: Vec<Mention> = assignments.iter().map(|assignment| self.mention(assignment)).collect();
        let tokens: Vec<String> =
            organs.iter().filter_map(|organ| Some(format!("{}:{}", organ.n?, organ.role.name))).collect();
        Row {
            n,
            id: id.to_owned(),
            label: None,
            title: None,
            text: None,
            persons: Vec::new(),
            organs,
            times: timings
                .iter()
                .map(|timing| Time::new(timing, self.due_on(pointer, timing), self.language))
                .collect(),
            open: self.open.get(pointer).into_iter().flatten().cloned().collect(),
            status: None,
            cells: BTreeMap::new(),
            place: None,
            organ_tokens: tokens.join(" "),
            month_tokens: months.into_iter().collect::<Vec<_>>().join(" "),
            state_tokens: states.iter().map(|state| state.name).collect::<Vec<_>>().join(" "),
            findings: Vec::new(),
        }
    }

    /// The days that a timing is due on.
    fn due_on(&self, pointer: &str, timing: &Timing) -> &[&'s DueEntry<'s>] {
        let of_owner = self.due.get(pointer);
        of_owner.and_then(|due| due.get(timing.id.as_str())).map_or(&[], Vec::as_slice)
    }

    fn mention(&self, assignment: &Assignment) -> Mention {
        let words = [(assignment.inherited, "show.inherited"), (assignment.open_list, "report.open_list")];
        let remarks = words.iter().filter(|(holds, _)| *holds).map(|(_, key)| label(key, self.language).to_owned());
        Mention {
            n: self.organs.number(&assignment.unit),
            name: assignment.unit.clone(),
            role: RoleName::new(assignment.role, self.language),
            printed: assignment.raw.clone().filter(|raw| *raw != assignment.unit),
            remarks: remarks.collect(),
        }
    }

    fn person(&self, person: &Person) -> String {
        let role = person.role.map(|role| word("role", role, self.language));
        let remarks: Vec<String> = person.post.clone().into_iter().chain(role).collect();
        format!("{}{}", person.name, crate::wording::bracketed(&remarks, self.language))
    }
}
