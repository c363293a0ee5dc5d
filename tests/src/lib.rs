//! Where the proof finds what it looks at.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the workspace.
#[must_use]
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The seed: a real document as it was published.
#[must_use]
pub fn seed() -> PathBuf {
    workspace().join("seeds/yanzhou-2020-open-government.txt")
}

/// The plan that the seed is.
#[must_use]
pub fn seed_plan() -> PathBuf {
    seed().with_extension("json")
}

/// The folder of the tables that three validators and the strict reader agree on.
#[must_use]
pub fn agreement() -> PathBuf {
    workspace().join("tests/agreement")
}

/// The folder of the corpus.
#[must_use]
pub fn corpus() -> PathBuf {
    workspace().join("tests/corpus")
}

/// A binary of the workspace, built beside the test that asks for it.
///
/// # Errors
/// A build that fails, or a test that does not run where cargo puts tests.
pub fn binary(name: &str) -> std::io::Result<PathBuf> {
    let test = std::env::current_exe()?;
    let folder = test.ancestors().nth(2).ok_or(std::io::ErrorKind::NotFound)?;
    let profile = folder.file_name().filter(|name| *name != "debug").unwrap_or("dev".as_ref());
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(workspace()).args(["build", "--quiet", "--workspace", "--bins", "--profile"]).arg(profile);
    let is_built = cargo.status()?.success();
    let path = folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    if is_built { Ok(path) } else { Err(std::io::ErrorKind::NotFound.into()) }
}
