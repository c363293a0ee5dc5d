use csv::{Terminator, WriterBuilder};
use govplan_core::{FlatRow, Plan};

/// Whether a file starts with a byte order mark.
///
/// Excel takes a CSV file without one for the code page of the machine and shows Chinese as garbage; most other programs
/// want none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ByteOrderMark {
    /// Without: for programs.
    #[default]
    Absent,
    /// With: for Excel.
    Present,
}

/// Plans as comma-separated values (RFC 4180) in UTF-8: a header, then the [flat rows](FlatRow) of every plan.
///
/// Every text stands as it is in the plan. A spreadsheet program takes one that begins with `=`, `+`, `-` or `@` for a formula: what
/// comes from strangers is better given to people as a workbook.
///
/// ```
/// use govplan_core::Plan;
/// use govplan_write::{ByteOrderMark, rows_csv};
///
/// let plan = Plan::new("p".parse()?);
/// let csv = rows_csv([&plan], ByteOrderMark::Absent);
/// assert!(csv.starts_with(b"plan_id,plan_title,") && csv.ends_with(b",place\r\n"));
/// # Ok::<(), govplan_core::TokenError>(())
/// ```
#[must_use]
pub fn rows_csv<'a>(plans: impl IntoIterator<Item = &'a Plan>, mark: ByteOrderMark) -> Vec<u8> {
    let start = match mark {
        ByteOrderMark::Absent => Vec::new(),
        ByteOrderMark::Present => b"\xef\xbb\xbf".to_vec(),
    };
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).has_headers(false).from_writer(start);
    // Writing to memory does not fail: no row holds a value that CSV cannot, and all are of one length.
    let header = writer.write_record(FlatRow::COLUMNS);
    let mut rows = plans.into_iter().flat_map(Plan::rows);
    let written = header.and_then(|()| rows.try_for_each(|row| writer.serialize(row)));
    written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
}
