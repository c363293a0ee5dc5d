//! Plans to nodes and edges, in time linear in the size of the plans.

use super::item::open_sections;
use super::reference::References;
use super::registered::Registered;
use super::{EdgeKind, Graph, Link, Network, Node, NodeId, Organ};
use crate::{Assignment, Person, Plan, RegisterIndex, Unit};
use std::collections::HashMap;

/// A graph that is being built.
pub(super) struct Builder<'a> {
    nodes: Vec<Node<'a>>,
    organs: Vec<NodeId>,
    requirements: Vec<NodeId>,
    links: Vec<Link>,
    /// The assignment of each link that is one.
    assignments: Vec<Option<&'a Assignment>>,
    plans: Vec<&'a Plan>,
    /// For each plan its canonical names and aliases; for looking up, never for walking.
    names: Vec<HashMap<&'a str, NodeId>>,
    /// The organs that a register knows.
    registered: Option<Registered<'a>>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(register: Option<&'a RegisterIndex<'a>>) -> Self {
        Self {
            nodes: Vec::new(),
            organs: Vec::new(),
            requirements: Vec::new(),
            links: Vec::new(),
            assignments: Vec::new(),
            plans: Vec::new(),
            names: Vec::new(),
            registered: register.map(Registered::new),
        }
    }

    pub(super) fn add_plan(&mut self, plan: &'a Plan) {
        let mut names = HashMap::new();
        self.add_index(plan, &mut names);
        self.add_work(plan, &mut names);
        self.plans.push(plan);
        self.names.push(names);
    }

    pub(super) fn finish(mut self) -> Graph<'a> {
        if let Some(registered) = self.registered.take() {
            self.add_registered(registered);
        }
        let Self { nodes, organs, requirements, links, assignments, plans, names, .. } = self;
        // Every link is between nodes that were added.
        let network = Network::new(nodes.len(), &links).unwrap_or_default();
        let assignments = network.in_order(&links, &assignments);
        Graph { nodes, organs, requirements, network, assignments, plans, names }
    }

    /// The organs of a plan's index, those above them and the members of their collectives.
    fn add_index(&mut self, plan: &'a Plan, names: &mut HashMap<&'a str, NodeId>) {
        let own: Vec<NodeId> = plan
            .units
            .iter()
            .map(|unit| {
                let organ = self.add_organ(&unit.name, plan, Some(unit));
                *names.entry(&unit.name).or_insert(organ)
            })
            .collect();
        for (unit, organ) in plan.units.iter().zip(&own) {
            for alias in &unit.aliases {
                names.entry(alias).or_insert(*organ);
            }
        }
        for (unit, organ) in plan.units.iter().zip(own) {
            if let Some(parent) = &unit.parent {
                let parent = self.organ_named(parent, plan, names);
                self.add_edge(parent, organ, EdgeKind::Above);
            }
            for member in unit.closed_members() {
                let member = self.organ_named(member, plan, names);
                self.add_edge(organ, member, EdgeKind::Member);
            }
        }
    }

    fn add_work(&mut self, plan: &'a Plan, names: &mut HashMap<&'a str, NodeId>) {
        let mut path: Vec<NodeId> = Vec::new();
        let mut persons: HashMap<(&str, Option<&str>), NodeId> = HashMap::new();
        let mut references = References::default();
        for open in open_sections(plan) {
            let section = self.add_node(Node::Section { plan, section: open.section.clone() });
            path.truncate(open.path.len().saturating_sub(1));
            if let Some(above) = path.last() {
                self.add_edge(*above, section, EdgeKind::Contains);
            }
            path.push(section);
            for task in open.tasks() {
                let node = self.add_node(Node::Task { plan, task: task.clone() });
                self.add_edge(section, node, EdgeKind::Contains);
                references.add_task(node, task.item);
                for item in open.items(plan, &task) {
                    let requirement = item.requirement;
                    let id = self.add_node(Node::Requirement(item));
                    self.requirements.push(id);
                    self.add_edge(node, id, EdgeKind::Contains);
                    references.add_requirement(id, node, requirement);
                    for assignment in &requirement.assignments {
                        let organ = self.organ_named(&assignment.unit, plan, names);
                        self.add_edge(organ, id, EdgeKind::Role(assignment.role));
                        if let Some(last) = self.assignments.last_mut() {
                            *last = Some(assignment);
                        }
                    }
                    for person in &requirement.persons {
                        let key = (person.name.as_str(), person.post.as_deref());
                        let named = *persons.entry(key).or_insert_with(|| self.add_person(plan, person));
                        self.add_edge(named, id, EdgeKind::Person(person.role));
                    }
                }
            }
        }
        for (requirement, other) in references.resolved() {
            self.add_edge(requirement, other, EdgeKind::DependsOn);
        }
    }

    /// The organ of a name in a plan; one that its index does not hold comes after those that it holds.
    fn organ_named(&mut self, name: &'a str, plan: &'a Plan, names: &mut HashMap<&'a str, NodeId>) -> NodeId {
        *names.entry(name).or_insert_with(|| self.add_organ(name, plan, None))
    }

    /// An organ of a plan, unless the register says that it is one that is there.
    fn add_organ(&mut self, name: &'a str, plan: &'a Plan, unit: Option<&'a Unit>) -> NodeId {
        let next = self.next_id();
        let known = self.registered.as_mut().and_then(|registered| registered.named(name, plan, next));
        let organ = match known {
            Some((known, _)) if known != next => return known,
            Some((_, organ)) => Organ { name: organ.name_on(None), plan: Some(plan), unit, registered: Some(organ) },
            None => Organ { name, plan: Some(plan), unit, registered: None },
        };
        self.push_organ(organ)
    }

    fn push_organ(&mut self, organ: Organ<'a>) -> NodeId {
        let organ = self.add_node(Node::Organ(organ));
        self.organs.push(organ);
        organ
    }

    /// The members of collectives that the register lists, what stands above what, and every name that it knows.
    fn add_registered(&mut self, mut registered: Registered<'a>) {
        while let Some((collective, member)) = registered.next_member() {
            let next = self.next_id();
            let id = registered.of_register(member, registered.day_of(collective), next);
            if id == next {
                let (name, registered) = (member.name_on(None), Some(member));
                self.push_organ(Organ { name, plan: None, unit: None, registered });
            }
            self.add_edge(collective, id, EdgeKind::Member);
        }
        for (above, below) in registered.parents() {
            self.add_edge(above, below, EdgeKind::Above);
        }
        self.names.push(registered.names());
    }

    fn add_person(&mut self, plan: &'a Plan, person: &'a Person) -> NodeId {
        self.add_node(Node::Person { plan, person })
    }

    fn next_id(&self) -> NodeId {
        // Memory ends long before the numbers do.
        NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX))
    }

    fn add_node(&mut self, node: Node<'a>) -> NodeId {
        let id = self.next_id();
        self.nodes.push(node);
        id
    }

    fn add_edge(&mut self, source: NodeId, target: NodeId, kind: EdgeKind) {
        self.links.push(Link { source: source.0, target: target.0, kind: kind.number() });
        self.assignments.push(None);
    }
}
