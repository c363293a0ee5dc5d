//! Plans as a table, by the Arrow PyCapsule interface.

use crate::hint::{Capsule, PandasFrame, Plans, PolarsFrame};
use crate::plan::Plan;
use crate::value::{Pickled, hash};
use arrow_array::RecordBatchIterator;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_schema::ffi::FFI_ArrowSchema;
use govplan::{rows_arrow, rows_schema};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use std::sync::Arc;

/// Plans as rows, one for each requirement and organ: the columns of ``govplan export --to csv``.
///
/// A table that libraries take as it is, by the Arrow PyCapsule interface: ``polars.DataFrame(rows)``, ``pyarrow.table(rows)``,
/// ``pandas.DataFrame.from_arrow(rows)``, and DuckDB by the name of the variable. Rows are made when they are asked for, some
/// thousand at a time.
#[pyclass(frozen, eq, module = "govplan")]
pub struct Rows(Vec<Py<Plan>>);

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(one, other)| one.get() == other.get())
    }
}

impl Rows {
    /// The rows of plans.
    pub fn of(plans: Vec<Py<Plan>>) -> Self {
        Self(plans)
    }
}

#[pymethods]
impl Rows {
    /// The schema, for whoever speaks Arrow.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Capsule<'py>> {
        let schema =
            FFI_ArrowSchema::try_from(&*rows_schema()).map_err(|error| PyValueError::new_err(error.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema").map(|capsule| Capsule(capsule.into_any()))
    }

    /// The rows, for whoever speaks Arrow. Another schema than their own is not heeded, as the protocol allows.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Capsule<'py>>,
    ) -> PyResult<Capsule<'py>> {
        let _ = requested_schema;
        let plans: Vec<Arc<govplan::Plan>> = self.0.iter().map(|plan| Arc::clone(&plan.get().data)).collect();
        let stream = FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new(rows_arrow(plans), rows_schema())));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream").map(|capsule| Capsule(capsule.into_any()))
    }

    /// The rows as a ``pandas.DataFrame``; needs pandas and pyarrow.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<PandasFrame<'py>> {
        slf.py().import("govplan.tables")?.call_method1("pandas_frame", (slf,)).map(PandasFrame)
    }

    /// The rows as a ``polars.DataFrame``; needs polars.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<PolarsFrame<'py>> {
        slf.py().import("govplan.tables")?.call_method1("polars_frame", (slf,)).map(PolarsFrame)
    }

    fn __len__(&self) -> usize {
        self.0.iter().map(|plan| plan.get().data.rows().count()).sum()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py, (Vec<Py<Plan>>,)>> {
        let plans = self.0.iter().map(|plan| plan.clone_ref(py)).collect();
        Ok((py.import("govplan")?.getattr("rows")?, (plans,)))
    }

    fn __hash__(&self) -> u64 {
        let ids: Vec<&str> = self.0.iter().map(|plan| plan.get().data.id.as_str()).collect();
        hash(&ids.join("\n"))
    }

    fn __repr__(&self) -> String {
        format!("<Rows: {} of {} plans>", self.__len__(), self.0.len())
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("govplan.notebook")?.call_method1("escaped", (slf.get().__repr__(),))?.extract()
    }
}

/// Several plans as rows of one table.
///
/// Parameters
/// ----------
/// plans : iterable of Plan
///     The plans, in the order of the rows.
///
/// Examples
/// --------
/// >>> plan = govplan.read("工作任务\t责任单位\n1.推进决策公开\t办公室 人事科\n".encode())
/// >>> govplan.rows([plan])
/// <Rows: 2 of 1 plans>
#[pyfunction]
pub fn rows(plans: Plans<'_>) -> PyResult<Rows> {
    plans.all().map(Rows)
}
