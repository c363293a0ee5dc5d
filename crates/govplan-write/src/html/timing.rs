use crate::label::{label, word};
use crate::wording::days_text;
use govplan_core::{DueEntry, DueState, Language, Timing, TimingKind};
use serde::Serialize;

/// A time of a requirement.
#[derive(Serialize)]
pub(super) struct Time {
    /// As printed; the word of its kind where the plan does not say how.
    printed: String,
    /// The days that it comes to.
    days: Option<String>,
    remarks: Vec<String>,
    /// How the days came about.
    steps: Vec<String>,
    state: Option<State>,
}

/// How what is due stands to today.
#[derive(Serialize, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct State {
    /// As code.
    pub(super) name: &'static str,
    /// In words.
    pub(super) word: String,
}

impl State {
    pub(super) fn new(state: DueState, language: Language) -> Self {
        let name = match state {
            DueState::Overdue => "overdue",
            DueState::Passed => "passed",
            DueState::DueSoon => "due_soon",
            _ => "later",
        };
        Self { name, word: word("state", state, language) }
    }
}

impl Time {
    /// A timing, with the days of the schedule that it is due on.
    pub(super) fn new(timing: &Timing, due: &[&DueEntry<'_>], language: Language) -> Self {
        let single = due.first().filter(|entry| !entry.is_round);
        let (first, last) = single.map_or((timing.start, timing.end), |entry| (entry.first, Some(entry.due)));
        let steps = single.map_or(&timing.steps, |entry| &entry.steps);
        Self {
            printed: timing.raw.clone().unwrap_or_else(|| word("kind", timing.kind, language)),
            days: days_text(first, last, language),
            remarks: remarks(timing, due, language),
            steps: steps.iter().map(|step| step.text(language)).collect(),
            state: single.and_then(|entry| entry.state).map(|state| State::new(state, language)),
        }
    }
}

fn remarks(timing: &Timing, due: &[&DueEntry<'_>], language: Language) -> Vec<String> {
    let mut remarks = Vec::new();
    // A last day needs no word, and the steps tell of words that set no day.
    let is_told = match timing.kind {
        TimingKind::By => timing.end.is_some(),
        TimingKind::Vague => !timing.steps.is_empty(),
        _ => false,
    };
    if timing.raw.is_some() && !is_told {
        remarks.push(word("kind", timing.kind, language));
    }
    if due.first().is_some_and(|entry| entry.is_round) {
        remarks.push(format!("{} {}", label("report.rounds", language), due.len()));
    }
    let other = timing.alternative.as_ref().and_then(|alternative| alternative.end);
    remarks.extend(other.map(|day| format!("{} {day}", label("schedule.or", language))));
    remarks.extend(timing.milestone.clone());
    remarks.extend(timing.modality.clone());
    if timing.inherited {
        remarks.push(label("show.inherited", language).to_owned());
    }
    remarks
}
