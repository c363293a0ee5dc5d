//! The rows of a table to sections, tasks and requirements.

use super::Columns;
use crate::clause::heading;
use crate::draft::{Deadline, DraftRequirement, DraftSection, DraftTask, Party};
use crate::label::{Style, label};
use crate::party;
use crate::vocabulary::Column;
use govplan_core::Origin;
use govplan_document::{Cell, Row, Table, Text};

/// The sections of a table.
pub(crate) fn sections(table: &Table, columns: &Columns) -> Vec<DraftSection> {
    let mut reading = Reading {
        columns,
        shows_merges: table.shows_merges,
        closed: Vec::new(),
        section: None,
        task: None,
        above: Above::default(),
    };
    for row in table.rows.iter().skip(columns.first_row) {
        reading.row(row);
    }
    reading.close_section();
    reading.closed
}

/// The table as far as it is read.
struct Reading<'t> {
    columns: &'t Columns,
    shows_merges: bool,
    closed: Vec<DraftSection>,
    section: Option<DraftSection>,
    task: Option<DraftTask>,
    above: Above,
}

/// What the row above holds, for cells that are the rest of a merged one.
#[derive(Default)]
struct Above {
    parties: Vec<Party>,
    deadlines: Vec<Deadline>,
}

/// One row, its cells by what their columns hold.
#[derive(Default)]
struct Fields {
    serial: Option<Text>,
    section: Option<Text>,
    task: Option<Text>,
    requirement: Option<Text>,
    draft: DraftRequirement,
    units: UnitCells,
    /// Whether the deadline's cell is the rest of a merged one.
    deadline_covered: bool,
}

/// What the columns of organs hold in one row, all together.
#[derive(Default)]
struct UnitCells {
    name_one: bool,
    all_covered: bool,
}

impl Reading<'_> {
    fn row(&mut self, row: &Row) {
        if let Some(title) = section_row(row, self.columns) {
            self.open_section(&title);
            return;
        }
        let fields = self.fields(row);
        if let Some(section) = &fields.section {
            self.open_section(section);
        }
        let mut requirement = fields.draft;
        if let Some(text) = &fields.requirement {
            (requirement.label, requirement.text) = numbered(text);
        }
        let serial = fields.serial.map(|serial| serial.as_str().to_owned());
        let has_task_column = self.columns.has(Column::Task);
        // A blank cell of the task's column, or of the number's where there is none, continues the task above.
        let continues = match &fields.task {
            Some(task) => {
                let (label, title) = numbered(task);
                self.open_task(label.or(serial), Some(heading(&title)).filter(|title| !title.is_empty()));
                false
            }
            None if has_task_column => {
                requirement.label = requirement.label.or(serial);
                fields.section.is_none()
            }
            None => {
                // Without a column of tasks each number opens a task without a name.
                let label = serial.or_else(|| requirement.label.take());
                let continues = label.is_none();
                if !continues {
                    self.open_task(label, None);
                }
                continues
            }
        };
        self.inherit(&mut requirement, &fields.units, fields.deadline_covered, continues);
        self.above = Above { parties: requirement.parties.clone(), deadlines: requirement.deadlines.clone() };
        let first = row.cells.iter().map(|cell| &cell.text).find(|text| !text.is_empty());
        let text = Some(&requirement.text).filter(|text| !text.is_empty()).or(first);
        requirement.place = text.and_then(|text| text.place(0..text.as_str().len()));
        self.task.get_or_insert_default().requirements.push(requirement);
    }

    /// The cells of a row by what their columns hold.
    fn fields(&self, row: &Row) -> Fields {
        let shift = if self.shows_merges {
            0
        } else {
            row.cells.first().map_or(0, |cell| self.columns.shift(cell.text.as_str()))
        };
        let mut fields = Fields::default();
        fields.units.all_covered = true;
        for (index, (column, header)) in self.columns.columns.iter().enumerate() {
            let cell = index.checked_sub(shift).and_then(|index| row.cells.get(index));
            let text = cell.map(|cell| &cell.text).filter(|text| !text.is_empty());
            let covered = cell.is_some_and(|cell: &Cell| cell.covered);
            match column {
                Column::Unit(_) => fields.units.all_covered &= covered,
                Column::Deadline => fields.deadline_covered = covered,
                _ => {}
            }
            let Some(text) = text else { continue };
            match column {
                Column::Serial => fields.serial = Some(text.clone()),
                Column::Section => fields.section = Some(text.clone()),
                Column::Task => fields.task = Some(text.clone()),
                Column::Requirement => append(&mut fields.requirement, text),
                Column::Unit(_) => fields.units.name_one |= self.units(index, text, &mut fields.draft),
                Column::Deadline => fields.draft.deadlines.push(Deadline {
                    text: text.clone(),
                    origin: Origin::Column,
                    inherited: false,
                }),
                Column::Person(role) => fields.draft.persons.extend(party::persons(text.as_str(), *role)),
                Column::Status => fields.draft.status = Some(text.as_str().to_owned()),
                Column::Other if header.is_empty() => fields.draft.keep(index, text),
                Column::Other => fields.draft.cells.push((header.clone(), text.as_str().to_owned())),
            }
        }
        let width = self.columns.columns.len();
        for (index, cell) in row.cells.iter().enumerate().skip(width - shift.min(width)) {
            fields.draft.keep(index + shift, &cell.text);
        }
        fields
    }

    /// Reads a cell of organs; whether it names one.
    fn units(&self, index: usize, text: &Text, into: &mut DraftRequirement) -> bool {
        let parties = party::parse(text, self.columns.role(index), Origin::Column);
        into.persons.extend(parties.persons);
        into.rules.extend(parties.rules);
        let column = |text| Deadline { text, origin: Origin::Column, inherited: false };
        into.deadlines.extend(parties.deadlines.into_iter().chain(parties.others).map(column));
        let names = !parties.parties.is_empty();
        into.parties.extend(parties.parties);
        names
    }

    /// Takes from the row above what a merged cell shares. Where the format shows merges, only a merge shares; in
    /// flattened text a row that continues a task and names no organ does.
    fn inherit(&self, to: &mut DraftRequirement, units: &UnitCells, deadline_covered: bool, continues: bool) {
        let shares_units = if self.shows_merges { units.all_covered } else { continues };
        if !units.name_one && shares_units {
            let shared = self.above.parties.iter().cloned();
            to.parties = shared.map(|party| Party { inherited: true, ..party }).collect();
        }
        if to.deadlines.is_empty() && deadline_covered {
            let shared = self.above.deadlines.iter().cloned();
            to.deadlines = shared.map(|deadline| Deadline { inherited: true, ..deadline }).collect();
        }
    }

    fn open_section(&mut self, printed: &Text) {
        self.close_section();
        let (label, title) = numbered(printed);
        self.section = Some(DraftSection { label, title: Some(heading(&title)), ..DraftSection::default() });
    }

    fn open_task(&mut self, label: Option<String>, title: Option<Text>) {
        self.close_task();
        self.task = Some(DraftTask { label, title, ..DraftTask::default() });
    }

    fn close_task(&mut self) {
        if let Some(task) = self.task.take() {
            self.section.get_or_insert_default().tasks.push(task);
        }
    }

    fn close_section(&mut self) {
        self.close_task();
        self.closed.extend(self.section.take());
    }
}

/// The title of a row that is a section's: one cell over the full width, or alone in its row with a section's number.
fn section_row(row: &Row, columns: &Columns) -> Option<Text> {
    let mut filled = row.cells.iter().filter(|cell| !cell.text.is_empty());
    let (Some(cell), None) = (filled.next(), filled.next()) else { return None };
    let width = u32::try_from(columns.columns.len()).unwrap_or(u32::MAX);
    let is_full_width = cell.column_span >= width && width > 1;
    let is_first = row.cells.first().is_some_and(|first| !first.text.is_empty());
    let style = label(cell.text.as_str()).map(|label| label.style);
    let is_heading = is_first
        && style.is_some_and(|style| style <= Style::BracketedChinese)
        && columns.shift(cell.text.as_str()) == 0;
    (is_full_width || is_heading).then(|| cell.text.clone())
}

/// A text without the number at its head, and the number.
fn numbered(text: &Text) -> (Option<String>, Text) {
    match label(text.as_str()) {
        Some(label) => (Some(label.text), text.slice(label.end..text.as_str().len()).trim()),
        None => (None, text.clone()),
    }
}

/// Joins the cells of two columns of requirements.
fn append(to: &mut Option<Text>, text: &Text) {
    match to {
        Some(existing) => {
            existing.push_separator('\n');
            existing.push(text);
        }
        None => *to = Some(text.clone()),
    }
}
