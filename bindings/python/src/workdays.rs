//! Working days as Python asks for them: of one day, and of many at once as the bytes of numpy's `datetime64[D]`.

use crate::calendar::Calendar;
use crate::error::unknown_year;
use chrono::NaiveDate;
use govplan::time::UnknownYear;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// Whether a day is a working day of the People's Republic.
///
/// Raises
/// ------
/// UnknownYearError
///     A day of a year that no notice has announced days off for.
#[pyfunction]
#[pyo3(signature = (day, *, calendar=None))]
pub fn is_workday(py: Python<'_>, day: NaiveDate, calendar: Option<Calendar>) -> PyResult<bool> {
    Calendar::or_announced(calendar.as_ref()).is_working_day(day).map_err(|error| unknown_year(py, &error))
}

/// The working day so many after a day, which is not counted itself; before it, where the count is negative.
///
/// Raises
/// ------
/// UnknownYearError
///     A day, or a result, of a year that no notice has announced days off for.
#[pyfunction]
#[pyo3(signature = (day, count, *, calendar=None))]
pub fn add_workdays(py: Python<'_>, day: NaiveDate, count: i32, calendar: Option<Calendar>) -> PyResult<NaiveDate> {
    Calendar::or_announced(calendar.as_ref()).add(day, count).map_err(|error| unknown_year(py, &error))
}

/// How many working days lie after a day, up to another and with it; negative where the other is the earlier.
///
/// Raises
/// ------
/// UnknownYearError
///     A day of a year that no notice has announced days off for.
#[pyfunction]
#[pyo3(signature = (start, end, *, calendar=None))]
pub fn count_workdays(py: Python<'_>, start: NaiveDate, end: NaiveDate, calendar: Option<Calendar>) -> PyResult<i32> {
    Calendar::or_announced(calendar.as_ref()).count(start, end).map_err(|error| unknown_year(py, &error))
}

/// Number of numpy's day that is none (NaT).
const NO_DAY: i64 = i64::MIN;

/// Whether each day works; a day that is none does not.
#[pyfunction]
#[pyo3(signature = (days, *, calendar=None))]
pub fn _are_workdays<'py>(py: Python<'py>, days: &[u8], calendar: Option<Calendar>) -> PyResult<Bound<'py, PyBytes>> {
    let calendar = Calendar::or_announced(calendar.as_ref()).numbered();
    let numbers = numbers(days);
    written(py, numbers.len(), |works| {
        for (number, works) in numbers.iter().zip(works) {
            let day = i64::from_ne_bytes(*number);
            *works = u8::from(day != NO_DAY && calendar.is_working_day(day)?);
        }
        Ok(())
    })
}

/// The working day so many after each day; of a day that is none, none.
#[pyfunction]
#[pyo3(signature = (days, counts, *, calendar=None))]
pub fn _add_workdays<'py>(
    py: Python<'py>,
    days: &[u8],
    counts: &[u8],
    calendar: Option<Calendar>,
) -> PyResult<Bound<'py, PyBytes>> {
    let calendar = Calendar::or_announced(calendar.as_ref()).numbered();
    pairwise(py, days, counts, |day, count| if day == NO_DAY { Ok(NO_DAY) } else { calendar.add(day, count) })
}

/// How many working days lie after each day, up to another and with it.
#[pyfunction]
#[pyo3(signature = (starts, ends, *, calendar=None))]
pub fn _count_workdays<'py>(
    py: Python<'py>,
    starts: &[u8],
    ends: &[u8],
    calendar: Option<Calendar>,
) -> PyResult<Bound<'py, PyBytes>> {
    let calendar = Calendar::or_announced(calendar.as_ref()).numbered();
    pairwise(py, starts, ends, |start, end| calendar.count(start, end))
}

/// A number for each pair of numbers.
fn pairwise<'py>(
    py: Python<'py>,
    one: &[u8],
    other: &[u8],
    act: impl Fn(i64, i64) -> Result<i64, UnknownYear> + Send + Sync,
) -> PyResult<Bound<'py, PyBytes>> {
    if one.len() != other.len() {
        return Err(PyValueError::new_err("expected as many numbers of the one as of the other"));
    }
    let (one, other) = (numbers(one), numbers(other));
    written(py, one.len() * 8, |results| {
        let (results, _) = results.as_chunks_mut::<8>();
        for ((one, other), result) in one.iter().zip(other).zip(results) {
            *result = act(i64::from_ne_bytes(*one), i64::from_ne_bytes(*other))?.to_ne_bytes();
        }
        Ok(())
    })
}

/// Bytes that are written while other threads of Python run.
fn written<'py>(
    py: Python<'py>,
    length: usize,
    write: impl FnOnce(&mut [u8]) -> Result<(), UnknownYear> + Send,
) -> PyResult<Bound<'py, PyBytes>> {
    PyBytes::new_with(py, length, |bytes| py.detach(|| write(bytes)).map_err(|error| unknown_year(py, &error)))
}

/// Numbers of eight bytes each, in the order of the machine.
fn numbers(bytes: &[u8]) -> &[[u8; 8]] {
    bytes.as_chunks().0
}
