use super::pretty;
use govplan_core::Rule;

/// A rule as JSON: `{"code", "name", "severity", "layer", "summary": {zh, en}, "explanation", "rationale", "failing",
/// "passing", "legal_basis", …}`.
#[must_use]
pub fn rule_json(rule: &Rule) -> String {
    pretty(rule)
}

/// Rules as JSON: an array of what [`rule_json`] writes.
#[must_use]
pub fn rules_json<'r>(rules: impl IntoIterator<Item = &'r Rule>) -> String {
    pretty(&rules.into_iter().collect::<Vec<_>>())
}
