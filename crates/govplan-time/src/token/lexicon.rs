use super::{Character, Term};
use crate::table::records;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a word of the data files means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Term(Term),
    Event(&'static Event),
    Plan(&'static FiveYearPlan),
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
    pub(crate) fn has_days(&self) -> bool {
        self.day != EventDay::Open
    }

    /// The event's day in a year; of a feast of the lunar calendar in the years that the table holds.
    pub(crate) fn day(&self, year: i32) -> Option<NaiveDate> {
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

/// The events and five-year plans that words name.
static EVENTS: LazyLock<Vec<Event>> = LazyLock::new(|| {
    let rows = records(include_str!("../../data/events.csv")).map(|[name, month, day, of_feast]| {
        let fixed = month.parse().ok().zip(day.parse().ok()).map(|(month, day)| EventDay::Fixed(month, day));
        let day = fixed.or_else(|| feast(of_feast).map(EventDay::Feast)).unwrap_or(EventDay::Open);
        Event { name, day }
    });
    rows.collect()
});
static PLANS: LazyLock<Vec<FiveYearPlan>> = LazyLock::new(|| {
    let rows = records(include_str!("../../data/five_year_plans.csv")).filter_map(|[name, first, last]| {
        Some(FiveYearPlan { name, first: first.parse().ok()?, last: last.parse().ok()? })
    });
    rows.collect()
});

/// The words of the data files.
struct Lexicon {
    /// By first letter, and the longest of a letter first.
    words: Vec<Word>,
    /// Where the words of each letter of the basic plane begin: looked up for every letter of every text.
    starts: Box<[u16]>,
}

struct Word {
    letters: Box<[char]>,
    meaning: Meaning,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let letters = |(word, meaning): (&str, Meaning)| Word { letters: word.chars().collect(), meaning };
    let mut words: Vec<Word> = words().map(letters).collect();
    words.sort_by_key(|word| (word.letters.first().copied(), Reverse(word.letters.len())));
    let start = |letter: u32| {
        let before = words.partition_point(|word| word.letters.first().is_none_or(|first| u32::from(*first) < letter));
        u16::try_from(before).unwrap_or(u16::MAX)
    };
    let starts = (0..=0x1_0000).map(start).collect();
    Lexicon { words, starts }
});

impl Lexicon {
    /// The words that begin with a letter.
    fn of(&self, letter: char) -> &[Word] {
        let place = |letter: u32| self.starts.get(usize::try_from(letter).ok()?).map(|start| usize::from(*start));
        let range = place(letter.into()).zip(place(u32::from(letter) + 1));
        range.and_then(|(start, end)| self.words.get(start..end)).unwrap_or_default()
    }
}

fn words() -> impl Iterator<Item = (&'static str, Meaning)> {
    let terms = records(include_str!("../../data/terms.csv"))
        .chain(records(include_str!("../../data/words.csv")))
        .filter_map(|[word, term, number]| Some((word, Meaning::Term(Term::from_name(term, number)?))));
    let events = EVENTS.iter().map(|event| (event.name, Meaning::Event(event)));
    let plans = PLANS.iter().map(|plan| (plan.name, Meaning::Plan(plan)));
    let guards =
        records(include_str!("../../data/guards.csv")).map(|[word, _holds, unless]| (word, Meaning::Guard { unless }));
    terms.chain(events).chain(plans).chain(guards)
}

/// The longest word that some text begins with: the count of its characters and its meaning.
pub(super) fn word(text: &[Character]) -> Option<(usize, Meaning)> {
    let (first, rest) = text.split_first()?;
    LEXICON.of(first.letter).iter().find_map(|Word { letters, meaning }| {
        let (_, letters) = letters.split_first()?;
        let printed = rest.get(..letters.len())?;
        let is_printed = printed.iter().zip(letters).all(|(c, letter)| c.letter == *letter);
        let follows = rest.get(letters.len()).map(|c| c.letter);
        let is_undone = |unless: &str| follows.is_some_and(|c| unless.contains(c));
        let stands = is_printed && !matches!(meaning, Meaning::Guard { unless } if is_undone(unless));
        stands.then_some((letters.len() + 1, *meaning))
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
