//! The register of organs (机构名录): which organs there are and were, under which names, and what they belong to.

mod code;
mod error;
mod flaw;
mod listing;
mod organ;
mod resolve;
mod succession;

pub use error::{RegisterError, RegisterFlaw};
pub use listing::ListedUnit;
pub use organ::{DatedName, DatedReference, GovernmentLevel, NameKind, RegisteredOrgan, Succession, SuccessionKind};
pub use resolve::{RegisterIndex, Resolution, ResolveContext, ResolvedBy, Suggestion};

use crate::{Extensions, FormatVersion};
use serde::{Deserialize, Serialize};

/// A register of organs (机构名录): a file of its own, beside the plans.
///
/// ```
/// use govplan_core::{Register, ResolveContext, Resolution, ResolvedBy};
///
/// let register = Register::from_json(r#"{"govplan": "1.0", "organs": [
///   {"id": "jtj", "names": [{"name": "兖州区教育和体育局"}, {"name": "区教体局", "kind": "abbreviation"}], "level": "county"},
///   {"id": "jtj-bgs", "names": [{"name": "办公室"}], "kind": "internal_office", "parents": [{"organ": "jtj"}]}]}"#.as_bytes())?;
/// let index = register.index();
/// let issuers = ["济宁市兖州区教育和体育局".to_owned()];
/// let context = ResolveContext { issuers: &issuers, on: None };
/// let Resolution::Found { organ, by, .. } = index.resolve("区教体局", &context) else { panic!() };
/// assert_eq!((organ.id.as_str(), by), ("jtj", ResolvedBy::Abbreviation));
/// // An office of some organ: without knowing of which it is none.
/// assert!(matches!(index.resolve("办公室", &ResolveContext::default()), Resolution::Open { .. }));
/// # Ok::<(), govplan_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Register {
    /// Version of this format.
    pub govplan: FormatVersion,
    /// What the register covers, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The organs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organs: Vec<RegisteredOrgan>,
    /// Additions of other tools.
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl Register {
    /// A register of organs.
    #[must_use]
    pub fn new(organs: Vec<RegisteredOrgan>) -> Self {
        Self { govplan: FormatVersion::current(), title: None, organs, extensions: Extensions::new() }
    }

    /// Reads a register from JSON, as strictly as a plan is read.
    ///
    /// # Errors
    /// What is no JSON or has an unknown field, and everything that [`flaws`](Register::flaws) finds; each with its JSON Pointer.
    pub fn from_json(json: &[u8]) -> Result<Self, RegisterError> {
        let register: Self = crate::json::strictly(json).map_err(RegisterError::Json)?;
        let flaws = register.flaws();
        if flaws.is_empty() { Ok(register) } else { Err(RegisterError::Flaws(flaws)) }
    }

    /// The register as canonical JSON: fields in the order of the model, two spaces a level, a line feed at the end.
    #[must_use]
    pub fn to_json(&self) -> String {
        // No value of the model can fail: keys are text, numbers finite.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// What is wrong with it, in the order of the file; in time linear in its size, times the logarithm of the number of organs.
    ///
    /// Ids that stand twice or lead nowhere, names without an official one, dates that run backwards or overlap, organs above
    /// themselves, functional types that nobody knows, credit codes whose check character is another (GB 32100-2015), division
    /// codes of no division (GB/T 2260-2007).
    #[must_use]
    pub fn flaws(&self) -> Vec<RegisterFlaw> {
        flaw::flaws(self)
    }

    /// The register by its names, for resolving; in time linear in their length.
    #[must_use]
    pub fn index(&self) -> RegisterIndex<'_> {
        RegisterIndex::new(self)
    }
}

#[cfg(test)]
mod tests;
