//! Who does what: organs and requirements as a graph.

mod item;
mod organ;

pub use item::WorkItem;
pub(crate) use item::items;
pub use organ::{UnknownOrgan, Workload};

use crate::{Assignment, Plan, Role, Unit};
use petgraph::Direction::Incoming;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Who does what in a plan: an edge from an organ to a requirement for each assignment.
///
/// A view: it borrows the plan and copies no text. Building it takes time linear in the size of the plan. Everything it
/// gives comes in the order of the plan, organs as its index lists them.
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
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Graph<'a> {
    graph: DiGraph<Node<'a>, &'a Assignment>,
    organs: Vec<NodeIndex>,
    requirements: Vec<NodeIndex>,
    /// Canonical names and aliases; for looking up, never for walking.
    names: HashMap<&'a str, NodeIndex>,
}

#[derive(Debug, Clone)]
enum Node<'a> {
    Organ { name: &'a str, unit: Option<&'a Unit> },
    Requirement(WorkItem<'a>),
}

/// An organ's part in one requirement.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Duty<'g, 'a> {
    /// The requirement, with what stands above it.
    pub item: &'g WorkItem<'a>,
    /// The organ's role, as printed, inherited or not.
    pub assignment: &'a Assignment,
}

impl<'a> Graph<'a> {
    /// The graph of a plan, in linear time.
    ///
    /// An organ that is assigned work but missing in the plan's index comes after those of the index.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        let mut this = Self {
            graph: DiGraph::new(),
            organs: Vec::with_capacity(plan.units.len()),
            requirements: Vec::new(),
            names: HashMap::new(),
        };
        for unit in &plan.units {
            let organ = this.add_organ(&unit.name, Some(unit));
            this.names.entry(&unit.name).or_insert(organ);
        }
        for (unit, organ) in plan.units.iter().zip(this.organs.clone()) {
            for alias in &unit.aliases {
                this.names.entry(alias).or_insert(organ);
            }
        }
        for item in items(plan) {
            let assignments = &item.requirement.assignments;
            let requirement = this.graph.add_node(Node::Requirement(item));
            this.requirements.push(requirement);
            for assignment in assignments {
                let organ = match this.names.get(assignment.unit.as_str()) {
                    Some(organ) => *organ,
                    None => this.add_organ(&assignment.unit, None),
                };
                this.names.entry(&assignment.unit).or_insert(organ);
                this.graph.add_edge(organ, requirement, assignment);
            }
        }
        this
    }

    fn add_organ(&mut self, name: &'a str, unit: Option<&'a Unit>) -> NodeIndex {
        let organ = self.graph.add_node(Node::Organ { name, unit });
        self.organs.push(organ);
        organ
    }

    /// What an organ has to do, in the order of the plan; the organ goes by its canonical name or an alias.
    ///
    /// Takes time linear in the number of its duties.
    ///
    /// # Errors
    /// A name that no organ of the plan has.
    pub fn duties(&self, organ: &str) -> Result<Vec<Duty<'_, 'a>>, UnknownOrgan> {
        let Some(organ) = self.names.get(organ) else { return Err(UnknownOrgan::new(organ, self.known_names())) };
        let mut duties: Vec<_> = self
            .graph
            .edges(*organ)
            .filter_map(|edge| Some(Duty { item: self.item(edge.target())?, assignment: edge.weight() }))
            .collect();
        // petgraph walks the newest edge first.
        duties.reverse();
        Ok(duties)
    }

    /// Requirements that no organ is assigned to, in linear time.
    pub fn without_unit(&self) -> impl Iterator<Item = &WorkItem<'a>> {
        self.items().filter(|item| item.requirement.assignments.is_empty())
    }

    /// Requirements that several organs are assigned to and none leads, in linear time.
    pub fn without_lead(&self) -> impl Iterator<Item = &WorkItem<'a>> {
        let leaderless = self.requirements.iter().filter(|requirement| {
            let organs: BTreeSet<_> = self.graph.neighbors_directed(**requirement, Incoming).collect();
            let mut roles = self.graph.edges_directed(**requirement, Incoming).map(|edge| edge.weight().role);
            organs.len() > 1 && roles.all(|role| role != Role::Lead)
        });
        leaderless.filter_map(|requirement| self.item(*requirement))
    }

    /// Every organ with the number of its duties in each role, in linear time.
    pub fn organs(&self) -> impl Iterator<Item = Workload<'a>> {
        self.organs.iter().filter_map(|organ| {
            let Node::Organ { name, unit } = self.graph.node_weight(*organ)? else { return None };
            let mut duties = BTreeMap::new();
            for edge in self.graph.edges(*organ) {
                *duties.entry(edge.weight().role).or_default() += 1;
            }
            Some(Workload { name, unit: *unit, duties })
        })
    }

    /// Every requirement with what stands above it.
    pub fn items(&self) -> impl Iterator<Item = &WorkItem<'a>> {
        self.requirements.iter().filter_map(|requirement| self.item(*requirement))
    }

    fn item(&self, requirement: NodeIndex) -> Option<&WorkItem<'a>> {
        match self.graph.node_weight(requirement)? {
            Node::Requirement(item) => Some(item),
            Node::Organ { .. } => None,
        }
    }

    /// Every name that an organ goes by.
    fn known_names(&self) -> impl Iterator<Item = &'a str> {
        self.organs.iter().filter_map(|organ| self.graph.node_weight(*organ)).flat_map(|node| match node {
            Node::Organ { name, unit } => {
                let aliases = unit.map(|unit| unit.aliases.iter().map(String::as_str));
                std::iter::once(*name).chain(aliases.into_iter().flatten()).collect::<Vec<_>>()
            }
            Node::Requirement(_) => Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Requirement, Section, SectionId, Task};

    /// A plan of one task, and one requirement for each list of organs and roles.
    fn plan(units: &[(&str, &[&str])], requirements: &[&[(&str, Role)]]) -> Plan {
        let mut plan = Plan::new("p".parse().unwrap());
        for (name, aliases) in units {
            let mut unit = Unit::new(*name);
            unit.aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
            plan.units.push(unit);
        }
        let mut outer = Section::new(SectionId::top(1));
        outer.title = Some("第一部分".to_owned());
        let mut inner = Section::new(outer.id.section(1));
        inner.title = Some("重点工作".to_owned());
        let mut task = Task::new(inner.id.task(1));
        for (n, assignments) in requirements.iter().enumerate() {
            let mut requirement = Requirement::new(task.id.requirement(n + 1), "抓好落实。");
            requirement.assignments = assignments.iter().map(|(unit, role)| Assignment::new(*unit, *role)).collect();
            task.requirements.push(requirement);
        }
        inner.tasks.push(task);
        outer.sections.push(inner);
        plan.sections.push(outer);
        plan
    }

    const OFFICE: (&str, &[&str]) = ("办公室", &[]);
    const BASIC: (&str, &[&str]) = ("基础教育科", &["基教科"]);

    #[test]
    fn duties_come_in_the_order_of_the_plan_under_every_name() {
        let plan = plan(
            &[OFFICE, BASIC],
            &[
                &[("基础教育科", Role::Lead), ("办公室", Role::Cooperating)],
                &[("办公室", Role::Responsible)],
                &[("基础教育科", Role::Responsible)],
            ],
        );
        let graph = Graph::new(&plan);
        let ids = |organ| -> Vec<String> {
            let duties = graph.duties(organ).unwrap();
            duties
                .iter()
                .map(|duty| format!("{} {}", duty.item.requirement.id, duty.assignment.role.as_str()))
                .collect()
        };
        assert_eq!(ids("办公室"), ["s1.s1.t1.r1 cooperating", "s1.s1.t1.r2 responsible"]);
        assert_eq!(ids("基教科"), ["s1.s1.t1.r1 lead", "s1.s1.t1.r3 responsible"]);
        let duty = &graph.duties("办公室").unwrap()[1];
        assert_eq!(duty.item.pointer, "/sections/0/sections/0/tasks/0/requirements/1");
        assert_eq!(duty.item.section_title().as_deref(), Some("第一部分 / 重点工作"));
    }

    #[test]
    fn an_unknown_organ_names_the_nearest_and_never_a_far_one() {
        let plan = plan(&[OFFICE, BASIC], &[]);
        let graph = Graph::new(&plan);
        for (asked, nearest) in [
            ("办公", Some("办公室")),
            ("基教处", Some("基教科")),
            ("基础教育处", Some("基础教育科")),
            ("财政局", None),
            ("", None),
        ] {
            assert_eq!(graph.duties(asked).unwrap_err().nearest.as_deref(), nearest, "{asked}");
        }
    }

    #[test]
    fn work_without_an_organ_and_without_a_lead_is_found() {
        let plan = plan(
            &[OFFICE, BASIC],
            &[
                &[],
                &[("办公室", Role::Responsible)],
                &[("办公室", Role::Responsible), ("基础教育科", Role::Responsible)],
                &[("办公室", Role::Lead), ("基础教育科", Role::Responsible)],
                &[("办公室", Role::Responsible), ("办公室", Role::Supervising)],
            ],
        );
        let graph = Graph::new(&plan);
        let ids = |items: Vec<&WorkItem<'_>>| -> Vec<String> {
            items.iter().map(|item| item.requirement.id.to_string()).collect()
        };
        assert_eq!(ids(graph.without_unit().collect()), ["s1.s1.t1.r1"]);
        assert_eq!(ids(graph.without_lead().collect()), ["s1.s1.t1.r3"]);
    }

    #[test]
    fn organs_are_counted_by_role_and_one_outside_the_index_comes_last() {
        let plan = plan(
            &[OFFICE, BASIC],
            &[
                &[("人事科", Role::Lead), ("办公室", Role::Cooperating)],
                &[("办公室", Role::Responsible)],
                &[("办公室", Role::Responsible)],
            ],
        );
        let graph = Graph::new(&plan);
        let organs: Vec<_> = graph.organs().map(|organ| (organ.name, organ.total())).collect();
        assert_eq!(organs, [("办公室", 3), ("基础教育科", 0), ("人事科", 1)]);
        let office = graph.organs().next().unwrap();
        assert_eq!(office.duties, BTreeMap::from([(Role::Responsible, 2), (Role::Cooperating, 1)]));
    }
}
