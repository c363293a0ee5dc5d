use super::Selector;
use crate::{Extensions, Finding, Plan, PlanId, PlanPointer, Reason, RequirementId};
use serde::{Deserialize, Serialize};

/// Under this name a part of a plan keeps exceptions among its `extensions`.
const NAME: &str = "govplan:exceptions";

/// Findings that are right and shall stay all the same, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Exception {
    /// The rules that it excepts from.
    pub code: Selector,
    /// The plan that it holds for; without it every plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    /// The requirement that it holds for, by its id; without requirement and pointer the whole plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<RequirementId>,
    /// The part of the plan that it holds for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<PlanPointer>,
    /// Why.
    pub reason: Reason,
}

/// Rules that are excepted in a part of a plan.
pub(super) struct Site {
    code: Selector,
    pointer: String,
}

impl Site {
    pub(super) fn covers(&self, finding: &Finding) -> bool {
        let pointer = finding.pointer.as_deref().unwrap_or_default();
        let below = pointer.strip_prefix(self.pointer.as_str());
        self.code.matches(&finding.code) && below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
    }
}

/// What is excepted in a plan: by its own parts, and by others.
pub(super) fn sites(plan: &Plan, exceptions: &[Exception]) -> Vec<Site> {
    let mut sites = kept(plan);
    for exception in exceptions {
        if exception.plan.as_ref().is_some_and(|id| *id != plan.id) {
            continue;
        }
        let within = exception.pointer.as_ref().map(|pointer| pointer.as_str().trim_end_matches('/').to_owned());
        let pointers = match &exception.requirement {
            Some(id) => {
                let found = plan.requirements().filter(|requirement| requirement.item.id == *id);
                found.map(|requirement| requirement.pointer).collect()
            }
            None => vec![within.clone().unwrap_or_default()],
        };
        sites.extend(pointers.into_iter().map(|pointer| Site { code: exception.code.clone(), pointer }));
    }
    sites
}

/// What the parts of a plan except by themselves.
fn kept(plan: &Plan) -> Vec<Site> {
    let mut sites = Vec::new();
    keep(&mut sites, "", &plan.extensions);
    for (index, unit) in plan.units.iter().enumerate() {
        keep(&mut sites, &format!("/units/{index}"), &unit.extensions);
    }
    for section in plan.all_sections() {
        keep(&mut sites, &section.pointer, &section.item.extensions);
    }
    for task in plan.tasks() {
        keep(&mut sites, &task.pointer, &task.item.extensions);
    }
    for requirement in plan.requirements() {
        keep(&mut sites, &requirement.pointer, &requirement.item.extensions);
    }
    sites
}

fn keep(sites: &mut Vec<Site>, pointer: &str, extensions: &Extensions) {
    #[derive(Deserialize)]
    struct Kept {
        code: Selector,
        // Only one that gives a reason is an exception.
        #[serde(rename = "reason")]
        _reason: Reason,
    }
    let kept = extensions.get(NAME).and_then(serde_json::Value::as_array);
    for value in kept.into_iter().flatten() {
        if let Ok(kept) = Kept::deserialize(value) {
            sites.push(Site { code: kept.code, pointer: pointer.to_owned() });
        }
    }
}
