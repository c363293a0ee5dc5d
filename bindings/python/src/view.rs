//! Items of a plan, made when they are asked for.

use pyo3::PyClass;
use pyo3::exceptions::PyIndexError;
#[cfg(feature = "stubs")]
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
#[cfg(feature = "stubs")]
use pyo3::{type_hint_identifier, type_hint_subscript};
use std::marker::PhantomData;

type Maker = dyn Fn(Python<'_>, usize) -> PyResult<Py<PyAny>> + Send + Sync;

/// Items that a view asks for, by their number.
#[pyclass(frozen, name = "_Items", module = "govplan._govplan")]
pub struct Items {
    length: usize,
    make: Box<Maker>,
}

#[pymethods]
impl Items {
    fn __len__(&self) -> usize {
        self.length
    }

    fn __getitem__(&self, py: Python<'_>, index: usize) -> PyResult<Py<PyAny>> {
        if index < self.length { (self.make)(py, index) } else { Err(PyIndexError::new_err(index)) }
    }
}

/// A `govplan.view.View` of items of a class.
pub struct View<T> {
    items: Items,
    class: PhantomData<T>,
}

impl Items {
    /// So many items, each made by its number.
    pub fn new<T: PyClass + Into<PyClassInitializer<T>>>(
        length: usize,
        make: impl Fn(Python<'_>, usize) -> PyResult<T> + Send + Sync + 'static,
    ) -> Self {
        let make = move |py: Python<'_>, index| Ok(Py::new(py, make(py, index)?)?.into_any());
        Self { length, make: Box::new(make) }
    }
}

impl<T: PyClass + Into<PyClassInitializer<T>>> View<T> {
    /// So many items, each made by its number.
    pub fn new(length: usize, make: impl Fn(Python<'_>, usize) -> PyResult<T> + Send + Sync + 'static) -> Self {
        Self { items: Items::new(length, make), class: PhantomData }
    }
}

impl<'py, T: PyClass> IntoPyObject<'py> for View<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("govplan.view", "View"), <T as pyo3::PyTypeInfo>::TYPE_HINT);

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        CLASS.import(py, "govplan.view", "View")?.call1((self.items,))
    }
}
