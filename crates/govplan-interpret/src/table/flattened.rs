//! A table that came out with one cell a line: the header's words on lines of their own, then the cells, the borders lost.

use crate::party::is_list;
use crate::vocabulary::{Column, column_of_header};
use govplan_document::{Block, Cell, Row, Table, Text};
use govplan_time::{Context, parse};

/// The table that some paragraphs are, where a header is printed on lines of its own and each row has a number.
///
/// A row with as many lines as the header has columns holds one in each. Else only the shape of a line tells its column:
/// the name of organs, an expression of time; any other line is the work.
pub(crate) fn flattened(blocks: &[&Block]) -> Option<Table> {
    let lines: Vec<&Text> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(&paragraph.text),
            _ => None,
        })
        .collect();
    let columns: Vec<Option<Column>> = lines.iter().map(|line| column_of_header(line.as_str())).collect();
    let start = columns.windows(3).position(|window| window.iter().all(Option::is_some))?;
    let header: Vec<Column> = columns.iter().skip(start).map_while(|column| *column).collect();
    let serial = header.iter().position(|column| *column == Column::Serial)?;
    let mut rows = vec![lines.get(start..start + header.len())?.to_vec()];
    let mut number = 0;
    for line in lines.iter().skip(start + header.len()) {
        if line.as_str().parse::<u32>().is_ok_and(|found| found == number + 1) {
            number += 1;
            rows.push(Vec::new());
        }
        rows.last_mut()?.push(line);
    }
    let (header_lines, rows) = rows.split_first()?;
    let names = Row { cells: header_lines.iter().map(|line| Cell::new((*line).clone())).collect() };
    let numbered = rows.iter().flat_map(|lines| cells(lines, &header, serial)).map(|cells| Row { cells });
    let rows: Vec<Row> = std::iter::once(names).chain(numbered).collect();
    (number > 0).then_some(Table { rows, shows_merges: false })
}

/// The rows between two numbers out of their lines: one, or several where work follows that has no number of its own.
fn cells(lines: &[&Text], header: &[Column], serial: usize) -> Vec<Vec<Cell>> {
    let blank = || vec![Cell::new(Text::default()); header.len()];
    let mut rows = vec![blank()];
    let mut from = 0;
    for (index, line) in lines.iter().enumerate() {
        let column = if lines.len() == header.len() {
            index
        } else if index == 0 {
            serial
        } else {
            column_of(line.as_str(), header, from)
        };
        if column < from {
            rows.push(blank());
        }
        from = column;
        let Some(cell) = rows.last_mut().and_then(|row| row.get_mut(column)) else { continue };
        if !cell.text.is_empty() {
            cell.text.push_separator('\n');
        }
        cell.text.push(line);
    }
    rows
}

/// The column of a line that follows a line of the column `from`: the next one further on that takes what the line is, or
/// that column itself, or the one where the next row begins.
fn column_of(line: &str, header: &[Column], from: usize) -> usize {
    let is_unit = is_list(line) && !line.ends_with('。');
    let is_time = !is_unit && !parse(line, &Context::default()).is_empty() && line.chars().count() <= TIME_LENGTH;
    let takes = |column: &Column| match column {
        Column::Unit(_) => is_unit,
        Column::Deadline => is_time,
        Column::Task | Column::Requirement | Column::Section => !is_unit && !is_time,
        _ => false,
    };
    let further = header.iter().enumerate().skip(from + 1).find(|(_, column)| takes(column)).map(|(index, _)| index);
    let last_of_kind = || header.iter().rposition(takes);
    let work =
        || header.iter().position(|column| matches!(column, Column::Task | Column::Requirement | Column::Section));
    further.or_else(last_of_kind).or_else(work).unwrap_or(from)
}

/// A longer line says more than a time.
const TIME_LENGTH: usize = 20;
