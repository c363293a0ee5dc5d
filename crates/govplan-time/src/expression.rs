use crate::{Period, Recurrence, Step, TimingKind};
use chrono::{NaiveDate, NaiveTime};
use std::ops::Range;

/// An expression of time that was found in a text (时限表述).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Expression {
    /// What it asks for.
    pub kind: TimingKind,
    /// Where it stands: bytes of the text, the time alone, without [`milestone`](Self::milestone) and
    /// [`modality`](Self::modality).
    pub span: Range<usize>,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Last day; absent where the text and its context give none.
    pub end: Option<NaiveDate>,
    /// Event that the time hangs on, as printed (收到申请).
    pub event: Option<String>,
    /// Length of time from or to the event, or the least length.
    pub period: Option<Period>,
    /// How often, and on which day of each round.
    pub recurrence: Option<Recurrence>,
    /// What is reached then, where it is not completion: the word right after (动工, 报送, 施行).
    pub milestone: Option<String>,
    /// Word right before that softens it (原则上, 力争).
    pub modality: Option<String>,
    /// Time of day.
    pub time: Option<NaiveTime>,
    /// How the dates came about, or why there is none.
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

    /// The same, with one more step.
    pub(crate) fn because(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
}
