use super::{Citation, Extensions, Origin, Place, RequirementId, Role, Timing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One thing to be done (具体要求): the smallest part of a plan that has organs and times of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Requirement {
    /// Id, kept for ever.
    pub id: RequirementId,
    /// Number as printed, without punctuation ("1").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Title, where one stands before the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The body alone: no number, no phrase of responsibility. Absent where its cell is blank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Who does it, and as what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment>,
    /// By when; completion before milestones on the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timings: Vec<Timing>,
    /// Persons named; people never become units.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<Person>,
    /// Documents cited in the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Citation>,
    /// Status as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Columns that the model has no field for: header to text; a column without a header goes by its number.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<String, String>,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Additions of other tools.
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl Requirement {
    /// A requirement with a body, and nobody to do it yet.
    #[must_use]
    pub fn new(id: RequirementId, text: impl Into<String>) -> Self {
        Self {
            id,
            label: None,
            title: None,
            text: Some(text.into()).filter(|text| !text.is_empty()),
            assignments: Vec::new(),
            timings: Vec::new(),
            persons: Vec::new(),
            cites: Vec::new(),
            status: None,
            cells: BTreeMap::new(),
            place: None,
            extensions: Extensions::new(),
        }
    }
}

/// An organ's part in a requirement (责任分工).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Assignment {
    /// Name of the organ, as in the plan's `units`.
    pub unit: String,
    /// What it is there for.
    pub role: Role,
    /// Name as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
    /// Where in the document it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Whether it comes from a merged cell or 同上.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inherited: bool,
    /// Whether the list that it ends was left open (等).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open_list: bool,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Additions of other tools.
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl Assignment {
    /// An organ in a role.
    #[must_use]
    pub fn new(unit: impl Into<String>, role: Role) -> Self {
        Self {
            unit: unit.into(),
            role,
            raw: None,
            origin: None,
            inherited: false,
            open_list: false,
            place: None,
            extensions: Extensions::new(),
        }
    }
}

/// A person named beside a requirement (责任人).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Person {
    /// Name as printed; an office held (分管副市长) where no name is.
    pub name: String,
    /// Post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// What the person is there for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

impl Person {
    /// A person of a name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), post: None, role: None }
    }
}
