use govplan_core::{Finding, Timing};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    expression: &'a str,
    timings: &'a [Timing],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    findings: &'a [Finding],
}

/// What an expression of time comes to, as a line of JSON: `{"expression": text, "timings": […], "findings": […]}`; a timing
/// stands as in a plan, findings only where there are any.
#[must_use]
pub fn expression_json_line(expression: &str, timings: &[Timing], findings: &[Finding]) -> String {
    // A timing cannot fail: its keys are text.
    let mut json = serde_json::to_string(&Line { expression, timings, findings }).unwrap_or_default();
    json.push('\n');
    json
}
