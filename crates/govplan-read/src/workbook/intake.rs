use super::cell_text::clean;
use super::{Position, Sheet};
use crate::Limits;
use govplan_document::{Note, NoteCode, Place};

/// Takes cells into sheets, within the limits for all sheets together.
pub(super) struct Intake {
    cells: usize,
    rows: usize,
    /// Bytes of text: one shared string may be shown in a million cells.
    bytes: usize,
    /// Row of the last cell, by sheet and number.
    row: Option<(String, u32)>,
    /// The first cell beyond the limits.
    beyond: Option<Place>,
    /// Cells beyond the limits.
    left_out: u64,
}

impl Intake {
    pub(super) const fn new(limits: &Limits) -> Self {
        let Limits { cells, lines: rows, unpacked_bytes: bytes, .. } = *limits;
        Self { cells, rows, bytes, row: None, beyond: None, left_out: 0 }
    }

    /// Takes a cell, unless it is blank or stands outside of every sheet; `false` where the limits are reached.
    pub(super) fn put(&mut self, sheet: &mut Sheet, position: Position, text: &str) -> bool {
        let Some(bytes) = self.bytes.checked_sub(text.len()) else {
            self.leave_out(sheet, position, 1);
            return false;
        };
        self.bytes = bytes;
        let text = clean(text);
        if text.is_empty() || !position.is_in_sheet() {
            return true;
        }
        let opens_row = self.row.as_ref().is_none_or(|(name, row)| *row != position.row || *name != sheet.name);
        let left = self.cells.checked_sub(1).zip(self.rows.checked_sub(usize::from(opens_row)));
        let Some(left) = left else {
            self.leave_out(sheet, position, 1);
            return false;
        };
        (self.cells, self.rows) = left;
        if opens_row {
            self.row = Some((sheet.name.clone(), position.row));
        }
        sheet.cells.insert(position, text.into_owned());
        true
    }

    /// Counts cells as left out, from a position on.
    pub(super) fn leave_out(&mut self, sheet: &Sheet, position: Position, count: u64) {
        self.left_out = self.left_out.saturating_add(count);
        self.beyond.get_or_insert_with(|| Place::in_sheet(&sheet.name, &position.to_string()));
    }

    /// What was left out, if anything was.
    pub(super) fn note(self) -> Option<Note> {
        let found = self.left_out.to_string();
        self.beyond.map(|place| Note { code: NoteCode::LimitReached, place: Some(place), found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_rows_and_bytes_are_bounded_and_the_rest_is_counted() {
        let limits = |cells, lines, unpacked_bytes| Limits { cells, lines, unpacked_bytes, ..Limits::default() };
        for (limits, taken) in [(limits(3, 9, 99), 3), (limits(9, 1, 99), 2), (limits(9, 9, 7), 2)] {
            let mut intake = Intake::new(&limits);
            let mut sheet = Sheet::new("附表");
            for index in 0..4 {
                intake.put(&mut sheet, Position { row: index / 2, column: index % 2 }, "局");
            }
            assert!(intake.put(&mut sheet, Position { row: 9, column: 9 }, " "));
            assert_eq!(sheet.cells.len(), taken);
            let note = intake.note().unwrap();
            assert_eq!((note.code, note.found), (NoteCode::LimitReached, (4 - taken).to_string()));
        }
    }
}
