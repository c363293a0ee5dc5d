use super::table::COLUMNS;
use crate::Language;
use std::fmt;

/// A question about a year that no notice has announced days off for.
///
/// The State Council announces each year's in the autumn before. Until then nobody knows its working days: the year is an
/// error, never a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownYear {
    /// The year that was asked about.
    pub year: i32,
    /// First year that is known.
    pub first: i32,
    /// Last year that is known.
    pub last: i32,
}

impl UnknownYear {
    pub(super) fn new(year: i32, first: i32, last: i32) -> Self {
        Self { year, first, last }
    }

    /// The message, in one language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let Self { year, first, last } = self;
        match language {
            Language::Chinese => {
                format!("不知道{year}年的工作日，已知{first}年至{last}年；放假通知公布后，请载入新的工作日历")
            }
            Language::English => format!(
                "the working days of {year} are not known, only those of {first} to {last}; once they are announced, load a newer calendar"
            ),
        }
    }
}

impl fmt::Display for UnknownYear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for UnknownYear {}

/// What is wrong with a table of working days, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableError {
    /// Line of the table, from 1; absent where it is the table as a whole.
    pub line: Option<usize>,
    /// What is wrong.
    pub fault: TableFault,
}

/// A fault of a table of working days.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableFault {
    /// The first line does not name the columns.
    Columns(String),
    /// No day of the form YYYY-MM-DD.
    Date(String),
    /// Neither `holiday` nor `makeup_workday`.
    Kind(String),
    /// A day that stands in the table twice.
    Repeated(String),
    /// A day of a year that is not announced: its New Year's Day does not stand in the table.
    Unannounced(i32),
    /// A year between two that are known is missing.
    Gap(i32),
    /// No day stands in it, or no year is announced.
    Empty,
}

impl TableError {
    pub(super) fn at(line: usize, fault: TableFault) -> Self {
        Self { line: Some(line), fault }
    }

    pub(super) fn of_the_whole(fault: TableFault) -> Self {
        Self { line: None, fault }
    }

    /// Why, as a permanent code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.fault {
            TableFault::Columns(_) => "columns",
            TableFault::Date(_) => "date",
            TableFault::Kind(_) => "kind",
            TableFault::Repeated(_) => "repeated",
            TableFault::Unannounced(_) => "unannounced",
            TableFault::Gap(_) => "gap",
            TableFault::Empty => "empty",
        }
    }

    /// What was found, where it is a single thing: the columns, a field, the day that stands twice.
    #[must_use]
    pub fn found(&self) -> Option<&str> {
        match &self.fault {
            TableFault::Columns(found)
            | TableFault::Date(found)
            | TableFault::Kind(found)
            | TableFault::Repeated(found) => Some(found),
            TableFault::Unannounced(_) | TableFault::Gap(_) | TableFault::Empty => None,
        }
    }

    /// What was expected instead, where that can be said: the columns, the form of a day, the kinds, the day or year that is
    /// missing.
    #[must_use]
    pub fn expected(&self) -> Option<String> {
        match self.fault {
            TableFault::Columns(_) => Some(COLUMNS.to_owned()),
            TableFault::Date(_) => Some("YYYY-MM-DD".to_owned()),
            TableFault::Kind(_) => Some("holiday, makeup_workday".to_owned()),
            TableFault::Unannounced(year) => Some(format!("{year:04}-01-01")),
            TableFault::Gap(year) => Some(year.to_string()),
            TableFault::Repeated(_) | TableFault::Empty => None,
        }
    }

    /// The message, in one language; it does not name the file.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        use TableFault::{Columns, Date, Empty, Gap, Kind, Repeated, Unannounced};
        let what = match (&self.fault, language) {
            (Columns(found), Language::Chinese) => format!("首行应为`date,name,kind`，现为`{found}`"),
            (Columns(found), Language::English) => format!("found `{found}`, expected the columns `date,name,kind`"),
            (Date(found), Language::Chinese) => format!("`{found}`不是日期，应写作2027-01-01"),
            (Date(found), Language::English) => format!("`{found}` is no day, expected one such as 2027-01-01"),
            (Kind(found), Language::Chinese) => format!("`{found}`应为`holiday`或`makeup_workday`"),
            (Kind(found), Language::English) => format!("found `{found}`, expected `holiday` or `makeup_workday`"),
            (Repeated(date), Language::Chinese) => format!("{date}出现两次，请删去一行"),
            (Repeated(date), Language::English) => format!("{date} stands twice, take one line out"),
            (Unannounced(year), Language::Chinese) => format!("{year}年没有元旦一行，不能算作已公布，请补全该年"),
            (Unannounced(year), Language::English) => {
                format!("{year} has no New Year's Day and so is not announced, complete the year")
            }
            (Gap(year), Language::Chinese) => format!("缺少{year}年，年份应当连续"),
            (Gap(year), Language::English) => format!("{year} is missing, years must follow each other"),
            (Empty, Language::Chinese) => "没有任何一天，或没有一年的元旦，请核对内容".to_owned(),
            (Empty, Language::English) => {
                "no day stands in it, or no year's New Year's Day: check its content".to_owned()
            }
        };
        match (self.line, language) {
            (Some(line), Language::Chinese) => format!("第{line}行：{what}"),
            (Some(line), Language::English) => format!("line {line}: {what}"),
            (None, _) => what,
        }
    }
}

impl fmt::Display for TableError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for TableError {}
