//! What programs read: one stable shape for each thing that is also shown to people.

mod counted;
mod duties;
mod findings;
mod number;
mod overview;
mod rows;
mod rule;
mod schedule;
mod typed;
mod units;
mod workload;

pub use counted::due_json_line;
pub use duties::duties_json;
pub use findings::{Findings, findings_json, findings_json_lines};
pub use number::number_json_line;
pub use overview::overview_json;
pub use rows::rows_json_lines;
pub use rule::{rule_json, rules_json};
pub use schedule::schedule_json;
pub use typed::expression_json_line;
pub use units::units_json;
pub use workload::workload_json;

use serde::Serialize;

/// Two spaces a level and a line feed at the end, as [`Plan::to_json`](govplan_core::Plan::to_json) writes.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    // No value written here can fail: keys are text, numbers finite.
    let mut json = serde_json::to_string_pretty(value).unwrap_or_default();
    json.push('\n');
    json
}
