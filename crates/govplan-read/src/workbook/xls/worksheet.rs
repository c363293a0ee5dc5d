use super::super::value::{shown, truth};
use super::super::{Intake, Position, Region, Sheet};
use super::record::{Record, Records, f64_at, kind, u16_at, u32_at};
use super::value::{FormulaValue, error, short_number};
use super::workbook::Workbook;

/// Reads a sheet's records.
pub(super) fn read(stream: &[u8], workbook: &Workbook, sheet: &mut Sheet, intake: &mut Intake) {
    let mut reader = Reader { workbook, sheet, intake, formula: None };
    // How many parts are open: the sheet and what is embedded in it, such as a chart.
    let mut depth = 0_u32;
    for record in Records::new(stream) {
        match record.kind {
            kind::START => depth = depth.saturating_add(1),
            kind::END if depth <= 1 => return,
            kind::END => depth -= 1,
            _ if depth == 1 => drop(reader.take(record)),
            _ => {}
        }
    }
    sheet.damaged = true;
}

struct Reader<'a> {
    workbook: &'a Workbook,
    sheet: &'a mut Sheet,
    intake: &'a mut Intake,
    /// The cell of the last formula, whose string may follow.
    formula: Option<Position>,
}

impl Reader<'_> {
    /// Takes what a record says; `None` where it is too short to say it.
    fn take(&mut self, record: Record<'_>) -> Option<()> {
        let data = record.data;
        match record.kind {
            kind::NUMBER => self.number(data, f64_at(data, 6)?),
            kind::SHORT_NUMBER => self.number(data, short_number(data.get(6..)?)?),
            kind::NUMBERS => self.numbers(data),
            kind::SHARED_LABEL => {
                let index = u32_at(data, 6)?;
                let workbook = self.workbook;
                let string = workbook.shared_strings.get(usize::try_from(index).ok()?)?;
                self.put(position(data)?, string)
            }
            kind::LABEL | kind::RICH_LABEL => {
                let string = self.workbook.strings.read(data.get(6..)?, false)?;
                self.put(position(data)?, &string)
            }
            kind::TRUTH => {
                let (value, is_error) = (*data.get(6)?, *data.get(7)? != 0);
                self.put(position(data)?, if is_error { error(value) } else { truth(value != 0) })
            }
            kind::FORMULA => self.formula(data),
            kind::STRING => {
                let string = self.workbook.strings.read(data, false)?;
                let position = self.formula.take()?;
                self.put(position, &string)
            }
            kind::MERGED => self.merged(data.get(2..)?),
            kind::ROW if u16_at(data, 12)? & 0x20 != 0 => {
                let row = u32::from(u16_at(data, 0)?);
                self.sheet.hidden_rows.push(row..=row);
                Some(())
            }
            kind::COLUMNS if u16_at(data, 8)? & 1 != 0 => {
                let (first, last) = (u16_at(data, 0)?, u16_at(data, 2)?);
                self.sheet.hidden_columns.push(first.into()..=last.into());
                Some(())
            }
            _ => Some(()),
        }
    }

    fn put(&mut self, position: Position, text: &str) -> Option<()> {
        self.intake.put(self.sheet, position, text);
        Some(())
    }

    /// A number as a cell of a style shows it.
    fn shown(&self, style: u16, number: f64) -> String {
        let format = self.workbook.formats.get(usize::from(style)).copied();
        shown(number, format.unwrap_or_default(), self.workbook.epoch)
    }

    fn number(&mut self, data: &[u8], number: f64) -> Option<()> {
        let number = self.shown(u16_at(data, 4)?, number);
        self.put(position(data)?, &number)
    }

    /// Numbers side by side: a row, the first column, a style and a number for each cell, the last column.
    fn numbers(&mut self, data: &[u8]) -> Option<()> {
        let first = position(data)?;
        let cells = data.get(4..data.len().checked_sub(2)?)?.as_chunks::<6>().0;
        for (column, cell) in (first.column..).zip(cells) {
            let number = self.shown(u16_at(cell, 0)?, short_number(cell.get(2..)?)?);
            self.put(Position { column, ..first }, &number)?;
        }
        Some(())
    }

    fn formula(&mut self, data: &[u8]) -> Option<()> {
        let position = position(data)?;
        self.formula = None;
        match FormulaValue::read(data.get(6..)?)? {
            FormulaValue::Number(number) => self.number(data, number),
            FormulaValue::Words(words) => self.put(position, words),
            FormulaValue::String => {
                self.formula = Some(position);
                Some(())
            }
            FormulaValue::Blank => Some(()),
        }
    }

    /// Regions: first and last row, first and last column of each.
    fn merged(&mut self, data: &[u8]) -> Option<()> {
        for region in data.as_chunks::<8>().0 {
            let corner = |row, column| {
                Some(Position { row: u16_at(region, row)?.into(), column: u16_at(region, column)?.into() })
            };
            self.sheet.regions.extend(Region::of(corner(0, 4)?, corner(2, 6)?));
        }
        Some(())
    }
}

/// The cell that a record is about.
fn position(data: &[u8]) -> Option<Position> {
    Some(Position { row: u16_at(data, 0)?.into(), column: u16_at(data, 2)?.into() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    /// A record of some kind.
    fn record(kind: u16, parts: &[&[u8]]) -> Vec<u8> {
        let data = parts.concat();
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), &data].concat()
    }

    /// The cells of a sheet of some records, in a workbook of a version and with a format of percentages as style 1.
    fn cells(version: [u8; 2], records: &[Vec<u8>]) -> (Vec<(String, String)>, bool) {
        let start = record(kind::START, &[&version, &[0x05, 0]]);
        let page = record(kind::CODE_PAGE, &[&936_u16.to_le_bytes()]);
        let style = |format: u8| record(kind::STYLE, &[&[0, 0, format, 0]]);
        let stream = [start.clone(), page, style(0), style(9), record(kind::END, &[])].concat();
        let workbook = Workbook::read(&stream).unwrap();
        let (mut sheet, mut intake) = (Sheet::new("表"), Intake::new(&Limits::default()));
        read(&[start, records.concat()].concat(), &workbook, &mut sheet, &mut intake);
        let cells = sheet.cells.iter().map(|(position, text)| (position.to_string(), text.clone()));
        (cells.collect(), sheet.damaged)
    }

    #[test]
    fn records_give_cells() {
        let formula = |column: u8, value: &[u8; 8]| record(kind::FORMULA, &[&[0, 0, column, 0, 0, 0], value, &[0; 8]]);
        let records = [
            record(kind::NUMBER, &[&[0, 0, 0, 0, 1, 0], &0.5_f64.to_le_bytes()]),
            record(kind::NUMBERS, &[&[0, 0, 1, 0], &[0, 0, 0xD2, 7, 0, 0], &[0, 0, 0xD6, 7, 0, 0], &[2, 0]]),
            record(kind::TRUTH, &[&[0, 0, 3, 0, 0, 0, 1, 0]]),
            record(kind::TRUTH, &[&[0, 0, 4, 0, 0, 0, 0x2A, 1]]),
            formula(5, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
            record(kind::STRING, &[&[2, 0, 0], b"ab"]),
            formula(6, &2.0_f64.to_le_bytes()),
            // What stands in an embedded chart is no cell of the sheet.
            record(kind::START, &[&[0, 6, 0x20, 0]]),
            record(kind::NUMBER, &[&[9, 0, 0, 0, 0, 0], &1.0_f64.to_le_bytes()]),
            record(kind::END, &[]),
            record(kind::LABEL, &[&[1, 0, 0, 0, 0, 0], &[1, 0, 1, 0x01, 0x4E]]),
            record(kind::LABEL, &[&[1, 0]]),
        ];
        let expected = [
            ("A1", "50%"),
            ("B1", "500"),
            ("C1", "501"),
            ("D1", "TRUE"),
            ("E1", "#N/A"),
            ("F1", "ab"),
            ("G1", "2"),
            ("A2", "丁"),
        ];
        let expected: Vec<_> = expected.map(|(cell, text)| (cell.to_owned(), text.to_owned())).into();
        assert_eq!(cells([0, 6], &records), (expected.clone(), true));
        let ended = [records.concat(), record(kind::END, &[])];
        assert_eq!(cells([0, 6], &ended), (expected, false));
    }

    #[test]
    fn excel_5_writes_bytes_of_a_code_page() {
        let label = record(kind::LABEL, &[&[0, 0, 0, 0, 0, 0], &[4, 0, 0xBD, 0xCC, 0xD3, 0xFD]]);
        let (cells, _) = cells([0, 5], &[label]);
        assert_eq!(cells, [("A1".to_owned(), "教育".to_owned())]);
    }
}
