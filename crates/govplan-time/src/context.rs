use chrono::{Datelike, NaiveDate};

/// What an expression may take from the document that it stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// Date of issue: what 即日起 starts from.
    pub issued: Option<NaiveDate>,
    /// Year of a date that names none; without it such a date stays open.
    pub year: Option<i32>,
    /// Where that year comes from.
    pub year_source: YearSource,
}

/// Where the year of a date that names none comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum YearSource {
    /// The caller said so.
    #[default]
    Argument,
    /// The plan's title.
    Title,
    /// The date of issue.
    Issued,
}

impl Context {
    /// The year that 今年, 明年 and 次年 are counted from.
    #[must_use]
    pub fn base_year(&self) -> Option<i32> {
        self.year.or_else(|| self.issued.map(|date| date.year()))
    }
}
