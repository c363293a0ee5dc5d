//! What the columns of a table hold: by their headers, and by what stands in them where headers are missing or shifted.

use super::cells::{Cells, Places, Printed};
use super::header::{self, Header};
use crate::label::{Style, label};
use crate::party;
use crate::vocabulary::Column;
use govplan_core::Role;
use govplan_time::{Context, parse};

/// The columns of a table.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    /// What each column holds, with its header as printed.
    pub(super) columns: Vec<(Column, String)>,
    /// How many rows stand above the header.
    title_rows: usize,
    /// Index of the first row below the header.
    pub(super) first_row: usize,
    /// What the number in the column of numbers belongs to.
    pub(super) serial: Numbered,
    /// The style of number that each column's cells begin with, where they have one.
    styles: Vec<Option<Style>>,
}

/// What a number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbered {
    Section,
    Task,
    Requirement,
}

/// The columns of a table of work, if it is one.
///
/// A table without a header goes on with the columns of the one before it, where it has as many; else what stands in
/// the columns tells them.
pub(super) fn columns(cells: &Cells<'_>, before: Option<&Columns>) -> Option<Columns> {
    if let Some(header) = header::find(cells) {
        return Some(named(cells, &header));
    }
    // A table whose header names other things is one of another kind: a list of contacts, of figures.
    if cells.rows.iter().take(2).any(header::names_columns) {
        return None;
    }
    let width = cells.rows.iter().map(Vec::len).max()?;
    if let Some(before) = before.filter(|before| before.columns.len() == width && fits(cells, before)) {
        return Some(settled(cells, before.columns.clone(), 0));
    }
    Some(settled(cells, by_content(cells, width)?, 0))
}

/// Whether what stands in the columns can be what they held in the table before: organs where organs were, numbers where
/// numbers were.
fn fits(cells: &Cells<'_>, before: &Columns) -> bool {
    let rows = || cells.rows.iter();
    before.columns.iter().enumerate().all(|(index, (column, _))| match column {
        Column::Unit(_) => most(cells, index, party::is_list) || own(rows(), index).next().is_none(),
        Column::Serial => holds_numbers(rows(), index),
        _ => !holds_numbers(rows(), index),
    })
}

/// Whether four in five of the texts printed in a column are such.
fn most(cells: &Cells<'_>, index: usize, is: fn(&str) -> bool) -> bool {
    let count = |(all, fitting), text| (all + 1, fitting + usize::from(is(text)));
    let (all, fitting) = own(cells.rows.iter(), index).fold((0, 0), count);
    all > 0 && fitting * 5 >= all * 4
}

fn named(cells: &Cells<'_>, header: &Header) -> Columns {
    let mut columns: Vec<(Column, String)> =
        header.names.iter().map(|names| (header::column_of(names), names.join("/"))).collect();
    let names_below = cells.rows.iter().skip(header.first_row + header.rows).take_while(|row| holds_identifiers(row));
    let first_row = header.first_row + header.rows + names_below.count();
    trim_blank_columns(&mut columns);
    insert_lost_number(cells, first_row, &mut columns);
    let rows = || cells.rows.iter().skip(first_row);
    for index in 0..columns.len() {
        let shares_header = index > 0 && columns.get(index).map(|c| &c.1) == columns.get(index - 1).map(|c| &c.1)
            || columns.get(index).map(|c| &c.1) == columns.get(index + 1).map(|c| &c.1);
        let Some((column, name)) = columns.get_mut(index) else { continue };
        if (shares_header || name.is_empty()) && holds_numbers(rows(), index) {
            *column = Column::Serial;
        }
    }
    Columns { title_rows: header.first_row, ..settled(cells, columns, first_row) }
}

/// Settles what depends on several columns.
fn settled(cells: &Cells<'_>, mut columns: Vec<(Column, String)>, first_row: usize) -> Columns {
    settle_work_columns(cells, first_row, &mut columns);
    let styles = styles(cells, first_row, columns.len());
    let serial = owner_of_serial(cells, first_row, &columns);
    Columns { columns, title_rows: 0, first_row, serial, styles }
}

/// Of several columns of tasks the first is the section's, the last the task's; a table whose only column of work is
/// that of tasks has its requirements there.
fn settle_work_columns(cells: &Cells<'_>, first_row: usize, columns: &mut [(Column, String)]) {
    let tasks = columns.iter().filter(|(column, _)| *column == Column::Task).count();
    let has_requirement = columns.iter().any(|(column, _)| *column == Column::Requirement);
    let mut seen = 0;
    for (column, _) in columns.iter_mut().filter(|(column, _)| *column == Column::Task) {
        seen += 1;
        *column = match (seen == tasks, has_requirement) {
            (true, true) => Column::Task,
            (true, false) => Column::Requirement,
            (false, _) if tasks - seen == 1 && !has_requirement => Column::Task,
            (false, _) => Column::Section,
        };
    }
    // A section's column with nothing between it and the requirements holds the tasks.
    if columns.iter().all(|(column, _)| *column != Column::Task)
        && columns.iter().filter(|(column, _)| *column == Column::Section).count() > 1
        && let Some((column, _)) = columns.iter_mut().rev().find(|(column, _)| *column == Column::Section)
    {
        *column = Column::Task;
    }
    // What stands right of the tasks are their goals, and no sections.
    let first_task = columns.iter().position(|(column, _)| *column == Column::Task).unwrap_or(columns.len());
    for (column, _) in columns.iter_mut().skip(first_task).filter(|(column, _)| *column == Column::Section) {
        *column = Column::Other;
    }
    // Where nothing but sections is named, the longest of the other texts is the work.
    if columns.iter().all(|(column, _)| !matches!(column, Column::Task | Column::Requirement)) {
        let length = |index: usize| -> usize {
            own(cells.rows.iter().skip(first_row), index).map(|text| text.chars().count()).sum()
        };
        let others = columns.iter().enumerate().filter(|(_, (column, _))| *column == Column::Other);
        let longest = others.map(|(index, _)| (length(index), std::cmp::Reverse(index))).max();
        let longest = longest.filter(|(length, _)| *length > 0).map(|(_, index)| index.0);
        if let Some((column, _)) = longest.and_then(|index| columns.get_mut(index)) {
            *column = Column::Requirement;
        } else if let Some((column, _)) = columns.iter_mut().rev().find(|(column, _)| *column == Column::Section) {
            *column = Column::Requirement;
        }
    }
}

/// Whether a row below the header names the columns again, for a program: `task_name`.
fn holds_identifiers(row: &Places<'_>) -> bool {
    let mut texts = row.iter().flatten().map(|seen| seen.text.as_str()).peekable();
    let is_identifier = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    texts.peek().is_some() && texts.all(is_identifier)
}

/// A blank header at the end is the trace of a separator, not a column.
fn trim_blank_columns(columns: &mut Vec<(Column, String)>) {
    while columns.last().is_some_and(|(_, header)| header.is_empty()) {
        columns.pop();
    }
}

/// In flattened text a header that covers two columns counts once: where every row has one cell more than the header,
/// and one of its columns holds nothing but numbers, that column is put in.
fn insert_lost_number(cells: &Cells<'_>, first_row: usize, columns: &mut Vec<(Column, String)>) {
    let rows = || cells.rows.iter().skip(first_row).filter(|row| row.iter().flatten().count() > 1);
    let is_wider = !cells.shows_merges && rows().count() > 1 && rows().all(|row| row.len() == columns.len() + 1);
    if is_wider && let Some(index) = (0..=columns.len()).find(|index| holds_numbers(rows(), *index)) {
        columns.insert(index, (Column::Serial, String::new()));
    }
}

/// The texts printed in a column.
fn own<'c, 't: 'c>(rows: impl Iterator<Item = &'c Places<'t>>, index: usize) -> impl Iterator<Item = &'t str> {
    rows.filter_map(move |row| row.get(index).copied().flatten())
        .filter(|seen| seen.printed == Printed::Here && seen.width == 1)
        .map(|seen| seen.text.as_str())
}

/// Whether a column holds nothing but numbers, with or without their marks.
fn holds_numbers<'c, 't: 'c>(rows: impl Iterator<Item = &'c Places<'t>>, index: usize) -> bool {
    let mut texts = own(rows, index).peekable();
    texts.peek().is_some() && texts.all(is_number)
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_matches(|c: char| c.is_whitespace() || "（）().．、".contains(c));
    !digits.is_empty()
        && digits.chars().count() <= 4
        && digits.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
}

/// The columns of a table without a header, where one of them holds organs and another the work.
fn by_content(cells: &Cells<'_>, width: usize) -> Option<Vec<(Column, String)>> {
    let rows = || cells.rows.iter();
    if rows().count() < 2 || width < 2 {
        return None;
    }
    let mut columns: Vec<Column> = (0..width)
        .map(|index| {
            if holds_numbers(rows(), index) {
                Column::Serial
            } else if most(cells, index, party::is_list) {
                Column::Unit(Role::Responsible)
            } else if most(cells, index, |text| !parse(text, &Context::default()).is_empty()) {
                Column::Deadline
            } else {
                Column::Other
            }
        })
        .collect();
    let units: Vec<usize> = (0..width).filter(|index| matches!(columns.get(*index), Some(Column::Unit(_)))).collect();
    let first_unit = *units.first()?;
    // Work stands left of those who do it: the text nearest to them is the requirement, one further left the task.
    let mut texts = (0..first_unit).rev().filter(|index| columns.get(*index) == Some(&Column::Other));
    let (requirement, task) = (texts.next()?, texts.next());
    if let Some(column) = columns.get_mut(requirement) {
        *column = Column::Requirement;
    }
    if let Some(column) = task.and_then(|task| columns.get_mut(task)) {
        *column = Column::Task;
    }
    // The first of several columns of organs leads, the others take part.
    if let [first, rest @ ..] = units.as_slice()
        && !rest.is_empty()
    {
        for (index, role) in
            [(first, Role::Lead)].into_iter().chain(rest.iter().map(|index| (index, Role::Cooperating)))
        {
            if let Some(column) = columns.get_mut(*index) {
                *column = Column::Unit(role);
            }
        }
    }
    Some(columns.into_iter().map(|column| (column, String::new())).collect())
}

/// The style of number that most cells of each column begin with, counted over the rows that fill every column.
fn styles(cells: &Cells<'_>, first_row: usize, width: usize) -> Vec<Option<Style>> {
    let full = || cells.rows.iter().skip(first_row).filter(|row| row.iter().take(width).flatten().count() == width);
    (0..width)
        .map(|index| {
            full().filter_map(|row| label(row.get(index).copied()??.text.as_str())).map(|label| label.style).next()
        })
        .collect()
}

/// What the numbers belong to: the requirements, where they stand right of the tasks or several stand beside one task;
/// the sections, where each section has but one; else the tasks.
fn owner_of_serial(cells: &Cells<'_>, first_row: usize, columns: &[(Column, String)]) -> Numbered {
    let position = |wanted: Column| columns.iter().position(|(column, _)| *column == wanted);
    let Some(serial) = position(Column::Serial) else { return Numbered::Task };
    let printed = |row: &Places<'_>| row.iter().flatten().filter(|seen| seen.printed != Printed::Beside).count();
    let rows = || cells.rows.iter().skip(first_row).filter(|row| printed(row) > 1);
    let is_own = |row: &Places<'_>, index: usize| {
        row.get(index).copied().flatten().is_some_and(|seen| seen.printed == Printed::Here)
    };
    let is_numbered = |row: &Places<'_>| {
        row.get(serial)
            .copied()
            .flatten()
            .is_some_and(|seen| seen.printed == Printed::Here && is_number(seen.text.as_str()))
    };
    if let Some(task) = position(Column::Task) {
        let several = rows().any(|row| is_numbered(row) && !is_own(row, task));
        return if task < serial || several { Numbered::Requirement } else { Numbered::Task };
    }
    if let Some(section) = position(Column::Section) {
        let together = rows().all(|row| is_own(row, serial) == is_own(row, section));
        if together && rows().any(|row| !is_own(row, section)) {
            return Numbered::Section;
        }
    }
    Numbered::Task
}

impl Columns {
    /// How many rows stand above the header.
    pub(super) fn title_rows(&self) -> usize {
        self.title_rows
    }

    /// How many leading cells a row lost, where flattening dropped its merged cells: its first cell begins with the
    /// number of a later column, or is a sentence and organs stand left of their column, which is blank.
    pub(super) fn shift(&self, row: &Places<'_>) -> usize {
        let text = |index: usize| row.get(index).copied().flatten().map_or("", |seen| seen.text.as_str());
        let first_cell = text(0);
        if label(first_cell).is_some() {
            return self.shift_by_number(first_cell);
        }
        let unit = self.columns.iter().position(|(column, _)| matches!(column, Column::Unit(_)));
        let unit = unit.filter(|unit| first_cell.ends_with('。') && text(*unit).is_empty());
        unit.and_then(|unit| (1..unit).find(|lost| party::is_list(text(unit - lost)))).unwrap_or(0)
    }

    /// The same, by the number of the first cell alone.
    pub(super) fn shift_by_number(&self, first_cell: &str) -> usize {
        let Some(style) = label(first_cell).map(|label| label.style) else { return 0 };
        if self.styles.first().copied().flatten() == Some(style) {
            return 0;
        }
        self.styles.iter().position(|column| *column == Some(style)).unwrap_or(0)
    }

    /// Whether a column holds this.
    pub(super) fn has(&self, wanted: Column) -> bool {
        self.columns.iter().any(|(column, _)| *column == wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_document::{Cell, Place, Row, Table, Text};

    #[test]
    fn a_short_row_that_begins_with_its_work_has_lost_its_task() {
        let rows: [&[&str]; 7] = [
            &["工作任务", "具体要求", "责任部门"],
            &["一、公开信息。", "1.按时公开预算。", "财务科"],
            &["2.及时回复意见。", "各科室", ""],
            &["失效的链接要逐一修复。", "办公室", ""],
            &["失效的链接要逐一修复。", "办公室", "财务科"],
            &["失效的链接", "办公室", ""],
            &["失效的链接要逐一修复。", "每月检查一次。", ""],
        ];
        let cells = |texts: &&[&str]| texts.iter().map(|text| Cell::new(Text::new(*text, Place::default()))).collect();
        let rows = rows.iter().map(|texts| Row { cells: cells(texts) }).collect();
        let table = Table { rows, shows_merges: false };
        let cells = Cells::of(&table);
        let columns = columns(&cells, None).unwrap();
        let shifts: Vec<usize> = cells.rows.iter().skip(1).map(|row| columns.shift(row)).collect();
        assert_eq!(shifts, [0, 1, 1, 0, 0, 0]);
    }
}
