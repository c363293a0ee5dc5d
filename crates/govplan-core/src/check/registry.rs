use super::{Rule, coherence, form, law, reading, responsibility, structure, time};

/// The rules of every layer, by code.
static LAYERS: [&[&Rule]; 7] =
    [reading::RULES, structure::RULES, form::RULES, responsibility::RULES, time::RULES, law::RULES, coherence::RULES];

/// Every rule, in the order of the codes.
///
/// ```
/// assert!(govplan_core::rules().is_sorted_by_key(|rule| rule.code));
/// ```
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    LAYERS.into_iter().flatten().copied()
}

/// The rule of a code or a name.
///
/// ```
/// let rule = govplan_core::rule("GP304");
/// assert_eq!(rule.map(|rule| rule.name), Some("vague-unit"));
/// assert_eq!(govplan_core::rule("vague-unit").map(|rule| rule.code), Some("GP304"));
/// assert!(govplan_core::rule("GP999").is_none());
/// ```
#[must_use]
pub fn rule(code_or_name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code == code_or_name || rule.name == code_or_name)
}
