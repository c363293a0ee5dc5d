use super::pretty;
use govplan_core::{Finding, Plan, PlanId};
use serde::Serialize;

/// Everything that was found in one plan.
#[derive(Debug, Clone, Serialize)]
pub struct Findings<'a> {
    plan: &'a PlanId,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    findings: &'a [Finding],
}

impl<'a> Findings<'a> {
    /// The findings of a plan.
    #[must_use]
    pub fn new(plan: &'a Plan, findings: &'a [Finding]) -> Self {
        let source = plan.source.as_ref().and_then(|source| source.name.as_deref());
        Self { plan: &plan.id, source, findings }
    }
}

/// Findings as JSON: an array with an object for each plan, `{"plan": id, "source": file name, "findings": […]}`.
#[must_use]
pub fn findings_json(plans: &[Findings<'_>]) -> String {
    pretty(&plans)
}
