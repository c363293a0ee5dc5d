//! The Python package, in an environment of its own under the target folder.

use crate::command::{cargo, program, run, target, workspace};
use crate::trouble::Trouble;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

const REQUIREMENTS: &str = "tests/requirements.txt";

/// Makes the environment and installs what the tests need.
pub(crate) fn packages() -> Result<(), Trouble> {
    let mut python = program("python3")?;
    once("requirements", &[REQUIREMENTS], || {
        run(python.args(["-m", "venv", "--clear"]).arg(environment()))?;
        run(installed("pip")?.args(["install", "--quiet", "--requirement", REQUIREMENTS]))
    })
}

/// Builds the Python package as one would install it, and installs it.
pub(crate) fn module() -> Result<(), Trouble> {
    let mut pip = installed("pip")?;
    once("module", &["Cargo.lock", "Cargo.toml", "crates", "bindings/python", REQUIREMENTS], || {
        let mut bin = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
        bin.insert(0, environment().join("bin"));
        let path = std::env::join_paths(bin).map_err(|error| Trouble::Failed(error.to_string()))?;
        // The profile of the other chores, so that nothing is compiled twice.
        pip.env("PATH", path).env("MATURIN_PEP517_ARGS", "--profile dev");
        run(pip.args([
            "install",
            "--quiet",
            "--no-build-isolation",
            "--no-deps",
            "--force-reinstall",
            "./bindings/python",
        ]))
    })
}

/// The stubs of the module, as they should stand in the package.
pub(crate) fn stubs() -> Result<Vec<u8>, Trouble> {
    packages()?;
    let folder = environment().join("stubs");
    let arguments =
        "generate-stubs --quiet --manifest-path bindings/python/Cargo.toml --features stubs --profile dev --out";
    run(installed("maturin")?.args(arguments.split(' ')).arg(&folder))?;
    Ok(std::fs::read(folder.join("govplan/_govplan.pyi"))?)
}

/// The tests, as `python -X dev -W error` runs them.
pub(crate) fn tests() -> Result<(), Trouble> {
    let mut pytest = installed("pytest")?;
    pytest.env("PYTHONDEVMODE", "1").env("PYTHONWARNINGS", "error");
    run(pytest.arg("--quiet").current_dir(workspace().join("bindings/python")))
}

/// The targets of fuzzing over their seeds.
pub(crate) fn fuzz_targets() -> Result<(), Trouble> {
    run(installed("pytest")?.args(["--quiet", "fuzz"]))
}

/// The types of the package and of its tests under mypy and pyright, and the stubs held against the module.
pub(crate) fn types() -> Result<(), Trouble> {
    let package = workspace().join("bindings/python");
    run(installed("mypy")?.args(["govplan", "tests"]).current_dir(&package))?;
    run(installed("pyright")?.arg("--pythonpath").arg(environment().join("bin/python")).current_dir(&package))?;
    let settings = package.join("pyproject.toml");
    run(installed("stubtest")?.arg("govplan").arg("--mypy-config-file").arg(settings).current_dir(environment()))
}

pub(crate) fn agreement() -> Result<(), Trouble> {
    run(installed("pytest")?.args(["--quiet", "tests/agreement"]))
}

/// What is written for other tools, read by them.
pub(crate) fn findings() -> Result<(), Trouble> {
    of_the_command("tests/findings")
}

/// What is written for offices, opened by the libraries that Python has for it.
pub(crate) fn office() -> Result<(), Trouble> {
    of_the_command("tests/office/test_libraries.py")
}

/// The same in an office program.
pub(crate) fn libreoffice() -> Result<(), Trouble> {
    program("soffice")?;
    of_the_command("tests/office/test_libreoffice.py")
}

/// Tests that run the command.
fn of_the_command(tests: &str) -> Result<(), Trouble> {
    run(&mut cargo("build --quiet --workspace --bin govplan"))?;
    let command = target().join("debug/govplan");
    run(installed("pytest")?.args(["--quiet", tests]).env("GOVPLAN", command))
}

/// What graphs answer, and what is written of them, under networkx.
pub(crate) fn graphs() -> Result<(), Trouble> {
    run(&mut cargo("build --quiet --workspace --bins"))?;
    let built = target().join("debug");
    let mut pytest = installed("pytest")?;
    pytest.args(["--quiet", "tests/graph"]).env("GOVPLAN", built.join("govplan"));
    run(pytest.env("GRAPH_ANSWERS", built.join("graph_answers")))
}

fn environment() -> PathBuf {
    target().join("venv")
}

/// A program of the environment.
pub(crate) fn installed(name: &str) -> Result<Command, Trouble> {
    let path = environment().join("bin").join(name);
    if !path.is_file() {
        program("python3")?;
        return Err(Trouble::Failed(format!("`{name}` is not in {}", environment().display())));
    }
    let mut command = Command::new(path);
    command.current_dir(workspace());
    // Nothing is left beside the sources.
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTEST_ADDOPTS", "-p no:cacheprovider");
    command.env("MYPY_CACHE_DIR", environment().join("mypy"));
    Ok(command)
}

/// Does a thing unless it was done before with the same files.
fn once(name: &str, files: &[&str], act: impl FnOnce() -> Result<(), Trouble>) -> Result<(), Trouble> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        hash(&workspace().join(file), &mut hasher)?;
    }
    let content = format!("{:016x}", hasher.finish());
    let stamp = environment().join(format!("{name}.stamp"));
    if std::fs::read_to_string(&stamp).is_ok_and(|done| done == content) {
        println!("nothing has changed since the last time");
        return Ok(());
    }
    act()?;
    Ok(std::fs::write(stamp, content)?)
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
