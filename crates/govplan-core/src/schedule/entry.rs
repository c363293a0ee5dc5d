use crate::{Assignment, Directive, Located, Place, Requirement, Timing};
use chrono::NaiveDate;
use govplan_time::Step;
use serde::Serialize;

/// The requirement, or paragraph of the covering notice, that something is due for.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Owner<'a> {
    /// Id of the requirement or directive.
    pub id: &'a str,
    /// JSON Pointer (RFC 6901) from the plan.
    pub pointer: String,
    /// Its title.
    pub title: Option<&'a str>,
    /// Its body.
    pub text: Option<&'a str>,
    /// Who has to do it.
    pub assignments: &'a [Assignment],
    /// Where it stands in the document.
    pub place: Option<&'a Place>,
}

impl<'a> From<&Located<'a, Requirement>> for Owner<'a> {
    fn from(located: &Located<'a, Requirement>) -> Self {
        let Requirement { id, title, text, assignments, place, .. } = located.item;
        Self {
            id: id.as_str(),
            pointer: located.pointer.clone(),
            title: title.as_deref(),
            text: text.as_deref(),
            assignments,
            place: place.as_ref(),
        }
    }
}

impl<'a> From<&Located<'a, Directive>> for Owner<'a> {
    fn from(located: &Located<'a, Directive>) -> Self {
        let Directive { id, title, text, assignments, place, .. } = located.item;
        Self {
            id: id.as_str(),
            pointer: located.pointer.clone(),
            title: title.as_deref(),
            text: Some(text),
            assignments,
            place: place.as_ref(),
        }
    }
}

/// Something that is due on a day.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DueEntry<'a> {
    /// What it is due for.
    pub owner: Owner<'a>,
    /// The time that it comes from.
    pub timing: &'a Timing,
    /// First day, where it has one besides the last.
    pub first: Option<NaiveDate>,
    /// Last day.
    pub due: NaiveDate,
    /// Whether it is one round of what comes again.
    pub is_round: bool,
    /// How it stands to today, where that is known.
    pub state: Option<DueState>,
    /// How the day came about: the steps of the timing, then those of counting.
    pub steps: Vec<Step>,
}

/// How what is due stands to today.
///
/// A plan does not say what has been done: that is the ledger's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DueState {
    /// A single day that is over (逾期).
    Overdue,
    /// A round that is over.
    Passed,
    /// Today, or within the days that count as soon (临期).
    DueSoon,
    /// Later than that.
    Later,
}

/// Something that goes on without a day of its own.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StandingEntry<'a> {
    /// What goes on.
    pub owner: Owner<'a>,
    /// The time that says so.
    pub timing: &'a Timing,
}

/// A period that hangs on an event whose day is not known, or that something lasts at least.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PeriodEntry<'a> {
    /// What has the period.
    pub owner: Owner<'a>,
    /// The time that says so.
    pub timing: &'a Timing,
}

/// Something that cannot be dated.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UndatedEntry<'a> {
    /// What cannot be dated.
    pub owner: Owner<'a>,
    /// The time that gives no day; absent where there is none.
    pub timing: Option<&'a Timing>,
    /// Why.
    pub reason: UndatedReason,
}

/// Why something cannot be dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UndatedReason {
    /// It sets no time.
    NoTime,
    /// Its words set no day (及时).
    NoDay,
    /// A date whose year cannot be known.
    YearUnknown,
    /// It hangs on an event whose day is not known (汛期前).
    EventUnknown,
    /// It comes again, on days that only its doers know (每学期, 定期).
    RhythmOpen,
    /// It comes again, and neither plan nor caller say from when to when.
    SpanUnknown,
    /// It is counted in days of a year whose days off are not announced.
    WorkingDaysUnknown,
}
