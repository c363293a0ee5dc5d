//! What a plan asks for between two days (日程).

mod entry;
mod limit;
mod plan;
mod settings;

pub use entry::{DueEntry, DueState, Owner, PeriodEntry, StandingEntry, UndatedEntry, UndatedReason};
pub use limit::{LimitEntry, LimitKind, TimeLimit, TimeLimitLength, time_limits};
pub use settings::ScheduleSettings;

use crate::graph::UnknownOrgan;
use crate::{Graph, Plan};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What a plan asks for between two days: what is due when, what stands all the time, what hangs on an event, and what cannot
/// be dated, and why. Every requirement, and every paragraph of the covering notice that sets a time, is in one part at least.
///
/// ```
/// use govplan_core::{Plan, ScheduleSettings, UndatedReason};
/// use govplan_time::WorkingDays;
///
/// let plan = Plan::from_json(r#"{"govplan": "1.0", "id": "p", "head": {"issued_on": "2020-08-27"}, "sections": [{"id": "s1", "tasks":
///   [{"id": "s1.t1", "requirements": [
///     {"id": "s1.t1.r1", "text": "自印发之日起20个工作日内报送。", "timings": [{"id": "s1.t1.r1.d1", "kind": "after_event",
///      "start": "2020-08-27", "event": "印发", "period": {"n": 20, "unit": "working_day"}}]},
///     {"id": "s1.t1.r2", "text": "抓好落实。"}]}]}]}"#.as_bytes())?;
/// let schedule = plan.schedule(&ScheduleSettings::new(WorkingDays::announced()));
/// assert_eq!(schedule.due[0].due.to_string(), "2020-09-24");
/// assert_eq!(schedule.undated[0].reason, UndatedReason::NoTime);
/// # Ok::<(), govplan_core::JsonError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Schedule<'a> {
    /// First day that was asked for, or that the plan's rounds begin with; absent where there is none.
    pub from: Option<NaiveDate>,
    /// Last day that was asked for, or that the plan covers; absent where there is none.
    pub to: Option<NaiveDate>,
    /// What is due, by day and then in the order of the plan.
    pub due: Vec<DueEntry<'a>>,
    /// What goes on without a day of its own, and what is wanted at once.
    pub standing: Vec<StandingEntry<'a>>,
    /// Periods that hang on an event whose day is not known, and periods that something lasts at least.
    pub periods: Vec<PeriodEntry<'a>>,
    /// What cannot be dated.
    pub undated: Vec<UndatedEntry<'a>>,
    /// Time limits of the law that the requirements touch.
    pub limits: Vec<LimitEntry<'a>>,
}

impl Plan {
    /// What the plan asks for between two days, in time linear in the plan and in the rounds that fall between them.
    #[must_use]
    pub fn schedule<'a>(&'a self, settings: &ScheduleSettings<'_>) -> Schedule<'a> {
        plan::schedule(self, settings)
    }
}

impl<'a> Schedule<'a> {
    /// What of it an organ has to do, by its canonical name or an alias.
    ///
    /// # Errors
    /// A name that no organ of the plan has.
    pub fn of_organ(self, graph: &Graph<'_>, organ: &str) -> Result<Self, UnknownOrgan> {
        let duties = graph.duties(organ)?;
        let own: BTreeSet<&str> = duties.iter().map(|duty| duty.item.requirement.id.as_str()).collect();
        let is_own = |owner: &Owner<'_>| own.contains(owner.id);
        let Self { from, to, mut due, mut standing, mut periods, mut undated, mut limits } = self;
        due.retain(|entry| is_own(&entry.owner));
        standing.retain(|entry| is_own(&entry.owner));
        periods.retain(|entry| is_own(&entry.owner));
        undated.retain(|entry| is_own(&entry.owner));
        limits.retain(|entry| is_own(&entry.owner));
        Ok(Self { from, to, due, standing, periods, undated, limits })
    }
}
