use crate::arguments::Files;
use crate::exit::Exit;
use crate::session::Session;
use crate::terminal::complain;
use govplan::{Error, Loaded, Message, Options, Plan};
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
        for file in &files.files {
            let options = Options { format: files.from, ..Options::default() };
            match load(file, &options) {
                Ok(loaded) => input.loaded.push(loaded),
                Err(error) => {
                    input.exit = Exit::Files;
                    let message = |language| error.message(language);
                    let file = file.display();
                    let zh = format!("`{file}`：{}", message(govplan::Language::Chinese));
                    let en = format!("`{file}`: {}", message(govplan::Language::English));
                    complain(&Message::new(zh, en), session.language);
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

fn load(file: &Path, options: &Options) -> Result<Loaded, Error> {
    if file != Path::new("-") {
        return govplan::open(file, options);
    }
    let mut bytes = Vec::new();
    // One byte beyond the limit is enough to know that there are too many.
    let most = u64::try_from(options.limits.bytes).unwrap_or(u64::MAX).saturating_add(1);
    std::io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(Error::File)?;
    govplan::load(&bytes, options)
}
