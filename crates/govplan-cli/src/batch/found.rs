use crate::input::about;
use govplan::{Language, Message};
use ignore::WalkBuilder;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The files of some sources, by their paths, and what could not be looked at.
pub(super) struct Found {
    pub(super) files: Vec<File>,
    pub(super) failures: Vec<Message>,
}

/// A file to read.
pub(super) struct File {
    pub(super) path: PathBuf,
    /// Whether it was asked for by name: then it is meant to be a document.
    pub(super) is_named: bool,
}

/// Characters that make a pattern of a path.
const PATTERN: [char; 3] = ['*', '?', '['];

/// Whether sources may be more than one file.
pub(crate) fn is_many(sources: &[PathBuf]) -> bool {
    match sources {
        [source] => source.is_dir() || pattern(source).is_some(),
        _ => true,
    }
}

/// The pattern that a path is; a path that is there is none, whatever its characters.
fn pattern(source: &Path) -> Option<&str> {
    source.to_str().filter(|text| text.contains(PATTERN) && !source.exists())
}

impl Found {
    /// The files of all sources, each once, sorted; without the one that is written.
    pub(super) fn all(sources: &[PathBuf], output: Option<&Path>) -> Self {
        let mut found = Finding::default();
        for source in sources {
            match pattern(source) {
                Some(pattern) => found.matches(source, pattern),
                None if source.is_dir() => found.walk(source),
                None => found.add(source.clone(), true),
            }
        }
        // What an earlier run wrote is no source of this one.
        let written = output.and_then(|output| output.canonicalize().ok());
        let is_written = |file: &File| !file.is_named && written.is_some() && file.path.canonicalize().ok() == written;
        let files = found.files.into_iter().map(|(path, is_named)| File { path, is_named });
        Self { files: files.filter(|file| !is_written(file)).collect(), failures: found.failures }
    }
}

/// Files as far as they are found.
#[derive(Default)]
struct Finding {
    /// Whether each was asked for by name.
    files: BTreeMap<PathBuf, bool>,
    failures: Vec<Message>,
}

impl Finding {
    fn add(&mut self, path: PathBuf, is_named: bool) {
        *self.files.entry(path).or_default() |= is_named;
    }

    /// Every file in a folder and the folders in it, hidden ones too; no list of ignored files counts.
    fn walk(&mut self, folder: &Path) {
        for entry in WalkBuilder::new(folder).standard_filters(false).follow_links(true).build() {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => self.add(entry.into_path(), false),
                Ok(_) => {}
                Err(error) if is_loop(&error) => {}
                Err(error) => self.fail(folder, &error.to_string()),
            }
        }
    }

    /// Every file that a pattern matches, and every file in the folders that it matches.
    fn matches(&mut self, source: &Path, pattern: &str) {
        let paths = match glob::glob(pattern) {
            Ok(paths) => paths,
            Err(error) => return self.fail(source, &error.to_string()),
        };
        let mut is_empty = true;
        for path in paths {
            is_empty = false;
            match path {
                Ok(path) if path.is_dir() => self.walk(&path),
                Ok(path) => self.add(path, false),
                Err(error) => self.fail(error.path(), &error.error().to_string()),
            }
        }
        if is_empty {
            self.failures.push(about(source, |language| match language {
                Language::Chinese => "没有符合此模式的文件，请核对路径".to_owned(),
                Language::English => "no file matches the pattern, check the path".to_owned(),
            }));
        }
    }

    fn fail(&mut self, path: &Path, error: &str) {
        self.failures.push(about(path, |language| match language {
            Language::Chinese => format!("无法查看（{error}）"),
            Language::English => format!("could not be looked at: {error}"),
        }));
    }
}

/// Whether a link leads back to a folder that it stands in: its files are found there.
fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. } | ignore::Error::WithDepth { err, .. } => is_loop(err),
        _ => false,
    }
}
