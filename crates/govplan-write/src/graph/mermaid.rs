use super::described::Described;
use super::drawn::edge_word;
use crate::printable::printable;
use govplan_core::{EdgeKind, Graph, Language, Role};
use std::fmt::Write;

/// A graph as a Mermaid flowchart: organs as boxes, the work as rounded ones, an edge labelled for each role.
///
/// Mermaid itself draws no more than 500 edges unless its `maxEdges` is raised. Takes time linear in the graph.
#[must_use]
pub fn graph_mermaid(graph: &Graph<'_>, language: Language) -> String {
    let mut chart = String::from("flowchart LR\n");
    // Writing to a string cannot fail.
    for (id, node) in graph.nodes() {
        let described = Described::of(node);
        let (open, close) = match described.kind {
            "organ" => ("[", "]"),
            "person" => ("([", "])"),
            "section" => ("[[", "]]"),
            _ => ("(", ")"),
        };
        let _ = writeln!(chart, "  n{}{open}\"{}\"{close}", id.number(), escaped(&described.short_name()));
    }
    for edge in graph.edges() {
        let arrow = match edge.kind {
            EdgeKind::Role(Role::Lead) => "==>",
            EdgeKind::Role(Role::Cooperating | Role::Supervising) => "-.->",
            _ => "-->",
        };
        let word = edge_word(edge.kind, language);
        let _ = writeln!(chart, "  n{} {arrow}|\"{word}\"| n{}", edge.source.number(), edge.target.number());
    }
    chart
}

/// A text in quotes: whatever of ASCII is neither letter nor digit nor space stands by its number.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in printable(text).chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && c != ' ' {
            let _ = write!(escaped, "#{};", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    // A label of nothing is no label.
    if escaped.trim().is_empty() { "#8203;".to_owned() } else { escaped }
}
