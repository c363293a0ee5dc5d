//! The benchmarks: govplan alone, or beside the peers that do the same work in Python and under node.

use crate::command::{cargo, program, run, target, workspace};
use crate::npm;
use crate::trouble::Trouble;
use std::path::PathBuf;
use std::process::Command;

const PEERS: &str = "benches/peers";
const RESULTS: &str = "benches/RESULTS.md";

/// Govplan alone, quickly: enough to see a change of a tenth.
pub(crate) fn alone() -> Result<(), Trouble> {
    run(&mut cargo("bench --package govplan-benches --benches -- --quick"))
}

/// Govplan and its peers in one run; what comes of it is printed and written.
pub(crate) fn beside_peers() -> Result<(), Trouble> {
    install()?;
    run(pip().args(["--force-reinstall", "--no-deps", "./bindings/python"]))?;
    run(&mut cargo("build --release --package govplan-benches --bin govplan_row"))?;
    let mut jobs = python();
    match npm::packages(&format!("{PEERS}/node"), "peers-node") {
        Ok(folder) => {
            jobs.env("PEERS_NODE_PACKAGES", folder);
        }
        // The tables say that they are left out.
        Err(trouble) => println!("{trouble}"),
    }
    run(jobs.arg(format!("{PEERS}/run.py")).arg(target().join("release/govplan_row")).arg(RESULTS))
}

/// Makes an environment with the peers, unless it has those of the list.
fn install() -> Result<(), Trouble> {
    let list = format!("{PEERS}/requirements.txt");
    let (wanted, stamp) = (std::fs::read_to_string(workspace().join(&list))?, environment().join("requirements.txt"));
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    run(program("python3")?.args(["-m", "venv", "--clear"]).arg(environment()))?;
    if run(pip().args(["--requirement", &list])).is_ok() {
        return Ok(std::fs::write(stamp, wanted)?);
    }
    // One that cannot be had keeps out none of the others; the tables say which is left out, and the next run tries again.
    for peer in wanted.lines().filter(|line| !line.starts_with('#')) {
        if let Err(trouble) = run(pip().arg(peer)) {
            println!("{trouble}");
        }
    }
    Ok(())
}

fn environment() -> PathBuf {
    target().join("peers")
}

fn pip() -> Command {
    let mut pip = python();
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    pip
}

fn python() -> Command {
    let mut python = Command::new(environment().join("bin").join("python"));
    // Nothing is left beside the sources.
    python.current_dir(workspace()).env("PYTHONDONTWRITEBYTECODE", "1");
    python
}
