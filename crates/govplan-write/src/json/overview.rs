use super::pretty;
use crate::count::Counts;
use govplan_core::{Finding, Graph, Head, Plan, PlanId, PlanPeriod, RequirementId, Role, WorkItem};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Overview<'a> {
    plan: &'a PlanId,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Head::is_empty")]
    head: &'a Head,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<PlanPeriod>,
    counts: Counts,
    organs: Vec<Organ<'a>>,
    without_unit: Vec<&'a RequirementId>,
    without_lead: Vec<&'a RequirementId>,
    findings: &'a [Finding],
}

#[derive(Serialize)]
struct Organ<'a> {
    name: &'a str,
    duties: BTreeMap<Role, usize>,
}

/// Plans at a glance as JSON: an array with an object for each plan, `{"plan": id, "title", "head", "period", "counts":
/// {…}, "organs": [{"name", "duties": {role: number}}], "without_unit": [requirement id], "without_lead": [requirement
/// id], "findings": […]}`.
#[must_use]
pub fn overview_json(plans: &[(&Plan, &[Finding])]) -> String {
    let overviews: Vec<_> = plans.iter().map(|(plan, findings)| overview(plan, findings)).collect();
    pretty(&overviews)
}

fn overview<'a>(plan: &'a Plan, findings: &'a [Finding]) -> Overview<'a> {
    let graph = Graph::new(plan);
    let id = |item: &WorkItem<'a>| &item.requirement.id;
    Overview {
        plan: &plan.id,
        title: plan.title.as_deref(),
        head: &plan.head,
        period: plan.period,
        counts: Counts::of(plan),
        organs: graph.organs().map(|organ| Organ { name: organ.name, duties: organ.duties }).collect(),
        without_unit: graph.without_unit().map(id).collect(),
        without_lead: graph.without_lead().map(id).collect(),
        findings,
    }
}
