use super::pretty;
use govplan_core::{Duty, Plan, PlanId, RequirementId, Role, Timing};
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    organ: &'a str,
    duties: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    plan: &'a PlanId,
    requirement: &'a RequirementId,
    pointer: &'a str,
    role: Role,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inherited: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    task_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    timings: &'a [Timing],
}

/// What an organ has to do as JSON: `{"organ": name, "duties": [{"plan": id, "requirement": id, "pointer", "role",
/// "inherited", "raw", "section_title", "task_title", "text", "timings"}]}`.
#[must_use]
pub fn duties_json(organ: &str, plans: &[(&Plan, Vec<Duty<'_, '_>>)]) -> String {
    let rows = plans.iter().flat_map(|(plan, duties)| {
        duties.iter().map(|duty| Row {
            plan: &plan.id,
            requirement: &duty.item.requirement.id,
            pointer: &duty.item.pointer,
            role: duty.assignment.role,
            inherited: duty.assignment.inherited,
            raw: duty.assignment.raw.as_deref(),
            section_title: duty.item.section_title(),
            task_title: duty.item.task.title.as_deref(),
            text: duty.item.requirement.text.as_deref(),
            timings: &duty.item.requirement.timings,
        })
    });
    pretty(&Document { organ, duties: rows.collect() })
}
