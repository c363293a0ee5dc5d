//! Programs that chores start, and where they start them.

use crate::trouble::Trouble;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of the workspace.
pub(crate) fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The folder that cargo builds in.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), |path| workspace().join(path))
}

/// Cargo, with its arguments as one would type them.
pub(crate) fn cargo(arguments: &str) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments.split(' ')).current_dir(workspace());
    command
}

/// A program of the system, if it is there.
pub(crate) fn program(name: &'static str) -> Result<Command, Trouble> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let program = std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file());
    let mut command = Command::new(program.ok_or(Trouble::Missing(name))?);
    command.current_dir(workspace());
    Ok(command)
}

/// Runs a command before the eyes of the user.
pub(crate) fn run(command: &mut Command) -> Result<(), Trouble> {
    let line = line(command);
    println!("$ {line}");
    if command.stdin(Stdio::null()).status()?.success() { Ok(()) } else { Err(failed(&line)) }
}

/// What a command prints on standard output.
pub(crate) fn output(command: &mut Command) -> Result<Vec<u8>, Trouble> {
    let line = line(command);
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    if output.status.success() { Ok(output.stdout) } else { Err(failed(&line)) }
}

fn failed(line: &str) -> Trouble {
    Trouble::Failed(format!("failed: {line}"))
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = [program].into_iter().chain(command.get_args()).map(|word| word.to_string_lossy());
    words.collect::<Vec<_>>().join(" ")
}
