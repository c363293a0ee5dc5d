//! Who does what, as Python asks for it.

use crate::calendar::Calendar;
use crate::duty::Duty;
use crate::error::unknown_organ;
use crate::hint::{Dictionary, NetworkxGraph, Plans, RustworkxGraph};
use crate::plan::Plan;
use crate::register::Register;
use crate::value::{Pickled, dictionary, hash, html};
use govplan::{DutyQuery, Language, NodeId, Role, RoleWeights, Schedule, ScheduleSettings, WorkItem};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use self_cell::self_cell;

/// What a graph is made of.
struct Sources {
    plans: Vec<Py<Plan>>,
    register: Option<Py<Register>>,
}

self_cell! {
    struct Drawn {
        owner: Sources,
        #[covariant]
        dependent: DrawnGraph,
    }
}

/// What a graph is made of, as it is pickled.
type Parts = (Vec<Py<Plan>>, Option<Py<Register>>);

type DrawnGraph<'a> = govplan::Graph<'a>;

/// Who does what in one plan or several: organs, persons, sections, tasks and requirements, and what joins them.
#[pyclass(frozen, eq, module = "govplan")]
pub struct Graph(Drawn);

impl PartialEq for Graph {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (self.0.borrow_owner(), other.0.borrow_owner());
        let is_same = |(one, other): (&Py<Plan>, &Py<Plan>)| one.get() == other.get();
        one.plans.len() == other.plans.len()
            && one.plans.iter().zip(&other.plans).all(is_same)
            && one.register.as_ref().map(Py::get) == other.register.as_ref().map(Py::get)
    }
}

impl Graph {
    /// The graph of plans.
    pub fn of(py: Python<'_>, plans: Vec<Py<Plan>>, register: Option<Py<Register>>) -> Self {
        let sources = Sources { plans, register };
        Self(py.detach(|| {
            Drawn::new(sources, |Sources { plans, register }| {
                let plans = plans.iter().map(|plan| &*plan.get().data);
                match register {
                    Some(register) => govplan::Graph::with_register(plans, register.get().index()),
                    None => govplan::Graph::of_plans(plans),
                }
            })
        }))
    }

    fn graph(&self) -> &govplan::Graph<'_> {
        self.0.borrow_dependent()
    }
}

/// Plan and requirement of items of work.
fn ids<'g, 'a: 'g>(items: impl Iterator<Item = &'g WorkItem<'a>>) -> Vec<(String, String)> {
    items.map(|item| (item.plan.id.to_string(), item.requirement.id.to_string())).collect()
}

#[pymethods]
impl Graph {
    /// What an organ has to do, in the order of the plans; the organ goes by its canonical name or an alias.
    ///
    /// Parameters
    /// ----------
    /// organ : str
    ///     Its name. Where organs of several plans have it, the duties of all of them are given.
    /// role : str, optional
    ///     Only duties of this role.
    /// expand : bool, default False
    ///     Also those of the closed collectives that it is a member of.
    ///
    /// Raises
    /// ------
    /// UnknownOrganError
    ///     The plans do not name the organ.
    #[pyo3(signature = (organ, *, role=None, expand=false))]
    fn duties(&self, py: Python<'_>, organ: &str, role: Option<&str>, expand: bool) -> PyResult<Vec<Duty>> {
        let mut query = DutyQuery::default();
        query.is_expanded = expand;
        if let Some(name) = role {
            let role = Role::ALL.into_iter().find(|role| role.as_str() == name);
            query.role = Some(role.ok_or_else(|| PyValueError::new_err(format!("unknown role `{name}`")))?);
        }
        let graph = self.graph();
        let organs = graph.find(organ).map_err(|error| unknown_organ(py, &error))?;
        let duties = |organ: NodeId| graph.duties_of(organ, query);
        Ok(organs.into_iter().flat_map(duties).map(|duty| Duty::of(&duty)).collect())
    }

    /// How much work each organ has and when, and what belongs to nobody: what ``govplan workload --format json`` writes.
    ///
    /// Parameters
    /// ----------
    /// calendar : Calendar, optional
    ///     The working days that periods are counted in; else those that each plan was read for.
    #[pyo3(signature = (*, calendar=None))]
    fn workload<'py>(&self, py: Python<'py>, calendar: Option<Calendar>) -> PyResult<Dictionary<'py>> {
        let json = py.detach(|| {
            let graph = self.graph();
            let schedules = self.0.borrow_owner().plans.iter().map(|plan| {
                let outlook = plan.get().outlook(calendar.clone());
                let plan: &govplan::Plan = &plan.get().data;
                (plan, plan.schedule(&ScheduleSettings::new(outlook.working_days())))
            });
            let schedules: Vec<(&govplan::Plan, Schedule<'_>)> = schedules.collect();
            let schedules: Vec<_> = schedules.iter().map(|(plan, schedule)| (*plan, schedule)).collect();
            govplan::workload_json(graph, &graph.load(&RoleWeights::default(), &schedules))
        });
        dictionary(py, &json)
    }

    /// Requirements that belong to nobody, each as the ids of its plan and of itself.
    fn without_unit(&self) -> Vec<(String, String)> {
        ids(self.graph().without_unit())
    }

    /// Requirements that nobody leads, each as the ids of its plan and of itself.
    fn without_lead(&self) -> Vec<(String, String)> {
        ids(self.graph().without_lead())
    }

    /// The graph as node-link JSON: the bytes that ``govplan export --to graph-json`` writes.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| govplan::graph_json(self.graph()))
    }

    /// The graph for networkx: a ``MultiDiGraph`` whose nodes are numbers and carry ``kind``, ``name``, ``plan``, ``item``, ``text``;
    /// its edges carry ``relation``, ``role``, ``inherited``.
    fn to_networkx<'py>(slf: &Bound<'py, Self>) -> PyResult<NetworkxGraph<'py>> {
        slf.py().import("govplan.graphs")?.call_method1("networkx_graph", (slf,)).map(NetworkxGraph)
    }

    /// The graph for rustworkx: a ``PyDiGraph`` with the same nodes, in the same order, and edges, each a dictionary.
    fn to_rustworkx<'py>(slf: &Bound<'py, Self>) -> PyResult<RustworkxGraph<'py>> {
        slf.py().import("govplan.graphs")?.call_method1("rustworkx_graph", (slf,)).map(RustworkxGraph)
    }

    /// The graph drawn as SVG, with words in Chinese (``zh``) or English (``en``).
    #[pyo3(signature = (*, language="zh"))]
    fn to_svg(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        let language: Language = language.parse().map_err(PyValueError::new_err)?;
        Ok(py.detach(|| govplan::graph_svg(self.graph(), language)))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py, Parts>> {
        let Sources { plans, register } = self.0.borrow_owner();
        let plans = plans.iter().map(|plan| plan.clone_ref(py)).collect();
        Ok((py.import("govplan")?.getattr("graph")?, (plans, register.as_ref().map(|register| register.clone_ref(py)))))
    }

    fn __hash__(&self) -> u64 {
        let ids: Vec<&str> = self.graph().plans().iter().map(|plan| plan.id.as_str()).collect();
        hash(&ids.join("\n"))
    }

    fn __repr__(&self) -> String {
        let graph = self.graph();
        let (nodes, edges) = (graph.nodes().count(), graph.edges().count());
        format!("<Graph: {} plans, {nodes} nodes, {edges} edges>", graph.plans().len())
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (py, graph) = (slf.py(), slf.get().graph());
        let fields = PyDict::new(py);
        for organ in graph.organs() {
            fields.set_item(organ.name, organ.total())?;
        }
        html(slf.as_any(), Dictionary(fields.into_any()))
    }
}

/// Who does what in several plans, as one graph. Organs of two plans are two, unless a register says that they are one.
///
/// Parameters
/// ----------
/// plans : iterable of Plan
///     The plans.
/// register : Register, optional
///     Register by which names are resolved to organs.
#[pyfunction]
#[pyo3(signature = (plans, register=None))]
pub fn graph(py: Python<'_>, plans: Plans<'_>, register: Option<Py<Register>>) -> PyResult<Graph> {
    Ok(Graph::of(py, plans.all()?, register))
}
