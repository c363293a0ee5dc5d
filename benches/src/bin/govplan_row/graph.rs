use crate::rounds::per_second;
use govplan::{Graph, Link, Network};
use govplan_benches::large_plan;
use petgraph::graph::{Graph as Petgraph, NodeIndex};
use petgraph::visit::Dfs;
use serde_json::{Value, json};
use std::error::Error;
use std::hint::black_box;

/// How many nodes are asked for their links of the first kind.
const ASKED: u32 = 10_000;

/// The columns of sources, targets and kinds.
struct Columns {
    sources: Vec<u32>,
    targets: Vec<u32>,
    kinds: Vec<u8>,
    /// As many nodes as the highest number names.
    nodes: u32,
}

impl Columns {
    fn read(bytes: &[u8]) -> Result<Self, Box<dyn Error>> {
        let (mut sources, mut targets, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
        for link in bytes.chunks_exact(9) {
            let (source, rest) = link.split_first_chunk::<4>().ok_or("a link is cut")?;
            let (target, kind) = rest.split_first_chunk::<4>().ok_or("a link is cut")?;
            sources.push(u32::from_le_bytes(*source));
            targets.push(u32::from_le_bytes(*target));
            kinds.push(kind.first().copied().unwrap_or(0));
        }
        let nodes = sources.iter().chain(&targets).copied().max().ok_or("no links")? + 1;
        Ok(Self { sources, targets, kinds, nodes })
    }

    fn links(&self) -> impl Iterator<Item = (u32, u32, u8)> {
        let columns = self.sources.iter().zip(&self.targets).zip(&self.kinds);
        columns.map(|((source, target), kind)| (*source, *target, *kind))
    }

    fn asked(&self) -> impl Iterator<Item = u32> + use<> {
        let nodes = self.nodes;
        (0..ASKED).map(move |n| n * 7 % nodes)
    }
}

/// Prints a row for govplan's network and one for petgraph's graph: both are built from the same columns.
pub(crate) fn row(bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let columns = Columns::read(bytes)?;
    println!("{}", json!({"govplan": network(&columns)?, "petgraph": petgraph(&columns)}));
    println!("{}", json!({"version": env!("CARGO_PKG_VERSION"), "petgraph": petgraph_version()}));
    Ok(())
}

/// The version of petgraph that the workspace is locked to.
fn petgraph_version() -> Option<&'static str> {
    let lock = include_str!("../../../../Cargo.lock");
    let (_, after) = lock.split_once("name = \"petgraph\"\nversion = \"")?;
    after.split('"').next()
}

fn network(columns: &Columns) -> Result<Value, Box<dyn Error>> {
    let built = || {
        let links = columns.links().map(|(source, target, kind)| Link { source, target, kind });
        Network::new(columns.nodes as usize, &links.collect::<Vec<_>>())
    };
    let network = built().ok_or("a link leads nowhere")?;
    let of_kind = |node| network.targets_by_kind(black_box(node), 0).count();
    Ok(json!({
        "build": work(|| built().map_or(0, |network| network.link_count())),
        "queries": work(|| columns.asked().map(of_kind).sum()),
        "reach": work(|| network.reach(black_box(0)).len()),
    }))
}

fn petgraph(columns: &Columns) -> Value {
    let index = |node: u32| NodeIndex::new(node as usize);
    let built = || {
        let mut graph = Petgraph::<(), u8>::with_capacity(columns.nodes as usize, columns.kinds.len());
        for _ in 0..columns.nodes {
            graph.add_node(());
        }
        for (source, target, kind) in columns.links() {
            graph.add_edge(index(source), index(target), kind);
        }
        graph
    };
    let graph = built();
    let of_kind = |node| graph.edges(index(black_box(node))).filter(|edge| *edge.weight() == 0).count();
    let reach = || {
        let mut walk = Dfs::new(&graph, index(0));
        std::iter::from_fn(|| walk.next(&graph)).count()
    };
    json!({
        "build": work(|| built().edge_count()),
        "queries": work(|| columns.asked().map(of_kind).sum()),
        "reach": work(reach),
    })
}

/// How often it is done a second, and what comes out of it.
fn work(mut act: impl FnMut() -> usize) -> Value {
    let answer = act();
    let rates = per_second(1, || {
        black_box(act());
    });
    json!({"rates": rates, "answer": answer})
}

/// How much larger the process is with the graph than without, for each of a million duties of 100,000 organs.
pub(crate) fn memory() -> Result<(), Box<dyn Error>> {
    let plan = large_plan(100_000);
    let duties: usize = plan.requirements().map(|requirement| requirement.item.assignments.len()).sum();
    let before = resident()?;
    let graph = Graph::new(black_box(&plan));
    let taken = resident()? - before;
    black_box(&graph);
    println!("{}", json!({"duties": duties, "bytes_a_duty": taken / duties as f64}));
    Ok(())
}

fn resident() -> Result<f64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no resident size")?;
    Ok(line.trim().trim_end_matches(" kB").parse::<f64>()? * 1024.0)
}
