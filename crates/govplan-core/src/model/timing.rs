use super::{ClockTime, Origin, Place, TimingId};
use chrono::NaiveDate;
use govplan_time::{Alternative, Expression, Period, Recurrence, Step, TimingKind, iso_date};
use serde::{Deserialize, Serialize};

/// A time that a requirement sets (时限), as one flat record.
///
/// [`view`](Timing::view) gives it by kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Timing {
    /// Id, kept for ever.
    pub id: TimingId,
    /// What is asked for.
    pub kind: TimingKind,
    /// Text as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
    /// First day, `YYYY-MM-DD`.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub start: Option<NaiveDate>,
    /// Last day, `YYYY-MM-DD`; absent where no year can be known.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub end: Option<NaiveDate>,
    /// Event that the time hangs on (收到申请).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Length of time from the event, or the least length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// How often, and on which day of each round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
    /// The recurrence as RFC 5545 rule, where that can say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rrule: Option<String>,
    /// What is reached then, where it is not completion (动工, 报送).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<String>,
    /// Word that softens it (原则上, 力争).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modality: Option<String>,
    /// Time of day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<ClockTime>,
    /// The other days that the words may mean (第三季度前); those above are the strict reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative: Option<Alternative>,
    /// Where in the document it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Whether it comes from a merged cell or 同上.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inherited: bool,
    /// How the dates came about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

impl Timing {
    /// A timing of a kind, with nothing else known.
    #[must_use]
    pub fn new(id: TimingId, kind: TimingKind) -> Self {
        Self {
            id,
            kind,
            raw: None,
            start: None,
            end: None,
            event: None,
            period: None,
            recurrence: None,
            rrule: None,
            milestone: None,
            modality: None,
            time: None,
            alternative: None,
            origin: None,
            inherited: false,
            steps: Vec::new(),
            place: None,
        }
    }

    /// The timing that an expression of time is; text and place are the caller's to add.
    #[must_use]
    pub fn of_expression(id: TimingId, expression: Expression) -> Self {
        Self {
            start: expression.start,
            end: expression.end,
            event: expression.event,
            period: expression.period,
            rrule: expression.recurrence.and_then(|recurrence| recurrence.rrule()),
            recurrence: expression.recurrence,
            milestone: expression.milestone,
            modality: expression.modality,
            time: expression.time.map(ClockTime::from),
            alternative: expression.alternative.map(|alternative| *alternative),
            steps: expression.steps,
            ..Self::new(id, expression.kind)
        }
    }

    /// The timing by kind, with what that kind carries.
    #[must_use]
    pub fn view(&self) -> TimingView<'_> {
        let event = self.event.as_deref();
        match self.kind {
            TimingKind::By => TimingView::By { end: self.end, event },
            TimingKind::On => TimingView::On { day: self.end },
            TimingKind::Range => TimingView::Range { start: self.start, end: self.end },
            TimingKind::Recurring => {
                TimingView::Recurring { recurrence: self.recurrence, start: self.start, end: self.end }
            }
            TimingKind::Continuous => TimingView::Continuous { start: self.start, end: self.end },
            TimingKind::Immediate => TimingView::Immediate { start: self.start },
            TimingKind::AfterEvent => TimingView::AfterEvent { period: self.period, event, end: self.end },
            TimingKind::Minimum => TimingView::Minimum { period: self.period, event },
            _ => TimingView::Vague,
        }
    }
}

/// A timing by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimingView<'a> {
    /// Done by the end of a day, or before an event.
    By {
        /// The last day.
        end: Option<NaiveDate>,
        /// The event.
        event: Option<&'a str>,
    },
    /// On one day.
    On {
        /// The day.
        day: Option<NaiveDate>,
    },
    /// Between two days.
    Range {
        /// The first day.
        start: Option<NaiveDate>,
        /// The last day.
        end: Option<NaiveDate>,
    },
    /// Again and again.
    Recurring {
        /// How often.
        recurrence: Option<Recurrence>,
        /// The first day.
        start: Option<NaiveDate>,
        /// The last day.
        end: Option<NaiveDate>,
    },
    /// Without an end, or until one.
    Continuous {
        /// The first day.
        start: Option<NaiveDate>,
        /// The last day.
        end: Option<NaiveDate>,
    },
    /// At once.
    Immediate {
        /// The day of issue.
        start: Option<NaiveDate>,
    },
    /// Within a period after, or before, an event.
    AfterEvent {
        /// The period.
        period: Option<Period>,
        /// The event.
        event: Option<&'a str>,
        /// The last day, once the event's date is known.
        end: Option<NaiveDate>,
    },
    /// For no less than a period.
    Minimum {
        /// The period.
        period: Option<Period>,
        /// The event.
        event: Option<&'a str>,
    },
    /// In words that set no day.
    Vague,
}
