/// The day that a workbook counts its days from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Epoch {
    /// 1 January 1900 is day 1, and a 29 February 1900 is counted that never was.
    #[default]
    Of1900,
    /// 1 January 1904 is day 0.
    Of1904,
}
