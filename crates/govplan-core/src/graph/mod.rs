//! Who does what: organs, persons and work as a graph.

mod build;
mod centrality;
mod difference;
mod duty;
mod gap;
mod item;
mod load;
mod network;
mod node;
mod organ;
mod partner;
mod reference;
mod registered;
mod ties;

pub use centrality::Centrality;
pub use difference::{DutyChange, GraphDifference};
pub use duty::{Duty, DutyQuery};
pub use item::WorkItem;
pub(crate) use item::items;
pub use load::{Burden, Load, Month, RoleWeights};
pub use network::{Link, Network};
pub use node::{Edge, EdgeKind, Node, NodeId, Organ};
pub use organ::{UnknownOrgan, Workload};
pub use partner::{Partner, SharedWork};
pub use ties::Chain;

use crate::{Assignment, Plan, RegisterIndex, Role};
use build::Builder;
use std::collections::{BTreeMap, HashMap};

/// Who does what in one plan or several: nodes are organs, persons, sections, tasks and requirements; edges are roles, what
/// holds what, what stands above what, members of collectives, and what a requirement says that it depends on.
///
/// A view: it borrows the plans and copies no text. Building it takes time linear in the size of the plans. Everything it
/// gives comes in the order of the plans, organs as their indexes list them.
///
/// ```
/// use govplan_core::{Assignment, Graph, Plan, Requirement, Role, Section, SectionId, Task, Unit};
///
/// let mut plan = Plan::new("兖教体发-2020-46".parse()?);
/// plan.units.push(Unit::new("办公室"));
/// let mut section = Section::new(SectionId::top(1));
/// let mut task = Task::new(section.id.task(1));
/// let mut requirement = Requirement::new(task.id.requirement(1), "编制完成标准目录。");
/// requirement.assignments.push(Assignment::new("办公室", Role::Responsible));
/// task.requirements.push(requirement);
/// section.tasks.push(task);
/// plan.sections.push(section);
///
/// let graph = Graph::new(&plan);
/// let duties = graph.duties("办公室")?;
/// assert_eq!(duties[0].assignment.role, Role::Responsible);
/// assert_eq!(duties[0].item.requirement.id.as_str(), "s1.t1.r1");
/// assert_eq!(graph.duties("办公").unwrap_err().nearest.as_deref(), Some("办公室"));
///
/// // 办公室 of two plans are two organs.
/// let mut other = plan.clone();
/// other.id = "另一份计划".parse()?;
/// assert_eq!(Graph::of_plans([&plan, &other]).find("办公室")?.len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Graph<'a> {
    nodes: Vec<Node<'a>>,
    organs: Vec<NodeId>,
    requirements: Vec<NodeId>,
    network: Network,
    /// The assignment of each link that is one, in the order of the network.
    assignments: Vec<Option<&'a Assignment>>,
    plans: Vec<&'a Plan>,
    /// For each plan its canonical names and aliases; for looking up, never for walking.
    names: Vec<HashMap<&'a str, NodeId>>,
}

impl<'a> Graph<'a> {
    /// The graph of a plan, in linear time.
    ///
    /// An organ that is assigned work but missing in the plan's index comes after those of the index.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        Self::of_plans([plan])
    }

    /// One graph of several plans, in linear time. Organs of two plans are two.
    #[must_use]
    pub fn of_plans(plans: impl IntoIterator<Item = &'a Plan>) -> Self {
        Self::built(Builder::new(None), plans)
    }

    /// One graph of several plans, in which names that a register resolves to one organ are one organ, under its name there.
    ///
    /// A name is resolved as of the day and the issuers of its plan. Collectives have the members, and organs stand under those,
    /// that the register gives for the day of the first plan that names them. Takes linear time besides that of resolving.
    #[must_use]
    pub fn with_register(plans: impl IntoIterator<Item = &'a Plan>, register: &'a RegisterIndex<'a>) -> Self {
        Self::built(Builder::new(Some(register)), plans)
    }

    fn built(mut builder: Builder<'a>, plans: impl IntoIterator<Item = &'a Plan>) -> Self {
        plans.into_iter().for_each(|plan| builder.add_plan(plan));
        builder.finish()
    }

    /// The plans, in their order.
    #[must_use]
    pub fn plans(&self) -> &[&'a Plan] {
        &self.plans
    }

    /// Organs that go by a name, canonical or alias, in the order of the plans; in time linear in the number of plans.
    ///
    /// # Errors
    /// A name that no organ of the plans has, with the nearest that one has.
    pub fn find(&self, name: &str) -> Result<Vec<NodeId>, UnknownOrgan> {
        let mut found: Vec<NodeId> = Vec::new();
        for organ in self.names.iter().filter_map(|names| names.get(name)) {
            if !found.contains(organ) {
                found.push(*organ);
            }
        }
        if found.is_empty() { Err(UnknownOrgan::new(name, self.known_names())) } else { Ok(found) }
    }

    /// Every node, in the order of their numbers.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node<'a>)> {
        (0..).map(NodeId).zip(&self.nodes)
    }

    /// A node.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Option<&Node<'a>> {
        self.nodes.get(id.0 as usize)
    }

    /// An organ; absent where the node is none.
    #[must_use]
    pub fn organ(&self, id: NodeId) -> Option<&Organ<'a>> {
        match self.node(id)? {
            Node::Organ(organ) => Some(organ),
            _ => None,
        }
    }

    /// A requirement; absent where the node is none.
    #[must_use]
    pub fn item(&self, id: NodeId) -> Option<&WorkItem<'a>> {
        match self.node(id)? {
            Node::Requirement(item) => Some(item),
            _ => None,
        }
    }

    /// Every edge, those from a node together, in the order of nodes.
    pub fn edges(&self) -> impl Iterator<Item = Edge<'a>> {
        self.nodes().flat_map(|(id, _)| self.edges_from(id))
    }

    /// Edges from a node, in time linear in their number.
    pub fn edges_from(&self, id: NodeId) -> impl Iterator<Item = Edge<'a>> {
        let assignments = self.assignments.get(self.network.places(id.0)).unwrap_or_default();
        self.network.outgoing(id.0).zip(assignments).filter_map(move |((target, kind), assignment)| {
            let (target, kind) = (NodeId(target), EdgeKind::of_number(kind)?);
            Some(Edge { source: id, target, kind, assignment: *assignment })
        })
    }

    /// Where the edges to a node start, and what they say.
    fn edges_to(&self, id: NodeId) -> impl Iterator<Item = (NodeId, EdgeKind)> {
        let links = self.network.incoming(id.0);
        links.filter_map(|(source, kind)| Some((NodeId(source), EdgeKind::of_number(kind)?)))
    }

    /// Every organ with the number of its duties in each role, in linear time.
    pub fn organs(&self) -> impl Iterator<Item = Workload<'a>> {
        self.organs.iter().filter_map(|id| {
            let organ = self.organ(*id)?;
            let mut duties = BTreeMap::new();
            for (_, role) in self.roles(*id) {
                *duties.entry(role).or_default() += 1;
            }
            Some(Workload { organ: *id, name: organ.name, unit: organ.unit, duties })
        })
    }

    /// Every requirement with what stands above it.
    pub fn items(&self) -> impl Iterator<Item = &WorkItem<'a>> {
        self.requirements.iter().filter_map(|requirement| self.item(*requirement))
    }

    /// The requirements in which an organ has a role, in the order of the plans.
    fn roles(&self, organ: NodeId) -> impl Iterator<Item = (NodeId, Role)> {
        self.edges_from(organ).filter_map(|edge| match edge.kind {
            EdgeKind::Role(role) => Some((edge.target, role)),
            _ => None,
        })
    }

    /// The organs that have a role in a requirement, in the order of its assignments.
    fn holders(&self, requirement: NodeId) -> impl Iterator<Item = (NodeId, Role)> {
        self.edges_to(requirement).filter_map(|(organ, kind)| match kind {
            EdgeKind::Role(role) => Some((organ, role)),
            _ => None,
        })
    }

    /// Every name that an organ goes by.
    fn known_names(&self) -> impl Iterator<Item = &'a str> {
        self.organs.iter().filter_map(|organ| self.organ(*organ)).flat_map(|organ| {
            let aliases = organ.unit.iter().flat_map(|unit| &unit.aliases).map(String::as_str);
            std::iter::once(organ.name).chain(aliases)
        })
    }
}

#[cfg(test)]
mod tests;
