//! The schemas under ajv, with its packages in a folder of their own under the target folder.

use crate::command::{program, run, target, workspace};
use crate::trouble::Trouble;

pub(super) fn agreement() -> Result<(), Trouble> {
    let (mut node, mut npm) = (program("node")?, program("npm")?);
    let folder = target().join("node");
    std::fs::create_dir_all(&folder)?;
    let mut is_fresh = folder.join("node_modules").is_dir();
    for file in ["package.json", "package-lock.json"] {
        let (pinned, installed) = (workspace().join("tests/node").join(file), folder.join(file));
        let pinned = std::fs::read(pinned)?;
        is_fresh &= std::fs::read(&installed).is_ok_and(|installed| installed == pinned);
        std::fs::write(installed, pinned)?;
    }
    if !is_fresh {
        run(npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder))?;
    }
    run(node
        .arg("--test")
        .arg("--test-reporter=spec")
        .arg(workspace().join("tests/agreement/agreement.test.mjs"))
        .current_dir(&folder))
}
