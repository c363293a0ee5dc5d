//! Plans as one page that people open, filter and print: HTML that needs nothing beside itself.
//!
//! What the page shows is put together here, in values that the templates under `templates/report/` lay out. Every text goes
//! through one formatter, which escapes it and takes out what would turn the direction of writing.

mod calendar;
mod counter;
mod days_off;
mod excerpt;
mod findings;
mod involvement;
mod matrix;
mod network;
mod organs;
mod overview;
mod page;
mod render;
mod rows;
mod timeline;
mod timing;

use chrono::NaiveDate;
use govplan_core::{Finding, Language, Plan, Schedule, WorkingDays};

/// A plan, with what a report tells of it.
#[derive(Debug, Clone)]
pub struct ReportedPlan<'a> {
    plan: &'a Plan,
    findings: &'a [Finding],
    schedule: Schedule<'a>,
}

impl<'a> ReportedPlan<'a> {
    /// A plan with its findings and its schedule, which should know the day that the report is of.
    #[must_use]
    pub fn new(plan: &'a Plan, findings: &'a [Finding], schedule: Schedule<'a>) -> Self {
        Self { plan, findings, schedule }
    }
}

/// Plans as one page of HTML: an overview, every requirement with its organs, times, place and findings, a matrix of organs
/// and tasks, a calendar with the days off of `days`, a picture of who works on what, and the findings.
///
/// The page needs no network and no script; with the script in it, which its Content Security Policy names by its hash, the
/// requirements can be filtered. `today` is the day that the page says it is of. Takes time linear in the plans and their
/// schedules, and a little more for sorting; every requirement is there, while matrix, pictures, calendar and list of findings
/// end at a bound and say what they left out.
///
/// ```
/// use govplan_core::{Language, Plan, ScheduleSettings, WorkingDays};
/// use govplan_write::{ReportedPlan, report_html};
///
/// let plan = Plan::from_json(br#"{"govplan": "1.0", "id": "p", "title": "<2020> & 2021"}"#)?;
/// let days = WorkingDays::announced();
/// let schedule = plan.schedule(&ScheduleSettings::new(days));
/// let html = report_html(&[ReportedPlan::new(&plan, &[], schedule)], days, None, Language::English);
/// assert!(html.contains("<title>&lt;2020&gt; &amp; 2021</title>"));
/// # Ok::<(), govplan_core::JsonError>(())
/// ```
#[must_use]
pub fn report_html(
    plans: &[ReportedPlan<'_>],
    days: &WorkingDays,
    today: Option<NaiveDate>,
    language: Language,
) -> String {
    render::render(&page::page(plans, days, today, language), language)
}
