//! Excel 97–2003 and Excel 5 workbooks ([MS-XLS], [MS-CFB]).

mod compound;
mod record;
mod string;
mod value;
mod workbook;
mod worksheet;

use super::{Intake, Sheet};
use crate::{Format, ReadError};
use compound::Compound;
use workbook::Workbook;

/// Reads the sheets of a workbook.
pub(super) fn sheets(bytes: &[u8], intake: &mut Intake) -> Result<Vec<Sheet>, ReadError> {
    let damaged = |reason: &str| ReadError::Damaged { format: Format::Xls, reason: reason.to_owned() };
    let compound = Compound::open(bytes).ok_or_else(|| damaged("no OLE header"))?;
    let stream = ["Workbook", "Book"].iter().find_map(|name| compound.stream(name));
    let stream = stream.ok_or_else(|| damaged("no stream named Workbook"))?;
    let workbook = Workbook::read(&stream)?;
    if workbook.entries.is_empty() {
        return Err(damaged("no sheet in the stream"));
    }
    let sheets = workbook.entries.iter().map(|entry| {
        let mut sheet = Sheet { hidden: entry.hidden, ..Sheet::new(entry.name.as_str()) };
        worksheet::read(stream.get(entry.start..).unwrap_or_default(), &workbook, &mut sheet, intake);
        sheet
    });
    Ok(sheets.collect())
}
