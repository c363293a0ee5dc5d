//! Working days as a value of Python's.

use crate::error::calendar_error;
use crate::hint::Dictionary;
use crate::text::TextOrBytes;
use crate::value::{Pickled, hash, html, pickled};
use govplan::time::WorkingDays;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};
use std::sync::Arc;

/// Working days: those of the years that are built in, and those of a table of days off that was announced after this release.
///
/// Two calendars are equal where they have the same years and the same days off.
#[pyclass(frozen, eq, from_py_object, module = "govplan")]
#[derive(Clone, PartialEq)]
pub struct Calendar(Arc<WorkingDays>);

impl Calendar {
    /// The days of a calendar, or those that are built in.
    pub fn or_announced(calendar: Option<&Self>) -> &WorkingDays {
        calendar.map_or(WorkingDays::announced(), |calendar| &calendar.0)
    }
}

#[pymethods]
impl Calendar {
    /// Read a table of days off, as ``--calendar`` of the command does: its years are added to those that are built in, or stand in
    /// their place.
    ///
    /// Parameters
    /// ----------
    /// csv : str or bytes
    ///     The table, in UTF-8: the columns ``date,name,kind``, where kind is ``holiday`` or ``makeup_workday``; lines that begin with
    ///     ``#`` say nothing. A year is known where its New Year's Day stands in the table.
    ///
    /// Raises
    /// ------
    /// CalendarError
    ///     A line of another form, a day that stands twice, a year left out between two others, a table without a year.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> calendar = govplan.Calendar.from_csv("date,name,kind\n2027-01-01,元旦,holiday\n")
    /// >>> calendar.last_year
    /// 2027
    /// >>> govplan.workdays.add(date(2026, 12, 31), 1, calendar=calendar)
    /// datetime.date(2027, 1, 4)
    #[classmethod]
    fn from_csv(_class: &Bound<'_, PyType>, py: Python<'_>, csv: TextOrBytes) -> PyResult<Self> {
        let days = py.detach(|| WorkingDays::announced().updated(&String::from_utf8_lossy(csv.bytes())));
        days.map(|days| Self(Arc::new(days))).map_err(|error| calendar_error(py, &error))
    }

    /// The table of all days off, those that are built in among them.
    fn to_csv(&self) -> String {
        self.0.to_table()
    }

    /// First year that is known.
    #[getter]
    fn first_year(&self) -> i32 {
        self.0.first_year()
    }

    /// Last year that is known.
    #[getter]
    fn last_year(&self) -> i32 {
        self.0.last_year()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Pickled<'py>> {
        pickled(slf.as_any(), "from_csv", slf.get().to_csv())
    }

    fn __hash__(&self) -> u64 {
        hash(&self.to_csv())
    }

    fn __repr__(&self) -> String {
        format!("<Calendar {}-{}>", self.first_year(), self.last_year())
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (calendar, fields) = (slf.get(), PyDict::new(slf.py()));
        fields.set_item("first_year", calendar.first_year())?;
        fields.set_item("last_year", calendar.last_year())?;
        html(slf.as_any(), Dictionary(fields.into_any()))
    }
}
