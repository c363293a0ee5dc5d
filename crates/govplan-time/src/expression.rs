use crate::{Period, Recurrence, Step, TimingKind};
use chrono::{NaiveDate, NaiveTime};
use std::ops::Range;

/// An expression of time in a text, typed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Expression {
    /// What it asks for.
    pub kind: TimingKind,
    /// Byte range in the text.
    pub span: Range<usize>,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Last day; open where no year can be known.
    pub end: Option<NaiveDate>,
    /// Event that the time hangs on.
    pub event: Option<String>,
    /// Length of time from the event, or the least length.
    pub period: Option<Period>,
    /// How often, and on which day of each round.
    pub recurrence: Option<Recurrence>,
    /// What is reached then, where it is not completion (动工, 报送).
    pub milestone: Option<String>,
    /// Word that softens it (原则上, 力争).
    pub modality: Option<String>,
    /// Time of day.
    pub time: Option<NaiveTime>,
    /// How the dates came about.
    pub steps: Vec<Step>,
}

impl Expression {
    /// An expression of a kind, with nothing else known.
    pub(crate) fn new(kind: TimingKind) -> Self {
        Self {
            kind,
            span: 0..0,
            start: None,
            end: None,
            event: None,
            period: None,
            recurrence: None,
            milestone: None,
            modality: None,
            time: None,
            steps: Vec::new(),
        }
    }
}
