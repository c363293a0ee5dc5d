use super::described::Described;
use crate::json::pretty;
use govplan_core::{Graph, Role};
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    directed: bool,
    multigraph: bool,
    graph: Attributes<'a>,
    nodes: Vec<Node<'a>>,
    edges: Vec<Edge>,
}

#[derive(Serialize)]
struct Attributes<'a> {
    plans: Vec<&'a str>,
}

#[derive(Serialize)]
struct Node<'a> {
    id: u32,
    #[serde(flatten)]
    described: Described<'a>,
}

#[derive(Serialize)]
struct Edge {
    source: u32,
    target: u32,
    key: usize,
    relation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inherited: bool,
}

/// A graph as node-link JSON, which networkx (`node_link_graph`) and D3 read: `{"directed": true, "multigraph": true,
/// "graph": {"plans": [id]}, "nodes": [{"id", "kind", "name", "plan", "item", "text"}], "edges": [{"source", "target", "key",
/// "relation", "role", "inherited"}]}`.
///
/// The relation of an organ's role is that role. Takes time linear in the graph.
#[must_use]
pub fn graph_json(graph: &Graph<'_>) -> String {
    let nodes = graph.nodes().map(|(id, node)| Node { id: id.number(), described: Described::of(node) });
    let edges = graph.edges().enumerate().map(|(key, edge)| Edge {
        source: edge.source.number(),
        target: edge.target.number(),
        key,
        relation: edge.kind.as_str(),
        role: edge.kind.role(),
        inherited: edge.assignment.is_some_and(|assignment| assignment.inherited),
    });
    pretty(&Document {
        directed: true,
        multigraph: true,
        graph: Attributes { plans: graph.plans().iter().map(|plan| plan.id.as_str()).collect() },
        nodes: nodes.collect(),
        edges: edges.collect(),
    })
}
