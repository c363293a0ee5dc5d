use govplan::Message;
use std::process::ExitCode;

/// How a run ended; a worse end stands above a better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// All is well.
    Fine,
    /// Findings at or above the asked severity.
    Findings,
    /// The arguments ask for something that is not there.
    Usage,
    /// Something could not be read or written.
    Files,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Findings => 1,
            Exit::Usage => 2,
            Exit::Files => 3,
        })
    }
}

/// Why a run could not go on.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    pub(crate) message: Message,
}

impl Failure {
    pub(crate) fn usage(message: Message) -> Self {
        Self { exit: Exit::Usage, message }
    }

    pub(crate) fn files(message: Message) -> Self {
        Self { exit: Exit::Files, message }
    }
}
