//! Files that are made from others and committed: the schemas and their pages, the seed's plan, the pages of the rules and the
//! table of their layers in README.md, the output of the examples, the stubs of the Python module.

use crate::command::{cargo, output, run, target, workspace};
use crate::trouble::Trouble;
use crate::{python, readme};
use std::process::Command;

const SCHEMAS: [&str; 5] = ["plan", "finding", "row", "config", "register"];
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
            let file = workspace().join(&path);
            std::fs::create_dir_all(file.parent().unwrap_or(&file))?;
            std::fs::write(file, bytes)?;
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
        let bytes = output(built("govplan").args(["schema", name, "--format", "markdown"]))?;
        files.push(Generated { path: format!("docs/reference/{name}.md"), bytes });
    }
    let bytes = output(built("govplan").args(["schema", "--format", "markdown"]))?;
    files.push(Generated { path: "docs/reference/README.md".to_owned(), bytes });
    let bytes = output(built("govplan").arg("import").arg(format!("{SEED}.txt")))?;
    files.push(Generated { path: format!("{SEED}.json"), bytes });
    let pages = output(built("govplan").args(["explain", "--format", "markdown"]))?;
    for code in codes(&pages) {
        let bytes = output(built("govplan").args(["explain", &code, "--format", "markdown"]))?;
        files.push(Generated { path: format!("docs/rules/{code}.md"), bytes });
    }
    files.push(Generated { path: "README.md".to_owned(), bytes: readme::with_layers(&pages)? });
    files.push(Generated { path: "docs/rules/README.md".to_owned(), bytes: pages });
    for name in EXAMPLES {
        files.push(Generated { path: format!("examples/{name}.out"), bytes: output(&mut built(name))? });
    }
    files.push(Generated { path: "bindings/python/govplan/_govplan.pyi".to_owned(), bytes: python::stubs()? });
    Ok(files)
}

/// The codes of the rules that a page lists, each as the text of a link.
fn codes(page: &[u8]) -> Vec<String> {
    let page = String::from_utf8_lossy(page);
    let links = page.lines().filter_map(|line| line.strip_prefix("| [")?.split(']').next());
    links.map(str::to_owned).collect()
}
