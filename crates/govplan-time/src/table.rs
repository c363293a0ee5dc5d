//! The data files: one record a line, `#` opens a comment, the first line that is none names the columns.

/// The records of a table, each divided into at most `N` fields; a field that is not there is empty.
pub(crate) fn records<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1).map(|line| {
        let mut fields = line.splitn(N, ',');
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}
