//! Files that are made from others and committed: the schemas, the seed's plan, the output of the examples, the stubs of
//! the Python module.

use crate::command::{cargo, output, run, target, workspace};
use crate::python;
use crate::trouble::Trouble;
use std::process::Command;

const SCHEMAS: [&str; 4] = ["plan", "finding", "row", "config"];
const SEED: &str = "seeds/yanzhou-2020-open-government";
const EXAMPLES: [&str; 2] = ["read_and_check", "build_by_hand"];

/// A committed file, and what should stand in it.
struct Generated {
    path: String,
    bytes: Vec<u8>,
}

/// Writes every generated file that is stale.
pub(crate) fn write() -> Result<(), Trouble> {
    for Generated { path, bytes } in generated()? {
        if is_stale(&path, &bytes) {
            std::fs::write(workspace().join(&path), bytes)?;
            println!("wrote {path}");
        }
    }
    Ok(())
}

/// Says which generated files are stale.
pub(crate) fn check() -> Result<(), Trouble> {
    let mut files = generated()?;
    files.retain(|file| is_stale(&file.path, &file.bytes));
    if files.is_empty() {
        return Ok(());
    }
    let paths: Vec<String> = files.into_iter().map(|file| file.path).collect();
    Err(Trouble::Failed(format!("stale: {}; run `cargo xtask generate` and look at what it changes", paths.join(", "))))
}

fn is_stale(path: &str, bytes: &[u8]) -> bool {
    std::fs::read(workspace().join(path)).ok().is_none_or(|committed| committed != bytes)
}

fn generated() -> Result<Vec<Generated>, Trouble> {
    run(&mut cargo("build --quiet --workspace --bins"))?;
    let built = |name: &str| {
        let mut command = Command::new(target().join("debug").join(name));
        command.current_dir(workspace());
        command
    };
    let mut files = Vec::new();
    for name in SCHEMAS {
        let bytes = output(built("govplan").args(["schema", name]))?;
        files.push(Generated { path: format!("schema/{name}.schema.json"), bytes });
    }
    let bytes = output(built("govplan").arg("import").arg(format!("{SEED}.txt")))?;
    files.push(Generated { path: format!("{SEED}.json"), bytes });
    for name in EXAMPLES {
        files.push(Generated { path: format!("examples/{name}.out"), bytes: output(&mut built(name))? });
    }
    files.push(Generated { path: "bindings/python/govplan/_govplan.pyi".to_owned(), bytes: python::stubs()? });
    Ok(files)
}
