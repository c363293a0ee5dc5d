use std::fmt;

/// Why a chore did not pass.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// Something is wrong.
    Failed(String),
    /// The system lacks a program that the chore needs.
    Missing(&'static str),
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(what) => formatter.write_str(what),
            Self::Missing(program) => write!(formatter, "`{program}` is not installed"),
        }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}
