use super::pretty;
use govplan_core::{Finding, Plan, PlanId, SourceFile};
use serde::Serialize;

/// Everything that was found in one plan.
#[derive(Debug, Clone, Serialize)]
pub struct Findings<'a> {
    pub(crate) plan: &'a PlanId,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    pub(crate) findings: &'a [Finding],
    #[serde(skip)]
    pub(crate) file: Option<&'a str>,
    #[serde(skip)]
    #[cfg_attr(not(feature = "sarif"), expect(dead_code, reason = "only SARIF says more of a source than its name"))]
    pub(crate) origin: Option<&'a SourceFile>,
}

impl<'a> Findings<'a> {
    /// The findings of a plan.
    #[must_use]
    pub fn new(plan: &'a Plan, findings: &'a [Finding]) -> Self {
        let origin = plan.source.as_ref();
        let source = origin.and_then(|source| source.name.as_deref());
        Self { plan: &plan.id, source, findings, file: source, origin }
    }

    /// The same, with the path of the document as other tools know it; without one they get the name of the plan's source.
    #[must_use]
    pub fn of_file(self, path: &'a str) -> Self {
        Self { file: Some(path), ..self }
    }
}

/// Findings as JSON: an array with an object for each plan, `{"plan": id, "source": file name, "findings": […]}`.
#[must_use]
pub fn findings_json(plans: &[Findings<'_>]) -> String {
    pretty(&plans)
}

/// Findings as JSON Lines: each finding on a line of its own, `{"plan": id, "source": file name, "code": …}`.
#[must_use]
pub fn findings_json_lines(plans: &[Findings<'_>]) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        plan: &'a PlanId,
        #[serde(skip_serializing_if = "Option::is_none")]
        source: Option<&'a str>,
        #[serde(flatten)]
        finding: &'a Finding,
    }
    let mut lines = String::new();
    for Findings { plan, source, findings, .. } in plans {
        for finding in *findings {
            // A finding cannot fail: its keys are text.
            lines.push_str(&serde_json::to_string(&Line { plan, source: *source, finding }).unwrap_or_default());
            lines.push('\n');
        }
    }
    lines
}
