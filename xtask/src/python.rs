//! The Python package, in an environment of its own under the target folder.

use crate::command::{cargo, program, run, target, workspace};
use crate::environment::Environment;
use crate::trouble::Trouble;
use std::path::PathBuf;
use std::process::Command;

const TESTS: Environment = Environment { name: "venv", requirements: "tests/requirements.txt" };

/// Makes the environment and installs what the tests need.
pub(crate) fn packages() -> Result<(), Trouble> {
    TESTS.make()
}

/// Builds the Python package as one would install it, and installs it.
pub(crate) fn module() -> Result<(), Trouble> {
    let mut pip = installed("pip")?;
    let sources = ["Cargo.lock", "Cargo.toml", "crates", "bindings/python", TESTS.requirements];
    TESTS.once("module", &sources.map(|path| workspace().join(path)), || {
        let mut bin = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
        bin.insert(0, TESTS.folder().join("bin"));
        let path = std::env::join_paths(bin).map_err(|error| Trouble::Failed(error.to_string()))?;
        // The profile of the other chores, so that nothing is compiled twice.
        pip.env("PATH", path).env("MATURIN_PEP517_ARGS", "--profile dev");
        let wheels = wheels();
        if wheels.is_dir() {
            std::fs::remove_dir_all(&wheels)?;
        }
        run(pip
            .args(["wheel", "--quiet", "--no-build-isolation", "--no-deps", "--wheel-dir"])
            .args([wheels.as_path(), "./bindings/python".as_ref()]))?;
        install(&TESTS)
    })
}

/// Installs the package that was built last.
pub(crate) fn install(environment: &Environment) -> Result<(), Trouble> {
    let mut pip = environment.installed("pip")?;
    run(pip.args(["install", "--quiet", "--no-deps", "--force-reinstall"]).arg(wheel()?))
}

/// The package that was built last.
pub(crate) fn wheel() -> Result<PathBuf, Trouble> {
    let missing = || Trouble::Failed(format!("no package in {}: the Python module was not built", wheels().display()));
    let mut entries = std::fs::read_dir(wheels()).map_err(|_| missing())?;
    Ok(entries.next().ok_or_else(missing)??.path())
}

/// Where it is built.
fn wheels() -> PathBuf {
    target().join("wheels")
}

/// The stubs of the module, as they should stand in the package.
pub(crate) fn stubs() -> Result<Vec<u8>, Trouble> {
    packages()?;
    let folder = TESTS.folder().join("stubs");
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
    run(installed("pyright")?.arg("--pythonpath").arg(TESTS.folder().join("bin/python")).current_dir(&package))?;
    let settings = package.join("pyproject.toml");
    run(installed("stubtest")?.arg("govplan").arg("--mypy-config-file").arg(settings).current_dir(TESTS.folder()))
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

/// The folder of the environment.
pub(crate) fn environment() -> PathBuf {
    TESTS.folder()
}

/// A program of the environment.
pub(crate) fn installed(name: &str) -> Result<Command, Trouble> {
    TESTS.installed(name)
}
