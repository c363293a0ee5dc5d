use govplan_core::Step;
use serde::Serialize;

#[derive(Serialize)]
struct Counted<'a> {
    due: &'a str,
    steps: &'a [Step],
}

/// The end of a period as a line of JSON: `{"due": day or moment, "steps": […]}`.
#[must_use]
pub fn due_json_line(due: &str, steps: &[Step]) -> String {
    // Text cannot fail.
    let mut json = serde_json::to_string(&Counted { due, steps }).unwrap_or_default();
    json.push('\n');
    json
}
