use super::{Place, RuleCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Something to be said of a plan: what, where, what was found, what was expected, how to mend it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Finding {
    /// Code of the rule; permanent.
    pub code: RuleCode,
    /// How grave it is.
    pub severity: Severity,
    /// What is to be said, in both languages, without markup.
    pub message: Message,
    /// Where in the plan: JSON Pointer (RFC 6901).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Where in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What it is about: an organ's name, a label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What was expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// Where the rule comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<LegalBasis>,
    /// How to mend it, where a machine can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// Other places that belong to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
}

impl Finding {
    /// The finding as one line of JSON.
    #[must_use]
    pub fn to_json_line(&self) -> String {
        // No value of the model can fail: keys are text, numbers finite.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Should be looked at.
    Warning,
    /// Must be mended.
    Error,
}

/// One text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Message {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Message {
    /// A text in both languages.
    #[must_use]
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The text in one language.
    #[must_use]
    pub fn text(&self, language: govplan_time::Language) -> &str {
        match language {
            govplan_time::Language::Chinese => &self.zh,
            govplan_time::Language::English => &self.en,
        }
    }
}

/// Where a rule comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LegalBasis {
    /// Instrument, with its number.
    pub instrument: String,
    /// Article or clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Rank of the instrument.
    pub tier: LegalTier,
}

impl LegalBasis {
    /// An instrument of a rank, with the article where one is named.
    #[must_use]
    pub fn new(instrument: impl Into<String>, article: Option<&str>, tier: LegalTier) -> Self {
        Self { instrument: instrument.into(), article: article.map(str::to_owned), tier }
    }
}

/// Rank of the instrument that a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LegalTier {
    /// Law (法律).
    Law,
    /// Administrative regulation (行政法规).
    AdministrativeRegulation,
    /// Normative document (规范性文件).
    NormativeDocument,
    /// Standard (标准).
    Standard,
    /// Good practice, of no legal force.
    GoodPractice,
}

/// A change to the plan that mends a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Fix {
    /// What the change does.
    pub description: Message,
    /// The change: JSON Patch (RFC 6902).
    pub patch: Vec<PatchOperation>,
}

impl Fix {
    /// A change with its description.
    #[must_use]
    pub fn new(description: Message, patch: Vec<PatchOperation>) -> Self {
        Self { description, patch }
    }
}

/// One operation of a JSON Patch (RFC 6902).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PatchOperation {
    /// What to do.
    pub op: PatchVerb,
    /// Where: JSON Pointer (RFC 6901).
    pub path: String,
    /// Whence, for a move or a copy: JSON Pointer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The new value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

impl PatchOperation {
    /// Replaces the value at a path.
    #[must_use]
    pub fn replace(path: impl Into<String>, value: impl Into<Value>) -> Self {
        Self { op: PatchVerb::Replace, path: path.into(), from: None, value: Some(value.into()) }
    }
}

/// What an operation of a JSON Patch does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PatchVerb {
    /// Adds a value.
    Add,
    /// Takes a value away.
    Remove,
    /// Replaces a value.
    Replace,
    /// Moves a value.
    Move,
    /// Copies a value.
    Copy,
    /// Tests a value.
    Test,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Related {
    /// Where in the plan: JSON Pointer (RFC 6901).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Where in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
}

impl Related {
    /// A place of the plan and of the document.
    #[must_use]
    pub fn new(pointer: Option<String>, place: Option<Place>, found: Option<String>) -> Self {
        Self { pointer, place, found }
    }
}
