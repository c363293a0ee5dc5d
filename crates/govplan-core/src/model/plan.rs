use super::{
    Citation, Directive, DocumentRule, Extensions, Finding, FormatVersion, Head, Paragraph, PlanId, Requirement,
    Section, SourceFile, Task, Unit,
};
use chrono::NaiveDate;
use govplan_time::iso_date;
use serde::{Deserialize, Serialize};

/// A work plan (工作计划) as exact data: the public contract of govplan.
///
/// Canonical JSON comes from [`to_json`](Plan::to_json) and is read by [`from_json`](Plan::from_json).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Plan {
    /// Version of this format.
    pub govplan: FormatVersion,
    /// Stable name, from the document number where there is one.
    pub id: PlanId,
    /// Revision of a corrected document with the same number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u32>,
    /// Title of the plan itself: the attachment's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The document that carries the plan.
    #[serde(default, skip_serializing_if = "Head::is_empty")]
    pub head: Head,
    /// What the plan covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<PlanPeriod>,
    /// Documents that this plan carries out, in order: the upward links of the cascade (按照…要求).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// What stands before the first numbered part of the notice and of the plan: for what, on what grounds, to whom it is
    /// sent out (现将……印发给你们).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preamble: Vec<Paragraph>,
    /// The covering notice's own paragraphs, where the work stands in an attachment or a table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub directives: Vec<Directive>,
    /// Every organ that is assigned work, once each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// The work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Rules that the document states once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<DocumentRule>,
    /// The file that the plan was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceFile>,
    /// What reading and interpretation had to say. Checks are computed anew and never stored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// Additions of other tools.
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

/// What a plan covers, first and last day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanPeriod {
    /// First day, `YYYY-MM-DD`.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub start: Option<NaiveDate>,
    /// Last day, `YYYY-MM-DD`.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub end: Option<NaiveDate>,
}

impl Plan {
    /// An empty plan of a name.
    ///
    /// ```
    /// use govplan_core::{Assignment, Plan, Requirement, Role, Section, SectionId, Task, Unit};
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
    /// let json = plan.to_json();
    /// assert_eq!(Plan::from_json(json.as_bytes())?.to_json(), json);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(id: PlanId) -> Self {
        Self {
            govplan: FormatVersion::current(),
            id,
            revision: None,
            title: None,
            head: Head::default(),
            period: None,
            basis: Vec::new(),
            preamble: Vec::new(),
            directives: Vec::new(),
            units: Vec::new(),
            sections: Vec::new(),
            rules: Vec::new(),
            source: None,
            findings: Vec::new(),
            extensions: Extensions::new(),
        }
    }

    /// Every section, each before those below it.
    pub fn all_sections(&self) -> impl Iterator<Item = Located<'_, Section>> {
        let mut open: Vec<Located<'_, Section>> = located("", "sections", &self.sections).rev().collect();
        std::iter::from_fn(move || {
            let section = open.pop()?;
            open.extend(located(&section.pointer, "sections", &section.item.sections).rev());
            Some(section)
        })
    }

    /// Every task, in the order of the document.
    pub fn tasks(&self) -> impl Iterator<Item = Located<'_, Task>> {
        self.all_sections().flat_map(|section| located(&section.pointer, "tasks", &section.item.tasks))
    }

    /// Every requirement, in the order of the document.
    pub fn requirements(&self) -> impl Iterator<Item = Located<'_, Requirement>> {
        self.tasks().flat_map(|task| located(&task.pointer, "requirements", &task.item.requirements))
    }

    /// The organ of a name, canonical or alias.
    #[must_use]
    pub fn unit(&self, name: &str) -> Option<&Unit> {
        let canonical = self.units.iter().find(|unit| unit.name == name);
        canonical.or_else(|| self.units.iter().find(|unit| unit.aliases.iter().any(|alias| alias == name)))
    }
}

/// A part of a plan, with where it stands in it.
#[derive(Debug, Clone)]
pub struct Located<'a, T> {
    /// JSON Pointer (RFC 6901) from the plan.
    pub pointer: String,
    /// The part.
    pub item: &'a T,
}

/// Each item of a list with its pointer.
pub(crate) fn located<'a, T>(above: &str, field: &str, items: &'a [T]) -> std::vec::IntoIter<Located<'a, T>> {
    let list = items
        .iter()
        .enumerate()
        .map(|(i, item)| Located { pointer: [above, "/", field, "/", &i.to_string()].concat(), item });
    list.collect::<Vec<_>>().into_iter()
}
