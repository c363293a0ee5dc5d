//! A finding as Python sees it.

use crate::place::Place;
use crate::plan::Plan;
use crate::value::{value, word};
use crate::view::Items;
use govplan::Language;
use pyo3::exceptions::PyIndexError;
#[cfg(feature = "stubs")]
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
#[cfg(feature = "stubs")]
use pyo3::type_hint_identifier;
use pyo3::types::PyType;

value! {
    /// Something to be said of a plan: what, where, what was found, what was expected.
    Finding(govplan::Finding),
        shown |finding| format!("<Finding {} {} {}>", finding.code, word(&finding.severity), finding.message.zh);
    /// Code of the rule, permanent (``GP301``).
    code |finding| -> &str { finding.code.as_str() }
    /// How grave it is: ``error``, ``warning`` or ``note``.
    severity |finding| -> String { word(&finding.severity) }
    /// What is to be said, in Chinese.
    message |finding| -> &str { finding.message.text(Language::Chinese) }
    /// What is to be said, in English.
    message_en |finding| -> &str { finding.message.text(Language::English) }
    /// Where in the plan: JSON Pointer (RFC 6901).
    pointer |finding| -> Option<&str> { finding.pointer.as_deref() }
    /// Where in the document.
    place |finding| -> Option<Place> { Place::of(finding.place.as_ref()) }
    /// What it is about.
    subject |finding| -> Option<&str> { finding.subject.as_deref() }
    /// What was expected.
    expected |finding| -> Option<&str> { finding.expected.as_deref() }
    /// What was found.
    found |finding| -> Option<&str> { finding.found.as_deref() }
    /// The legal basis of the rule, in short (``Civil Code 201``).
    legal_basis |finding| -> Option<String> {
        finding.legal_basis.as_ref().map(|basis| {
            [Some(basis.instrument.as_str()), basis.article.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ")
        })
    }
    /// Whether a machine can mend it: ``to_dict()["fix"]`` is a JSON Patch then (RFC 6902).
    is_fixable |finding| -> bool { finding.fix.is_some() }
}

/// A `govplan.view.Findings`: what was found in a plan.
pub struct Checked {
    /// The plan.
    pub plan: Py<Plan>,
    /// What was found in it.
    pub findings: Vec<govplan::Finding>,
}

impl<'py> IntoPyObject<'py> for Checked {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("govplan.view", "Findings");

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let Self { plan, findings } = self;
        let items = Items::new(findings.len(), move |_, n| {
            findings.get(n).cloned().map(Finding).ok_or_else(|| PyIndexError::new_err(n))
        });
        CLASS.import(py, "govplan.view", "Findings")?.call1((plan, items))
    }
}

/// Findings of a plan as JSON: what ``govplan check --format json`` writes of it.
#[pyfunction]
pub fn _findings_json(plan: &Bound<'_, Plan>, findings: Vec<Py<Finding>>) -> String {
    let findings: Vec<govplan::Finding> = findings.iter().map(|finding| finding.get().0.clone()).collect();
    govplan::findings_json(&[govplan::Findings::new(&plan.get().data, &findings)])
}
