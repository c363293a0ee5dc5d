use std::fmt;

/// Rows and columns of a sheet (ECMA-376 Part 1, 18.3.1.73 and 18.3.1.13).
pub(super) const ROWS: u32 = 1 << 20;
pub(super) const COLUMNS: u32 = 1 << 14;

/// Position of a cell: its row and column, from 0. Displays as the address of the cell ("B7").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    pub(super) row: u32,
    pub(super) column: u32,
}

impl Position {
    /// The position that an address names, `$` signs or not; `None` where it is none or lies outside of every sheet.
    pub(super) fn parse(address: &str) -> Option<Self> {
        let address = address.trim_start_matches('$');
        let digits = address.find(|c: char| !c.is_ascii_alphabetic())?;
        let (letters, row) = address.split_at_checked(digits)?;
        let column = letters.bytes().try_fold(0_u32, |column, letter| {
            let digit = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
            column.checked_mul(26)?.checked_add(digit)
        })?;
        let row: u32 = row.trim_start_matches('$').parse().ok()?;
        let position = Self { row: row.checked_sub(1)?, column: column.checked_sub(1)? };
        position.is_in_sheet().then_some(position)
    }

    /// Whether a sheet can be so large.
    pub(super) const fn is_in_sheet(self) -> bool {
        self.row < ROWS && self.column < COLUMNS
    }
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", letters(self.column), self.row.saturating_add(1))
    }
}

/// The letters of a column, which counts from 0.
pub(super) fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column.checked_add(1);
    while let Some(digit) = rest.and_then(|rest| rest.checked_sub(1)) {
        letters.push(char::from(b'A' + u8::try_from(digit % 26).unwrap_or_default()));
        rest = Some(digit / 26);
    }
    letters.iter().rev().collect()
}

/// A rectangle of cells, by its first and last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Region {
    pub(super) first: Position,
    pub(super) last: Position,
}

impl Region {
    /// The region between two corners, unless it is a single cell.
    pub(super) fn of(one: Position, other: Position) -> Option<Self> {
        let first = Position { row: one.row.min(other.row), column: one.column.min(other.column) };
        let last = Position { row: one.row.max(other.row), column: one.column.max(other.column) };
        (first != last && last.is_in_sheet()).then_some(Self { first, last })
    }

    /// The region of so many rows and columns more than the first cell.
    pub(super) fn across(first: Position, rows: u32, columns: u32) -> Option<Self> {
        let row = first.row.saturating_add(rows).min(ROWS - 1);
        Self::of(first, Position { row, column: first.column.saturating_add(columns).min(COLUMNS - 1) })
    }

    /// The region that a reference names ("B2:C5").
    pub(super) fn parse(reference: &str) -> Option<Self> {
        let (first, last) = reference.split_once(':')?;
        Self::of(Position::parse(first)?, Position::parse(last)?)
    }

    /// Whether a cell is one of the region's.
    pub(super) const fn holds(&self, position: Position) -> bool {
        self.first.row <= position.row
            && position.row <= self.last.row
            && self.first.column <= position.column
            && position.column <= self.last.column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_cells() {
        for (address, row, column) in
            [("A1", 0, 0), ("B7", 6, 1), ("Z1", 0, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383)]
        {
            let position = Position { row, column };
            assert_eq!((Position::parse(address), position.to_string()), (Some(position), address.to_owned()));
        }
        assert_eq!(Position::parse("$b$7"), Some(Position { row: 6, column: 1 }));
        for address in ["", "B", "7", "B0", "B-1", "XFE1", "A1048577", "AAAAAAAAAAAA1", "B99999999999", "表1"] {
            assert_eq!(Position::parse(address), None, "{address}");
        }
    }

    #[test]
    fn regions_have_more_than_one_cell() {
        let region = Region::parse("B2:C5").unwrap();
        assert_eq!(Region::parse("C5:B2"), Some(region));
        assert!(region.holds(Position { row: 4, column: 2 }) && !region.holds(Position { row: 5, column: 2 }));
        for reference in ["B2", "B2:B2", "B2:", ":", "B2:XFE1"] {
            assert_eq!(Region::parse(reference), None, "{reference}");
        }
    }
}
