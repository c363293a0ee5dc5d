//! Working days as Python asks for them: of one day, and of many at once as the bytes of numpy's `datetime64[D]`.

use crate::error::unknown_year;
use chrono::NaiveDate;
use govplan::time::{UnknownYear, WorkingDays};
use pyo3::exceptions::{PyOverflowError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

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

/// Number of numpy's day that is none (NaT).
const NO_DAY: i64 = i64::MIN;

/// Why a batch stops.
enum Stop {
    Year(UnknownYear),
    /// A day beyond the calendar, or a count beyond its days.
    Range(i64),
}

impl Stop {
    fn raised(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Year(error) => unknown_year(py, &error),
            Self::Range(number) => PyOverflowError::new_err(format!("{number} is beyond the calendar")),
        }
    }
}

/// Whether each day works; a day that is none does not.
#[pyfunction]
pub fn _are_workdays<'py>(py: Python<'py>, days: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    let calendar = WorkingDays::announced();
    let works = |number| match number {
        NO_DAY => Ok(0),
        number => calendar.is_working_day(day(number)?).map(u8::from).map_err(Stop::Year),
    };
    let found: Result<Vec<u8>, Stop> = py.detach(|| numbers(days).map(works).collect());
    found.map(|works| PyBytes::new(py, &works)).map_err(|stop| stop.raised(py))
}

/// The working day so many after each day; of a day that is none, none.
#[pyfunction]
pub fn _add_workdays<'py>(py: Python<'py>, days: &[u8], counts: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    let calendar = WorkingDays::announced();
    pairwise(py, days, counts, |number, count| {
        if number == NO_DAY {
            return Ok(NO_DAY);
        }
        let count = i32::try_from(count).map_err(|_| Stop::Range(count))?;
        calendar.add(day(number)?, count).map(|day| day.to_epoch_days().into()).map_err(Stop::Year)
    })
}

/// How many working days lie after each day, up to another and with it.
#[pyfunction]
pub fn _count_workdays<'py>(py: Python<'py>, starts: &[u8], ends: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    let calendar = WorkingDays::announced();
    pairwise(py, starts, ends, |start, end| calendar.count(day(start)?, day(end)?).map(i64::from).map_err(Stop::Year))
}

/// A number for each pair of numbers.
fn pairwise<'py>(
    py: Python<'py>,
    one: &[u8],
    other: &[u8],
    act: impl Fn(i64, i64) -> Result<i64, Stop> + Send + Sync,
) -> PyResult<Bound<'py, PyBytes>> {
    if one.len() != other.len() {
        return Err(PyValueError::new_err("expected as many numbers of the one as of the other"));
    }
    let found: Result<Vec<u8>, Stop> = py.detach(|| {
        let mut bytes = Vec::with_capacity(one.len());
        for (one, other) in numbers(one).zip(numbers(other)) {
            bytes.extend_from_slice(&act(one, other)?.to_ne_bytes());
        }
        Ok(bytes)
    });
    found.map(|bytes| PyBytes::new(py, &bytes)).map_err(|stop| stop.raised(py))
}

/// Numbers of eight bytes each, in the order of the machine.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = i64> {
    let (numbers, _) = bytes.as_chunks::<8>();
    numbers.iter().map(|number| i64::from_ne_bytes(*number))
}

/// The day of a number, counted from 1970.
fn day(number: i64) -> Result<NaiveDate, Stop> {
    i32::try_from(number).ok().and_then(NaiveDate::from_epoch_days).ok_or(Stop::Range(number))
}
