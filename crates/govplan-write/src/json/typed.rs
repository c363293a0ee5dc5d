use govplan_core::{Finding, Timing};
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct Line<'a> {
    expression: &'a str,
    timings: Vec<Value>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    findings: &'a [Finding],
}

/// What an expression of time comes to, as a line of JSON: `{"expression": text, "timings": […], "findings": […]}`; a timing
/// has the fields that it has in a plan but no id, findings stand only where there are any.
#[must_use]
pub fn expression_json_line(expression: &str, timings: &[Timing], findings: &[Finding]) -> String {
    let without_id = |timing: &Timing| {
        let mut value = serde_json::to_value(timing).unwrap_or_default();
        if let Value::Object(fields) = &mut value {
            fields.shift_remove("id");
        }
        value
    };
    let line = Line { expression, timings: timings.iter().map(without_id).collect(), findings };
    // A timing cannot fail: its keys are text.
    let mut json = serde_json::to_string(&line).unwrap_or_default();
    json.push('\n');
    json
}
