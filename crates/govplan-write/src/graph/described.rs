//! What is said of a node and of an edge, in whatever format.

use govplan_core::Node;
use serde::Serialize;

/// What a node is and is called.
#[derive(Serialize)]
pub(super) struct Described<'a> {
    /// organ, person, section, task or requirement.
    pub(super) kind: &'static str,
    /// What it is called: its name, or its number and title.
    pub(super) name: String,
    /// Id of its plan; absent for an organ that a register makes one of several plans.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) plan: Option<&'a str>,
    /// Id in the plan, or key in the register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<&'a str>,
    /// Body of a requirement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<&'a str>,
}

impl<'a> Described<'a> {
    pub(super) fn of(node: &Node<'a>) -> Self {
        let numbered = |label: Option<&str>, title: Option<&str>, id: &str| {
            let parts: Vec<&str> = label.into_iter().chain(title).collect();
            if parts.is_empty() { id.to_owned() } else { parts.join(" ") }
        };
        match node {
            Node::Organ(organ) => {
                let (item, plan) = (organ.registered.map(|organ| organ.id.as_str()), organ.plan);
                let plan = plan.filter(|_| item.is_none()).map(|plan| plan.id.as_str());
                Self { kind: "organ", name: organ.name.to_owned(), plan, item, text: None }
            }
            Node::Person { plan, person } => {
                let post = person.post.as_ref().map(|post| format!("（{post}）")).unwrap_or_default();
                let name = format!("{}{post}", person.name);
                Self { kind: "person", name, plan: Some(plan.id.as_str()), item: None, text: None }
            }
            Node::Section { plan, section } => {
                let section = section.item;
                let name = numbered(section.label.as_deref(), section.title.as_deref(), section.id.as_str());
                let (plan, item) = (Some(plan.id.as_str()), Some(section.id.as_str()));
                Self { kind: "section", name, plan, item, text: None }
            }
            Node::Task { plan, task } => {
                let task = task.item;
                let name = numbered(task.label.as_deref(), task.title.as_deref(), task.id.as_str());
                Self { kind: "task", name, plan: Some(plan.id.as_str()), item: Some(task.id.as_str()), text: None }
            }
            Node::Requirement(item) => {
                let requirement = item.requirement;
                let text = requirement.text.as_deref();
                let title = requirement.title.as_deref().or(text);
                let name = numbered(requirement.label.as_deref(), title, requirement.id.as_str());
                let (plan, item) = (Some(item.plan.id.as_str()), Some(requirement.id.as_str()));
                Self { kind: "requirement", name, plan, item, text }
            }
            _ => Self { kind: "other", name: String::new(), plan: None, item: None, text: None },
        }
    }
}
