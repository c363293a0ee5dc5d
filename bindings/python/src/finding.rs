//! A finding as Python sees it.

use govplan::{Language, Severity};
use pyo3::prelude::*;

/// Something to be said of a plan: what, where, what was found, what was expected.
#[pyclass(frozen, eq)]
#[derive(PartialEq)]
pub struct Finding(pub govplan::Finding);

#[pymethods]
impl Finding {
    /// Code of the rule, permanent (``GP301``).
    #[getter]
    fn code(&self) -> &str {
        self.0.code.as_str()
    }

    /// How grave it is: ``error``, ``warning`` or ``note``.
    #[getter]
    fn severity(&self) -> &'static str {
        match self.0.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }

    /// What is to be said, in Chinese.
    #[getter]
    fn message(&self) -> &str {
        self.0.message.text(Language::Chinese)
    }

    /// What is to be said, in English.
    #[getter]
    fn message_en(&self) -> &str {
        self.0.message.text(Language::English)
    }

    /// Where in the plan: JSON Pointer (RFC 6901).
    #[getter]
    fn pointer(&self) -> Option<&str> {
        self.0.pointer.as_deref()
    }

    /// Where in the document, in short (``31:5``).
    #[getter]
    fn place(&self) -> Option<String> {
        self.0.place.as_ref().map(ToString::to_string)
    }

    /// What it is about.
    #[getter]
    fn subject(&self) -> Option<&str> {
        self.0.subject.as_deref()
    }

    /// What was expected.
    #[getter]
    fn expected(&self) -> Option<&str> {
        self.0.expected.as_deref()
    }

    /// What was found.
    #[getter]
    fn found(&self) -> Option<&str> {
        self.0.found.as_deref()
    }

    /// The finding as one line of JSON.
    fn to_json(&self) -> String {
        self.0.to_json_line()
    }

    fn __repr__(&self) -> String {
        format!("<Finding {} {} {}>", self.code(), self.severity(), self.message())
    }
}
