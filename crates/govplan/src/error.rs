use govplan_core::{JsonError, Language};
use govplan_read::ReadError;
use std::fmt;
use std::io;

/// Why nothing could be loaded.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are no document that can be read.
    Document(ReadError),
    /// The bytes are JSON, but no plan.
    Plan {
        /// Which of the plans in the bytes, from 1.
        number: usize,
        /// What is wrong; lines count from where the plan starts.
        error: JsonError,
    },
    /// The file could not be opened or read.
    File(io::Error),
    /// This library failed: a fault of its own, caught by [`contained`](crate::contained).
    Failed,
}

impl Error {
    /// Whether the bytes are a kind of file that this build does not read.
    #[must_use]
    pub fn is_unsupported(&self) -> bool {
        matches!(self, Self::Document(ReadError::Unsupported { .. }))
    }

    /// Whether a limit was exceeded.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        matches!(self, Self::Document(ReadError::TooLarge { .. }))
    }

    /// Whether the bytes are JSON that is no plan.
    #[must_use]
    pub fn is_invalid_plan(&self) -> bool {
        matches!(self, Self::Plan { .. })
    }

    /// Whether the file could not be opened or read.
    #[must_use]
    pub fn is_file(&self) -> bool {
        matches!(self, Self::File(_))
    }

    /// Why, as a permanent code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Document(error) => error.code(),
            Self::Plan { error, .. } => error.kind().as_str(),
            Self::File(_) => "file",
            Self::Failed => "failed",
        }
    }

    /// The message, in one language; it does not name the file.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match (self, language) {
            (Self::Document(error), _) => error.message(language),
            (Self::Plan { number: 1, error }, _) => error.message(language),
            (Self::Plan { number, error }, Language::Chinese) => {
                format!("第{number}个计划：{}", error.message(language))
            }
            (Self::Plan { number, error }, Language::English) => format!("plan {number}: {}", error.message(language)),
            (Self::File(error), Language::Chinese) => match error.kind() {
                io::ErrorKind::NotFound => "没有这个文件，请核对路径".to_owned(),
                io::ErrorKind::PermissionDenied => "没有读取权限".to_owned(),
                io::ErrorKind::IsADirectory => "这是文件夹，应为文件".to_owned(),
                _ => format!("无法读取（{error}）"),
            },
            (Self::File(error), Language::English) => match error.kind() {
                io::ErrorKind::NotFound => "no such file, check the path".to_owned(),
                io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
                io::ErrorKind::IsADirectory => "this is a folder, expected a file".to_owned(),
                _ => format!("could not be read: {error}"),
            },
            (Self::Failed, Language::Chinese) => "读取程序出错，请把此文件报告给开发者".to_owned(),
            (Self::Failed, Language::English) => {
                "the reader failed on it, please report the file to the authors".to_owned()
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Document(error) => Some(error),
            Self::Plan { error, .. } => Some(error),
            Self::File(error) => Some(error),
            Self::Failed => None,
        }
    }
}

impl From<ReadError> for Error {
    fn from(error: ReadError) -> Self {
        Self::Document(error)
    }
}
