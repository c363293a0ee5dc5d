//! Working days as Python asks for them.

use crate::error::unknown_year;
use chrono::NaiveDate;
use govplan::time::WorkingDays;
use pyo3::prelude::*;

/// Whether a day is a working day of the People's Republic.
///
/// Raises
/// ------
/// UnknownYearError
///     A day of a year that no notice has announced days off for.
#[pyfunction]
pub fn is_workday(py: Python<'_>, day: NaiveDate) -> PyResult<bool> {
    WorkingDays::announced().is_working_day(day).map_err(|error| unknown_year(py, &error))
}

/// The working day so many after a day, which is not counted itself; before it, where the count is negative.
///
/// Raises
/// ------
/// UnknownYearError
///     A day, or a result, of a year that no notice has announced days off for.
#[pyfunction]
pub fn add_workdays(py: Python<'_>, day: NaiveDate, count: i32) -> PyResult<NaiveDate> {
    WorkingDays::announced().add(day, count).map_err(|error| unknown_year(py, &error))
}

/// How many working days lie after a day, up to another and with it; negative where the other is the earlier.
///
/// Raises
/// ------
/// UnknownYearError
///     A day of a year that no notice has announced days off for.
#[pyfunction]
pub fn count_workdays(py: Python<'_>, start: NaiveDate, end: NaiveDate) -> PyResult<i32> {
    WorkingDays::announced().count(start, end).map_err(|error| unknown_year(py, &error))
}
