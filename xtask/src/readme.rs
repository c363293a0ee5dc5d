//! What is generated within README.md: the table of the layers of rules, between two comments.

use crate::command::workspace;
use crate::trouble::Trouble;
use std::fmt::Write as _;

const START: &str = "<!-- made by `cargo xtask generate` from the rules -->\n";
const END: &str = "<!-- end of what is made -->\n";
const RULES: &str = "docs/rules/README.md";

/// README.md with the table of the layers that the index of the rules lists.
pub(crate) fn with_layers(index: &[u8]) -> Result<Vec<u8>, Trouble> {
    let readme = std::fs::read_to_string(workspace().join("README.md"))?;
    let parts = readme.split_once(START).and_then(|(above, rest)| Some((above, rest.split_once(END)?.1)));
    let (above, below) = parts.ok_or_else(|| {
        Trouble::Failed(format!("README.md: no `{}` with `{}` below it; put them back", START.trim(), END.trim()))
    })?;
    Ok(format!("{above}{START}{}{END}{below}", table(&String::from_utf8_lossy(index))).into_bytes())
}

/// A row for each layer: its name, its codes, how many rules it has.
fn table(index: &str) -> String {
    let mut table = "| layer | codes | rules |\n|---|---|---|\n".to_owned();
    let mut all = 0;
    for section in index.split("\n## ").skip(1) {
        let name = section.lines().next().unwrap_or_default();
        let codes: Vec<&str> = section.lines().filter_map(|line| line.strip_prefix("| [")?.split(']').next()).collect();
        if let [first, .., last] = codes.as_slice() {
            let anchor = name.replace(' ', "-");
            let _ = writeln!(table, "| [{name}]({RULES}#{anchor}) | {first} to {last} | {} |", codes.len());
        }
        all += codes.len();
    }
    let _ = writeln!(table, "| [all]({RULES}) | | {all} |");
    table
}
