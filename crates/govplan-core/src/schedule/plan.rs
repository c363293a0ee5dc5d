//! Each timing of a plan put where it belongs.

use super::{
    DueEntry, DueState, Owner, PeriodEntry, Schedule, ScheduleSettings, StandingEntry, UndatedEntry, UndatedReason,
};
use crate::schedule::limit::limits_of;
use crate::{Located, Plan, Timing, TimingKind};
use chrono::{Datelike, Days, NaiveDate};
use govplan_time::{DueError, Occurrence, Step, due};

/// What a single timing comes to.
enum Outcome {
    Due(Vec<Found>),
    Standing,
    Period,
    Undated(UndatedReason),
}

/// A day on which a timing is due.
struct Found {
    first: Option<NaiveDate>,
    due: NaiveDate,
    is_round: bool,
    steps: Vec<Step>,
}

/// The days between which a schedule lies.
struct Span<'s> {
    settings: &'s ScheduleSettings<'s>,
    /// The day that rounds begin with.
    begin: Option<NaiveDate>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

pub(super) fn schedule<'a>(plan: &'a Plan, settings: &ScheduleSettings<'_>) -> Schedule<'a> {
    let span = Span::of(plan, settings);
    let mut schedule = Schedule { from: span.from, to: span.to, ..Schedule::default() };
    for (index, item) in plan.directives.iter().enumerate() {
        let directive = Located { pointer: format!("/directives/{index}"), item };
        let owner = Owner::from(&directive);
        // The notice's own words need no day: only the work does.
        if item.timings.iter().any(|timing| timing.kind != TimingKind::Vague) {
            place(&mut schedule, &owner, &item.timings, &span);
        }
        schedule.limits.extend(limits_of(&owner));
    }
    for requirement in plan.requirements() {
        let owner = Owner::from(&requirement);
        place(&mut schedule, &owner, &requirement.item.timings, &span);
        schedule.limits.extend(limits_of(&owner));
    }
    schedule.due.sort_by_key(|entry| entry.due);
    schedule
}

/// Puts the timings of one owner into the parts of the schedule. Words that set no day count only where nothing else does.
fn place<'a>(schedule: &mut Schedule<'a>, owner: &Owner<'a>, timings: &'a [Timing], span: &Span<'_>) {
    let mut is_placed = false;
    let mut vague = None;
    for timing in timings {
        let owner = owner.clone();
        match span.outcome(timing) {
            Outcome::Due(found) => {
                schedule.due.extend(found.into_iter().map(|found| DueEntry {
                    owner: owner.clone(),
                    timing,
                    first: found.first,
                    due: found.due,
                    is_round: found.is_round,
                    state: span.state(found.due, found.is_round),
                    steps: timing.steps.iter().cloned().chain(found.steps).collect(),
                }));
            }
            Outcome::Standing => schedule.standing.push(StandingEntry { owner, timing }),
            Outcome::Period => schedule.periods.push(PeriodEntry { owner, timing }),
            Outcome::Undated(UndatedReason::NoDay) => {
                vague = vague.or(Some(timing));
                continue;
            }
            Outcome::Undated(reason) => schedule.undated.push(UndatedEntry { owner, timing: Some(timing), reason }),
        }
        is_placed = true;
    }
    if !is_placed {
        let reason = if vague.is_some() { UndatedReason::NoDay } else { UndatedReason::NoTime };
        schedule.undated.push(UndatedEntry { owner: owner.clone(), timing: vague, reason });
    }
}

impl<'s> Span<'s> {
    fn of(plan: &Plan, settings: &'s ScheduleSettings<'s>) -> Self {
        let period = plan.period;
        let start = period.and_then(|period| period.start);
        let issued = plan.head.issued_on;
        let begin = issued.into_iter().chain(start).max().or(settings.from);
        let end_of_year = issued.and_then(|issued| NaiveDate::from_ymd_opt(issued.year(), 12, 31));
        let to = settings.to.or(period.and_then(|period| period.end)).or(end_of_year);
        Self { settings, begin, from: settings.from.or(begin), to }
    }

    fn outcome(&self, timing: &Timing) -> Outcome {
        match timing.kind {
            TimingKind::Recurring => self.rounds(timing),
            TimingKind::Continuous | TimingKind::Immediate => Outcome::Standing,
            TimingKind::AfterEvent => self.after_event(timing),
            TimingKind::Minimum => Outcome::Period,
            TimingKind::By | TimingKind::On | TimingKind::Range => match timing.end {
                Some(end) => self.on_day(timing.start.filter(|start| *start < end), end, Vec::new()),
                None if timing.event.is_some() => Outcome::Undated(UndatedReason::EventUnknown),
                // A stretch that only begins goes on.
                None if timing.start.is_some() => Outcome::Standing,
                None => Outcome::Undated(UndatedReason::YearUnknown),
            },
            _ => Outcome::Undated(UndatedReason::NoDay),
        }
    }

    /// A single day, where it lies between the days that were asked for.
    fn on_day(&self, first: Option<NaiveDate>, due: NaiveDate, steps: Vec<Step>) -> Outcome {
        let ScheduleSettings { from, to, .. } = self.settings;
        let is_asked = from.is_none_or(|from| due >= from) && to.is_none_or(|to| first.unwrap_or(due) <= to);
        Outcome::Due(is_asked.then_some(Found { first, due, is_round: false, steps }).into_iter().collect())
    }

    fn after_event(&self, timing: &Timing) -> Outcome {
        let counted = timing.start.zip(timing.period);
        match counted.map(|(start, period)| due(start, period, self.settings.working_days)) {
            Some(Ok(found)) => {
                // The timing's own steps have told of the counting already.
                let steps = found.steps.into_iter().filter(|step| !timing.steps.contains(step)).collect();
                self.on_day(None, found.due, steps)
            }
            Some(Err(DueError::UnknownYear(_))) => Outcome::Undated(UndatedReason::WorkingDaysUnknown),
            Some(Err(_)) => Outcome::Period,
            None => match timing.end {
                Some(end) => self.on_day(None, end, Vec::new()),
                None if timing.period.is_some() => Outcome::Period,
                None => Outcome::Undated(UndatedReason::EventUnknown),
            },
        }
    }

    fn rounds(&self, timing: &Timing) -> Outcome {
        let Some(recurrence) = timing.recurrence.filter(|recurrence| recurrence.has_days()) else {
            return Outcome::Undated(UndatedReason::RhythmOpen);
        };
        let begin = timing.start.or(self.begin);
        let to = self.to.into_iter().chain(timing.end).min();
        let (Some(begin), Some(to)) = (begin, to) else { return Outcome::Undated(UndatedReason::SpanUnknown) };
        let from = self.from.map_or(begin, |from| from.max(begin));
        let found = recurrence.occurrences(begin, from, to).map(|Occurrence { first, last, .. }| Found {
            first: (first < last).then_some(first),
            due: last,
            is_round: true,
            steps: Vec::new(),
        });
        Outcome::Due(found.collect())
    }

    fn state(&self, due: NaiveDate, is_round: bool) -> Option<DueState> {
        let today = self.settings.today?;
        let soon = today.checked_add_days(Days::new(self.settings.soon.into())).unwrap_or(NaiveDate::MAX);
        Some(match due {
            due if due < today && is_round => DueState::Passed,
            due if due < today => DueState::Overdue,
            due if due <= soon => DueState::DueSoon,
            _ => DueState::Later,
        })
    }
}
