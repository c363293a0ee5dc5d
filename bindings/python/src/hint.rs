//! Python's objects under the types that stubs give them, where Rust's do not tell.

use crate::plan::Plan;
#[cfg(feature = "stubs")]
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::PyDict;
#[cfg(feature = "stubs")]
use pyo3::{type_hint_identifier, type_hint_subscript};
use std::collections::BTreeMap;
use std::convert::Infallible;

/// Declares an object that a function takes and gives: what it is, and its type.
macro_rules! hinted {
    ($($(#[$doc:meta])* $name:ident: $hint:expr;)*) => {$(
        $(#[$doc])*
        pub struct $name<'py>(pub Bound<'py, PyAny>);

        impl<'py> IntoPyObject<'py> for $name<'py> {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = Infallible;

            #[cfg(feature = "stubs")]
            const OUTPUT_TYPE: PyStaticExpr = $hint;

            fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
                Ok(self.0)
            }
        }

        impl<'py> FromPyObject<'_, 'py> for $name<'py> {
            type Error = Infallible;

            #[cfg(feature = "stubs")]
            const INPUT_TYPE: PyStaticExpr = $hint;

            fn extract(object: Borrowed<'_, 'py, PyAny>) -> Result<Self, Self::Error> {
                Ok(Self(object.to_owned()))
            }
        }
    )*};
}

hinted! {
    /// A dictionary with text as keys.
    Dictionary: type_hint_subscript!(
        type_hint_identifier!("builtins", "dict"),
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("typing", "Any")
    );
    /// Plans, one by one.
    Plans: type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Iterable"),
        <Plan as pyo3::PyTypeInfo>::TYPE_HINT
    );
    /// Paths of documents.
    Paths: type_hint_identifier!("govplan.reading", "Paths");
    /// Budgets of work by their names.
    Limits: type_hint_identifier!("govplan.reading", "Limits");
    /// Who is told how far reading is.
    Progress: type_hint_identifier!("govplan.reading", "Progress");
    /// What became of one of many documents.
    ReadResult: type_hint_identifier!("govplan.reading", "ReadResult");
    /// A capsule of the Arrow PyCapsule interface.
    Capsule: type_hint_identifier!("builtins", "object");
    /// A graph of networkx.
    NetworkxGraph: type_hint_subscript!(
        type_hint_identifier!("networkx", "MultiDiGraph"),
        type_hint_identifier!("typing", "Any")
    );
    /// A graph of rustworkx.
    RustworkxGraph: type_hint_subscript!(
        type_hint_identifier!("rustworkx", "PyDiGraph"),
        type_hint_identifier!("typing", "Any"),
        type_hint_identifier!("typing", "Any")
    );
    /// A table of pandas.
    PandasFrame: type_hint_identifier!("pandas", "DataFrame");
    /// A table of polars.
    PolarsFrame: type_hint_identifier!("polars", "DataFrame");
}

impl Limits<'_> {
    /// All of them, whatever mapping holds them.
    pub fn all(&self) -> PyResult<BTreeMap<String, usize>> {
        self.0.py().get_type::<PyDict>().call1((&self.0,))?.extract()
    }
}

impl Plans<'_> {
    /// All of them.
    pub fn all(&self) -> PyResult<Vec<Py<Plan>>> {
        self.0.try_iter()?.map(|plan| Ok(plan?.cast_into::<Plan>()?.unbind())).collect()
    }
}
