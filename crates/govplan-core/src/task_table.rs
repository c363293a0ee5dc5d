use crate::{Role, organ::table};
use std::sync::LazyLock;

/// A column of the task table (任务分解表) that keeps each field of a plan in a column of its own: numbers, titles, texts,
/// organs by their role.
///
/// In such a table nothing has to be told by its look, so what is written as one is read as the same plan. It has at least the
/// columns of serial numbers, task numbers, tasks and requirements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskColumn {
    /// Count of the row.
    Serial,
    /// Number of a section; with [`Section`](Self::Section) once for each level.
    SectionNumber,
    /// Title of a section.
    Section,
    /// Number of a task.
    TaskNumber,
    /// Title of a task.
    Task,
    /// Prose that leads in the requirements of a task.
    Intro,
    /// Number of a requirement.
    RequirementNumber,
    /// Title of a requirement.
    RequirementTitle,
    /// Body of a requirement.
    Requirement,
    /// Organs in a role, one a line.
    Unit(Role),
    /// A deadline; once for each that a requirement has.
    Deadline,
    /// Persons, by role where they have one.
    Person(Option<Role>),
    /// Status.
    Status,
    /// Row of the task table that a row is taken from: such a table is an excerpt and adds nothing.
    Excerpt,
}

/// Columns, names and headers, in the order in which they stand.
static COLUMNS: LazyLock<Vec<(TaskColumn, &'static str)>> = LazyLock::new(|| {
    let rows = table(include_str!("../data/task_table.csv"));
    rows.filter_map(|row| match row[..] {
        [name, header] => Some((column(name)?, header)),
        _ => None,
    })
    .collect()
});

fn column(name: &str) -> Option<TaskColumn> {
    let role = |name: &str| Role::ALL.into_iter().find(|role| role.as_str() == name);
    Some(match name {
        "serial" => TaskColumn::Serial,
        "section_number" => TaskColumn::SectionNumber,
        "section" => TaskColumn::Section,
        "task_number" => TaskColumn::TaskNumber,
        "task" => TaskColumn::Task,
        "intro" => TaskColumn::Intro,
        "requirement_number" => TaskColumn::RequirementNumber,
        "requirement_title" => TaskColumn::RequirementTitle,
        "requirement" => TaskColumn::Requirement,
        "deadline" => TaskColumn::Deadline,
        "person" => TaskColumn::Person(None),
        "status" => TaskColumn::Status,
        "excerpt" => TaskColumn::Excerpt,
        _ => match name.split_once('_')? {
            ("unit", name) => TaskColumn::Unit(role(name)?),
            ("person", name) => TaskColumn::Person(Some(role(name)?)),
            _ => return None,
        },
    })
}

impl TaskColumn {
    /// Every column, in the order in which they stand.
    pub fn all() -> impl Iterator<Item = Self> {
        COLUMNS.iter().map(|(column, _)| *column)
    }

    /// The header.
    ///
    /// ```
    /// use govplan_core::{Role, TaskColumn};
    /// assert_eq!(TaskColumn::Unit(Role::Lead).header(), "牵头单位");
    /// assert_eq!(TaskColumn::of_header("牵头单位"), Some(TaskColumn::Unit(Role::Lead)));
    /// assert_eq!(TaskColumn::of_header("牵头"), None);
    /// ```
    #[must_use]
    pub fn header(self) -> &'static str {
        COLUMNS.iter().find(|(column, _)| *column == self).map_or("", |(_, header)| header)
    }

    /// The column of a header, by its whole word.
    #[must_use]
    pub fn of_header(header: &str) -> Option<Self> {
        COLUMNS.iter().find(|(_, word)| *word == header).map(|(column, _)| *column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_understood_and_every_role_has_its_columns() {
        let lines = table(include_str!("../data/task_table.csv")).count();
        assert_eq!(COLUMNS.len(), lines);
        for role in Role::ALL {
            assert!(!TaskColumn::Unit(role).header().is_empty());
            assert!(!TaskColumn::Person(Some(role)).header().is_empty());
        }
    }
}
