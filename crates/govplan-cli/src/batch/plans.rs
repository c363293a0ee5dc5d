use super::found::File;
use crate::input::{about, load};
use govplan::{Error, Loaded, Message, Options, ReadError, contained};

/// What became of a file.
pub(super) enum Outcome {
    Plans(Plans),
    /// It was found, not asked for, and is no document.
    Skipped,
    Failed(Message),
}

/// The plans of a file.
pub(super) struct Plans {
    /// As JSON, each in its line.
    pub(super) lines: String,
    pub(super) plans: usize,
    pub(super) requirements: usize,
}

/// Reads a file, whatever happens: a reader that gives up on it must not take the other files with it.
pub(super) fn read(file: &File, options: &Options) -> Outcome {
    match contained(|| load(&file.path, options).map(|loaded| Plans::of(&loaded))) {
        Ok(plans) => Outcome::Plans(plans),
        Err(error) if !file.is_named && is_no_document(&error) => Outcome::Skipped,
        Err(error) => Outcome::Failed(about(&file.path, |language| error.message(language))),
    }
}

/// Whether a file is another kind of thing, as pictures and archives among documents are.
fn is_no_document(error: &Error) -> bool {
    error.is_unsupported() || matches!(error, Error::Document(ReadError::Binary { .. }))
}

impl Plans {
    fn of(loaded: &Loaded) -> Self {
        let plans = &loaded.plans;
        Self {
            lines: plans.iter().map(|plan| plan.to_json_line() + "\n").collect(),
            plans: plans.len(),
            requirements: plans.iter().map(|plan| plan.requirements().count()).sum(),
        }
    }
}
