//! The JSON Schemas.

use crate::hint::Dictionary;
use crate::value::dictionary;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;

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
///
/// Examples
/// --------
/// >>> govplan.schema("plan")["$id"]
/// 'https://govplan.dev/schema/1.0/plan.json'
#[pyfunction]
pub fn schema<'py>(py: Python<'py>, name: &str) -> PyResult<Dictionary<'py>> {
    let schema = govplan::schema(name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))?;
    dictionary(py, &schema.to_string())
}
