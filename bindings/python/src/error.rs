//! Errors of the façade to the exceptions of `govplan.errors`.

use govplan::time::UnknownYear;
use govplan::{Error, JsonError, Language, UnknownOrgan};
use pyo3::call::PyCallArgs;
use pyo3::prelude::*;

/// An exception of `govplan.errors`, made from its fields; the error of making it, where that fails.
fn raised<'py>(py: Python<'py>, name: &str, fields: impl PyCallArgs<'py>) -> PyErr {
    let made = || -> PyResult<Bound<'py, PyAny>> { py.import("govplan.errors")?.getattr(name)?.call1(fields) };
    made().map_or_else(|error| error, PyErr::from_value)
}

/// The exception for what could not be loaded.
pub fn load_error(py: Python<'_>, error: Error) -> PyErr {
    match error {
        Error::Plan { error, .. } => plan_error(py, &error),
        Error::File(error) => error.into(),
        error => {
            let fields = (error.message(Language::Chinese), error.message(Language::English), "document");
            raised(py, "ReadError", fields)
        }
    }
}

/// The exception for JSON that is no plan.
pub fn plan_error(py: Python<'_>, error: &JsonError) -> PyErr {
    let fields = (
        error.message(Language::Chinese),
        error.message(Language::English),
        error.kind().as_str(),
        error.pointer(),
        error.line(),
        error.column(),
        error.nearest(),
    );
    raised(py, "PlanError", fields)
}

/// The exception for an organ that the plan does not name.
pub fn unknown_organ(py: Python<'_>, error: UnknownOrgan) -> PyErr {
    let (chinese, english) = (error.message(Language::Chinese), error.message(Language::English));
    raised(py, "UnknownOrganError", (chinese, english, "unknown_organ", error.name, error.nearest))
}

/// The exception for a year whose days off nobody has announced.
pub fn unknown_year(py: Python<'_>, error: &UnknownYear) -> PyErr {
    let (chinese, english) = (error.message(Language::Chinese), error.message(Language::English));
    raised(py, "UnknownYearError", (chinese, english, "unknown_year", error.year, error.first, error.last))
}
