use crate::arguments::Files;
use crate::exit::Exit;
use crate::session::Session;
use crate::terminal::complain;
use govplan::{Error, Language, Loaded, Message, Options, Plan};
use std::io::Read;
use std::path::Path;

/// Everything that could be loaded, in the order of the arguments.
pub(crate) struct Input {
    pub(crate) loaded: Vec<Loaded>,
    /// Fine, unless a file could not be loaded.
    pub(crate) exit: Exit,
}

impl Input {
    /// Loads every file; complains of one that cannot be loaded and goes on.
    pub(crate) fn load(files: &Files, session: &Session) -> Self {
        let mut input = Self { loaded: Vec::new(), exit: Exit::Fine };
        let options = files.reading.options();
        for file in &files.files {
            match load(file, &options) {
                Ok(loaded) => input.loaded.push(loaded),
                Err(error) => {
                    input.exit = Exit::Files;
                    complain(&about(file, |language| error.message(language)), session.language);
                }
            }
        }
        input
    }

    pub(crate) fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.loaded.iter().flat_map(|loaded| &loaded.plans)
    }

    /// Whether no file at all could be loaded.
    pub(crate) fn is_empty(&self) -> bool {
        self.loaded.is_empty()
    }
}

/// What is wrong with a file.
pub(crate) fn about(file: &Path, message: impl Fn(Language) -> String) -> Message {
    let (zh, en, file) = (message(Language::Chinese), message(Language::English), file.display());
    Message::new(format!("`{file}`：{zh}"), format!("`{file}`: {en}"))
}

/// Loads a file, or standard input where it is `-`.
pub(crate) fn load(file: &Path, options: &Options) -> Result<Loaded, Error> {
    if file != Path::new("-") {
        return govplan::open(file, options);
    }
    let mut bytes = Vec::new();
    // One byte beyond the limit is enough to know that there are too many.
    let most = u64::try_from(options.limits.bytes).unwrap_or(u64::MAX).saturating_add(1);
    std::io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(Error::File)?;
    govplan::load(&bytes, options)
}
