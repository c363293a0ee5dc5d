//! What all values have in common: they compare, hash, pickle, and show themselves.

use crate::hint::Dictionary;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What JSON says, as Python's own objects.
pub fn dictionary<'py>(py: Python<'py>, json: &str) -> PyResult<Dictionary<'py>> {
    py.import("json")?.call_method1("loads", (json,)).map(Dictionary)
}

/// The name that JSON uses for one of a few words.
pub fn word(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

/// JSON on one line. No value here can fail: keys are text, numbers finite.
pub fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The value that [`json`] wrote.
pub fn of_json<T: DeserializeOwned>(json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(|error| PyValueError::new_err(error.to_string()))
}

/// A number that is the same for equal text.
pub fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// How an object is restored from a pickle: something to call, and what with: its JSON, where nothing else is said.
pub type Pickled<'py, T = (String,)> = (Bound<'py, PyAny>, T);

/// How a value of a class is restored from its JSON.
pub fn pickled<'py>(object: &Bound<'py, PyAny>, restore: &str, json: String) -> PyResult<Pickled<'py>> {
    Ok((object.get_type().getattr(restore)?, (json,)))
}

/// A table for notebooks: the name of a class, then what a value holds.
pub fn html(object: &Bound<'_, PyAny>, fields: Dictionary<'_>) -> PyResult<String> {
    let name = object.get_type().name()?;
    object.py().import("govplan.notebook")?.call_method1("value", (name, fields))?.extract()
}

/// What a class holds.
pub trait Holds {
    /// The thing of the façade, or the class itself.
    type Held;

    /// It.
    fn held(&self) -> &Self::Held;
}

/// Declares a value: what it is, what it wraps, how it is shown in short, what can be asked of it; or, without anything to
/// wrap, which fields it has.
macro_rules! value {
    (
        $(#[$meta:meta])*
        $name:ident($inner:ty), shown |$shown:ident| $short:expr;
        $($(#[$doc:meta])* $field:ident |$of:ident| -> $kind:ty { $body:expr })*
    ) => {
        $(#[$meta])*
        #[pyclass(frozen, eq, module = "govplan")]
        #[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl $crate::value::Holds for $name {
            type Held = $inner;

            fn held(&self) -> &$inner {
                &self.0
            }
        }

        $crate::value::value! {
            @methods $name, |$shown| $short;
            $(
                $(#[$doc])*
                #[getter]
                fn $field(&self) -> $kind {
                    let $of = &self.0;
                    $body
                }
            )*
        }
    };
    (
        $(#[$meta:meta])*
        $name:ident { $($(#[$doc:meta])* $field:ident: $kind:ty,)* }, shown |$shown:ident| $short:expr;
    ) => {
        $(#[$meta])*
        #[pyclass(frozen, eq, get_all, module = "govplan")]
        #[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name { $($(#[$doc])* pub $field: $kind,)* }

        impl $crate::value::Holds for $name {
            type Held = Self;

            fn held(&self) -> &Self {
                self
            }
        }

        $crate::value::value! { @methods $name, |$shown| $short; }
    };
    (@methods $name:ident, |$shown:ident| $short:expr; $($getters:item)*) => {
        #[pymethods]
        impl $name {
            $($getters)*

            /// The value as one line of JSON.
            fn to_json(&self) -> String {
                $crate::value::json(self)
            }

            /// The value as a dictionary.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<$crate::hint::Dictionary<'py>> {
                $crate::value::dictionary(py, &self.to_json())
            }

            #[classmethod]
            fn _from_json(_class: &Bound<'_, pyo3::types::PyType>, json: &str) -> PyResult<Self> {
                $crate::value::of_json(json)
            }

            fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<$crate::value::Pickled<'py>> {
                $crate::value::pickled(slf.as_any(), "_from_json", slf.get().to_json())
            }

            fn __hash__(&self) -> u64 {
                $crate::value::hash(&self.to_json())
            }

            fn __repr__(&self) -> String {
                let $shown = $crate::value::Holds::held(self);
                $short
            }

            fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
                $crate::value::html(slf.as_any(), slf.get().to_dict(slf.py())?)
            }
        }
    };
}
pub(crate) use value;
