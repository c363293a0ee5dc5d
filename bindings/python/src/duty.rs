//! An organ's duty as Python sees it.

use crate::value::value;
use pyo3::prelude::*;

value! {
    /// An organ's part in one requirement.
    Duty {
        /// Id of the plan.
        plan: String,
        /// Id of the requirement.
        requirement: String,
        /// Role: ``lead``, ``responsible``, ``cooperating``, ``supervising`` or ``implementing``.
        role: String,
        /// Whether the organ was inherited from a merged cell or 同上.
        inherited: bool,
        /// Text of the requirement.
        text: Option<String>,
        /// The collective that is assigned, where the organ has the duty as a member of it.
        through: Option<String>,
    }, shown |duty| format!("<Duty {} {}>", duty.requirement, duty.role);
}

impl Duty {
    /// The duty in a graph.
    pub fn of(duty: &govplan::Duty<'_, '_>) -> Self {
        Self {
            plan: duty.item.plan.id.to_string(),
            requirement: duty.item.requirement.id.to_string(),
            role: duty.assignment.role.as_str().to_owned(),
            inherited: duty.assignment.inherited,
            text: duty.item.requirement.text.clone(),
            through: duty.through.map(str::to_owned),
        }
    }
}
