use super::{Place, Role};
use serde::{Deserialize, Serialize};

/// A rule that the document states once for many requirements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DocumentRule {
    /// What it says.
    pub kind: DocumentRuleKind,
    /// How far it reaches.
    pub scope: RuleScope,
    /// Organs that it assigns, as in the plan's `units`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<String>,
    /// Role that it assigns them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The rule as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

impl DocumentRule {
    /// A rule that reaches over the whole document.
    #[must_use]
    pub fn new(kind: DocumentRuleKind) -> Self {
        Self { kind, scope: RuleScope::Whole, units: Vec::new(), role: None, raw: None, place: None }
    }
}

/// What a document's own rule says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DocumentRuleKind {
    /// The first of several organs leads (列第一位的为牵头单位).
    FirstListedIsLead,
    /// Organs that have a part in everything that follows (以下各项均需…落实，不再列出).
    StandingAssignment,
    /// Where no lead is named the responsible organ leads (无牵头单位的，责任单位即为牵头单位).
    SoleResponsibleIsLead,
}

/// How far a document's own rule reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RuleScope {
    /// The whole document.
    Whole,
    /// From where it stands on.
    FromHere,
}
