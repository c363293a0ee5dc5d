//! Parts of a plan that hold others: each knows its plan and where in it it stands, and copies nothing.

use crate::plan::Plan;
use crate::view::View;
use pyo3::PyClass;
use pyo3::exceptions::PyLookupError;
use pyo3::prelude::*;

/// Numbers of the sections, task and requirement that lead to a part, from 0.
pub type Path = Vec<usize>;

/// A part of a plan.
pub trait Part: Sized {
    /// What it is in the plan.
    type Item;

    /// The part of a plan at a path.
    fn at(plan: Py<Plan>, path: Path) -> Self;

    /// What stands at a path.
    fn find<'p>(plan: &'p govplan::Plan, path: &[usize]) -> Option<&'p Self::Item>;
}

/// What a path asked for that leads nowhere.
pub fn nowhere(path: &[usize]) -> PyErr {
    PyLookupError::new_err(format!("nothing stands at {path:?}"))
}

/// The parts right below a path.
pub fn below<T: Part + PyClass + Into<PyClassInitializer<T>>>(
    py: Python<'_>,
    plan: &Py<Plan>,
    path: &[usize],
    count: usize,
) -> View<T> {
    let (plan, path) = (plan.clone_ref(py), path.to_vec());
    View::new(count, move |py, n| Ok(T::at(plan.clone_ref(py), [path.as_slice(), &[n]].concat())))
}

/// The parts at JSON Pointers.
pub fn listed<T: Part + PyClass + Into<PyClassInitializer<T>>>(plan: Py<Plan>, pointers: Vec<String>) -> View<T> {
    View::new(pointers.len(), move |py, n| {
        let pointer = pointers.get(n).map(String::as_str).unwrap_or_default();
        Ok(T::at(plan.clone_ref(py), pointer.split('/').filter_map(|part| part.parse().ok()).collect()))
    })
}

/// Declares a part: what it is, how it is found and shown, the parts below it, what can be asked of it.
macro_rules! part {
    (
        $(#[$meta:meta])*
        $name:ident($inner:ty), found by $find:expr, named $fields:literal, restored by $restore:literal;
        holding { $($(#[$below_doc:meta])* $below:ident of $child:ident;)* }
        $($(#[$doc:meta])* $field:ident |$of:ident| -> $kind:ty { $body:expr })*
    ) => {
        $(#[$meta])*
        #[pyclass(frozen, eq, module = "govplan")]
        pub struct $name {
            plan: Py<Plan>,
            path: Path,
        }

        impl Part for $name {
            type Item = $inner;

            fn at(plan: Py<Plan>, path: Path) -> Self {
                Self { plan, path }
            }

            fn find<'p>(plan: &'p govplan::Plan, path: &[usize]) -> Option<&'p $inner> {
                let find: for<'f> fn(&'f govplan::Plan, &[usize]) -> Option<&'f $inner> = $find;
                find(plan, path)
            }
        }

        impl $name {
            fn item(&self) -> PyResult<&$inner> {
                Self::find(&self.plan.get().data, &self.path).ok_or_else(|| nowhere(&self.path))
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.item().ok() == other.item().ok()
            }
        }

        #[pymethods]
        impl $name {
            $(
                $(#[$below_doc])*
                #[getter]
                fn $below(&self, py: Python<'_>) -> PyResult<View<$child>> {
                    Ok(below(py, &self.plan, &self.path, self.item()?.$below.len()))
                }
            )*
            $(
                $(#[$doc])*
                #[getter]
                fn $field(&self) -> PyResult<$kind> {
                    let $of = self.item()?;
                    Ok($body)
                }
            )*

            /// Plan that it belongs to.
            #[getter]
            fn plan(&self, py: Python<'_>) -> Py<Plan> {
                self.plan.clone_ref(py)
            }

            /// Where in the plan: JSON Pointer (RFC 6901).
            #[getter]
            fn pointer(&self) -> String {
                pointer(&self.path, $fields)
            }

            /// The part as one line of JSON, as it stands in the plan.
            fn to_json(&self) -> PyResult<String> {
                self.item().map(json)
            }

            /// The part as a dictionary, as it stands in the plan.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Dictionary<'py>> {
                dictionary(py, &self.to_json()?)
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py, (Path,)>> {
                Ok((self.plan.bind(py).getattr($restore)?, (self.path.clone(),)))
            }

            fn __hash__(&self) -> PyResult<u64> {
                self.to_json().map(|json| hash(&json))
            }

            fn __repr__(&self) -> PyResult<String> {
                let item = self.item()?;
                let text = item.title.as_deref().or(item.label.as_deref()).unwrap_or_default();
                Ok(format!("<{} {} {text}>", stringify!($name), item.id))
            }

            fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
                html(slf.as_any(), slf.get().to_dict(slf.py())?)
            }
        }
    };
}
pub(crate) use part;
