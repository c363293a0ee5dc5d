//! A table that came out with one cell a line: the header's words on lines of their own, then the cells, the borders lost.

use crate::party::is_unit_name;
use crate::vocabulary::{Column, column_of_header};
use govplan_document::{Block, Cell, Row, Table, Text};
use govplan_time::{Context, parse};

/// The table that some paragraphs are, where a header is printed on lines of its own and each row has a number.
///
/// Without borders only the shape of a line tells its column: a number that follows the last one, the name of an organ,
/// an expression of time; any other line is the work.
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
    let slot = Slots::of(&header)?;
    let mut rows = vec![Row {
        cells: lines.iter().skip(start).take(header.len()).map(|line| Cell::new((*line).clone())).collect(),
    }];
    let mut number = 0;
    for line in lines.iter().skip(start + header.len()) {
        let text = line.as_str();
        let is_next = text.parse::<u32>().is_ok_and(|found| found == number + 1);
        let column = if is_next {
            slot.serial
        } else if is_unit_name(text) {
            slot.unit
        } else if slot.deadline.is_some() && !parse(text, &Context::default()).is_empty() {
            slot.deadline.unwrap_or(slot.work)
        } else {
            slot.work
        };
        let is_filled = |row: &Row| row.cells.get(column).is_some_and(|cell| !cell.text.is_empty());
        let opens_row = is_next || column == slot.work && rows.last().is_some_and(is_filled);
        if opens_row || rows.len() == 1 {
            rows.push(Row { cells: vec![Cell::new(Text::default()); header.len()] });
        }
        number += u32::from(is_next);
        if let Some(cell) = rows.last_mut().and_then(|row| row.cells.get_mut(column)) {
            if !cell.text.is_empty() {
                cell.text.push_separator('\n');
            }
            cell.text.push(line);
        }
    }
    (number > 0).then_some(Table { rows, shows_merges: false })
}

/// Which column takes which kind of line.
struct Slots {
    serial: usize,
    work: usize,
    unit: usize,
    deadline: Option<usize>,
}

impl Slots {
    /// The columns of a header, if there is one of each kind and no second one that lines could belong to.
    fn of(header: &[Column]) -> Option<Self> {
        let only = |wanted: fn(&Column) -> bool| {
            let mut found = header.iter().enumerate().filter(|(_, column)| wanted(column)).map(|(index, _)| index);
            found.next().filter(|_| found.next().is_none())
        };
        Some(Self {
            serial: only(|column| *column == Column::Serial)?,
            work: only(|column| matches!(column, Column::Task | Column::Requirement | Column::Section))?,
            unit: only(|column| matches!(column, Column::Unit(_)))?,
            deadline: only(|column| *column == Column::Deadline),
        })
    }
}
