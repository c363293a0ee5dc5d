//! Packages of node, in folders of their own under the target folder.

use crate::command::{program, run, target, workspace};
use crate::trouble::Trouble;
use std::path::PathBuf;

/// Installs the packages of a list (a folder with `package.json` and its lock) unless they are there.
pub(crate) fn packages(list: &str, into: &str) -> Result<PathBuf, Trouble> {
    let mut npm = program("npm")?;
    let folder = target().join(into);
    std::fs::create_dir_all(&folder)?;
    let mut is_fresh = folder.join("node_modules").is_dir();
    for file in ["package.json", "package-lock.json"] {
        let (pinned, installed) = (workspace().join(list).join(file), folder.join(file));
        let pinned = std::fs::read(pinned)?;
        is_fresh &= std::fs::read(&installed).is_ok_and(|installed| installed == pinned);
        std::fs::write(installed, pinned)?;
    }
    if !is_fresh {
        run(npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder))?;
    }
    Ok(folder)
}
