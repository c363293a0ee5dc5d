use super::address::letters;
use super::{Position, Sheet};
use govplan_document::{Note, NoteCode, Place};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// What a sheet hides of its content: the sheet itself, rows ("3-5,8"), columns ("C,E-F").
pub(super) fn notes(sheet: &Sheet) -> Vec<Note> {
    let rows: BTreeSet<u32> = sheet.cells.keys().map(|position| position.row).collect();
    let columns: BTreeSet<u32> = sheet.cells.keys().map(|position| position.column).collect();
    let (rows, columns) = (hidden(rows, &sheet.hidden_rows), hidden(columns, &sheet.hidden_columns));
    let of_row = rows.first().and_then(|row| first(sheet, |position| position.row == *row));
    let of_column = columns.first().and_then(|column| first(sheet, |position| position.column == *column));
    let of_sheet = first(sheet, |_| sheet.hidden).map(|place| (place, sheet.name.clone()));
    let of_rows = of_row.map(|place| (place, listed(rows, |row| row.saturating_add(1).to_string())));
    let of_columns = of_column.map(|place| (place, listed(columns, letters)));
    let found = [of_sheet, of_rows, of_columns].into_iter().flatten().filter(|(_, found)| !found.is_empty());
    found.map(|(place, found)| Note { code: NoteCode::HiddenContent, place: Some(place), found }).collect()
}

/// The first cell of a row or column that holds something.
fn first(sheet: &Sheet, is_in: impl Fn(&Position) -> bool) -> Option<Place> {
    let cell = sheet.cells.keys().find(|position| is_in(position))?;
    Some(Place::in_sheet(&sheet.name, &cell.to_string()))
}

/// Those of some rows or columns that lie in hidden ranges.
fn hidden(mut used: BTreeSet<u32>, ranges: &[RangeInclusive<u32>]) -> BTreeSet<u32> {
    let mut ranges: Vec<_> = ranges.to_vec();
    ranges.sort_unstable_by_key(|range| *range.start());
    let mut ranges = ranges.into_iter().peekable();
    let mut reach = None;
    used.retain(|index| {
        while let Some(range) = ranges.next_if(|range| range.start() <= index) {
            reach = reach.max(Some(*range.end()));
        }
        reach >= Some(*index)
    });
    used
}

/// Rows or columns as ranges of neighbours.
fn listed(indices: BTreeSet<u32>, name: impl Fn(u32) -> String) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for index in indices {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == index => *last = index,
            _ => runs.push((index, index)),
        }
    }
    let run = |(first, last): (u32, u32)| match first == last {
        true => name(first),
        false => format!("{}-{}", name(first), name(last)),
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_holds_something_is_noted() {
        let mut sheet = Sheet::new("附表2");
        for address in ["A1", "B2", "B3", "B4", "A8", "E9"] {
            sheet.cells.insert(Position::parse(address).unwrap(), "局".to_owned());
        }
        assert_eq!(notes(&sheet), []);
        sheet.hidden = true;
        sheet.hidden_rows = vec![7..=7, 2..=3, 90..=99];
        sheet.hidden_columns = vec![4..=16_383];
        let found: Vec<_> = notes(&sheet).into_iter().map(|note| note.found).collect();
        assert_eq!(found, ["附表2", "3-4,8", "E"]);
        let places: Vec<_> = notes(&sheet).into_iter().filter_map(|note| note.place).collect();
        let cell = |address| Place::in_sheet("附表2", address);
        assert_eq!(places, [cell("A1"), cell("B3"), cell("E9")]);
        sheet.cells.clear();
        assert_eq!(notes(&sheet), []);
    }
}
