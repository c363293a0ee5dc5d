use super::{DocNumber, Place, PlanId};
use serde::{Deserialize, Serialize};

/// Another document, cited (引用).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Citation {
    /// Title, without its book-title marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Document number in canonical form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<DocNumber>,
    /// The citation as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
    /// Plan that it resolves to, once linked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}
