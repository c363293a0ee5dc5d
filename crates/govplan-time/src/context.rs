use chrono::{Datelike, NaiveDate};

/// What a document says about its own time: where an expression takes a year from that it does not print.
///
/// A date that the text and its context do not give is never made up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// Date of issue (成文日期): what 即日起 starts from.
    pub issued: Option<NaiveDate>,
    /// Year of a date that names none (9月底前); without it such a date stays open.
    pub year: Option<i32>,
    /// Where that year comes from.
    pub year_source: YearSource,
}

/// Where the year of a date that names none comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum YearSource {
    /// The caller said so.
    #[default]
    Argument,
    /// The plan's title.
    Title,
    /// The period that the plan covers.
    Period,
    /// The date of issue.
    Issued,
    /// The text before the expression.
    Text,
}

impl Context {
    /// The year that 今年, 明年 and 次年 are counted from: the year, else that of issue.
    #[must_use]
    pub fn base_year(&self) -> Option<i32> {
        self.year.or_else(|| self.issued.map(|date| date.year()))
    }
}

impl YearSource {
    /// Code of the step that says so.
    pub(crate) const fn step(self) -> &'static str {
        match self {
            Self::Argument => "year_from_argument",
            Self::Title => "year_from_title",
            Self::Period => "year_from_period",
            Self::Issued => "year_from_issued",
            Self::Text => "year_from_text",
        }
    }
}
