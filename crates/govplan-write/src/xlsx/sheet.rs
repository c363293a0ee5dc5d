use super::error::{LONGEST, WorkbookError};
use rust_xlsxwriter::{Format, Worksheet};
use std::collections::BTreeSet;

/// Writes a text as a text, whatever it begins with; a blank one leaves the format alone.
pub(super) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), WorkbookError> {
    if text.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else {
        check(text, row, column)?;
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

/// The same in the format of its column.
pub(super) fn put_plain(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), WorkbookError> {
    if !text.is_empty() {
        check(text, row, column)?;
        sheet.write_string(row, column, text)?;
    }
    Ok(())
}

/// The same over several rows and columns.
pub(super) fn put_merged(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    (down, across): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), WorkbookError> {
    if down <= 1 && across <= 1 {
        return put(sheet, row, column, text, format);
    }
    check(text, row, column)?;
    let (last_row, last_column) = (row.saturating_add(down - 1), column.saturating_add(across - 1));
    sheet.merge_range(row, column, last_row, last_column, text, format)?;
    Ok(())
}

fn check(text: &str, row: u32, column: u16) -> Result<(), WorkbookError> {
    // A text of so many bytes has no more characters.
    let is_short = text.len() <= LONGEST;
    let length = if is_short { 0 } else { text.encode_utf16().count() };
    if length > LONGEST { Err(WorkbookError::long_text(row, column, length)) } else { Ok(()) }
}

/// How a sheet is printed: A4 across, as wide as the page, the header on each page, the sheet's name and the page's number
/// below.
pub(super) fn print_set_up(sheet: &mut Worksheet, header: u32) -> Result<(), WorkbookError> {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_footer("&C&A　第&P页　共&N页");
    sheet.set_repeat_rows(header, header)?.set_freeze_panes(header + 1, 0)?;
    Ok(())
}

/// Excel's number of the paper size.
const A4: u8 = 9;

/// Characters of a sheet's name.
const LONGEST_NAME: usize = 31;

/// Names of sheets that Excel takes, each but once whatever the case, near to the names given.
pub(super) fn names<'n>(wanted: impl Iterator<Item = &'n str>, taken: &[&str]) -> Vec<String> {
    let mut taken: BTreeSet<String> = taken.iter().map(|name| name.to_lowercase()).collect();
    let mut names = Vec::new();
    for wanted in wanted {
        let plain: String =
            wanted.chars().map(|c| if c.is_control() || "[]:*?/\\'".contains(c) { '_' } else { c }).collect();
        let cut = |suffix: &str| -> String {
            let mut name = String::new();
            let mut length = suffix.encode_utf16().count();
            for c in plain.chars() {
                length += c.len_utf16();
                if length > LONGEST_NAME {
                    break;
                }
                name.push(c);
            }
            name + suffix
        };
        let mut name = cut("");
        let mut count = 1;
        // Excel keeps this one for itself.
        while name.is_empty() || name.eq_ignore_ascii_case("history") || taken.contains(&name.to_lowercase()) {
            count += 1;
            name = cut(&format!("({count})"));
        }
        taken.insert(name.to_lowercase());
        names.push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_of_sheets_are_short_unlike_and_without_marks_that_excel_forbids() {
        let long = "各县（市、区）人民政府".repeat(4);
        let named = names(["甲:乙/丙", "甲_乙_丙", "A", "a", "History", "", &long, &long].into_iter(), &["任务表"]);
        assert_eq!(named[..6], ["甲_乙_丙", "甲_乙_丙(2)", "A", "a(2)", "History(2)", "(2)"]);
        assert!(named.iter().all(|name| name.chars().count() <= 31) && named[6] != named[7]);
    }
}
