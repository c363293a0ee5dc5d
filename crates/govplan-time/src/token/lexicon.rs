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
    /// A longer word that only looks like one of time.
    Guard,
}

/// A day or season that a time is set before or round (春节, 汛期), with its day where the calendar fixes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) name: &'static str,
    day: Option<(u32, u32)>,
}

impl Event {
    /// The event's day in a year.
    pub(crate) fn day(self, year: i32) -> Option<NaiveDate> {
        let (month, day) = self.day?;
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
    let events = records(include_str!("../../data/events.csv")).map(|[name, month, day]| {
        let day = month.parse().ok().zip(day.parse().ok());
        (name, Meaning::Event(Event { name, day }))
    });
    let plans = records(include_str!("../../data/five_year_plans.csv")).filter_map(|[name, first, last]| {
        Some((name, Meaning::Plan(FiveYearPlan { name, first: first.parse().ok()?, last: last.parse().ok()? })))
    });
    let guards = records(include_str!("../../data/guards.csv")).map(|[word, _holds]| (word, Meaning::Guard));
    terms.chain(events).chain(plans).chain(guards)
}

/// The longest word that some text begins with: the count of its characters and its meaning.
pub(super) fn word(text: &[Character]) -> Option<(usize, Meaning)> {
    let first = text.first()?.letter;
    LEXICON.get(&first)?.iter().find_map(|(word, meaning)| {
        let length = word.chars().count();
        let printed = text.get(..length)?;
        printed.iter().map(|c| c.letter).eq(word.chars()).then_some((length, *meaning))
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
        for [guard, held] in records(include_str!("../../data/guards.csv")) {
            assert!(!held.is_empty() && guard.contains(held) && guard != held, "`{guard}` does not hold `{held}`");
            assert!(words().any(|(word, meaning)| word.starts_with(held) && meaning != Meaning::Guard), "`{held}`");
        }
    }
}
