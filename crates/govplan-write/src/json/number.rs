use govplan_core::{DocNumber, Finding, JudgedNumber, NumberVerdict};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    verdict: NumberVerdict,
    canonical: Option<&'a DocNumber>,
    findings: &'a [Finding],
}

/// A judged document number as a line of JSON: `{"text", "verdict": "ok" | "warning" | "error" | "other", "canonical",
/// "findings": […]}`; `canonical` is null where no canonical form can be recovered.
#[must_use]
pub fn number_json_line(text: &str, judged: &JudgedNumber) -> String {
    let JudgedNumber { verdict, canonical, findings, .. } = judged;
    let line = Line { text, verdict: *verdict, canonical: canonical.as_ref(), findings };
    // Text cannot fail.
    let mut json = serde_json::to_string(&line).unwrap_or_default();
    json.push('\n');
    json
}
