//! What is written beside a node and an edge where a graph is drawn.

use super::described::Described;
use crate::label::{label, word};
use govplan_core::{EdgeKind, Language};

/// A label is no longer than this many characters.
const LONGEST_LABEL: usize = 40;

impl Described<'_> {
    /// The name, cut where it is long.
    pub(super) fn short_name(&self) -> String {
        short(&self.name)
    }
}

/// A text on one line, cut where it is long.
pub(super) fn short(text: &str) -> String {
    let mut characters = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let mut short: String = characters.by_ref().take(LONGEST_LABEL).collect();
    if characters.next().is_some() {
        short.pop();
        short.push('…');
    }
    short
}

/// What an edge says, in a language.
pub(super) fn edge_word(kind: EdgeKind, language: Language) -> String {
    match kind.role() {
        Some(role) => word("role", role, language),
        None => label(&format!("edge.{}", kind.as_str()), language).to_owned(),
    }
}
