//! The task table that keeps each field in a column of its own: what a cell is goes by its header alone, and its text is the
//! field as it stands.
//!
//! A blank cell over several columns says that there is nothing of what they hold: no section below, no tasks, no requirement.
//! A text over all columns from that of the task numbers on is a paragraph of its section.

use super::rows::{cell, units};
use super::spans::{Origin, Spans};
use crate::draft::{Deadline, DraftRequirement, DraftSection, DraftTask};
use crate::party;
use govplan_core::{Role, TaskColumn};
use govplan_document::{Cell, Row, Table, Text};

/// The columns of such a table, by their headers.
#[derive(Debug)]
pub(super) struct Layout {
    /// Each column, with its header as printed; a column that the model has no field for is none.
    columns: Vec<(Option<TaskColumn>, String)>,
    first_row: usize,
    /// Columns of the number, where there is one, and of the title of each level of sections.
    levels: Vec<(Option<usize>, usize)>,
    task_number: usize,
    task: usize,
    /// The first column of what a requirement is.
    requirement: usize,
}

/// The ideographic space, which parts a time from what is reached by then, and one time from the next (6月底前　出台).
const PART: char = '\u{3000}';

/// Whether a table repeats rows of a task table.
pub(super) fn is_excerpt(table: &Table) -> bool {
    let first = table.rows.first().and_then(|row| row.cells.first());
    first.is_some_and(|cell| column(cell) == Some(TaskColumn::Excerpt))
}

fn column(cell: &Cell) -> Option<TaskColumn> {
    TaskColumn::of_header(&header(cell))
}

fn header(cell: &Cell) -> String {
    cell.text.as_str().split_whitespace().collect()
}

/// The layout of a table whose header stands in a row, if it is one that keeps each field in a column of its own.
pub(super) fn of(table: &Table, header_row: usize) -> Option<Layout> {
    let cells = &table.rows.get(header_row)?.cells;
    let columns: Vec<(Option<TaskColumn>, String)> = cells.iter().map(|cell| (column(cell), header(cell))).collect();
    let position = |wanted: TaskColumn| columns.iter().position(|(column, _)| *column == Some(wanted));
    let (serial, task_number) = (position(TaskColumn::Serial)?, position(TaskColumn::TaskNumber)?);
    let (task, requirement) = (position(TaskColumn::Task)?, position(TaskColumn::Requirement)?);
    if !table.shows_merges || serial != 0 || task != task_number + 1 || requirement < task {
        return None;
    }
    let titles = (0..task_number).filter(|index| columns.get(*index).is_some_and(|c| c.0 == Some(TaskColumn::Section)));
    let number = |title: usize| {
        title.checked_sub(1).filter(|left| columns.get(*left).is_some_and(|c| c.0 == Some(TaskColumn::SectionNumber)))
    };
    let levels = titles.map(|title| (number(title), title)).collect();
    let below_task = position(TaskColumn::Intro).filter(|intro| *intro == task + 1).unwrap_or(task) + 1;
    Some(Layout { columns, first_row: header_row + 1, levels, task_number, task, requirement: below_task })
}

impl Layout {
    /// The sections that the rows below the header hold.
    pub(super) fn read(&self, table: &Table) -> Vec<DraftSection> {
        let mut spans = Spans::default();
        let mut reader =
            Reader { layout: self, top: DraftSection::default(), open: Vec::new(), task: None, above: Vec::new() };
        for row in table.rows.iter().skip(self.first_row) {
            let origins = spans.next(row);
            if row.cells.len() == self.columns.len() {
                reader.row(&Printed { cells: &row.cells, origins: &origins });
            } else {
                // A damaged row is kept as what it prints.
                reader.damaged(row);
            }
        }
        reader.finish()
    }
}

/// A row with where each of its cells comes from.
struct Printed<'t> {
    cells: &'t [Cell],
    origins: &'t [Origin],
}

impl<'t> Printed<'t> {
    fn text(&self, column: usize) -> Option<Text> {
        self.cells.get(column).map(|cell| &cell.text).filter(|text| !text.is_empty()).cloned()
    }

    fn string(&self, column: usize) -> Option<String> {
        self.text(column).map(|text| text.as_str().to_owned())
    }

    fn is(&self, column: usize, origin: Origin) -> bool {
        self.origins.get(column) == Some(&origin)
    }

    /// The cell that begins in a column and covers further ones.
    fn wide(&self, column: usize) -> Option<&'t Cell> {
        self.cells.get(column).filter(|cell| self.is(column, Origin::Here) && cell.column_span > 1)
    }

    fn says_nothing(&self, column: usize) -> bool {
        self.wide(column).is_some_and(|cell| cell.text.is_empty())
    }
}

/// The table as far as it is read.
struct Reader<'l> {
    layout: &'l Layout,
    /// Holds the sections of the highest level; without columns of sections, the tasks.
    top: DraftSection,
    open: Vec<DraftSection>,
    task: Option<DraftTask>,
    /// What stands in each column, here or in the cell above that reaches down.
    above: Vec<Text>,
}

impl Reader<'_> {
    fn row(&mut self, row: &Printed<'_>) {
        self.above.resize(row.cells.len(), Text::default());
        for (index, cell) in row.cells.iter().enumerate().filter(|(index, _)| !row.is(*index, Origin::Above)) {
            if let Some(above) = self.above.get_mut(index) {
                above.clone_from(&cell.text);
            }
        }
        self.place_in_section(row);
        let layout = self.layout;
        if let Some(cell) = row.wide(layout.task_number) {
            self.close_task();
            let text = Some(&cell.text).filter(|text| !text.is_empty()).cloned();
            self.section().paragraphs.extend(text);
            return;
        }
        if row.is(layout.task_number, Origin::Here) || row.is(layout.task, Origin::Here) || self.task.is_none() {
            self.close_task();
            let intro = (layout.requirement > layout.task + 1).then(|| row.text(layout.task + 1)).flatten();
            let (label, title) = (row.string(layout.task_number), row.text(layout.task));
            self.task = Some(DraftTask { label, title, intro, ..DraftTask::default() });
        }
        if !row.says_nothing(layout.requirement) {
            let requirement = self.requirement(row);
            self.task.get_or_insert_default().requirements.push(requirement);
        }
    }

    /// Opens the sections that begin in a row.
    fn place_in_section(&mut self, row: &Printed<'_>) {
        for (depth, (number, title)) in self.layout.levels.iter().enumerate() {
            let first = number.unwrap_or(*title);
            if row.is(first, Origin::Here) || row.is(*title, Origin::Here) {
                self.close_to(depth);
                if row.says_nothing(first) {
                    return;
                }
                let (label, title) = (number.and_then(|number| row.string(number)), row.text(*title));
                self.open.push(DraftSection { label, title, ..DraftSection::default() });
            } else if depth >= self.open.len() {
                return;
            }
        }
    }

    fn requirement(&self, row: &Printed<'_>) -> DraftRequirement {
        let mut draft = DraftRequirement { is_settled: true, ..DraftRequirement::default() };
        for (index, (column, header)) in self.layout.columns.iter().enumerate() {
            let inherited = row.is(index, Origin::Above);
            let Some(text) = self.above.get(index).filter(|text| !text.is_empty()) else { continue };
            match column {
                Some(TaskColumn::RequirementNumber) => draft.label = Some(text.as_str().to_owned()),
                Some(TaskColumn::RequirementTitle) => draft.title = Some(text.clone()),
                Some(TaskColumn::Requirement) => draft.text = text.clone(),
                Some(TaskColumn::Unit(role)) => {
                    units(*role, text, inherited, &mut draft);
                }
                Some(TaskColumn::Deadline) => {
                    let is_whole = !text.as_str().contains(PART);
                    draft.deadlines.push(Deadline { is_whole, ..cell(text.clone(), inherited) });
                }
                Some(TaskColumn::Person(role)) => {
                    let persons = party::persons(text.as_str(), role.unwrap_or(Role::Responsible));
                    draft.persons.extend(persons.into_iter().map(|mut person| {
                        person.role = *role;
                        person
                    }));
                }
                Some(TaskColumn::Status) => draft.status = Some(text.as_str().to_owned()),
                None => {
                    let header = if header.is_empty() { (index + 1).to_string() } else { header.clone() };
                    draft.cells.push((header, text.as_str().to_owned()));
                }
                Some(_) => {}
            }
        }
        let first = row.cells.iter().map(|cell| &cell.text).find(|text| !text.is_empty());
        let text = Some(&draft.text).filter(|text| !text.is_empty()).or(first);
        draft.place = text.and_then(|text| text.place(0..text.as_str().len()));
        draft
    }

    fn damaged(&mut self, row: &Row) {
        let texts = row.cells.iter().map(|cell| &cell.text).filter(|text| !text.is_empty()).cloned();
        self.section().paragraphs.extend(texts);
    }

    fn section(&mut self) -> &mut DraftSection {
        self.open.last_mut().unwrap_or(&mut self.top)
    }

    fn close_task(&mut self) {
        if let Some(task) = self.task.take() {
            self.section().tasks.push(task);
        }
    }

    fn close_to(&mut self, depth: usize) {
        self.close_task();
        while self.open.len() > depth {
            let Some(section) = self.open.pop() else { return };
            self.section().sections.push(section);
        }
    }

    fn finish(mut self) -> Vec<DraftSection> {
        self.close_to(0);
        let DraftSection { sections, paragraphs, tasks, .. } = self.top;
        let own = DraftSection { paragraphs, tasks, ..DraftSection::default() };
        let has_own = !own.paragraphs.is_empty() || !own.tasks.is_empty();
        has_own.then_some(own).into_iter().chain(sections).collect()
    }
}
