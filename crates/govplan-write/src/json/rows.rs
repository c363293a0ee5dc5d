use govplan_core::Plan;

/// Plans as JSON Lines: each [flat row](govplan_core::FlatRow) of every plan on a line of its own.
#[must_use]
pub fn rows_json_lines<'a>(plans: impl IntoIterator<Item = &'a Plan>) -> String {
    let mut lines = String::new();
    for row in plans.into_iter().flat_map(Plan::rows) {
        // A row cannot fail: its keys are text.
        lines.push_str(&serde_json::to_string(&row).unwrap_or_default());
        lines.push('\n');
    }
    lines
}
