//! What is due, drawn on one line of time: a bar for a stretch of days, a mark for a day.

use super::calendar::Due;
use super::days_off::day_mark;
use super::excerpt::{excerpt, sentence};
use chrono::{Datelike, Months, NaiveDate};
use govplan_core::{DueState, Language, WorkingDays};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

const MOST_ROWS: usize = 60;
/// Years longer than this have days too narrow to mark.
const MOST_MARKED_DAYS: usize = 400;
const MOST_TICKS: usize = 13;

/// Lengths in units of the drawing.
const WIDTH: usize = 960;
const LEFT: usize = 250;
const TOP: usize = 26;
const LINE: usize = 22;
const NARROWEST: usize = 6;
/// Columns of what is to be done.
const SUBJECT: usize = 34;

#[derive(Serialize)]
pub(super) struct Timeline {
    width: usize,
    height: usize,
    left: usize,
    top: usize,
    ticks: Vec<Tick>,
    /// Days off, and Saturdays and Sundays that work.
    marks: Vec<Stretch>,
    today: Option<usize>,
    rows: Vec<Line>,
    left_out: usize,
}

#[derive(Serialize)]
struct Tick {
    x: usize,
    name: String,
}

#[derive(Serialize)]
struct Stretch {
    kind: &'static str,
    x: usize,
    width: usize,
}

#[derive(Serialize)]
struct Line {
    y: usize,
    subject: String,
    bars: Vec<Stretch>,
}

/// A scale of days.
struct Scale {
    first: NaiveDate,
    /// How many days it is long.
    days: usize,
}

/// The line of time of what is due; nothing where nothing is.
pub(super) fn timeline(
    due: &[Due<'_>],
    days: &WorkingDays,
    today: Option<NaiveDate>,
    language: Language,
) -> Option<Timeline> {
    // What comes of one timing stands on one line, in the order of its first day.
    let mut lines: BTreeMap<(NaiveDate, usize), Vec<&Due<'_>>> = BTreeMap::new();
    let mut places: BTreeMap<(&str, &str), (NaiveDate, usize)> = BTreeMap::new();
    for (i, entry) in due.iter().enumerate() {
        let timing = (entry.1, entry.0.timing.id.as_str());
        let place = *places.entry(timing).or_insert((entry.0.first.unwrap_or(entry.0.due), i));
        lines.entry(place).or_default().push(entry);
    }
    let left_out = lines.len().saturating_sub(MOST_ROWS);
    let shown: Vec<Vec<&Due<'_>>> = lines.into_values().take(MOST_ROWS).collect();
    let scale = Scale::of(&shown)?;
    let rows: Vec<Line> = shown.iter().enumerate().map(|(i, line)| row(i, line, &scale)).collect();
    Some(Timeline {
        width: WIDTH,
        height: TOP + rows.len() * LINE,
        left: LEFT,
        top: TOP,
        ticks: scale.ticks(),
        marks: scale.marks(days, language),
        today: today.and_then(|today| scale.place(today)),
        rows,
        left_out,
    })
}

fn row(i: usize, line: &[&Due<'_>], scale: &Scale) -> Line {
    let owner = line.first().map(|(entry, _)| &entry.owner);
    let subject = owner.map(|owner| owner.title.or(owner.text).unwrap_or(owner.id)).unwrap_or_default();
    let bars: BTreeSet<(usize, usize, &'static str)> = line
        .iter()
        .filter_map(|(entry, _)| {
            let from = scale.place(entry.first.unwrap_or(entry.due))?;
            let to = scale.end(entry.due)?;
            let kind = match entry.state {
                Some(DueState::Overdue) => "overdue",
                Some(DueState::Passed) => "passed",
                Some(DueState::DueSoon) => "due_soon",
                _ => "later",
            };
            let width = to.saturating_sub(from).max(NARROWEST);
            Some((to.saturating_sub(width).max(LEFT), width, kind))
        })
        .collect();
    Line {
        y: TOP + i * LINE,
        subject: excerpt(sentence(subject), SUBJECT),
        bars: bars.into_iter().map(|(x, width, kind)| Stretch { kind, x, width }).collect(),
    }
}

impl Scale {
    /// From the first of a month to the end of one, half a year at least.
    fn of(lines: &[Vec<&Due<'_>>]) -> Option<Self> {
        let entries = || lines.iter().flatten().map(|(entry, _)| entry);
        let first = entries().map(|entry| entry.first.unwrap_or(entry.due)).min()?.with_day(1)?;
        let last = entries().map(|entry| entry.due).max()?.with_day(1)?.checked_add_months(Months::new(1))?;
        let half_a_year_before = last.checked_sub_months(Months::new(6))?;
        let first = first.min(half_a_year_before);
        Some(Self { first, days: usize::try_from((last - first).num_days()).ok()? })
    }

    /// Where a day begins; nothing where it lies outside.
    fn place(&self, day: NaiveDate) -> Option<usize> {
        let days = usize::try_from((day - self.first).num_days()).ok()?;
        (days <= self.days).then(|| LEFT + days * (WIDTH - LEFT) / self.days.max(1))
    }

    fn end(&self, day: NaiveDate) -> Option<usize> {
        self.place(day.succ_opt()?)
    }

    /// Months, or as many of them between two as there is room for.
    fn ticks(&self) -> Vec<Tick> {
        let months = self.days / 28;
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 12_000];
        let step = steps.into_iter().find(|step| months / step < MOST_TICKS).unwrap_or(120_000);
        let mut ticks = Vec::new();
        let mut day = Some(self.first);
        while let Some((first, x)) = day.and_then(|day| Some((day, self.place(day)?))).filter(|(_, x)| *x < WIDTH) {
            let name = if step % 12 == 0 { first.year().to_string() } else { first.format("%Y-%m").to_string() };
            ticks.push(Tick { x, name });
            day = first.checked_add_months(Months::new(u32::try_from(step).unwrap_or(u32::MAX)));
        }
        ticks
    }

    /// Days off, those that follow on each other as one, and weekends that work.
    fn marks(&self, days: &WorkingDays, language: Language) -> Vec<Stretch> {
        let mut marks: Vec<Stretch> = Vec::new();
        if self.days > MOST_MARKED_DAYS {
            return marks;
        }
        for day in self.first.iter_days().take(self.days) {
            let Some(mark) = day_mark(day, days, language) else { continue };
            let (Some(x), Some(end)) = (self.place(day), self.end(day)) else { continue };
            match marks.last_mut() {
                Some(last) if last.kind == mark.kind && last.x + last.width == x => last.width = end - last.x,
                _ => marks.push(Stretch { kind: mark.kind, x, width: end - x }),
            }
        }
        marks
    }
}
