//! What graphs of plans answer, for `tests/graph/test_networkx.py` to hold against networkx: plans as JSON Lines in, a line of
//! JSON for each out.

use govplan::{Graph, NodeId, Options, Plan, open};
use serde_json::{Value, json};
use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("graph_answers FILE")?;
    let mut output = std::io::stdout().lock();
    for plan in open(file, &Options::default())?.plans {
        writeln!(output, "{}", answers(&plan))?;
    }
    Ok(())
}

fn answers(plan: &Plan) -> Value {
    let graph = Graph::new(plan);
    let organs: Vec<NodeId> = graph.organs().map(|organ| organ.organ).collect();
    let name = |id: &NodeId| graph.organ(*id).map(|organ| organ.name);
    let names = |ids: &[NodeId]| ids.iter().map(name).collect::<Vec<_>>();
    let groups = |weight| graph.communities(weight).iter().map(|group| names(group)).collect::<Vec<_>>();
    let partners = |id: &NodeId| -> Value {
        let partners = graph.partners(*id);
        partners.iter().map(|partner| (partner.name.to_owned(), json!(partner.shared.len()))).collect()
    };
    let chains = organs.iter().flat_map(|from| organs.iter().map(move |to| (from, to))).map(|(from, to)| {
        let chain = graph.chain(*from, *to);
        let requirements = |id: &NodeId| graph.item(*id).map(|item| item.requirement.id.as_str());
        let chain = chain.map(|chain| {
            json!({
                "organs": names(&chain.organs),
                "requirements": chain.requirements.iter().map(requirements).collect::<Vec<_>>(),
            })
        });
        json!([name(from), name(to), chain])
    });
    let centrality = graph.centrality().into_iter().map(|found| {
        json!({
            "organ": name(&found.organ),
            "partners": found.partners,
            "requirements": found.requirements,
            "betweenness": found.betweenness,
        })
    });
    json!({
        "duties": graph.organs().map(|organ| (organ.name.to_owned(), json!(organ.duties))).collect::<Value>(),
        "partners": organs.iter().map(|id| (name(id).unwrap_or_default().to_owned(), partners(id))).collect::<Value>(),
        "communities": groups(1),
        "close_communities": groups(2),
        "single_points": names(&graph.single_points()),
        "chains": chains.collect::<Vec<_>>(),
        "centrality": centrality.collect::<Vec<_>>(),
    })
}
