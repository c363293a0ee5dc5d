use crate::{FileKind, Format};
use govplan_document::Language;

/// What a reader says, by code, in English and Chinese.
const MESSAGES: &str = include_str!("../data/messages.tsv");

/// Why bytes can not be read as a document at all. Displays in English; [`ReadError::message`] knows both languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Language::English))]
#[non_exhaustive]
pub enum ReadError {
    /// There are no bytes.
    Empty,
    /// There is nothing but white space.
    Blank,
    /// The bytes are no text in any encoding.
    Binary {
        /// Control characters and characters that no encoding explains.
        found: usize,
        /// All characters, as far as the bytes can be read as such.
        characters: usize,
    },
    /// The bytes are a kind of file that this build does not read.
    Unsupported {
        /// What they are.
        kind: FileKind,
    },
    /// The bytes are a format whose reader is not in this build.
    NoReader {
        /// The format.
        format: Format,
    },
    /// The file is so damaged that nothing in it can be reached.
    Damaged {
        /// The format that it is, or was to be.
        format: Format,
        /// What is wrong, in the words of its specification.
        reason: String,
    },
    /// The file is encrypted, with a password that is not known.
    Encrypted {
        /// The format.
        format: Format,
    },
    /// The parts of a compressed file unpack to more bytes than
    /// [`Limits::unpacked_bytes`](crate::Limits::unpacked_bytes).
    UnpacksTooLarge {
        /// The limit.
        allowed: usize,
    },
    /// There are more bytes than [`Limits::bytes`](crate::Limits::bytes).
    TooLarge {
        /// The limit.
        allowed: usize,
        /// Bytes of the file.
        found: usize,
    },
}

impl ReadError {
    /// Permanent name of the reason (`too_large`).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Blank => "blank",
            Self::Binary { .. } => "binary",
            Self::Unsupported { .. } => "unsupported",
            Self::NoReader { .. } => "no_reader",
            Self::Damaged { .. } => "damaged",
            Self::Encrypted { .. } => "encrypted",
            Self::UnpacksTooLarge { .. } => "unpacks_too_large",
            Self::TooLarge { .. } => "too_large",
        }
    }

    /// What was found, where it is a single thing: the kind of file, the format, the number of bytes.
    #[must_use]
    pub fn found(&self) -> Option<String> {
        match self {
            Self::Empty | Self::Blank | Self::UnpacksTooLarge { .. } => None,
            Self::Binary { found, .. } | Self::TooLarge { found, .. } => Some(found.to_string()),
            Self::Unsupported { kind } => Some(kind.name(Language::English).to_owned()),
            Self::NoReader { format } | Self::Encrypted { format } => Some(format.name().to_owned()),
            Self::Damaged { reason, .. } => Some(reason.clone()),
        }
    }

    /// What was expected instead, where that can be said: the formats, the greatest number of bytes.
    #[must_use]
    pub fn expected(&self) -> Option<String> {
        match self {
            Self::Unsupported { .. } | Self::NoReader { .. } => Some(formats(Language::English)),
            Self::UnpacksTooLarge { allowed } | Self::TooLarge { allowed, .. } => Some(allowed.to_string()),
            Self::Damaged { format, .. } => Some(format.name().to_owned()),
            Self::Empty | Self::Blank | Self::Binary { .. } | Self::Encrypted { .. } => None,
        }
    }

    /// The message in a language: what was found, what was expected, how to mend it.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let template = template(self.code(), language);
        match self {
            Self::Empty | Self::Blank => template.to_owned(),
            Self::Binary { found, characters } => {
                template.replace("{found}", &found.to_string()).replace("{characters}", &characters.to_string())
            }
            Self::Unsupported { kind } => {
                template.replace("{kind}", kind.name(language)).replace("{formats}", &formats(language))
            }
            Self::NoReader { format } => {
                template.replace("{format}", format.name()).replace("{formats}", &formats(language))
            }
            Self::Damaged { format, reason } => template.replace("{format}", format.name()).replace("{reason}", reason),
            Self::Encrypted { format } => template.replace("{format}", format.name()),
            Self::UnpacksTooLarge { allowed } => template.replace("{allowed}", &allowed.to_string()),
            Self::TooLarge { allowed, found } => {
                template.replace("{found}", &found.to_string()).replace("{allowed}", &allowed.to_string())
            }
        }
    }
}

/// The names of the formats that this build reads.
fn formats(language: Language) -> String {
    Format::names(match language {
        Language::English => ", ",
        Language::Chinese => "、",
    })
}

/// The text of a message before its words are filled in.
fn template(code: &'static str, language: Language) -> &'static str {
    let mut messages = MESSAGES.lines().map(|line| line.split('\t'));
    let message = messages.find_map(|mut fields| (fields.next() == Some(code)).then_some(fields));
    let column = match language {
        Language::English => 0,
        Language::Chinese => 1,
    };
    message.and_then(|mut fields| fields.nth(column)).unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_a_full_message_in_both_languages() {
        let errors = [
            ReadError::Empty,
            ReadError::Blank,
            ReadError::Binary { found: 3, characters: 9 },
            ReadError::Unsupported { kind: FileKind::of(b"\x89PNG\r\n\x1a\n").unwrap() },
            ReadError::NoReader { format: Format::Pdf },
            ReadError::Damaged { format: Format::Docx, reason: "no end of central directory".to_owned() },
            ReadError::Encrypted { format: Format::Xls },
            ReadError::UnpacksTooLarge { allowed: 5 },
            ReadError::TooLarge { allowed: 5, found: 7 },
        ];
        for error in &errors {
            for language in [Language::English, Language::Chinese] {
                let message = error.message(language);
                assert!(message != error.code() && !message.contains(['{', '}']), "{message}");
            }
        }
        assert_eq!(MESSAGES.lines().filter(|line| !line.starts_with('#')).count(), errors.len());
    }

    #[test]
    fn a_message_says_what_was_found_and_how_to_mend_it() {
        let error = ReadError::Unsupported { kind: FileKind::of(b"\x89PNG\r\n\x1a\n....").unwrap() };
        assert!(error.to_string().starts_with("the file is a PNG image, expected one of the formats text"));
        assert!(error.message(Language::Chinese).starts_with("文件是PNG图片，"));
        let error = ReadError::TooLarge { allowed: 5, found: 7 };
        assert!(error.to_string().starts_with("the file holds 7 bytes, expected at most 5;"));
    }
}
