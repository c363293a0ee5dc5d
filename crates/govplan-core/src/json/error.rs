use crate::{Finding, Message};
use govplan_time::Language;
use std::fmt;

/// JSON that is no plan: where, what was found, what was expected.
#[derive(Debug, Clone, PartialEq)]
pub struct JsonError {
    pointer: Option<String>,
    line: usize,
    column: usize,
    fault: Fault,
}

/// What is wrong with the JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonErrorKind {
    /// It is no JSON.
    Syntax,
    /// A value of the wrong type or shape, or a field that is missing.
    Value,
    /// A field that the model does not have.
    UnknownField,
    /// A key that stands twice.
    DuplicateKey,
    /// A reference that leads nowhere, or a name or id that stands twice.
    Structure,
}

impl JsonErrorKind {
    /// The kind as a permanent code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Value => "value",
            Self::UnknownField => "unknown_field",
            Self::DuplicateKey => "duplicate_key",
            Self::Structure => "structure",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fault {
    Syntax(String),
    Value(String),
    UnknownField { name: String, nearest: Option<&'static str> },
    DuplicateKey(String),
    Structure(Box<Finding>),
}

impl JsonError {
    pub(super) fn structure(finding: Finding) -> Self {
        Self { pointer: finding.pointer.clone(), line: 0, column: 0, fault: Fault::Structure(Box::new(finding)) }
    }

    pub(super) fn at(pointer: Option<String>, line: usize, column: usize, fault: Fault) -> Self {
        Self { pointer, line, column, fault }
    }

    /// Bytes that are no UTF-8 after a text that is.
    pub(super) fn no_unicode_after(text: &str) -> Self {
        let last = text.rsplit('\n').next().unwrap_or_default();
        Self::at(None, text.matches('\n').count() + 1, last.len() + 1, Fault::no_unicode())
    }

    /// The same place, where the text broke off at bytes that are no UTF-8.
    pub(super) fn no_unicode(self) -> Self {
        Self { fault: Fault::no_unicode(), ..self }
    }

    pub(super) fn is_unknown_field(&self) -> bool {
        self.kind() == JsonErrorKind::UnknownField
    }

    /// The same fault, found in another form of what was read: at a line and column of that.
    #[must_use]
    pub fn moved(mut self, line: usize, column: usize) -> Self {
        (self.line, self.column) = (line, column);
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> JsonErrorKind {
        match self.fault {
            Fault::Syntax(_) => JsonErrorKind::Syntax,
            Fault::Value(_) => JsonErrorKind::Value,
            Fault::UnknownField { .. } => JsonErrorKind::UnknownField,
            Fault::DuplicateKey(_) => JsonErrorKind::DuplicateKey,
            Fault::Structure(_) => JsonErrorKind::Structure,
        }
    }

    /// Where in the plan: JSON Pointer (RFC 6901).
    #[must_use]
    pub fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }

    /// Line of the JSON, from 1; absent for a fault of the whole.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        Some(self.line).filter(|line| *line > 0)
    }

    /// Column of the JSON in bytes, from 1; absent for a fault of the whole.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        Some(self.column).filter(|_| self.line > 0)
    }

    /// The known field nearest to an unknown one.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        match self.fault {
            Fault::UnknownField { nearest, .. } => nearest,
            _ => None,
        }
    }

    /// What was found, where it is a single thing: the unknown field, the key that stands twice, the wrong value.
    #[must_use]
    pub fn found(&self) -> Option<&str> {
        match &self.fault {
            Fault::Syntax(_) => None,
            Fault::Value(detail) => found_and_expected(detail).map(|(found, _)| found),
            Fault::UnknownField { name, .. } | Fault::DuplicateKey(name) => Some(name),
            Fault::Structure(finding) => finding.found.as_deref(),
        }
    }

    /// What was expected instead, where that can be said: the nearest known field, the type or shape of the value.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        match &self.fault {
            Fault::Syntax(_) | Fault::DuplicateKey(_) => None,
            Fault::Value(detail) => found_and_expected(detail).map(|(_, expected)| expected),
            Fault::UnknownField { nearest, .. } => *nearest,
            Fault::Structure(finding) => finding.expected.as_deref(),
        }
    }

    /// The message, in one language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let message = self.fault.message();
        let place = match (language, self.line) {
            (_, 0) => String::new(),
            (Language::Chinese, line) => format!("第{line}行第{}列", self.column),
            (Language::English, line) => format!("line {line} column {}", self.column),
        };
        let pointer = self.pointer.as_deref().filter(|pointer| !pointer.is_empty()).unwrap_or_default();
        let gap = if place.is_empty() || pointer.is_empty() { "" } else { " " };
        let colon = match (language, place.is_empty() && pointer.is_empty()) {
            (_, true) => "",
            (Language::Chinese, _) => "：",
            (Language::English, _) => ": ",
        };
        format!("{place}{gap}{pointer}{colon}{}", message.text(language))
    }
}

/// The two parts of what serde and the tokens of the model say of a value: `invalid type: integer `1`, expected a string`,
/// `` `x` found, expected a section id ``.
fn found_and_expected(detail: &str) -> Option<(&str, &str)> {
    let (found, expected) = detail.split_once(", expected ")?;
    let token = found.strip_suffix("` found").and_then(|found| found.strip_prefix('`'));
    let value = || found.split_once(": ").map_or(found, |(_, value)| value);
    Some((token.unwrap_or_else(value), expected))
}

impl Fault {
    fn no_unicode() -> Self {
        Self::Syntax("bytes that are no UTF-8".to_owned())
    }

    fn message(&self) -> Message {
        match self {
            Fault::Syntax(detail) => {
                Message::new(format!("不是合法的 JSON（{detail}）"), format!("not JSON: {detail}"))
            }
            Fault::Value(detail) => Message::new(format!("值不符合要求（{detail}）"), detail.clone()),
            Fault::UnknownField { name, nearest: Some(nearest) } => Message::new(
                format!("未知字段`{name}`，是否应为`{nearest}`"),
                format!("unknown field `{name}`, the nearest known one is `{nearest}`"),
            ),
            Fault::UnknownField { name, nearest: None } => {
                Message::new(format!("未知字段`{name}`"), format!("unknown field `{name}`"))
            }
            Fault::DuplicateKey(name) => {
                Message::new(format!("键`{name}`重复"), format!("key `{name}` stands twice, expected once"))
            }
            Fault::Structure(finding) => finding.message.clone(),
        }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for JsonError {}
