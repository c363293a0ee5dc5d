//! Documents to plans.

use crate::calendar::Calendar;
use crate::error::{load_error, several_plans};
use crate::hint::Limits;
use crate::plan::{Outlook, Plan};
use chrono::NaiveDate;
use govplan::{Options, contained};
use pyo3::exceptions::{PyTypeError, PyValueError};
#[cfg(feature = "stubs")]
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
#[cfg(feature = "stubs")]
use pyo3::type_hint_identifier;
use std::path::PathBuf;

/// Where a document is: bytes, the path of a file, or a file that is open.
#[derive(FromPyObject)]
pub enum Source {
    /// The document itself.
    #[pyo3(transparent)]
    Bytes(PyBackedBytes),
    /// A file.
    #[pyo3(transparent)]
    Path(PathBuf),
    /// A file that is open.
    #[pyo3(transparent)]
    File(OpenFile),
}

/// A file that is open for reading bytes.
pub struct OpenFile(Py<PyAny>);

impl<'py> FromPyObject<'_, 'py> for OpenFile {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("typing", "BinaryIO");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if object.hasattr("read")? {
            return Ok(Self(object.to_owned().unbind()));
        }
        Err(PyTypeError::new_err("expected bytes, a path, or a file that is open for reading bytes"))
    }
}

impl OpenFile {
    /// Its bytes, read no further than is needed to know that they are too many.
    fn bytes(&self, py: Python<'_>, allowed: usize) -> PyResult<Vec<u8>> {
        let mut bytes = Vec::new();
        while bytes.len() <= allowed {
            let some = self.0.bind(py).call_method1("read", (allowed.saturating_add(1) - bytes.len(),))?;
            let some: PyBackedBytes = some
                .extract()
                .map_err(|_| PyTypeError::new_err("the file gives text, expected one that gives bytes"))?;
            if some.is_empty() {
                break;
            }
            bytes.extend_from_slice(&some);
        }
        Ok(bytes)
    }

    /// Its name, where it has one.
    fn name(&self, py: Python<'_>) -> Option<String> {
        let path: PathBuf = self.0.bind(py).getattr("name").ok()?.extract().ok()?;
        Some(path.file_name()?.to_string_lossy().into_owned())
    }
}

/// What a reader is told.
pub fn options(name: Option<String>, format: Option<&str>, limits: Option<&Limits<'_>>) -> PyResult<Options> {
    let format = format.map(str::parse).transpose().map_err(PyValueError::new_err)?;
    let mut all = govplan::Limits::default();
    for (name, limit) in limits.map(Limits::all).transpose()?.unwrap_or_default() {
        *(match name.as_str() {
            "bytes" => &mut all.bytes,
            "unpacked_bytes" => &mut all.unpacked_bytes,
            "lines" => &mut all.lines,
            "cells" => &mut all.cells,
            "columns" => &mut all.columns,
            "pages" => &mut all.pages,
            "depth" => &mut all.depth,
            _ => {
                let known = "bytes, unpacked_bytes, lines, cells, columns, pages, depth";
                return Err(PyValueError::new_err(format!("unknown limit `{name}`, expected one of {known}")));
            }
        }) = limit;
    }
    Ok(Options { name, format, limits: all })
}

/// Every plan of a source, of which a document gives one at least.
fn load(py: Python<'_>, source: Source, mut options: Options, outlook: &Outlook) -> PyResult<Vec<Plan>> {
    let (bytes, file) = match source {
        Source::Bytes(bytes) => (Some(bytes.to_vec()), None),
        Source::Path(path) => (None, Some(path)),
        Source::File(file) => {
            options.name = options.name.or_else(|| file.name(py));
            (Some(file.bytes(py, options.limits.bytes)?), None)
        }
    };
    let loaded = py.detach(|| {
        contained(|| match (&bytes, &file) {
            (Some(bytes), _) => govplan::load(bytes, &options),
            (None, file) => govplan::open(file.as_deref().unwrap_or("".as_ref()), &options),
        })
    });
    let loaded = loaded.map_err(|error| load_error(py, &error, file.as_deref()))?;
    Ok(loaded.plans.into_iter().map(|plan| Plan::new(plan, outlook.clone())).collect())
}

/// The one plan of a source.
fn only(py: Python<'_>, plans: Vec<Plan>) -> PyResult<Plan> {
    let count = plans.len();
    match (plans.into_iter().next(), count) {
        (Some(plan), 1) => Ok(plan),
        _ => Err(several_plans(py, count)),
    }
}

/// Declares a function that reads a source: what is asked of a reader is said here alone.
macro_rules! reading {
    ($(#[$doc:meta])* $name:ident |$py:ident, $plans:ident| -> $given:ty { $give:expr }) => {
        $(#[$doc])*
        #[pyfunction]
        #[pyo3(signature = (source, *, name=None, format=None, today=None, calendar=None, limits=None))]
        pub fn $name(
            $py: Python<'_>,
            source: Source,
            name: Option<String>,
            format: Option<&str>,
            today: Option<NaiveDate>,
            calendar: Option<Calendar>,
            limits: Option<Limits<'_>>,
        ) -> PyResult<$given> {
            let $plans = load($py, source, options(name, format, limits.as_ref())?, &Outlook { today, calendar })?;
            $give
        }
    };
}

reading! {
    /// Read the plan of a document, or of the JSON of a plan.
    ///
    /// The bytes tell the format, not the name. What is wrong with a document that can be opened stands in the plan's findings.
    ///
    /// Parameters
    /// ----------
    /// source : str, os.PathLike, bytes or file object
    ///     The path of a file, its bytes, or a file that is open for reading bytes.
    /// name : str, optional
    ///     Name of the file, without its folders, for the plan's source; that of the file where there is one.
    /// format : str, optional
    ///     Format to read the bytes as, whatever they look like: ``text``, ``markdown``, ``html``, ``docx``, ``flat-opc``, ``word-xml``,
    ///     ``doc``, ``xlsx``, ``xls``, ``spreadsheet-xml``, ``ods``, ``pdf`` or ``ofd``.
    /// today : datetime.date, optional
    ///     The day on which the plan's checks and schedules are made, unless they are given another. It is no part of the plan.
    /// calendar : Calendar, optional
    ///     The working days that they go by, likewise: those of years announced after this release among them.
    /// limits : mapping of str to int, optional
    ///     Budgets of work in place of those on by default: ``bytes``, ``unpacked_bytes``, ``lines``, ``cells``, ``columns``, ``pages``,
    ///     ``depth``.
    ///
    /// Returns
    /// -------
    /// Plan
    ///
    /// Raises
    /// ------
    /// ReadError
    ///     The bytes cannot be read as a document.
    /// PlanError
    ///     The bytes are JSON that is no plan.
    /// SeveralPlansError
    ///     There is more than one plan: `read_all` gives them.
    /// OSError
    ///     The file cannot be opened.
    ///
    /// Examples
    /// --------
    /// >>> plan = govplan.read("工作任务\t责任单位\n1.推进决策公开\t办公室\n".encode())
    /// >>> plan.requirements[0].assignments
    /// [<Assignment 办公室 responsible>]
    read |py, plans| -> Plan { only(py, plans) }
}

reading! {
    /// Read every plan of a document or of JSON Lines, in their order.
    ///
    /// Parameters and errors are those of `read`.
    ///
    /// Examples
    /// --------
    /// >>> one, other = '{"govplan": "1.0", "id": "a"}', '{"govplan": "1.0", "id": "b"}'
    /// >>> [plan.id for plan in govplan.read_all(f"{one}\n{other}".encode())]
    /// ['a', 'b']
    read_all |py, plans| -> Vec<Plan> { Ok(plans) }
}
