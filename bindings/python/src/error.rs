//! Errors of the façade to the exceptions of `govplan.errors`.

use crate::place::Place;
use govplan::time::{TableError, UnknownYear};
use govplan::{Error, JsonError, Language, RegisterError, UnknownOrgan};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::io;
use std::path::Path;

/// What every exception of the package says.
struct Said<'e> {
    message: [String; 2],
    code: &'e str,
    place: Option<Place>,
    found: Option<String>,
    expected: Option<String>,
}

impl<'e> Said<'e> {
    fn new(code: &'e str, message: impl Fn(Language) -> String) -> Self {
        let message = [message(Language::Chinese), message(Language::English)];
        Self { message, code, place: None, found: None, expected: None }
    }

    fn about(self, found: Option<String>, expected: Option<String>) -> Self {
        Self { found, expected, ..self }
    }

    /// An exception of `govplan.errors` with fields of its own; the error of making it, where that fails.
    fn raised<'py>(self, py: Python<'py>, name: &str, own: impl IntoPyObject<'py, Error: Into<PyErr>>) -> PyErr {
        let Self { message: [zh, en], code, place, found, expected } = self;
        let made = || -> PyResult<Bound<'py, PyAny>> {
            let fields = (zh, en, code, place, found, expected).into_pyobject(py)?.add(own.into_bound_py_any(py)?)?;
            py.import("govplan.errors")?.getattr(name)?.call1(fields.cast_into::<PyTuple>()?)
        };
        made().map_or_else(|error| error, PyErr::from_value)
    }
}

/// The exception for what could not be loaded, from a file where there is one.
pub fn load_error(py: Python<'_>, error: &Error, file: Option<&Path>) -> PyErr {
    let said = Said::new(error.code(), |language| error.message(language));
    match error {
        Error::Plan { error, .. } => plan_error(py, error),
        Error::File(error) => file_error(error, file),
        Error::Document(error) => said.about(error.found(), error.expected()).raised(py, "ReadError", ()),
        _ => said.raised(py, "ReadError", ()),
    }
}

/// The exception for a file that cannot be opened, by the number of the system's error where it has one.
fn file_error(error: &io::Error, file: Option<&Path>) -> PyErr {
    match error.raw_os_error() {
        Some(number) => {
            let text = error.to_string();
            let text = text.split(" (os error ").next().unwrap_or_default().to_owned();
            PyOSError::new_err((number, text, file.map(Path::to_path_buf)))
        }
        None => PyOSError::new_err(error.to_string()),
    }
}

/// The exception for a document, or JSON Lines, of several plans where one was asked for.
pub fn several_plans(py: Python<'_>, count: usize) -> PyErr {
    let said = Said::new("several_plans", |language| match language {
        Language::Chinese => format!("有{count}个计划，应为1个；请用read_all读取"),
        Language::English => format!("{count} plans found, expected one; read them with read_all"),
    });
    said.about(Some(count.to_string()), Some("1".to_owned())).raised(py, "SeveralPlansError", (count,))
}

/// The exception for JSON that is no plan.
pub fn plan_error(py: Python<'_>, error: &JsonError) -> PyErr {
    let own = (error.pointer(), error.line(), error.column(), error.nearest());
    json_said(error).raised(py, "PlanError", own)
}

fn json_said(error: &JsonError) -> Said<'static> {
    let place = error.line().zip(error.column());
    Said {
        place: place.map(|(line, column)| Place(govplan::Place::in_line(line, column, 1))),
        found: error.found().map(str::to_owned),
        expected: error.expected().map(str::to_owned),
        ..Said::new(error.kind().as_str(), |language| error.message(language))
    }
}

/// The exception for a register that cannot be used.
pub fn register_error(py: Python<'_>, error: &RegisterError) -> PyErr {
    let (said, pointer) = match error {
        RegisterError::Json(error) => (json_said(error), error.pointer()),
        RegisterError::Flaws(flaws) => {
            let said = Said::new("structure", |language| error.message(language));
            let first = flaws.first();
            let found = first.map(|flaw| flaw.found.clone());
            let expected = first.and_then(|flaw| flaw.expected.clone());
            (said.about(found, expected), first.map(|flaw| flaw.pointer.as_str()))
        }
        _ => (Said::new("structure", |language| error.message(language)), None),
    };
    said.raised(py, "RegisterError", (pointer,))
}

/// The exception for an organ that the plan does not name.
pub fn unknown_organ(py: Python<'_>, error: &UnknownOrgan) -> PyErr {
    let said = Said::new("unknown_organ", |language| error.message(language));
    let own = (error.name.as_str(), error.nearest.as_deref());
    said.about(Some(error.name.clone()), error.nearest.clone()).raised(py, "UnknownOrganError", own)
}

/// The exception for a year whose days off nobody has announced.
pub fn unknown_year(py: Python<'_>, error: &UnknownYear) -> PyErr {
    let said = Said::new("unknown_year", |language| error.message(language));
    let expected = format!("{}-{}", error.first, error.last);
    let said = said.about(Some(error.year.to_string()), Some(expected));
    said.raised(py, "UnknownYearError", (error.year, error.first, error.last))
}

/// The exception for a table of days off that cannot be used.
pub fn calendar_error(py: Python<'_>, error: &TableError) -> PyErr {
    let said = Said::new(error.code(), |language| error.message(language));
    let said = Said { place: error.line.map(|line| Place(govplan::Place::in_line(line, 1, 1))), ..said };
    said.about(error.found().map(str::to_owned), error.expected()).raised(py, "CalendarError", (error.line,))
}
