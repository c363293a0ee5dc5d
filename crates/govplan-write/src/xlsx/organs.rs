use super::TASKS;
use super::error::WorkbookError;
use super::height::{LINE, height, lines};
use super::sheet::{print_set_up, put};
use super::style::Style;
use crate::label::word;
use crate::office::{Field, Slot, TaskTable};
use govplan_core::{Language, Plan, Requirement, TaskColumn};
use rust_xlsxwriter::{Url, Worksheet};
use std::collections::BTreeMap;

/// Columns of an organ's sheet with their widths; the first shows that it is an excerpt.
const COLUMNS: [(&str, u32); 7] =
    [("", 8), ("章节", 18), ("工作任务", 24), ("具体要求", 52), ("职责", 10), ("其他单位", 24), ("完成时限", 16)];

/// A row of an organ's sheet: the row of the task table, then what the columns hold.
pub(super) struct Row<'p> {
    number: u32,
    section: String,
    task: String,
    requirement: &'p Requirement,
    organ: &'p str,
}

/// The rows of the task table that each organ has a part in.
pub(super) fn rows<'p>(plan: &'p Plan, table: &TaskTable<'p>, first_row: u32) -> BTreeMap<&'p str, Vec<Row<'p>>> {
    let columns = |wanted: TaskColumn| -> Vec<usize> {
        let found = table.columns.iter().enumerate().filter(|(_, column)| column.field == Field::Known(wanted));
        found.map(|(index, _)| index).collect()
    };
    let (sections, tasks) = (columns(TaskColumn::Section), columns(TaskColumn::Task));
    let mut shown: Vec<&str> = vec![""; table.columns.len()];
    let mut rows: BTreeMap<&str, Vec<Row<'_>>> =
        plan.units.iter().map(|unit| (unit.name.as_str(), Vec::new())).collect();
    for ((number, slots), requirement) in (first_row + 1..).zip(&table.rows).zip(&table.requirements) {
        for (shown, slot) in shown.iter_mut().zip(slots) {
            if let Slot::Cell { text, .. } = slot {
                *shown = text;
            }
        }
        let joined = |columns: &[usize]| {
            let texts = columns.iter().filter_map(|index| shown.get(*index)).filter(|text| !text.is_empty());
            texts.copied().collect::<Vec<_>>().join(" / ")
        };
        let Some(requirement) = requirement else { continue };
        let mut last = "";
        for organ in requirement.assignments.iter().map(|assignment| assignment.unit.as_str()) {
            let Some(own) = rows.get_mut(organ).filter(|own| own.last().is_none_or(|row| row.number != number)) else {
                continue;
            };
            if organ != last {
                own.push(Row { number, section: joined(&sections), task: joined(&tasks), requirement, organ });
            }
            last = organ;
        }
    }
    rows
}

/// The sheet of one organ.
pub(super) fn write(sheet: &mut Worksheet, rows: &[Row<'_>], style: &Style) -> Result<(), WorkbookError> {
    for (index, (header, width)) in (0..).zip(COLUMNS) {
        let header = if index == 0 { TaskColumn::Excerpt.header() } else { header };
        sheet.set_column_width(index, f64::from(width))?;
        put(sheet, 0, index, header, &style.header)?;
    }
    for (at, row) in (1..).zip(rows) {
        let link = Url::new(format!("internal:'{TASKS}'!A{}", row.number)).set_text(row.number.to_string());
        sheet.write_url_with_format(at, 0, link, &style.short)?;
        let mut roles: Vec<String> = Vec::new();
        let mut others: Vec<&str> = Vec::new();
        for assignment in &row.requirement.assignments {
            if assignment.unit == row.organ {
                roles.push(word("role", assignment.role, Language::Chinese));
            } else if !others.contains(&assignment.unit.as_str()) {
                others.push(&assignment.unit);
            }
        }
        let times: Vec<&str> = row.requirement.timings.iter().filter_map(|timing| timing.raw.as_deref()).collect();
        let text = row.requirement.text.as_deref().or(row.requirement.title.as_deref()).unwrap_or_default();
        let cells = [
            (row.section.as_str(), &style.text),
            (&row.task, &style.text),
            (text, &style.text),
            (&roles.join("、"), &style.short),
            (&others.join("\n"), &style.short),
            (&times.join("\n"), &style.short),
        ];
        let tallest = cells.iter().zip(COLUMNS.iter().skip(1)).map(|((text, _), (_, width))| lines(text, *width)).max();
        sheet.set_row_height(at, height(tallest.unwrap_or(1), LINE))?;
        for (column, (text, format)) in (1..).zip(cells) {
            put(sheet, at, column, text, format)?;
        }
    }
    if let Ok(last) = u32::try_from(rows.len())
        && last > 0
    {
        sheet.autofilter(0, 0, last, 6)?;
    }
    print_set_up(sheet, 0)
}
