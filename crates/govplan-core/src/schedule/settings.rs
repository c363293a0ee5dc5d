use chrono::NaiveDate;
use govplan_time::WorkingDays;

/// What a schedule depends on besides the plan.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ScheduleSettings<'d> {
    /// First day; without it single days are not bounded, and rounds begin with the plan.
    pub from: Option<NaiveDate>,
    /// Last day; without it single days are not bounded, and rounds end with the plan's period, else with the year of issue.
    pub to: Option<NaiveDate>,
    /// The day that it is, for what is overdue and what is due soon; without it neither is said.
    pub today: Option<NaiveDate>,
    /// Days from today that count as soon.
    pub soon: u16,
    /// The working days that periods are counted by.
    pub working_days: &'d WorkingDays,
}

impl<'d> ScheduleSettings<'d> {
    /// No bounds, no today, a fortnight for what is due soon.
    #[must_use]
    pub fn new(working_days: &'d WorkingDays) -> Self {
        Self { from: None, to: None, today: None, soon: 14, working_days }
    }
}
