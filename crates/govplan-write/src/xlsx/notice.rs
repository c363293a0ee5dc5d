use super::error::WorkbookError;
use super::sheet::put;
use super::style::Style;
use crate::office::{Line, LineKind};
use rust_xlsxwriter::Worksheet;

/// Width of the one column, for paper of A4 upright.
const WIDTH: f64 = 88.0;

/// The notice, a line in each row.
pub(super) fn write(sheet: &mut Worksheet, lines: &[Line], style: &Style) -> Result<(), WorkbookError> {
    sheet.set_column_width(0, WIDTH)?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    for (row, line) in (0..).zip(lines) {
        let format = match line.kind {
            LineKind::Title | LineKind::AttachmentTitle => &style.title,
            LineKind::Number => &style.centred,
            LineKind::Issuer | LineKind::Date => &style.right,
            LineKind::Heading | LineKind::AttachmentMark => &style.heading,
            _ => &style.paragraph,
        };
        put(sheet, row, 0, &line.text, format)?;
    }
    Ok(())
}
