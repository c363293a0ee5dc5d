use super::described::Described;
use super::drawn::edge_word;
use crate::printable::printable;
use govplan_core::{EdgeKind, Graph, Language, Role};
use std::fmt::Write;

/// A graph in the DOT language of Graphviz: organs as boxes, the work as rounded ones, an edge labelled for each role.
///
/// Takes time linear in the graph.
#[must_use]
pub fn graph_dot(graph: &Graph<'_>, language: Language) -> String {
    let mut dot = String::from("digraph govplan {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n");
    // Writing to a string cannot fail.
    for (id, node) in graph.nodes() {
        let described = Described::of(node);
        let shape = shape(described.kind);
        let _ = writeln!(dot, "  n{} [label={}, {shape}];", id.number(), quoted(&described.short_name()));
    }
    for edge in graph.edges() {
        let (source, target) = (edge.source.number(), edge.target.number());
        let word = quoted(&edge_word(edge.kind, language));
        let _ = writeln!(dot, "  n{source} -> n{target} [label={word}, {}];", style(edge.kind));
    }
    dot.push_str("}\n");
    dot
}

fn shape(kind: &str) -> &'static str {
    match kind {
        "organ" => "shape=box",
        "person" => "shape=ellipse",
        "section" => "shape=folder",
        "task" => "shape=box, style=\"rounded,bold\"",
        _ => "shape=box, style=rounded",
    }
}

fn style(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Role(Role::Lead) => "style=bold",
        EdgeKind::Role(Role::Cooperating | Role::Supervising) => "style=dashed",
        EdgeKind::Role(_) => "style=solid",
        _ => "style=dotted",
    }
}

/// A text in quotes; a backslash of the document is no escape.
fn quoted(text: &str) -> String {
    format!("\"{}\"", printable(text).replace('\\', "\\\\").replace('"', "\\\""))
}
