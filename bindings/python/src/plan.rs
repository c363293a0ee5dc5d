//! A plan as Python sees it.

use crate::duty::Duty;
use crate::error::{load_error, plan_error, unknown_organ};
use crate::finding::Finding;
use chrono::NaiveDate;
use govplan::{CheckSettings, Graph, Options};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use std::path::PathBuf;

/// A work plan as exact data.
#[pyclass(frozen, eq)]
#[derive(PartialEq)]
pub struct Plan(govplan::Plan);

#[pymethods]
impl Plan {
    /// Read a plan from JSON, strictly.
    ///
    /// Raises
    /// ------
    /// PlanError
    ///     What is no JSON, an unknown field, a duplicate key, a reference that leads nowhere.
    #[staticmethod]
    fn from_json(py: Python<'_>, json: &str) -> PyResult<Self> {
        let plan = py.detach(|| govplan::Plan::from_json(json.as_bytes()));
        plan.map(Self).map_err(|error| plan_error(py, &error))
    }

    /// The plan as canonical JSON: the bytes that the command writes.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
    }

    /// Everything there is to say of the plan.
    ///
    /// Parameters
    /// ----------
    /// today : datetime.date, optional
    ///     The day on which the check is made, for rules about what is past.
    #[pyo3(signature = (*, today=None))]
    fn check(&self, py: Python<'_>, today: Option<NaiveDate>) -> Vec<Finding> {
        py.detach(|| self.0.check(&CheckSettings::new(today)).into_iter().map(Finding).collect())
    }

    /// The duties of an organ, by its name or another name of it, in the order of the plan.
    ///
    /// Raises
    /// ------
    /// UnknownOrganError
    ///     The plan does not name the organ.
    fn duties(&self, py: Python<'_>, organ: &str) -> PyResult<Vec<Duty>> {
        let duties = py.detach(|| {
            let graph = Graph::new(&self.0);
            graph.duties(organ).map(|duties| duties.iter().map(|duty| Duty::of(&self.0, duty)).collect())
        });
        duties.map_err(|error| unknown_organ(py, error))
    }

    /// Stable name of the plan.
    #[getter]
    fn id(&self) -> &str {
        self.0.id.as_str()
    }

    /// Title of the plan, or of the document that carries it.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.0.title.as_deref().or(self.0.head.title.as_deref())
    }

    fn __repr__(&self) -> String {
        let requirements = self.0.requirements().count();
        format!("<Plan {}: {} sections, {requirements} requirements>", self.0.id, self.0.sections.len())
    }
}

/// Where a document is: bytes, or the path of a file.
#[derive(FromPyObject)]
pub enum Source {
    /// The document itself.
    #[pyo3(transparent)]
    Bytes(PyBackedBytes),
    /// A file.
    #[pyo3(transparent)]
    Path(PathBuf),
}

/// Read a plan from a document, or from the JSON of a plan.
///
/// Parameters
/// ----------
/// source : str, os.PathLike or bytes
///     The path of a file, or its bytes.
/// name : str, optional
///     Name of the file, without its folders, for the plan's source; that of the path where there is one.
///
/// Raises
/// ------
/// ReadError
///     The bytes cannot be read as a document.
/// PlanError
///     The bytes are JSON that is no plan.
/// OSError
///     The file cannot be opened.
#[pyfunction]
#[pyo3(signature = (source, *, name=None))]
pub fn read(py: Python<'_>, source: Source, name: Option<String>) -> PyResult<Plan> {
    let options = Options { name, ..Options::default() };
    let loaded = py.detach(|| match source {
        Source::Bytes(bytes) => govplan::load(&bytes, &options),
        Source::Path(path) => govplan::open(path, &options),
    });
    let mut plans = loaded.map_err(|error| load_error(py, error))?.plans.into_iter();
    match (plans.next(), plans.len()) {
        (Some(plan), 0) => Ok(Plan(plan)),
        (_, more) => Err(PyValueError::new_err(format!("one plan expected, {} found", more + 1))),
    }
}

/// Names of the JSON Schemas.
#[pyfunction]
pub fn schema_names() -> Vec<&'static str> {
    govplan::schema_names().to_vec()
}

/// A JSON Schema, by name.
///
/// Raises
/// ------
/// KeyError
///     There is no schema of that name.
#[pyfunction]
pub fn schema<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    let schema = govplan::schema(name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))?;
    py.import("json")?.call_method1("loads", (schema.to_string(),))
}
