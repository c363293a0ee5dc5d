//! The header of a table: the rows that name its columns, one below the other where a header is divided.

use super::cells::{Cells, Places, Printed};
use crate::vocabulary::{Column, closing_role, column_of_header};

/// How many rows from the top may hold a title before the header.
const ROWS_BEFORE_HEADER: usize = 5;
/// How many rows a header may have.
const HEADER_ROWS: usize = 3;
/// A longer text in a row of short ones is no name of a column.
const NAME_LENGTH: usize = 12;

/// The rows that name the columns.
#[derive(Debug)]
pub(super) struct Header {
    /// Index of the first of them.
    pub(super) first_row: usize,
    /// How many there are.
    pub(super) rows: usize,
    /// The names of each column from the top (责任单位, 牵头), white space removed.
    pub(super) names: Vec<Vec<String>>,
}

/// The header of a table of work: the first rows that name a column of work and one of organs, time or requirements.
pub(super) fn find(cells: &Cells<'_>) -> Option<Header> {
    (0..cells.rows.len().min(ROWS_BEFORE_HEADER)).find_map(|first_row| {
        let rows = height(cells, first_row)?;
        let header = Header { first_row, rows, names: names(cells, first_row, rows) };
        let columns: Vec<Column> = header.names.iter().map(|names| column_of(names)).collect();
        let has = |wanted: fn(&Column) -> bool| columns.iter().any(wanted);
        let has_work = has(|column| matches!(column, Column::Task | Column::Requirement | Column::Section));
        let has_follow_up = has(|column| matches!(column, Column::Unit(_) | Column::Deadline | Column::Requirement));
        (has_work && has_follow_up).then_some(header)
    })
}

/// Whether a row names columns of whatever kind: two known words or more, and nothing but short names.
pub(super) fn names_columns(row: &Places<'_>) -> bool {
    let mut names = row.iter().flatten().filter(|seen| seen.printed == Printed::Here).map(|seen| seen.text.as_str());
    let known = names.clone().filter(|name| column_of_header(name).is_some()).count();
    known >= 2 && names.all(is_name)
}

/// How many rows the header that begins in a row has: as many as its tallest cell, or two where the row below goes on
/// naming columns.
fn height(cells: &Cells<'_>, first_row: usize) -> Option<usize> {
    let row = cells.rows.get(first_row)?;
    if row.iter().flatten().filter(|seen| seen.printed == Printed::Here).count() < 2 {
        return None;
    }
    let is_divided = |below: usize| {
        let next = cells.rows.get(first_row + below);
        next.is_some_and(|next| if cells.shows_merges { goes_on(row, next) } else { fills_gaps(row, next) })
    };
    Some((1..HEADER_ROWS).take_while(|below| is_divided(*below)).count() + 1)
}

/// Whether a row is the rest of a header that shows its merges: some of it is merged with the row above, the rest names
/// columns.
fn goes_on(row: &Places<'_>, next: &Places<'_>) -> bool {
    let is_merged = next.iter().flatten().any(|seen| seen.printed == Printed::Above);
    let mut own = next.iter().flatten().filter(|seen| seen.printed == Printed::Here).peekable();
    let stands_below_wide = next.iter().zip(row).any(|(below, above)| {
        below.is_some_and(|below| below.printed == Printed::Here) && above.is_some_and(|above| above.width > 1)
    });
    is_merged && own.peek().is_some() && stands_below_wide && own.all(|seen| is_name(seen.text.as_str()))
}

/// Whether a row of flattened text is the rest of a header: short names, at least one of them a known one, where the
/// row above is blank or begins a group.
fn fills_gaps(row: &Places<'_>, next: &Places<'_>) -> bool {
    let blank = |places: &Places<'_>, index: usize| places.get(index).is_none_or(Option::is_none);
    let named: Vec<usize> = (0..next.len()).filter(|index| !blank(next, *index)).collect();
    let text = |index: &usize| next.get(*index).copied().flatten().map_or("", |seen| seen.text.as_str());
    let in_groups =
        named.iter().all(|index| blank(row, *index) || blank(row, index + 1) && index + 1 < row.len().max(next.len()));
    let is_known = |name: &str| {
        column_of_header(name).is_some() || closing_role(name).is_some_and(|(length, _)| length == name.len())
    };
    named.len() >= 2 && in_groups && named.iter().map(text).all(is_name) && named.iter().map(text).any(is_known)
}

fn is_name(text: &str) -> bool {
    text.chars().count() <= NAME_LENGTH
        && !text.contains(['。', '，', '；'])
        && !text.starts_with(|c: char| c.is_ascii_digit())
}

/// The names of each column, a name that covers several columns or rows once in each column.
fn names(cells: &Cells<'_>, first_row: usize, rows: usize) -> Vec<Vec<String>> {
    let header = || cells.rows.iter().skip(first_row).take(rows);
    let width = header().map(Vec::len).max().unwrap_or(0);
    (0..width)
        .map(|column| {
            let mut names: Vec<String> = Vec::new();
            for row in header() {
                let place = row.get(column).copied().flatten();
                // In flattened text a blank place belongs to the group that begins on its left.
                let group = || row.get(..column)?.iter().rev().find_map(|place| *place);
                let is_divided = || header().skip(1).any(|below| below.get(column).is_some_and(Option::is_some));
                let seen = place.or_else(|| (!cells.shows_merges && rows > 1 && is_divided()).then(group).flatten());
                let name: String = seen.map(|seen| seen.text.as_str().split_whitespace().collect()).unwrap_or_default();
                if !name.is_empty() && names.last() != Some(&name) {
                    names.push(name);
                }
            }
            // Below a group that names its other columns a blank cell is a header that was lost.
            let is_lost = cells.shows_merges
                && rows > 1
                && header().next_back().is_some_and(|row| {
                    row.get(column).is_some_and(Option::is_none)
                        && row.iter().flatten().any(|seen| seen.printed == Printed::Here)
                });
            let is_in_group =
                || header().filter_map(|row| row.get(column).copied().flatten()).any(|seen| seen.width > 1);
            if is_lost && is_in_group() { Vec::new() } else { names }
        })
        .collect()
}

fn is_follow_up(column: &Column) -> bool {
    matches!(column, Column::Unit(_) | Column::Person(_) | Column::Deadline | Column::Status | Column::Remark)
}

/// What a column holds, by its names: the lowest decides where it is known, with what stands above it where it is not.
pub(super) fn column_of(names: &[String]) -> Column {
    let Some((lowest, above)) = names.split_last() else { return Column::Other };
    let group = above.iter().rev().find_map(|name| column_of_header(name));
    let role = closing_role(lowest).filter(|(length, _)| *length == lowest.len()).map(|(_, role)| role);
    match (group, role) {
        (Some(Column::Unit(_)), Some(role)) => Column::Unit(role),
        (Some(Column::Person(_)), Some(role)) => Column::Person(role),
        // A group of organs, people or times says what is in its columns; one of tasks or measures only what they are about.
        _ => column_of_header(lowest)
            .or_else(|| column_of_header(&names.concat()).filter(is_follow_up))
            .or(group.filter(is_follow_up))
            .unwrap_or(Column::Other),
    }
}
