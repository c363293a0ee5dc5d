//! What is due, month by month, with the days off.

use super::days_off::{DayMark, day_mark};
use super::excerpt::{excerpt, sentence};
use super::timing::State;
use crate::label::label;
use crate::wording::{days_text, separator};
use chrono::{Datelike, Months, NaiveDate};
use govplan_core::{DueEntry, Language, WorkingDays};
use serde::Serialize;
use std::collections::BTreeMap;

const MOST_MONTHS: usize = 24;
const MOST_ENTRIES: usize = 1_000;
/// Columns of what is to be done.
const SUBJECT: usize = 120;

/// Something due, and the anchor of its row.
pub(super) type Due<'s> = (&'s DueEntry<'s>, &'s str);

#[derive(Serialize, Default)]
pub(super) struct Calendar {
    months: Vec<Month>,
    /// Things due that are not listed.
    left_out: usize,
}

#[derive(Serialize)]
struct Month {
    name: String,
    /// Whether its days off are announced.
    is_announced: bool,
    weeks: Vec<Vec<Option<Day>>>,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Day {
    number: u32,
    date: String,
    mark: Option<DayMark>,
    /// How much is due.
    due: usize,
    is_today: bool,
}

#[derive(Serialize)]
struct Entry {
    anchor: String,
    date: String,
    /// The day as people write it.
    day: String,
    /// Whether it is the first of its day.
    is_first: bool,
    mark: Option<DayMark>,
    /// The whole stretch, where it is more than a day.
    stretch: Option<String>,
    subject: String,
    printed: Option<String>,
    organs: String,
    state: Option<State>,
}

/// What is due, in the order of its days.
pub(super) fn calendar(due: &[Due<'_>], days: &WorkingDays, today: Option<NaiveDate>, language: Language) -> Calendar {
    let mut by_month: BTreeMap<(i32, u32), Vec<&Due<'_>>> = BTreeMap::new();
    for entry in due {
        by_month.entry((entry.0.due.year(), entry.0.due.month())).or_default().push(entry);
    }
    let mut left = MOST_ENTRIES;
    let mut months = Vec::new();
    for ((year, month), entries) in by_month.into_iter().take(MOST_MONTHS) {
        let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else { continue };
        let listed = entries.get(..left).unwrap_or(&entries);
        left -= listed.len();
        months.push(Month {
            name: month_name(first, language),
            is_announced: days.is_working_day(first).is_ok(),
            weeks: weeks(first, &entries, days, today, language),
            entries: listed.iter().enumerate().map(|(i, due)| entry(due, i, listed, days, language)).collect(),
        });
    }
    let listed: usize = months.iter().map(|month| month.entries.len()).sum();
    Calendar { months, left_out: due.len() - listed }
}

/// A month as people write it.
pub(super) fn month_name(first: NaiveDate, language: Language) -> String {
    match language {
        Language::Chinese => first.format("%Y年%-m月").to_string(),
        Language::English => first.format("%B %Y").to_string(),
    }
}

/// The days of a month by weeks, which begin on Monday; nothing where a week belongs to another month.
fn weeks(
    first: NaiveDate,
    entries: &[&Due<'_>],
    days: &WorkingDays,
    today: Option<NaiveDate>,
    language: Language,
) -> Vec<Vec<Option<Day>>> {
    let mut counts: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for (entry, _) in entries {
        *counts.entry(entry.due).or_default() += 1;
    }
    let after = first.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX);
    let before = u64::from(first.weekday().num_days_from_monday());
    let blank = (0..before).map(|_| None);
    let own = first.iter_days().take_while(|day| *day < after).map(|day| {
        Some(Day {
            number: day.day(),
            date: day.to_string(),
            mark: day_mark(day, days, language),
            due: counts.get(&day).copied().unwrap_or_default(),
            is_today: today == Some(day),
        })
    });
    let mut cells: Vec<Option<Day>> = blank.chain(own).collect();
    cells.resize_with(cells.len().next_multiple_of(7), || None);
    let mut weeks = Vec::new();
    while !cells.is_empty() {
        let rest = cells.split_off(7.min(cells.len()));
        weeks.push(std::mem::replace(&mut cells, rest));
    }
    weeks
}

fn entry(due: &Due<'_>, i: usize, listed: &[&Due<'_>], days: &WorkingDays, language: Language) -> Entry {
    let (entry, anchor) = due;
    let before = i.checked_sub(1).and_then(|before| listed.get(before));
    let owner = &entry.owner;
    let mut organs: Vec<&str> = Vec::new();
    for assignment in owner.assignments {
        if !organs.contains(&assignment.unit.as_str()) {
            organs.push(&assignment.unit);
        }
    }
    let weekday = label(&format!("weekday.{}", entry.due.weekday().number_from_monday()), language).to_owned();
    Entry {
        anchor: (*anchor).to_owned(),
        date: entry.due.to_string(),
        day: format!("{} {weekday}", entry.due),
        is_first: before.is_none_or(|(before, _)| before.due != entry.due),
        mark: day_mark(entry.due, days, language),
        stretch: entry.first.and_then(|first| days_text(Some(first), Some(entry.due), language)),
        subject: excerpt(sentence(owner.title.or(owner.text).unwrap_or(owner.id)), SUBJECT),
        printed: entry.timing.raw.as_deref().map(|raw| excerpt(raw, SUBJECT)),
        organs: excerpt(&organs.join(separator(language)), SUBJECT),
        state: entry.state.map(|state| State::new(state, language)),
    }
}
