//! An organ's duty as Python sees it.

use pyo3::prelude::*;

/// An organ's part in one requirement.
#[pyclass(frozen, eq, get_all)]
#[derive(PartialEq)]
pub struct Duty {
    /// Id of the plan.
    plan: String,
    /// Id of the requirement.
    requirement: String,
    /// Role: ``lead``, ``responsible``, ``cooperating``, ``supervising`` or ``implementing``.
    role: &'static str,
    /// Whether the organ was inherited from a merged cell or 同上.
    inherited: bool,
    /// Text of the requirement.
    text: Option<String>,
}

impl Duty {
    /// The duty of a plan.
    pub fn of(plan: &govplan::Plan, duty: &govplan::Duty<'_, '_>) -> Self {
        Self {
            plan: plan.id.to_string(),
            requirement: duty.item.requirement.id.to_string(),
            role: duty.assignment.role.as_str(),
            inherited: duty.assignment.inherited,
            text: duty.item.requirement.text.clone(),
        }
    }
}

#[pymethods]
impl Duty {
    fn __repr__(&self) -> String {
        format!("<Duty {} {}>", self.requirement, self.role)
    }
}
