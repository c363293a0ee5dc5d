//! Python environments under the target folder, each with the packages of a list.

use crate::command::{program, run, target, workspace};
use crate::trouble::Trouble;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// An environment, and what is in it.
pub(crate) struct Environment {
    /// Its folder under the target folder.
    pub(crate) name: &'static str,
    /// The list of its packages.
    pub(crate) requirements: &'static str,
}

impl Environment {
    /// Makes it, with its packages.
    pub(crate) fn make(&self) -> Result<(), Trouble> {
        let mut python = program("python3")?;
        self.once("requirements", &[workspace().join(self.requirements)], || {
            run(python.args(["-m", "venv", "--clear"]).arg(self.folder()))?;
            run(self.installed("pip")?.args(["install", "--quiet", "--requirement", self.requirements]))
        })
    }

    pub(crate) fn folder(&self) -> PathBuf {
        target().join(self.name)
    }

    /// A program of the environment.
    pub(crate) fn installed(&self, name: &str) -> Result<Command, Trouble> {
        let path = self.folder().join("bin").join(name);
        if !path.is_file() {
            program("python3")?;
            return Err(Trouble::Failed(format!("`{name}` is not in {}", self.folder().display())));
        }
        let mut command = Command::new(path);
        command.current_dir(workspace());
        // Nothing is left beside the sources.
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTEST_ADDOPTS", "-p no:cacheprovider");
        command.env("MYPY_CACHE_DIR", self.folder().join("mypy"));
        Ok(command)
    }

    /// Does a thing unless it was done before with the same files.
    pub(crate) fn once(
        &self,
        name: &str,
        files: &[PathBuf],
        act: impl FnOnce() -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let mut hasher = DefaultHasher::new();
        for file in files {
            hash(file, &mut hasher)?;
        }
        let content = format!("{:016x}", hasher.finish());
        let stamp = self.folder().join(format!("{name}.stamp"));
        if std::fs::read_to_string(&stamp).is_ok_and(|done| done == content) {
            println!("nothing has changed since the last time");
            return Ok(());
        }
        act()?;
        Ok(std::fs::write(stamp, content)?)
    }
}

/// Hashes a file, or every file of a folder, by name and content.
fn hash(path: &Path, hasher: &mut DefaultHasher) -> Result<(), Trouble> {
    if path.is_dir() {
        let entries = std::fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
        let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
        paths.sort();
        return paths.iter().filter(|path| !is_made(path)).try_for_each(|path| hash(path, hasher));
    }
    path.hash(hasher);
    std::fs::read(path)?.hash(hasher);
    Ok(())
}

/// Whether Python or its tools made it.
fn is_made(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name == "__pycache__" || name.ends_with("_cache") || name.ends_with(".so")
}
