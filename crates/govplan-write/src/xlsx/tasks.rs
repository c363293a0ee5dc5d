use super::LONG;
use super::error::WorkbookError;
use super::height::{LINE, height, lines};
use super::sheet::{print_set_up, put, put_merged, put_plain};
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
        let whole: u32 = table.columns.iter().map(|column| u32::from(column.width)).sum();
        // A title of 18 points takes the room of one of 11 in three fifths of the width.
        sheet.set_row_height(0, height(lines(&title.text, whole * 3 / 5), 2.0 * LINE))?;
        header = 1;
    }
    for (index, column) in (0..).zip(&table.columns) {
        sheet.set_column_width(index, f64::from(column.width))?;
        put(sheet, header, index, column.field.header(), &style.header)?;
    }
    let first = header + 1;
    // In a long sheet columns are formatted as a whole: to look the format of each cell up takes longer than to write it.
    let is_long = table.rows.len() >= LONG;
    for (index, column) in (0..).zip(&table.columns).filter(|_| is_long) {
        sheet.set_column_format(index, style.of(column))?;
    }
    for ((row, slots), lines) in (first..).zip(&table.rows).zip(heights(table)) {
        sheet.set_row_height(row, height(lines, LINE))?;
        for ((index, column), slot) in (0..).zip(&table.columns).zip(slots) {
            match slot {
                Slot::Cell { text, down: 1, across: 1 } if is_long => put_plain(sheet, row, index, text)?,
                Slot::Cell { text, down, across } => {
                    let format = if *across > 1 { &style.text } else { style.of(column) };
                    put_merged(sheet, (row, index), (*down, *across), text, format)?;
                }
                Slot::Covered => {}
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

/// Lines of each row: what a cell that reaches down lacks, its last row gets.
fn heights(table: &TaskTable<'_>) -> Vec<u32> {
    let mut heights = vec![1; table.rows.len()];
    let mut tall = Vec::new();
    for (row, slots) in table.rows.iter().enumerate() {
        for (index, slot) in slots.iter().enumerate() {
            let Slot::Cell { text, down, across } = slot else { continue };
            let columns = table.columns.iter().skip(index).take(usize::from(*across));
            let needed = lines(text, columns.map(|column| u32::from(column.width)).sum());
            let down = usize::try_from(*down).unwrap_or(usize::MAX);
            match heights.get_mut(row) {
                Some(height) if down <= 1 => *height = needed.max(*height),
                _ => tall.push((row, down, needed)),
            }
        }
    }
    for (row, down, needed) in tall {
        let rows = heights.iter_mut().skip(row).take(down);
        let (mut lacking, mut last) = (needed, None);
        for height in rows {
            lacking = lacking.saturating_sub(*height);
            last = Some(height);
        }
        if let Some(last) = last {
            *last += lacking;
        }
    }
    heights
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
