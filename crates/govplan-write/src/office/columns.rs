//! Which columns the task table of a plan needs.

use super::cells::{deadlines, is_in_role, persons};
use govplan_core::{Plan, Requirement, Role, Section, TaskColumn};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Field {
    /// A field of the plan.
    Known(TaskColumn),
    /// A deadline; once for each that a requirement has.
    Deadline,
    /// What stands in a column that the model has no field for, by its header.
    Other(String),
    /// What stands in further such columns, each with its header, where there are more than a table has room for.
    Rest,
}

/// A column of the task table.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) field: Field,
    /// Width in characters of Latin text.
    pub(crate) width: u16,
}

/// Widths of columns by their headers.
static WIDTHS: LazyLock<BTreeMap<&'static str, u16>> = LazyLock::new(|| {
    let lines = include_str!("../../data/column_widths.csv").lines().filter(|line| !line.starts_with('#'));
    lines
        .skip(1)
        .filter_map(|line| line.split_once(','))
        .filter_map(|(header, width)| Some((header, width.parse().ok()?)))
        .collect()
});

/// Width of a column that the table does not name.
const OTHER_WIDTH: u16 = 14;

/// Columns that the model has no field for, at most, and the header of one for the rest.
const MOST_OTHERS: usize = 30;
const REST: &str = "其他内容";

impl Column {
    pub(crate) fn new(field: Field) -> Self {
        let width = WIDTHS.get(field.header()).copied().unwrap_or(OTHER_WIDTH);
        Self { field, width }
    }

    pub(crate) fn known(column: TaskColumn) -> Self {
        Self::new(Field::Known(column))
    }

    /// Whether it holds sentences, which stand at its left.
    pub(crate) fn is_long(&self) -> bool {
        use TaskColumn::{Intro, Requirement, RequirementTitle, Task};
        matches!(
            self.field,
            Field::Known(Task | Intro | RequirementTitle | Requirement) | Field::Other(_) | Field::Rest
        )
    }
}

impl Field {
    pub(crate) fn header(&self) -> &str {
        match self {
            Self::Known(column) => column.header(),
            Self::Deadline => TaskColumn::Deadline.header(),
            Self::Other(header) => header,
            Self::Rest => REST,
        }
    }
}

/// The columns that a plan needs: those that every task table has, and of the others those that hold something.
pub(super) fn columns(plan: &Plan) -> Vec<Column> {
    let needs = Needs::of(plan);
    let mut columns = Vec::new();
    let mut section = Vec::new();
    for known in TaskColumn::all() {
        match known {
            TaskColumn::SectionNumber | TaskColumn::Section => {
                section.push(Column::known(known));
                if section.len() == 2 {
                    columns.extend((0..needs.levels).flat_map(|_| section.clone()));
                }
            }
            TaskColumn::Deadline => columns.extend((0..needs.deadlines).map(|_| Column::new(Field::Deadline))),
            TaskColumn::Status => {
                columns.extend(needs.others.iter().map(|header| Column::new(Field::Other((*header).to_owned()))));
                columns.extend(needs.has_rest.then(|| Column::new(Field::Rest)));
                columns.push(Column::known(known));
            }
            _ if needs.has(known) => columns.push(Column::known(known)),
            _ => {}
        }
    }
    columns
}

/// What a plan holds, by columns.
#[derive(Default)]
struct Needs<'p> {
    levels: usize,
    deadlines: usize,
    intro: bool,
    number: bool,
    title: bool,
    roles: Vec<Role>,
    persons: Vec<Option<Role>>,
    others: Vec<&'p str>,
    headers: BTreeSet<&'p str>,
    has_rest: bool,
}

impl<'p> Needs<'p> {
    fn of(plan: &'p Plan) -> Self {
        let mut needs = Self { levels: levels(&plan.sections), deadlines: 1, ..Self::default() };
        if let [only] = plan.sections.as_slice()
            && only.label.is_none()
            && only.title.is_none()
            && only.sections.is_empty()
        {
            needs.levels = 0;
        }
        needs.intro = plan.tasks().any(|task| task.item.intro.is_some());
        for requirement in plan.requirements() {
            needs.requirement(requirement.item);
        }
        if needs.roles.is_empty() || !plan.rules.is_empty() && !needs.roles.contains(&Role::Responsible) {
            needs.roles.push(Role::Responsible);
        }
        needs
    }

    fn requirement(&mut self, requirement: &'p Requirement) {
        self.number |= requirement.label.is_some();
        self.title |= requirement.title.is_some();
        self.deadlines = self.deadlines.max(deadlines(requirement).len());
        for role in Role::ALL {
            if !self.roles.contains(&role) && is_in_role(requirement, role) {
                self.roles.push(role);
            }
        }
        for role in [None].into_iter().chain(Role::ALL.map(Some)) {
            if !self.persons.contains(&role) && persons(requirement, role).next().is_some() {
                self.persons.push(role);
            }
        }
        for header in requirement.cells.keys() {
            if self.headers.contains(header.as_str()) {
                continue;
            }
            if self.others.len() < MOST_OTHERS {
                self.headers.insert(header);
                self.others.push(header);
            } else {
                self.has_rest = true;
            }
        }
    }

    fn has(&self, column: TaskColumn) -> bool {
        match column {
            TaskColumn::Intro => self.intro,
            TaskColumn::RequirementNumber => self.number,
            TaskColumn::RequirementTitle => self.title,
            TaskColumn::Unit(role) => self.roles.contains(&role),
            TaskColumn::Person(role) => self.persons.contains(&role),
            TaskColumn::Excerpt => false,
            _ => true,
        }
    }
}

/// How many sections stand one in another.
fn levels(sections: &[Section]) -> usize {
    sections.iter().map(|section| 1 + levels(&section.sections)).max().unwrap_or(0)
}
