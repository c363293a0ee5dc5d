//! Everything that must pass, one chore after the other.

mod calendar;
mod engines;
mod node;
mod pages;
mod report;
mod rust;
mod site;

pub(crate) use node::generate_types;

use crate::trouble::Trouble;
use crate::{corpus, generate, python};

type Chore = fn() -> Result<(), Trouble>;

const CHORES: [(&str, Chore); 26] = [
    ("formatting", rust::formatting),
    ("lints", rust::lints),
    ("features", rust::features),
    ("tests", rust::tests),
    ("tests in the documentation", rust::documentation_tests),
    ("documentation", rust::documentation),
    ("Python packages", python::packages),
    ("generated files", generate::check),
    ("corpus", corpus::check),
    ("Python module", python::module),
    ("Python tests", python::tests),
    ("Python types", python::types),
    ("targets of fuzzing", python::fuzz_targets),
    ("schema in Python", python::agreement),
    ("calendars", calendar::agreement),
    ("schema in JavaScript", node::agreement),
    ("findings in other tools", python::findings),
    ("office files", python::office),
    ("office files in LibreOffice", python::libreoffice),
    ("graphs in Python", python::graphs),
    ("graphs in JavaScript", node::graphs),
    ("reports in a browser", report::in_browser),
    ("example of a schema consumer", node::schema_consumer),
    ("examples of engines", engines::tests),
    ("examples in the pages", pages::examples),
    ("documentation site", site::build),
];

/// Runs every chore, whatever became of those before it, and returns the exit code.
pub(crate) fn run(require_all: bool) -> u8 {
    let mut passed = 0;
    let mut failed = Vec::new();
    let mut skipped = Vec::new();
    for (name, chore) in CHORES {
        println!("\n== {name}");
        match chore() {
            Ok(()) => passed += 1,
            Err(Trouble::Missing(program)) if !require_all => skipped.push(format!("{name} (no `{program}`)")),
            Err(trouble) => {
                println!("{trouble}");
                failed.push(format!("{name}: {trouble}"));
            }
        }
    }
    println!();
    for line in &failed {
        println!("failed   {line}");
    }
    for line in &skipped {
        println!("skipped  {line}");
    }
    println!("{passed} passed, {} failed, {} skipped", failed.len(), skipped.len());
    u8::from(!failed.is_empty())
}
