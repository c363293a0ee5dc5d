use super::pretty;
use govplan_core::{Burden, Graph, Load, Month, NodeId, PlanId, RequirementId, Role, WorkItem};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize)]
struct Document<'a> {
    organs: Vec<Row<'a>>,
    without_unit: Vec<Item<'a>>,
    without_lead: Vec<Item<'a>>,
    carried_alone: Vec<Alone<'a>>,
    only_cooperating: Vec<Organ<'a>>,
    single_points: Vec<Organ<'a>>,
    communities: Vec<Vec<Organ<'a>>>,
}

#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    organ: Organ<'a>,
    roles: &'a BTreeMap<Role, usize>,
    #[serde(flatten)]
    total: Burden,
    months: &'a BTreeMap<Month, Burden>,
    standing: Burden,
    undated: Burden,
}

#[derive(Serialize)]
struct Organ<'a> {
    organ: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a PlanId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
}

#[derive(Serialize)]
struct Item<'a> {
    plan: &'a PlanId,
    requirement: &'a RequirementId,
}

#[derive(Serialize)]
struct Alone<'a> {
    #[serde(flatten)]
    item: Item<'a>,
    organ: &'a str,
}

/// How much work each organ has and when, and what belongs to nobody, as JSON: `{"organs": [{"organ": name, "plan": id,
/// "id", "roles": {role: number}, "duties", "weight", "months": {"2020-09": {"duties", "weight"}}, "standing", "undated"}],
/// "without_unit": [{"plan", "requirement"}], "without_lead", "carried_alone", "only_cooperating", "single_points",
/// "communities": [[{"organ"}]]}`.
///
/// Weights are hundredths of a duty. An organ that a register knows has its `id` there instead of a plan. Organs without
/// duties are in no community.
#[must_use]
pub fn workload_json(graph: &Graph<'_>, loads: &[Load<'_>]) -> String {
    let organ = |id: NodeId| {
        let organ = graph.organ(id)?;
        let id = organ.registered.map(|organ| organ.id.as_str());
        let plan = organ.plan.filter(|_| id.is_none()).map(|plan| &plan.id);
        Some(Organ { organ: organ.name, plan, id })
    };
    let organs = |ids: &[NodeId]| ids.iter().filter_map(|id| organ(*id)).collect::<Vec<_>>();
    let busy: BTreeSet<NodeId> = loads.iter().filter(|load| load.total.duties > 0).map(|load| load.organ).collect();
    let is_busy = |ids: &[NodeId]| ids.iter().any(|id| busy.contains(id));
    pretty(&Document {
        organs: loads
            .iter()
            .filter_map(|load| {
                let Load { roles, total, months, standing, undated, .. } = load;
                let (total, standing, undated) = (*total, *standing, *undated);
                Some(Row { organ: organ(load.organ)?, roles, total, months, standing, undated })
            })
            .collect(),
        without_unit: graph.without_unit().map(item).collect(),
        without_lead: graph.without_lead().map(item).collect(),
        carried_alone: graph
            .carried_alone()
            .filter_map(|(work, id)| Some(Alone { item: item(work), organ: organ(id)?.organ }))
            .collect(),
        only_cooperating: organs(&graph.only_cooperating().collect::<Vec<_>>()),
        single_points: organs(&graph.single_points()),
        communities: graph.communities(1).iter().filter(|ids| is_busy(ids)).map(|ids| organs(ids)).collect(),
    })
}

fn item<'a>(item: &WorkItem<'a>) -> Item<'a> {
    Item { plan: &item.plan.id, requirement: &item.requirement.id }
}
