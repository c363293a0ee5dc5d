use super::error::WorkbookError;
use super::sheet::{print_set_up, put, put_merged};
use super::style::Style;
use crate::office::{Field, Line, Slot, TaskTable};
use govplan_core::TaskColumn;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Worksheet};

/// Words for the status, as follow-up sheets use them.
const STATUSES: &str = include_str!("../../data/statuses.csv");

/// The task table below its title; the row, counted from 0, in which its first row stands.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &TaskTable<'_>,
    title: Option<&Line>,
    style: &Style,
) -> Result<u32, WorkbookError> {
    let width = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    let mut header = 0;
    if let Some(title) = title {
        put_merged(sheet, (0, 0), (1, width), &title.text, &style.title)?;
        sheet.set_row_height(0, 36)?;
        header = 1;
    }
    for (index, column) in (0..).zip(&table.columns) {
        sheet.set_column_width(index, f64::from(column.width))?;
        put(sheet, header, index, column.field.header(), &style.header)?;
    }
    let first = header + 1;
    for (row, slots) in (first..).zip(&table.rows) {
        for ((index, column), slot) in (0..).zip(&table.columns).zip(slots) {
            if let Slot::Cell { text, down, across } = slot {
                let format = if column.is_long() || *across > 1 { &style.text } else { &style.short };
                put_merged(sheet, (row, index), (*down, *across), text, format)?;
            }
        }
    }
    let last = header + u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    if last > header {
        sheet.autofilter(header, 0, last, width.saturating_sub(1))?;
        let status = table.columns.iter().position(|column| column.field == Field::Known(TaskColumn::Status));
        if let Some(status) = status.and_then(|status| u16::try_from(status).ok()) {
            sheet.add_data_validation(first, status, last, status, &statuses()?)?;
        }
    }
    print_set_up(sheet, header)?;
    sheet.set_active(true);
    Ok(first)
}

/// A choice of words for the status; another word is asked about and may stay.
fn statuses() -> Result<DataValidation, WorkbookError> {
    let words: Vec<&str> = STATUSES.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
    let choice = DataValidation::new().allow_list_strings(&words)?;
    Ok(choice
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("状态")?
        .set_error_message(format!("常用的状态：{}", words.join("、")))?)
}
