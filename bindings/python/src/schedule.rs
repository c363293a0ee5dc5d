//! A schedule as Python sees it: what the façade writes of it as JSON, entry by entry.

use crate::hint::Dictionary;
use crate::value::{Pickled, dictionary, hash, html, of_json, pickled, value};
use chrono::NaiveDate;
use govplan::time::iso_date;
use pyo3::prelude::*;
use pyo3::types::PyType;
use serde::Deserialize;

value! {
    /// Something that a plan asks for, in one part of its schedule.
    ScheduleEntry {
        /// Id of the plan.
        plan: String,
        /// Id of the requirement or directive.
        requirement: String,
        /// Where in the plan: JSON Pointer (RFC 6901).
        pointer: String,
        /// Id of the timing that it comes from.
        #[serde(default)]
        timing: Option<String>,
        /// Kind of the timing.
        #[serde(default)]
        kind: Option<String>,
        /// The time as printed.
        #[serde(default)]
        raw: Option<String>,
        /// First day, where it has one besides the last.
        #[serde(default, with = "iso_date")]
        start: Option<NaiveDate>,
        /// Day on which it is due.
        #[serde(default, with = "iso_date")]
        due: Option<NaiveDate>,
        /// The day in the other reading of the words.
        #[serde(default, with = "iso_date")]
        alternative: Option<NaiveDate>,
        /// How it stands to today: ``overdue``, ``passed``, ``due_soon`` or ``later``.
        #[serde(default)]
        state: Option<String>,
        /// Whether it is one round of what comes again.
        #[serde(default)]
        round: bool,
        /// Last day of what goes on until one.
        #[serde(default, with = "iso_date")]
        end: Option<NaiveDate>,
        /// Event that it hangs on.
        #[serde(default)]
        event: Option<String>,
        /// Why it cannot be dated: ``no_time``, ``no_day``, ``year_unknown``, ``event_unknown``, …
        #[serde(default)]
        reason: Option<String>,
        /// Organs, each once.
        #[serde(default)]
        units: Vec<String>,
        /// Text of the requirement.
        #[serde(default)]
        text: Option<String>,
    }, shown |entry| format!(
        "<ScheduleEntry {}{}>",
        entry.requirement,
        entry.due.map(|due| format!(" {due}")).unwrap_or_default(),
    );
}

/// The parts of a schedule.
#[derive(Deserialize)]
struct Parts {
    due: Vec<ScheduleEntry>,
    standing: Vec<ScheduleEntry>,
    periods: Vec<ScheduleEntry>,
    undated: Vec<ScheduleEntry>,
    limits: Vec<ScheduleEntry>,
}

/// What a plan asks for, and when.
#[pyclass(frozen, eq, module = "govplan")]
#[derive(PartialEq)]
pub struct Schedule(pub String);

#[pymethods]
impl Schedule {
    /// What is due on a day, by day and then in the order of the plan.
    #[getter]
    fn due(&self) -> PyResult<Vec<ScheduleEntry>> {
        of_json(&self.0).map(|parts: Parts| parts.due)
    }

    /// What goes on without a day of its own, and what is wanted at once.
    #[getter]
    fn standing(&self) -> PyResult<Vec<ScheduleEntry>> {
        of_json(&self.0).map(|parts: Parts| parts.standing)
    }

    /// Periods that hang on an event whose day is not known, and periods that something lasts at least.
    #[getter]
    fn periods(&self) -> PyResult<Vec<ScheduleEntry>> {
        of_json(&self.0).map(|parts: Parts| parts.periods)
    }

    /// What cannot be dated, and why.
    #[getter]
    fn undated(&self) -> PyResult<Vec<ScheduleEntry>> {
        of_json(&self.0).map(|parts: Parts| parts.undated)
    }

    /// Requirements that touch a time limit of the law; ``to_dict()["limits"]`` holds the limits.
    #[getter]
    fn limits(&self) -> PyResult<Vec<ScheduleEntry>> {
        of_json(&self.0).map(|parts: Parts| parts.limits)
    }

    /// The schedule as JSON: the bytes that ``govplan due --format json`` writes.
    fn to_json(&self) -> &str {
        &self.0
    }

    /// The schedule as a dictionary, with everything that the command writes.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Dictionary<'py>> {
        dictionary(py, &self.0)
    }

    #[classmethod]
    fn _from_json(_class: &Bound<'_, PyType>, json: String) -> Self {
        Self(json)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Pickled<'py>> {
        pickled(slf.as_any(), "_from_json", slf.get().0.clone())
    }

    fn __hash__(&self) -> u64 {
        hash(&self.0)
    }

    fn __repr__(&self) -> PyResult<String> {
        let Parts { due, standing, periods, undated, limits } = of_json(&self.0)?;
        let (due, standing, periods, undated) = (due.len(), standing.len(), periods.len(), undated.len());
        let limits = limits.len();
        Ok(format!("<Schedule: {due} due, {standing} standing, {periods} periods, {undated} undated, {limits} limits>"))
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        html(slf.as_any(), slf.get().to_dict(slf.py())?)
    }
}
