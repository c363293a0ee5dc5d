//! The table of days off: one line a day, `#` opens a comment, the first line that is none names the columns.

use super::{TableError, TableFault};
use crate::parse_iso_date;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The columns, as the first line names them.
pub(super) const COLUMNS: &str = "date,name,kind";

const HOLIDAY: &str = "holiday";
const MAKEUP_WORKDAY: &str = "makeup_workday";

/// A day that does not go by the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Exception {
    /// The holiday that it belongs to.
    pub(super) name: Box<str>,
    /// Whether it is a working day all the same.
    pub(super) works: bool,
}

/// The days of a table, each with the line that it stands in.
type Lines = BTreeMap<NaiveDate, (usize, Exception)>;

/// The days that do not go by the week, and the years that are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) days: BTreeMap<NaiveDate, Exception>,
    pub(super) years: BTreeSet<i32>,
}

impl Table {
    /// This table, with the years of a newer one added or put in the place of its own.
    pub(super) fn updated(&self, text: &str) -> Result<Self, TableError> {
        let lines = lines(text)?;
        if lines.is_empty() {
            return Err(TableError::of_the_whole(TableFault::Empty));
        }
        let mut years = self.years.clone();
        let announced: BTreeSet<i32> =
            lines.keys().filter(|day| (day.month(), day.day()) == (1, 1)).map(NaiveDate::year).collect();
        years.extend(&announced);
        let first = *years.first().ok_or_else(|| TableError::of_the_whole(TableFault::Empty))?;
        for (place, year) in (first..).zip(&years) {
            if place != *year {
                return Err(TableError::of_the_whole(TableFault::Gap(place)));
            }
        }
        let mut days = self.days.clone();
        days.retain(|day, _| !announced.contains(&day.year()));
        for (day, (line, exception)) in lines {
            if !years.contains(&day.year()) {
                return Err(TableError::at(line, TableFault::Unannounced(day.year())));
            }
            days.insert(day, exception);
        }
        Ok(Self { days, years })
    }
}

/// The lines of the table; read again they are the same table.
impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{COLUMNS}")?;
        self.days.iter().try_for_each(|(day, Exception { name, works })| {
            let kind = if *works { MAKEUP_WORKDAY } else { HOLIDAY };
            writeln!(formatter, "{day},{name},{kind}")
        })
    }
}

fn lines(text: &str) -> Result<Lines, TableError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = (1..).zip(text.lines()).map(|(number, line)| (number, line.trim_end()));
    let mut lines = lines.by_ref().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    match lines.next() {
        Some((_, COLUMNS)) => {}
        Some((number, found)) => return Err(TableError::at(number, TableFault::Columns(found.to_owned()))),
        None => return Err(TableError::of_the_whole(TableFault::Empty)),
    }
    let mut days = Lines::new();
    for (number, line) in lines {
        let (date, rest) = line.split_once(',').unwrap_or((line, ""));
        let (name, kind) = rest.rsplit_once(',').unwrap_or(("", rest));
        let fault = |fault| TableError::at(number, fault);
        let day = parse_iso_date(date).ok_or_else(|| fault(TableFault::Date(date.to_owned())))?;
        let works = match kind {
            HOLIDAY => false,
            MAKEUP_WORKDAY => true,
            _ => return Err(fault(TableFault::Kind(kind.to_owned()))),
        };
        if days.insert(day, (number, Exception { name: name.into(), works })).is_some() {
            return Err(fault(TableFault::Repeated(date.to_owned())));
        }
    }
    Ok(days)
}
