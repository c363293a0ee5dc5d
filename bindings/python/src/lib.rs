//! Python bindings: convert, call the façade, convert. No logic.

mod duty;
mod error;
mod finding;
mod plan;
mod workdays;

use pyo3::prelude::*;

/// Chinese government work plans as exact data.
#[pymodule]
mod _govplan {
    #[pymodule_export]
    use crate::duty::Duty;
    #[pymodule_export]
    use crate::finding::Finding;
    #[pymodule_export]
    use crate::plan::{Plan, read, schema, schema_names};
    #[pymodule_export]
    use crate::workdays::{add_workdays, count_workdays, is_workday};

    /// Version of the package.
    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "the name is Python's")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
