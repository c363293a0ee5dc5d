//! The task table of a plan: rows of cells with what they cover.

use super::cells::{Names, deadlines, joined, persons};
use super::columns::{Column, Field, columns};
use super::rules::{Rules, rules};
use govplan_core::{Plan, Requirement, Role, Section, Task, TaskColumn};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A place of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Slot<'p> {
    /// A cell begins there.
    Cell {
        text: Cow<'p, str>,
        /// Rows that it covers.
        down: u32,
        /// Columns that it covers.
        across: u16,
    },
    /// The rest of a cell that begins above or to the left.
    Covered,
}

/// The task table of a plan.
///
/// Cells of sections and tasks reach down over what belongs to them, those of inherited organs and times from the row that they
/// are inherited from.
#[derive(Debug)]
pub(crate) struct TaskTable<'p> {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<Slot<'p>>>,
    /// The requirement of each row that is one's.
    pub(crate) requirements: Vec<Option<&'p Requirement>>,
}

/// What a section's columns say in the next row.
#[derive(Clone, Copy)]
enum Opening<'p> {
    Section(&'p Section),
    /// No section stands on this level and below it.
    Nothing,
}

struct Builder<'p> {
    names: Names<'p>,
    table: TaskTable<'p>,
    levels: usize,
    /// Columns of the task numbers, and the first that tells of a requirement.
    task: usize,
    requirement: usize,
    /// What the next row opens, by level.
    openings: Vec<Option<Opening<'p>>>,
    /// The row in which the cell of each column begins that the last row shows.
    owners: Vec<usize>,
    rules: Rules<'p>,
    /// Headers of the columns that the model has no field for.
    headers: BTreeSet<String>,
}

impl<'p> TaskTable<'p> {
    /// The table; a plan without sections has no rows. Time and memory are linear in the plan's size.
    pub(crate) fn of(plan: &'p Plan) -> Self {
        let columns = columns(plan);
        let position = |wanted: TaskColumn| columns.iter().position(|column| column.field == Field::Known(wanted));
        let task = position(TaskColumn::TaskNumber).unwrap_or_default();
        let title = position(TaskColumn::Intro).or(position(TaskColumn::Task)).unwrap_or_default();
        let levels = columns.iter().filter(|column| column.field == Field::Known(TaskColumn::Section)).count();
        let width = columns.len();
        let headers = columns.iter().filter_map(|column| match &column.field {
            Field::Other(header) => Some(header.clone()),
            _ => None,
        });
        let headers = headers.collect();
        let mut builder = Builder {
            names: Names::of(plan),
            table: Self { columns, rows: Vec::new(), requirements: Vec::new() },
            levels,
            task,
            requirement: title + 1,
            openings: vec![None; levels],
            owners: vec![0; width],
            rules: rules(plan),
            headers,
        };
        for section in &plan.sections {
            builder.section(section, 0);
        }
        builder.table
    }
}

impl<'p> Builder<'p> {
    fn section(&mut self, section: &'p Section, level: usize) {
        let start = self.table.rows.len();
        if let Some(opening) = self.openings.get_mut(level) {
            *opening = Some(Opening::Section(section));
        }
        let has_own = !section.paragraphs.is_empty() || !section.tasks.is_empty();
        if let Some(below) = self.openings.get_mut(level + 1).filter(|_| has_own || section.sections.is_empty()) {
            *below = Some(Opening::Nothing);
        }
        for paragraph in &section.paragraphs {
            self.wide(self.task, paragraph);
        }
        for task in &section.tasks {
            self.task(task);
        }
        if !has_own && section.sections.is_empty() {
            self.wide(self.task, "");
        }
        self.reach_down(level * 2 + 3..self.task, start);
        for below in &section.sections {
            self.section(below, level + 1);
        }
        self.reach_down(level * 2 + 1..(level * 2 + 3).min(self.task), start);
    }

    /// Lets the cells that begin in a row in some columns reach down to the last row.
    fn reach_down(&mut self, columns: std::ops::Range<usize>, start: usize) {
        let height = u32::try_from(self.table.rows.len() - start).unwrap_or(u32::MAX);
        let first = self.table.rows.get_mut(start).map(Vec::as_mut_slice).unwrap_or_default();
        for slot in first.iter_mut().take(columns.end).skip(columns.start) {
            if let Slot::Cell { down, .. } = slot {
                *down = height;
            }
        }
    }

    /// A row with the sections that it opens; what stands right of them is blank.
    fn row(&mut self) -> Vec<Slot<'p>> {
        let number = self.table.rows.len() + 1;
        let mut row = Vec::with_capacity(self.table.columns.len());
        row.push(cell(Cow::Owned(number.to_string())));
        for level in 0..self.levels {
            match self.openings.get_mut(level).and_then(Option::take) {
                Some(Opening::Section(section)) => {
                    row.push(own(section.label.as_ref()));
                    row.push(own(section.title.as_ref()));
                }
                Some(Opening::Nothing) => {
                    let across = u16::try_from(self.task - row.len()).unwrap_or(u16::MAX);
                    row.push(Slot::Cell { text: Cow::Borrowed(""), down: 1, across });
                    break;
                }
                None => row.extend([Slot::Covered, Slot::Covered]),
            }
        }
        row.resize(self.task, Slot::Covered);
        row.resize_with(self.table.columns.len(), || cell(Cow::Borrowed("")));
        row
    }

    fn push(&mut self, row: Vec<Slot<'p>>, requirement: Option<&'p Requirement>) {
        self.table.rows.push(row);
        self.table.requirements.push(requirement);
    }

    /// A row that says one thing from a column to the end.
    fn wide(&mut self, from: usize, text: &'p str) {
        let across = u16::try_from(self.table.columns.len() - from).unwrap_or(u16::MAX);
        let mut row = self.row();
        cover(&mut row, from, Slot::Cell { text: Cow::Borrowed(text), down: 1, across });
        self.push(row, None);
    }

    fn task(&mut self, task: &'p Task) {
        let start = self.table.rows.len();
        if task.requirements.is_empty() {
            self.wide(self.requirement, "");
        }
        for requirement in &task.requirements {
            self.requirement_row(requirement, self.table.rows.len() > start);
        }
        let heads = [Some(&task.label), Some(&task.title), (self.requirement > self.task + 2).then_some(&task.intro)];
        let first = self.table.rows.get_mut(start).and_then(|row| row.get_mut(self.task..)).into_iter().flatten();
        for (slot, head) in first.zip(heads.into_iter().flatten()) {
            *slot = own(head.as_ref());
        }
        self.reach_down(self.task..self.requirement, start);
    }

    fn requirement_row(&mut self, requirement: &'p Requirement, continues: bool) {
        let mut deadlines = deadlines(requirement).into_iter();
        let columns = self.table.columns.iter().skip(self.requirement);
        let fields: Vec<(Cow<'p, str>, bool)> = columns
            .map(|column| match column.field {
                // The columns of deadlines stand in their order.
                Field::Deadline => deadlines.next().unwrap_or_default(),
                _ => self.field(requirement, &column.field),
            })
            .collect();
        let (first, head) = (self.requirement, self.task);
        let last = self.table.rows.len();
        let goes_on =
            last.checked_sub(1).and_then(|last| self.table.requirements.get(last)).is_some_and(Option::is_some);
        let mut covered = Vec::new();
        for (index, (text, inherited)) in fields.iter().enumerate() {
            let owner = self.owners.get(first + index).copied().unwrap_or_default();
            let above = self.table.rows.get_mut(owner).and_then(|row| row.get_mut(first + index));
            match above {
                Some(Slot::Cell { text: above, down, .. }) if *inherited && goes_on && above == text => {
                    *down += 1;
                    covered.push(first + index);
                }
                _ => {
                    if let Some(owner) = self.owners.get_mut(first + index) {
                        *owner = last;
                    }
                }
            }
        }
        let mut row = self.row();
        for (slot, (text, _)) in row.iter_mut().skip(first).zip(fields) {
            *slot = cell(text);
        }
        let rest_of_task = (head..first).filter(|_| continues);
        for index in covered.into_iter().chain(rest_of_task) {
            if let Some(slot) = row.get_mut(index) {
                *slot = Slot::Covered;
            }
        }
        self.push(row, Some(requirement));
    }

    /// What a column says of a requirement, and whether it is inherited.
    fn field(&self, requirement: &'p Requirement, field: &Field) -> (Cow<'p, str>, bool) {
        let own = |text: Option<&'p String>| (Cow::Borrowed(text.map_or("", String::as_str)), false);
        match field {
            Field::Known(TaskColumn::RequirementNumber) => own(requirement.label.as_ref()),
            Field::Known(TaskColumn::RequirementTitle) => own(requirement.title.as_ref()),
            Field::Known(TaskColumn::Requirement) => own(requirement.text.as_ref()),
            Field::Known(TaskColumn::Unit(role)) => {
                let (mut text, mut inherited) = self.names.lines(requirement, *role);
                let states_rules = *role == Role::Responsible;
                for rule in self.rules.of(requirement).iter().filter(|_| states_rules) {
                    inherited = false;
                    let text = text.to_mut();
                    text.push_str(if text.is_empty() { "" } else { "\n" });
                    text.push_str(rule);
                }
                (text, inherited)
            }
            Field::Known(TaskColumn::Person(role)) => {
                let names = persons(requirement, *role).map(|person| Cow::Borrowed(person.name.as_str()));
                (joined(names), false)
            }
            Field::Known(TaskColumn::Status) => own(requirement.status.as_ref()),
            Field::Other(header) => own(requirement.cells.get(header)),
            Field::Rest => {
                let rest = requirement.cells.iter().filter(|(header, _)| !self.headers.contains(header.as_str()));
                (joined(rest.map(|(header, text)| Cow::Owned(format!("{header}：{text}")))), false)
            }
            Field::Known(_) | Field::Deadline => own(None),
        }
    }
}

fn cell(text: Cow<'_, str>) -> Slot<'_> {
    Slot::Cell { text, down: 1, across: 1 }
}

fn own(text: Option<&String>) -> Slot<'_> {
    cell(Cow::Borrowed(text.map_or("", String::as_str)))
}

/// Puts a wide cell into a row.
fn cover<'p>(row: &mut [Slot<'p>], from: usize, wide: Slot<'p>) {
    let mut slots = row.iter_mut().skip(from);
    if let Some(first) = slots.next() {
        *first = wide;
    }
    slots.for_each(|slot| *slot = Slot::Covered);
}
