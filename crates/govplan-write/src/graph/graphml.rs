use super::described::Described;
use crate::xml::{attribute, text};
use govplan_core::Graph;
use std::fmt::Write;

/// The data that nodes and edges carry: what it is of, and its name.
const KEYS: [(&str, &str, &str); 8] = [
    ("node", "kind", "string"),
    ("node", "name", "string"),
    ("node", "plan", "string"),
    ("node", "item", "string"),
    ("node", "text", "string"),
    ("edge", "relation", "string"),
    ("edge", "role", "string"),
    ("edge", "inherited", "boolean"),
];

/// A graph as GraphML: a directed graph whose nodes carry `kind`, `name`, `plan`, `item` and `text`, and whose edges
/// `relation`, `role` and `inherited`.
///
/// Takes time linear in the graph.
#[must_use]
pub fn graph_graphml(graph: &Graph<'_>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    // Writing to a string cannot fail.
    for (of, name, kind) in KEYS {
        let _ = writeln!(xml, "  <key id=\"{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>");
    }
    xml.push_str("  <graph id=\"govplan\" edgedefault=\"directed\">\n");
    for (id, node) in graph.nodes() {
        let Described { kind, name, plan, item, text } = Described::of(node);
        let _ = writeln!(xml, "    <node id=\"n{}\">", id.number());
        let data = [("kind", Some(kind)), ("name", Some(&name)), ("plan", plan), ("item", item), ("text", text)];
        write_data(&mut xml, &data);
        xml.push_str("    </node>\n");
    }
    for (number, edge) in graph.edges().enumerate() {
        let (source, target) = (edge.source.number(), edge.target.number());
        let _ = writeln!(xml, "    <edge id=\"e{number}\" source=\"n{source}\" target=\"n{target}\">");
        let is_inherited = edge.assignment.is_some_and(|assignment| assignment.inherited);
        let role = edge.kind.role().map(govplan_core::Role::as_str);
        let inherited = is_inherited.then_some("true");
        write_data(&mut xml, &[("relation", Some(edge.kind.as_str())), ("role", role), ("inherited", inherited)]);
        xml.push_str("    </edge>\n");
    }
    xml.push_str("  </graph>\n</graphml>\n");
    xml
}

fn write_data(xml: &mut String, data: &[(&str, Option<&str>)]) {
    for (key, value) in data {
        if let Some(value) = value {
            let _ = writeln!(xml, "      <data key=\"{}\">{}</data>", attribute(key), text(value));
        }
    }
}
