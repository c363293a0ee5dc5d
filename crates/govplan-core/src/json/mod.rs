//! A plan to JSON and back: canonical on writing, strict on reading.

mod error;
mod strict;

pub use error::{JsonError, JsonErrorKind};

use crate::Plan;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use strict::{Mode, Strict, Trace, Unknown};

impl Plan {
    /// The plan as canonical JSON: fields in the order of the model, two spaces a level, a line feed at the end.
    ///
    /// Reading it and writing it again gives the same bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        // No value of the model can fail: keys are text, numbers finite.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// The plan as one line of JSON (JSON Lines), without the line feed.
    #[must_use]
    pub fn to_json_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a plan from JSON, strictly.
    ///
    /// `null` stands for a field without a value. A plan of a newer minor version of the format is read as far as it is
    /// understood, with a finding for each field that is not.
    ///
    /// # Errors
    /// What is no JSON, a value of the wrong type or shape, an unknown field (with the nearest known one), a duplicate
    /// key, an empty text, a reference that leads nowhere; each with its line, column and JSON Pointer.
    pub fn from_json(json: &[u8]) -> Result<Self, JsonError> {
        let strict = read(json, Mode::Strict);
        let (plan, unknown) = match strict {
            Err(error) if error.is_unknown_field() && newer_version(json) => read(json, Mode::Lenient)?,
            read => read?,
        };
        if let Some(problem) = crate::check::structural_problem(&plan) {
            return Err(JsonError::structure(problem));
        }
        Ok(with_notes(plan, unknown))
    }
}

/// Reads anything else as strictly as a plan.
pub(crate) fn strictly<T: DeserializeOwned>(json: &[u8]) -> Result<T, JsonError> {
    read(json, Mode::Strict).map(|(value, _)| value)
}

fn read<T: DeserializeOwned>(json: &[u8], mode: Mode) -> Result<(T, Vec<Unknown>), JsonError> {
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    let trace = Trace::new(mode);
    let mut reader = serde_json::Deserializer::from_slice(json);
    let value = T::deserialize(Strict::new(&mut reader, &trace)).and_then(|value| reader.end().map(|()| value));
    match value {
        Ok(value) => Ok((value, trace.into_unknown())),
        Err(error) => Err(trace.into_error(&error)),
    }
}

/// Whether the JSON says that it is of a newer minor version of the format.
fn newer_version(json: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Version {
        govplan: crate::FormatVersion,
    }
    serde_json::from_slice::<Version>(json).is_ok_and(|version| version.govplan.is_newer())
}

/// The plan with a finding for each field that was not understood.
fn with_notes(mut plan: Plan, unknown: Vec<Unknown>) -> Plan {
    plan.findings.extend(unknown.into_iter().map(|field| crate::check::unknown_field(&field.pointer, &field.name)));
    plan
}
