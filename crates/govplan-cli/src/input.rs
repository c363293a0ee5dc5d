use crate::arguments::Files;
use crate::exit::{Exit, Failure};
use crate::session::Session;
use crate::terminal::complain;
use govplan::{Error, Language, Loaded, Message, Options, Plan};
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};

/// The longest line that is read, in bytes.
const LONGEST_LINE: usize = 1 << 20;

/// Everything that could be loaded, in the order of the arguments.
pub(crate) struct Input {
    pub(crate) loaded: Vec<Loaded>,
    /// The file of each.
    pub(crate) files: Vec<PathBuf>,
    /// Fine, unless a file could not be loaded.
    pub(crate) exit: Exit,
}

impl Input {
    /// Loads every file; complains of one that cannot be loaded and goes on.
    pub(crate) fn load(files: &Files, session: &Session) -> Self {
        let mut input = Self { loaded: Vec::new(), files: Vec::new(), exit: Exit::Fine };
        let options = files.reading.options();
        for file in &files.files {
            match load(file, &options) {
                Ok(loaded) => {
                    input.loaded.push(loaded);
                    input.files.push(file.clone());
                }
                Err(error) => {
                    input.exit = Exit::Files;
                    complain(&about(file, |language| error.message(language)), session.language);
                }
            }
        }
        input
    }

    /// What each file gave.
    pub(crate) fn by_file(&self) -> impl Iterator<Item = (&Path, &Loaded)> {
        self.files.iter().map(PathBuf::as_path).zip(&self.loaded)
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

/// Each line of standard input, without the white space around it.
pub(crate) fn each_line(mut act: impl FnMut(&str) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    while read_line(&mut input, &mut line)? {
        act(String::from_utf8_lossy(&line).trim())?;
    }
    Ok(())
}

/// Reads a line; false where there is none. A line that is too long is an error, not a loss.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> Result<bool, Failure> {
    line.clear();
    let most = u64::try_from(LONGEST_LINE).unwrap_or(u64::MAX);
    let read = input.by_ref().take(most).read_until(b'\n', line);
    let read = read.map_err(|error| {
        let error = Error::File(error);
        Failure::files(Message::new(error.message(Language::Chinese), error.message(Language::English)))
    })?;
    if read == LONGEST_LINE {
        return Err(Failure::files(Message::new(
            format!("标准输入有一行超过{LONGEST_LINE}字节，请每行写一条"),
            format!("a line of standard input has more than {LONGEST_LINE} bytes, write one text on each"),
        )));
    }
    Ok(read > 0)
}
