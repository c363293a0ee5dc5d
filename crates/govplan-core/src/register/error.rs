use crate::{JsonError, Message};
use govplan_time::Language;
use std::fmt;

/// Why a register cannot be used.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum RegisterError {
    /// It is no JSON, or not of the shape of a register.
    Json(JsonError),
    /// What it says cannot be.
    Flaws(Vec<RegisterFlaw>),
}

/// Something in a register that cannot be: where, what was found, what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RegisterFlaw {
    /// JSON Pointer (RFC 6901) from the register.
    pub pointer: String,
    /// What is to be said, in both languages.
    pub message: Message,
    /// What was found.
    pub found: String,
    /// What was expected, where that can be said in a value.
    pub expected: Option<String>,
}

impl RegisterError {
    /// The message, in one language: a line for each flaw.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Json(error) => error.message(language),
            Self::Flaws(flaws) => flaws.iter().map(|flaw| flaw.text(language)).collect::<Vec<_>>().join("\n"),
        }
    }
}

impl RegisterFlaw {
    /// Where and what, in one language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let colon = match language {
            Language::Chinese => "：",
            Language::English => ": ",
        };
        format!("{}{colon}{}", self.pointer, self.message.text(language))
    }
}

impl fmt::Display for RegisterError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for RegisterError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Json(error) => Some(error),
            Self::Flaws(_) => None,
        }
    }
}
