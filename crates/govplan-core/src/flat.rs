use crate::graph::{WorkItem, items};
use crate::{Assignment, Plan, Role, Timing, TimingKind};
use chrono::NaiveDate;
use govplan_time::iso_date;
use serde::{Deserialize, Serialize};

/// A row of the flat form of a plan (明细行): one for each requirement and organ, and one for a requirement without an
/// organ.
///
/// The columns are a contract: none is ever renamed or moved, new ones come at the end. Every column stands in every
/// row; where there is nothing to say it is `null` in JSON and blank in CSV.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FlatRow {
    /// Name of the plan.
    pub plan_id: String,
    /// Title of the plan, else of its document.
    pub plan_title: Option<String>,
    /// Numbers of the sections as printed, the outermost first, joined by ` / `.
    pub section_label: Option<String>,
    /// Titles of the sections, the outermost first, joined by ` / `.
    pub section_title: Option<String>,
    /// Number of the task as printed.
    pub task_label: Option<String>,
    /// Title of the task.
    pub task_title: Option<String>,
    /// Id of the requirement.
    pub requirement_id: String,
    /// Number of the requirement as printed.
    pub requirement_label: Option<String>,
    /// Title of the requirement.
    pub requirement_title: Option<String>,
    /// Body of the requirement.
    pub requirement_text: Option<String>,
    /// Organ, by its canonical name.
    pub unit: Option<String>,
    /// Organ as printed.
    pub unit_raw: Option<String>,
    /// What the organ is there for.
    pub role: Option<Role>,
    /// Whether the organ comes from a merged cell or 同上.
    pub inherited: bool,
    /// Kind of the first deadline.
    pub deadline_kind: Option<TimingKind>,
    /// The first deadline as printed.
    pub deadline_raw: Option<String>,
    /// First day of the first deadline, `YYYY-MM-DD`.
    #[serde(with = "iso_date")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "date_schema"))]
    pub deadline_start: Option<NaiveDate>,
    /// Last day of the first deadline, `YYYY-MM-DD`.
    #[serde(with = "iso_date")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "date_schema"))]
    pub deadline_end: Option<NaiveDate>,
    /// The other deadlines as printed, joined by `；`.
    pub further_deadlines: Option<String>,
    /// Status as printed.
    pub status: Option<String>,
    /// Place of the requirement in the document, in short form (`12:5`).
    pub place: Option<String>,
}

#[cfg(feature = "schema")]
fn date_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({
        "type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    })
}

impl FlatRow {
    /// Names of the columns, in their order.
    pub const COLUMNS: [&'static str; 21] = [
        "plan_id",
        "plan_title",
        "section_label",
        "section_title",
        "task_label",
        "task_title",
        "requirement_id",
        "requirement_label",
        "requirement_title",
        "requirement_text",
        "unit",
        "unit_raw",
        "role",
        "inherited",
        "deadline_kind",
        "deadline_raw",
        "deadline_start",
        "deadline_end",
        "further_deadlines",
        "status",
        "place",
    ];

    fn new(plan: &Plan, item: &WorkItem<'_>, assignment: Option<&Assignment>) -> Self {
        let WorkItem { task, requirement, .. } = item;
        let mut timings = requirement.timings.iter();
        let deadline = timings.next();
        let further: Vec<&str> = timings.filter_map(|timing: &Timing| timing.raw.as_deref()).collect();
        Self {
            plan_id: plan.id.to_string(),
            plan_title: plan.title.clone().or_else(|| plan.head.title.clone()),
            section_label: item.section_label(),
            section_title: item.section_title(),
            task_label: task.label.clone(),
            task_title: task.title.clone(),
            requirement_id: requirement.id.to_string(),
            requirement_label: requirement.label.clone(),
            requirement_title: requirement.title.clone(),
            requirement_text: requirement.text.clone(),
            unit: assignment.map(|assignment| assignment.unit.clone()),
            unit_raw: assignment.and_then(|assignment| assignment.raw.clone()),
            role: assignment.map(|assignment| assignment.role),
            inherited: assignment.is_some_and(|assignment| assignment.inherited),
            deadline_kind: deadline.map(|timing| timing.kind),
            deadline_raw: deadline.and_then(|timing| timing.raw.clone()),
            deadline_start: deadline.and_then(|timing| timing.start),
            deadline_end: deadline.and_then(|timing| timing.end),
            further_deadlines: Some(further.join("；")).filter(|text| !text.is_empty()),
            status: requirement.status.clone(),
            place: requirement.place.as_ref().map(ToString::to_string),
        }
    }
}

impl Plan {
    /// The plan as rows, one for each requirement and organ, in the order of the document.
    pub fn rows(&self) -> impl Iterator<Item = FlatRow> {
        items(self).flat_map(|item| {
            let assignments = &item.requirement.assignments;
            let nobody = assignments.is_empty().then_some(None);
            let rows = assignments.iter().map(Some).chain(nobody);
            rows.map(|assignment| FlatRow::new(self, &item, assignment)).collect::<Vec<_>>()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Place, Requirement, Section, SectionId, Task};

    #[test]
    fn a_row_for_each_organ_and_one_where_there_is_none() {
        let mut plan = Plan::new("p".parse().unwrap());
        plan.head.title = Some("关于印发工作要点的通知".to_owned());
        let mut section = Section::new(SectionId::top(1));
        section.label = Some("一".to_owned());
        let mut task = Task::new(section.id.task(1));
        let mut dated = Requirement::new(task.id.requirement(1), "编制标准目录。");
        dated.assignments.extend([Assignment::new("办公室", Role::Lead), Assignment::new("人事科", Role::Cooperating)]);
        for (raw, end) in
            [("2020年9月底前", NaiveDate::from_ymd_opt(2020, 9, 30)), ("每半年报送一次", None), ("及时", None)]
        {
            let mut timing = Timing::new(dated.id.timing(dated.timings.len() + 1), TimingKind::By);
            timing.raw = Some(raw.to_owned());
            timing.end = end;
            dated.timings.push(timing);
        }
        dated.place = Some(Place::in_line(71, 3, 20));
        let idle = Requirement::new(task.id.requirement(2), "");
        task.requirements.extend([dated, idle]);
        section.tasks.push(task);
        plan.sections.push(section);

        let rows: Vec<FlatRow> = plan.rows().collect();
        let units: Vec<_> =
            rows.iter().map(|row| (row.requirement_id.as_str(), row.unit.as_deref(), row.role)).collect();
        assert_eq!(
            units,
            [
                ("s1.t1.r1", Some("办公室"), Some(Role::Lead)),
                ("s1.t1.r1", Some("人事科"), Some(Role::Cooperating)),
                ("s1.t1.r2", None, None),
            ]
        );
        let first = &rows[0];
        assert_eq!(first.plan_title.as_deref(), Some("关于印发工作要点的通知"));
        assert_eq!(first.deadline_end, NaiveDate::from_ymd_opt(2020, 9, 30));
        assert_eq!(first.further_deadlines.as_deref(), Some("每半年报送一次；及时"));
        assert_eq!(first.place.as_deref(), Some("71:3"));
        assert_eq!(rows[2].requirement_text, None);
    }

    #[test]
    fn the_columns_are_those_of_every_row() {
        let mut plan = Plan::new("p".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        let mut task = Task::new(section.id.task(1));
        task.requirements.push(Requirement::new(task.id.requirement(1), "抓好落实。"));
        section.tasks.push(task);
        plan.sections.push(section);
        let row = plan.rows().next().unwrap();
        let json = serde_json::to_string(&row).unwrap();
        let places: Vec<_> = FlatRow::COLUMNS.iter().map(|column| json.find(&format!("\"{column}\":"))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {json}");
        assert_eq!(json.matches("\":").count(), FlatRow::COLUMNS.len());
        assert_eq!(serde_json::from_str::<FlatRow>(&json).unwrap(), row);
    }
}
