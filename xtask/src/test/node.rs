//! What runs under node, with its packages under the target folder.

use crate::command::{cargo, program, run, target, workspace};
use crate::npm;
use crate::trouble::Trouble;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The schemas under ajv.
pub(super) fn agreement() -> Result<(), Trouble> {
    run(&mut test("tests/agreement/agreement.test.mjs")?)
}

/// Graphs as they are written for Graphviz and Mermaid, read by them.
pub(super) fn graphs() -> Result<(), Trouble> {
    let mut test = test("tests/graph/graph.test.mjs")?;
    run(&mut cargo("build --quiet --workspace --bin govplan"))?;
    run(test.env("GOVPLAN", target().join("debug/govplan")).env("WORKSPACE", workspace()))
}

/// A test file under node's test runner, in the folder of the packages.
pub(super) fn test(file: &str) -> Result<Command, Trouble> {
    let mut node = program("node")?;
    node.args(["--test", "--test-reporter=spec"]).arg(workspace().join(file)).current_dir(packages_of_tests()?);
    Ok(node)
}

/// The folder with the packages of the tests.
pub(super) fn packages_of_tests() -> Result<PathBuf, Trouble> {
    npm::packages("tests/node", "node")
}

/// The example in TypeScript, in a copy beside copies of what it reads, so that its packages are not left beside the sources.
pub(super) fn schema_consumer() -> Result<(), Trouble> {
    let copy = example("schema-consumer")?;
    run(program("npm")?.args(["test", "--silent"]).current_dir(copy))
}

/// Makes the types of the example from the schemas.
pub(crate) fn generate_types() -> Result<(), Trouble> {
    let copy = example("schema-consumer")?;
    run(program("npm")?.args(["run", "--silent", "generate"]).current_dir(&copy))?;
    copy_folder(&copy.join("generated"), &workspace().join("examples/schema-consumer/generated"))
}

/// A copy of an example, with the packages that it names.
fn example(name: &str) -> Result<PathBuf, Trouble> {
    let (place, path) = (target().join(name), Path::new("examples").join(name));
    for read in [Path::new("schema"), Path::new("seeds")] {
        copy_folder(&workspace().join(read), &place.join(read))?;
    }
    let copy = place.join(&path);
    // What was deleted or built is not in the way, and packages that are there stay.
    for folder in ["build", "generated", "src", "test"] {
        if copy.join(folder).is_dir() {
            fs::remove_dir_all(copy.join(folder))?;
        }
    }
    npm::packages(&format!("examples/{name}"), &format!("{name}/examples/{name}"))?;
    copy_folder(&workspace().join(&path), &copy)?;
    Ok(copy)
}

/// Copies the files of a folder and of those in it, but for what npm and the compiler made there.
fn copy_folder(from: &Path, to: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|name| *name != "node_modules" && *name != "build") else { continue };
        if path.is_dir() {
            copy_folder(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
