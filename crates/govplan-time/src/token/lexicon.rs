use super::{Character, Term};
use crate::table::records;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a word of the data files means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Term(Term),
    Event(Event),
    Plan(FiveYearPlan),
    /// A longer word that only looks like one of time, unless one of some letters follows.
    Guard {
        unless: &'static str,
    },
}

/// A day or season that a time is set before or round (春节, 汛期), with its day where the calendar fixes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) name: &'static str,
    day: EventDay,
}

/// How the day of an event is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EventDay {
    /// By month and day.
    Fixed(u32, u32),
    /// By the lunar calendar: the column of its feast.
    Feast(usize),
    /// Not at all.
    Open,
}

/// The feasts of the lunar calendar by year: month and day of each column.
static FEASTS: LazyLock<BTreeMap<i32, Vec<(u32, u32)>>> = LazyLock::new(|| {
    let rows = records(include_str!("../../data/lunar_feasts.csv")).filter_map(|[year, days]| {
        let days = days.split(',').filter_map(|day| {
            let (month, day) = day.split_once('-')?;
            Some((month.parse().ok()?, day.parse().ok()?))
        });
        Some((year.parse().ok()?, days.collect()))
    });
    rows.collect()
});

/// The column of a feast.
fn feast(name: &str) -> Option<usize> {
    let header = include_str!("../../data/lunar_feasts.csv").lines().find(|line| line.starts_with("year,"))?;
    header.split(',').skip(1).position(|feast| feast == name)
}

impl Event {
    /// Whether years have a day of it.
    pub(crate) fn has_days(self) -> bool {
        self.day != EventDay::Open
    }

    /// The event's day in a year; of a feast of the lunar calendar in the years that the table holds.
    pub(crate) fn day(self, year: i32) -> Option<NaiveDate> {
        let (month, day) = match self.day {
            EventDay::Fixed(month, day) => (month, day),
            EventDay::Feast(column) => *FEASTS.get(&year)?.get(column)?,
            EventDay::Open => return None,
        };
        NaiveDate::from_ymd_opt(year, month, day)
    }
}

/// A national five-year plan (五年规划).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FiveYearPlan {
    pub(crate) name: &'static str,
    pub(crate) first: i32,
    pub(crate) last: i32,
}

/// The words by their first letter, the longest first.
static LEXICON: LazyLock<BTreeMap<char, Vec<(&'static str, Meaning)>>> = LazyLock::new(|| {
    let mut lexicon: BTreeMap<char, Vec<_>> = BTreeMap::new();
    for (word, meaning) in words() {
        if let Some(first) = word.chars().next() {
            lexicon.entry(first).or_default().push((word, meaning));
        }
    }
    for words in lexicon.values_mut() {
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    }
    lexicon
});

fn words() -> impl Iterator<Item = (&'static str, Meaning)> {
    let terms = records(include_str!("../../data/terms.csv"))
        .chain(records(include_str!("../../data/words.csv")))
        .filter_map(|[word, term, number]| Some((word, Meaning::Term(Term::from_name(term, number)?))));
    let events = records(include_str!("../../data/events.csv")).map(|[name, month, day, of_feast]| {
        let fixed = month.parse().ok().zip(day.parse().ok()).map(|(month, day)| EventDay::Fixed(month, day));
        let day = fixed.or_else(|| feast(of_feast).map(EventDay::Feast)).unwrap_or(EventDay::Open);
        (name, Meaning::Event(Event { name, day }))
    });
    let plans = records(include_str!("../../data/five_year_plans.csv")).filter_map(|[name, first, last]| {
        Some((name, Meaning::Plan(FiveYearPlan { name, first: first.parse().ok()?, last: last.parse().ok()? })))
    });
    let guards =
        records(include_str!("../../data/guards.csv")).map(|[word, _holds, unless]| (word, Meaning::Guard { unless }));
    terms.chain(events).chain(plans).chain(guards)
}

/// The longest word that some text begins with: the count of its characters and its meaning.
pub(super) fn word(text: &[Character]) -> Option<(usize, Meaning)> {
    let first = text.first()?.letter;
    LEXICON.get(&first)?.iter().find_map(|(word, meaning)| {
        let length = word.chars().count();
        let printed = text.get(..length)?;
        let follows = text.get(length).map(|c| c.letter);
        let is_undone = matches!(meaning, Meaning::Guard { unless } if follows.is_some_and(|c| unless.contains(c)));
        (printed.iter().map(|c| c.letter).eq(word.chars()) && !is_undone).then_some((length, *meaning))
    })
}

#[cfg(test)]
mod tests {
    use super::{Meaning, words};
    use crate::table::records;
    use std::collections::BTreeMap;

    #[test]
    fn every_line_of_the_data_files_is_read_and_no_word_stands_twice() {
        let lines = [
            include_str!("../../data/terms.csv"),
            include_str!("../../data/words.csv"),
            include_str!("../../data/events.csv"),
            include_str!("../../data/five_year_plans.csv"),
            include_str!("../../data/guards.csv"),
        ];
        let lines: usize = lines.into_iter().map(|table| records::<1>(table).count()).sum();
        assert_eq!(words().count(), lines);
        let mut seen = BTreeMap::new();
        for (word, meaning) in words() {
            assert_eq!(seen.insert(word, meaning), None, "`{word}` stands twice");
        }
    }

    #[test]
    fn a_guard_holds_the_word_it_guards() {
        for [guard, held, _unless] in records(include_str!("../../data/guards.csv")) {
            assert!(!held.is_empty() && guard.contains(held) && guard != held, "`{guard}` does not hold `{held}`");
            assert!(
                words().any(|(word, meaning)| word.starts_with(held) && !matches!(meaning, Meaning::Guard { .. })),
                "`{held}`"
            );
        }
    }
}
