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
    let (text, is_whole) = text(json);
    let trace = Trace::new(mode);
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Strict::new(&mut reader, &trace)).and_then(|value| reader.end().map(|()| value));
    match value {
        Ok(value) if is_whole => Ok((value, trace.into_unknown())),
        Ok(_) => Err(JsonError::no_unicode_after(text)),
        Err(error) if error.is_eof() && !is_whole => Err(trace.into_error(&error).no_unicode()),
        Err(error) => Err(trace.into_error(&error)),
    }
}

/// The text of bytes, as far as they are UTF-8, and whether that is all of them. They are looked at once as a whole, which takes less
/// than to look at each text of a plan by itself.
fn text(json: &[u8]) -> (&str, bool) {
    match simdutf8::basic::from_utf8(json) {
        Ok(text) => (text, true),
        Err(_) => (json.utf8_chunks().next().map_or("", |chunk| chunk.valid()), false),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Where bytes that are no UTF-8 are said to stand, and as what.
    fn refused(json: &[u8]) -> (JsonErrorKind, Option<String>, Option<usize>, Option<usize>) {
        let error = Plan::from_json(json).unwrap_err();
        (error.kind(), error.pointer().map(str::to_owned), error.line(), error.column())
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_refused_where_they_stand() {
        let syntax = |pointer: Option<&str>, line, column| {
            (JsonErrorKind::Syntax, pointer.map(str::to_owned), Some(line), Some(column))
        };
        let in_title = b"{\"govplan\": \"1.0\", \"id\": \"a\",\n\"title\": \"ab\xff\"}";
        assert_eq!(refused(in_title), syntax(Some("/title"), 2, 12));
        assert_eq!(refused(b"{\"govplan\": \"1.0\", \"id\": \"a\"}\n\xff"), syntax(None, 2, 1));
        assert!(Plan::from_json(in_title).unwrap_err().to_string().contains("UTF-8"));
        // What is wrong before them is said first.
        let earlier = b"{\"govplan\": \"1.0\", \"id\": \"a\", \"titel\": \"\xff\"}";
        assert_eq!(refused(earlier).0, JsonErrorKind::UnknownField);
    }
}
