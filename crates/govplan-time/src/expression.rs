use crate::{Alternative, DueError, Period, PeriodUnit, Recurrence, Step, TimingKind, WorkingDays, due};
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
    /// The other days that the words may mean; those above are the strict reading.
    pub alternative: Option<Box<Alternative>>,
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
            alternative: None,
            steps: Vec::new(),
        }
    }

    /// The same, with one more step.
    pub(crate) fn because(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
    /// The same, with the last day of a period in working days that begins on a known day (自印发之日起20个工作日内); typing
    /// alone leaves it open, for it knows no days off.
    ///
    /// ```
    /// use govplan_time::{Context, WorkingDays, parse_iso_date, scan};
    ///
    /// let context = Context { issued: parse_iso_date("2020-08-27"), ..Context::default() };
    /// let open = scan("自印发之日起20个工作日内", &context).swap_remove(0);
    /// assert_eq!(open.end, None);
    /// assert_eq!(open.counted(WorkingDays::announced()).end, parse_iso_date("2020-09-24"));
    /// ```
    #[must_use]
    pub fn counted(mut self, days: &WorkingDays) -> Self {
        let in_working_days = self.period.filter(|period| period.unit == PeriodUnit::WorkingDay);
        let (Some(start), Some(period), None) = (self.start, in_working_days, self.end) else { return self };
        match due(start, period, days) {
            Ok(found) => {
                self.end = Some(found.due);
                self.steps.extend(found.steps);
                self
            }
            Err(DueError::UnknownYear(error)) => {
                self.because(Step::new("working_days_unknown").with("year", error.year))
            }
            Err(_) => self,
        }
    }
}
