use super::{Assignment, Citation, DirectiveId, Extensions, Place, Requirement, SectionId, TaskId, Timing};
use serde::{Deserialize, Serialize};

/// A part of a plan (一、), with its tasks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Section {
    /// Id, kept for ever.
    pub id: SectionId,
    /// Number as printed, without punctuation ("一").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Title; absent where a table has no section rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Prose without a number that is no task.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<String>,
    /// Sections below: only where a level stands above 一、 (第一部分, 附件1, 篇).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Tasks of this section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Additions of other tools.
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl Section {
    /// An empty section.
    #[must_use]
    pub fn new(id: SectionId) -> Self {
        Self {
            id,
            label: None,
            title: None,
            paragraphs: Vec::new(),
            sections: Vec::new(),
            tasks: Vec::new(),
            place: None,
            extensions: Extensions::new(),
        }
    }
}

/// A task (工作任务): what stands under a section, with its requirements.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Task {
    /// Id, kept for ever.
    pub id: TaskId,
    /// Number as printed, without punctuation ("1").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Prose that leads in its requirements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    /// What it asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<Requirement>,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Additions of other tools.
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl Task {
    /// A task without requirements.
    #[must_use]
    pub fn new(id: TaskId) -> Self {
        Self {
            id,
            label: None,
            title: None,
            intro: None,
            requirements: Vec::new(),
            place: None,
            extensions: Extensions::new(),
        }
    }
}

/// One of the covering notice's own paragraphs, where the work stands in an attachment or a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Directive {
    /// Id, kept for ever.
    pub id: DirectiveId,
    /// Number as printed, without punctuation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The body.
    pub text: String,
    /// Who does it, and as what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment>,
    /// By when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timings: Vec<Timing>,
    /// Documents that its text cites.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Citation>,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

impl Directive {
    /// A paragraph with a body.
    #[must_use]
    pub fn new(id: DirectiveId, text: impl Into<String>) -> Self {
        Self {
            id,
            label: None,
            title: None,
            text: text.into(),
            assignments: Vec::new(),
            timings: Vec::new(),
            cites: Vec::new(),
            place: None,
        }
    }
}
