use super::pretty;
use govplan_core::{Duty, Partner, PlanId, RequirementId, Role, Timing};
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    organ: &'a str,
    duties: Vec<Row<'a>>,
    partners: Vec<Partnership<'a>>,
}

#[derive(Serialize)]
struct Partnership<'a> {
    organ: &'a str,
    shared: Vec<Shared<'a>>,
}

#[derive(Serialize)]
struct Shared<'a> {
    plan: &'a PlanId,
    requirement: &'a RequirementId,
    own: &'a [Role],
    other: &'a [Role],
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
    through: Option<&'a str>,
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

/// What an organ has to do, and with whom, as JSON: `{"organ": name, "duties": [{"plan": id, "requirement": id, "pointer",
/// "role", "inherited", "through", "raw", "section_title", "task_title", "text", "timings"}], "partners": [{"organ": name,
/// "shared": [{"plan": id, "requirement": id, "own": [role], "other": [role]}]}]}`.
#[must_use]
pub fn duties_json(organ: &str, duties: &[Duty<'_, '_>], partners: &[Partner<'_, '_>]) -> String {
    let duties = duties.iter().map(|duty| Row {
        plan: &duty.item.plan.id,
        requirement: &duty.item.requirement.id,
        pointer: &duty.item.pointer,
        role: duty.assignment.role,
        inherited: duty.assignment.inherited,
        through: duty.through,
        raw: duty.assignment.raw.as_deref(),
        section_title: duty.item.section_title(),
        task_title: duty.item.task.title.as_deref(),
        text: duty.item.requirement.text.as_deref(),
        timings: &duty.item.requirement.timings,
    });
    let partners = partners.iter().map(|partner| {
        let shared = partner.shared.iter().map(|shared| Shared {
            plan: &shared.item.plan.id,
            requirement: &shared.item.requirement.id,
            own: &shared.own,
            other: &shared.other,
        });
        Partnership { organ: partner.name, shared: shared.collect() }
    });
    pretty(&Document { organ, duties: duties.collect(), partners: partners.collect() })
}
