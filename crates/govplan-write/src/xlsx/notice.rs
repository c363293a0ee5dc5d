use super::error::WorkbookError;
use super::height::{height, lines};
use super::sheet::put;
use super::style::Style;
use crate::office::{Line, LineKind};
use rust_xlsxwriter::Worksheet;

/// Width of the one column, for paper of A4 upright.
const WIDTH: u32 = 80;

/// The notice, a line in each row.
pub(super) fn write(sheet: &mut Worksheet, printed: &[Line], style: &Style) -> Result<(), WorkbookError> {
    sheet.set_column_width(0, f64::from(WIDTH))?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    for (row, line) in (0..).zip(printed) {
        let format = match line.kind {
            LineKind::Title | LineKind::AttachmentTitle => &style.title,
            LineKind::Number => &style.centred,
            LineKind::Issuer | LineKind::Date => &style.right,
            LineKind::AttachmentMark => &style.heading,
            _ => &style.paragraph,
        };
        let text = format!("{}{}", line.lead, line.text);
        // Letters of 14 points, and of 18 in a title, take more room than those of 11 that widths count.
        let (size, pitch) = if line.kind.is_title() { (18, 28.0) } else { (14, 22.0) };
        sheet.set_row_height(row, height(lines(&text, WIDTH * 11 / size), pitch))?;
        put(sheet, row, 0, &text, format)?;
    }
    Ok(())
}
