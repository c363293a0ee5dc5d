use super::{Rule, form, reading, responsibility, structure, time};

/// Every rule, by code.
static RULES: [&Rule; 33] = [
    &reading::NO_PLAN_FOUND,
    &reading::BROKEN_CHARACTERS,
    &reading::LIMIT_REACHED,
    &reading::JOINED_PARAGRAPH,
    &reading::REPEATED_HEADER,
    &reading::UNPLACED_TEXT,
    &reading::UNREAD_ROW,
    &reading::UNKNOWN_FIELD,
    &reading::TWO_READINGS,
    &reading::JOINED_ROW,
    &reading::TRACKED_CHANGES,
    &reading::HIDDEN_CONTENT,
    &reading::SCANNED_PAGE,
    &reading::UNREADABLE_FONT,
    &reading::DAMAGED_PART,
    &structure::DUPLICATE_ID,
    &structure::UNDECLARED_UNIT,
    &structure::DUPLICATE_UNIT,
    &structure::EMPTY_SECTION,
    &form::MALFORMED_DOCUMENT_NUMBER,
    &form::MISSING_HEAD_PART,
    &form::NUMBERING_GAP,
    &form::NUMBERING_REPEAT,
    &form::TRADITIONAL_CHARACTERS,
    &responsibility::NO_UNIT,
    &responsibility::INHERITED_UNIT,
    &responsibility::SEVERAL_NAMES,
    &responsibility::VAGUE_UNIT,
    &responsibility::OPEN_LIST,
    &responsibility::NO_LEAD,
    &time::DEADLINE_BEFORE_ISSUE,
    &time::DATE_WITHOUT_YEAR,
    &time::AMBIGUOUS_DEADLINE,
];

/// Every rule, in the order of the codes.
///
/// ```
/// assert!(govplan_core::rules().is_sorted_by_key(|rule| rule.code));
/// ```
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied()
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
