//! A plan as Python sees it.

use crate::calendar::Calendar;
use crate::duty::Duty;
use crate::error::{plan_error, unknown_organ};
use crate::finding::Checked;
use crate::graph::Graph;
use crate::head::{Directive, Head, Paragraph, Unit};
use crate::hint::Dictionary;
use crate::part::{Part, Path, below, listed, nowhere};
use crate::register::Register;
use crate::rows::Rows;
use crate::schedule::Schedule;
use crate::section::{Requirement, Section, Task};
use crate::text::TextOrBytes;
use crate::value::{Pickled, dictionary, hash, html};
use crate::view::View;
use crate::work::Citation;
use chrono::NaiveDate;
use govplan::time::WorkingDays;
use govplan::{CheckPolicy, CheckSettings, ScheduleSettings, Selector, schedule_json};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};
use std::sync::Arc;

/// A work plan as exact data.
///
/// Two plans are equal where all that they say is; the day and the working days that one was read for are no part of it.
#[pyclass(frozen, eq, module = "govplan")]
pub struct Plan {
    /// What it says.
    pub data: Arc<govplan::Plan>,
    outlook: Outlook,
}

/// How a plan is looked at, unless one is asked to look otherwise: no part of what it says.
#[derive(Clone, Default)]
pub struct Outlook {
    /// The day that it is.
    pub today: Option<NaiveDate>,
    /// The working days; those that are built in, where there are none.
    pub calendar: Option<Calendar>,
}

impl Outlook {
    /// This one, but for what is given.
    fn but(&self, today: Option<NaiveDate>, calendar: Option<Calendar>) -> Self {
        Self { today: today.or(self.today), calendar: calendar.or_else(|| self.calendar.clone()) }
    }

    /// The working days.
    pub fn working_days(&self) -> &WorkingDays {
        Calendar::or_announced(self.calendar.as_ref())
    }
}

impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        self.data == other.data
    }
}

impl Plan {
    /// A plan, and how it is looked at.
    pub fn new(plan: govplan::Plan, outlook: Outlook) -> Self {
        Self { data: Arc::new(plan), outlook }
    }

    /// How it is looked at, with other working days where they are given.
    pub fn outlook(&self, calendar: Option<Calendar>) -> Outlook {
        self.outlook.but(None, calendar)
    }
}

/// What a plan is made of, as it is pickled.
type Parts = (String, Option<NaiveDate>, Option<Calendar>);

/// Selectors of rules.
fn selectors(texts: Option<Vec<String>>) -> PyResult<Vec<Selector>> {
    let parse =
        |text: String| text.parse().map_err(|error: govplan::SelectorError| PyValueError::new_err(error.to_string()));
    texts.unwrap_or_default().into_iter().map(parse).collect()
}

#[pymethods]
impl Plan {
    /// Read a plan from JSON, strictly.
    ///
    /// Parameters
    /// ----------
    /// json : str or bytes
    ///     One plan.
    /// today : datetime.date, optional
    ///     The day on which the plan's checks and schedules are made, unless they are given another.
    /// calendar : Calendar, optional
    ///     The working days that they go by, likewise.
    ///
    /// Raises
    /// ------
    /// PlanError
    ///     What is no JSON, an unknown field, a duplicate key, a reference that leads nowhere.
    ///
    /// Examples
    /// --------
    /// >>> govplan.Plan.from_json('{"govplan": "1.0", "id": "p", "sectons": []}')
    /// Traceback (most recent call last):
    /// govplan.errors.PlanError: line 1 column 39 /sectons: unknown field `sectons`, the nearest known one is `sections`
    #[classmethod]
    #[pyo3(signature = (json, today=None, calendar=None))]
    fn from_json(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        json: TextOrBytes,
        today: Option<NaiveDate>,
        calendar: Option<Calendar>,
    ) -> PyResult<Self> {
        let plan = py.detach(|| govplan::Plan::from_json(json.bytes()));
        plan.map(|plan| Self::new(plan, Outlook { today, calendar })).map_err(|error| plan_error(py, &error))
    }

    /// The plan as canonical JSON: the bytes that the command writes.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.data.to_json())
    }

    /// The plan as a dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Dictionary<'py>> {
        dictionary(py, &self.to_json(py))
    }

    /// Everything there is to say of the plan, but for what it says itself is to stay.
    ///
    /// Parameters
    /// ----------
    /// today : datetime.date, optional
    ///     The day on which the check is made, for rules about what is past; else that which the plan was read for.
    /// select, ignore : list of str, optional
    ///     Rules that are looked at, and that are not: by code, name, start of codes or layer (``GP304``, ``vague-unit``, ``GP3``,
    ///     ``time``).
    /// calendar : Calendar, optional
    ///     The working days that rules go by; else those that the plan was read for.
    /// register : Register, optional
    ///     The organs that units are held against; without it none is.
    ///
    /// Returns
    /// -------
    /// Findings
    ///     In the order of the plan.
    ///
    /// Raises
    /// ------
    /// ValueError
    ///     A selector that names no rule.
    ///
    /// Examples
    /// --------
    /// >>> plan = govplan.read("工作任务\t责任单位\n1.推进决策公开\t有关部门\n".encode())
    /// >>> [finding.code for finding in plan.check(select=["vague-unit"])]
    /// ['GP304']
    #[pyo3(signature = (*, today=None, select=None, ignore=None, calendar=None, register=None))]
    fn check(
        slf: &Bound<'_, Self>,
        today: Option<NaiveDate>,
        select: Option<Vec<String>>,
        ignore: Option<Vec<String>>,
        calendar: Option<Calendar>,
        register: Option<&Bound<'_, Register>>,
    ) -> PyResult<Checked> {
        let mut policy = CheckPolicy::default();
        policy.select = selectors(select)?;
        policy.ignore = selectors(ignore)?;
        let Self { data, outlook } = slf.get();
        let outlook = outlook.but(today, calendar);
        let mut settings = CheckSettings::new(outlook.today);
        settings.working_days = outlook.working_days();
        settings.register = register.map(|register| register.get().index());
        let findings = slf.py().detach(|| policy.apply(data, data.check(&settings)));
        Ok(Checked { plan: slf.clone().unbind(), findings })
    }

    /// What the plan asks for, and when.
    ///
    /// Parameters
    /// ----------
    /// start, end : datetime.date, optional
    ///     First and last day that are asked for.
    /// today : datetime.date, optional
    ///     The day that it is, for what is overdue and what is due soon; else that which the plan was read for.
    /// soon : int, default 14
    ///     Days from today that count as soon.
    /// organ : str, optional
    ///     Only what this organ has to do.
    /// calendar : Calendar, optional
    ///     The working days that periods are counted in; else those that the plan was read for.
    ///
    /// Raises
    /// ------
    /// UnknownOrganError
    ///     The plan does not name the organ.
    #[pyo3(signature = (*, start=None, end=None, today=None, soon=14, organ=None, calendar=None))]
    #[expect(clippy::too_many_arguments, reason = "each is an argument of Python's")]
    fn schedule(
        &self,
        py: Python<'_>,
        start: Option<NaiveDate>,
        end: Option<NaiveDate>,
        today: Option<NaiveDate>,
        soon: u16,
        organ: Option<&str>,
        calendar: Option<Calendar>,
    ) -> PyResult<Schedule> {
        let outlook = self.outlook.but(today, calendar);
        let mut settings = ScheduleSettings::new(outlook.working_days());
        settings.from = start;
        settings.to = end;
        settings.today = outlook.today;
        settings.soon = soon;
        let written = py.detach(|| {
            let schedule = self.data.schedule(&settings);
            let schedule = match organ {
                Some(organ) => schedule.of_organ(&govplan::Graph::new(&self.data), organ)?,
                None => schedule,
            };
            Ok(schedule_json(&[(&self.data, schedule)], settings.today))
        });
        written.map(Schedule).map_err(|error| unknown_organ(py, &error))
    }

    /// Who does what, as a graph.
    ///
    /// Parameters
    /// ----------
    /// register : Register, optional
    ///     Register by which names are resolved to organs.
    #[pyo3(signature = (register=None))]
    fn graph(slf: &Bound<'_, Self>, register: Option<Py<Register>>) -> Graph {
        Graph::of(slf.py(), vec![slf.clone().unbind()], register)
    }

    /// The duties of an organ, by its name or another name of it, in the order of the plan.
    ///
    /// Raises
    /// ------
    /// UnknownOrganError
    ///     The plan does not name the organ.
    fn duties(&self, py: Python<'_>, organ: &str) -> PyResult<Vec<Duty>> {
        let duties = py.detach(|| {
            let graph = govplan::Graph::new(&self.data);
            graph.duties(organ).map(|duties| duties.iter().map(Duty::of).collect())
        });
        duties.map_err(|error| unknown_organ(py, &error))
    }

    /// The plan as rows, one for each requirement and organ: a table that libraries take by the Arrow PyCapsule interface.
    fn to_arrow(slf: &Bound<'_, Self>) -> Rows {
        Rows::of(vec![slf.clone().unbind()])
    }

    /// Stable name of the plan.
    #[getter]
    fn id(&self) -> &str {
        self.data.id.as_str()
    }

    /// Title of the plan, or of the document that carries it.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.data.title.as_deref().or(self.data.head.title.as_deref())
    }

    /// The document that carries the plan.
    #[getter]
    fn head(&self) -> Head {
        Head(self.data.head.clone())
    }

    /// First and last day of what the plan covers, where it says so.
    #[getter]
    fn period(&self) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
        self.data.period.map(|period| (period.start, period.end))
    }

    /// Documents that the plan carries out, in order.
    #[getter]
    fn basis(&self) -> Vec<Citation> {
        self.data.basis.iter().cloned().map(Citation).collect()
    }

    /// What stands before the first numbered part of the notice and of the plan.
    #[getter]
    fn preamble(&self) -> Vec<Paragraph> {
        self.data.preamble.iter().cloned().map(Paragraph).collect()
    }

    /// The covering notice's own paragraphs.
    #[getter]
    fn directives(&self) -> Vec<Directive> {
        self.data.directives.iter().cloned().map(Directive).collect()
    }

    /// What reading and interpretation had to say; checks say that and more.
    #[getter]
    fn findings(slf: &Bound<'_, Self>) -> Checked {
        Checked { plan: slf.clone().unbind(), findings: slf.get().data.findings.clone() }
    }

    /// Every organ that is assigned work, once each.
    #[getter]
    fn units(&self) -> View<Unit> {
        let data = Arc::clone(&self.data);
        View::new(data.units.len(), move |_, n| data.units.get(n).cloned().map(Unit).ok_or_else(|| nowhere(&[n])))
    }

    /// The sections at the top.
    #[getter]
    fn sections(slf: &Bound<'_, Self>) -> View<Section> {
        below(slf.py(), slf.as_unbound(), &[], slf.get().data.sections.len())
    }

    /// Every task, in the order of the document.
    #[getter]
    fn tasks(slf: &Bound<'_, Self>) -> View<Task> {
        listed(slf.clone().unbind(), slf.get().data.tasks().map(|task| task.pointer).collect())
    }

    /// Every requirement, in the order of the document.
    #[getter]
    fn requirements(slf: &Bound<'_, Self>) -> View<Requirement> {
        listed(slf.clone().unbind(), slf.get().data.requirements().map(|requirement| requirement.pointer).collect())
    }

    fn _section(slf: &Bound<'_, Self>, path: Path) -> Section {
        Section::at(slf.clone().unbind(), path)
    }

    fn _task(slf: &Bound<'_, Self>, path: Path) -> Task {
        Task::at(slf.clone().unbind(), path)
    }

    fn _requirement(slf: &Bound<'_, Self>, path: Path) -> Requirement {
        Requirement::at(slf.clone().unbind(), path)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Pickled<'py, Parts>> {
        let Self { data, outlook: Outlook { today, calendar } } = slf.get();
        Ok((slf.get_type().getattr("from_json")?, (data.to_json_line(), *today, calendar.clone())))
    }

    fn __hash__(&self) -> u64 {
        hash(self.id())
    }

    fn __repr__(&self) -> String {
        let requirements = self.data.requirements().count();
        format!("<Plan {}: {} sections, {requirements} requirements>", self.data.id, self.data.sections.len())
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (py, plan) = (slf.py(), &slf.get().data);
        let fields = PyDict::new(py);
        fields.set_item("id", plan.id.as_str())?;
        fields.set_item("title", slf.get().title())?;
        fields.set_item("number", plan.head.number.as_ref().map(govplan::DocNumber::as_str))?;
        fields.set_item("issuers", &plan.head.issuers)?;
        fields.set_item("issued_on", plan.head.issued_on)?;
        fields.set_item("sections", plan.sections.len())?;
        fields.set_item("tasks", plan.tasks().count())?;
        fields.set_item("requirements", plan.requirements().count())?;
        fields.set_item("units", plan.units.len())?;
        html(slf.as_any(), Dictionary(fields.into_any()))
    }
}
