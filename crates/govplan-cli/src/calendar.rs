//! The working days that a run goes by.

use crate::arguments::Calendar;
use crate::exit::Failure;
use crate::input::about;
use govplan::Error;
use govplan::time::WorkingDays;
use std::borrow::Cow;
use std::path::Path;

/// The most bytes of a table of days off: many thousand years.
const MOST_BYTES: u64 = 4 << 20;

/// Those that are built in, with the years of the table that was named.
pub(crate) fn working_days(calendar: &Calendar) -> Result<Cow<'static, WorkingDays>, Failure> {
    working_days_of(calendar.calendar.as_deref())
}

/// Those that are built in, with the years of a table.
pub(crate) fn working_days_of(table: Option<&Path>) -> Result<Cow<'static, WorkingDays>, Failure> {
    let Some(file) = table else { return Ok(Cow::Borrowed(WorkingDays::announced())) };
    let size = std::fs::metadata(file).map_or(0, |metadata| metadata.len());
    let read = if size > MOST_BYTES { Err(std::io::ErrorKind::FileTooLarge.into()) } else { std::fs::read(file) };
    let bytes = read.map_err(|error| {
        let error = Error::File(error);
        Failure::files(about(file, |language| error.message(language)))
    })?;
    let newer = WorkingDays::announced().updated(&String::from_utf8_lossy(&bytes));
    newer.map(Cow::Owned).map_err(|error| Failure::files(about(file, |language| error.message(language))))
}
