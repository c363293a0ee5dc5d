use super::{LEVELS, NumberFormat, Numbering};
use std::collections::{BTreeMap, BTreeSet};

/// Bytes of a printed number after which no more is added; none that people read is longer.
const MOST_LABEL: usize = 255;

/// The numbers of a text's lists as far as it is read: those of one definition count on together, whichever of its
/// lists a paragraph names.
#[derive(Default)]
pub(crate) struct Counters {
    numbers: BTreeMap<i64, [Option<u32>; LEVELS]>,
    /// Levels that a list has begun anew already.
    begun: BTreeSet<(i64, usize)>,
}

impl Counters {
    /// Counts a paragraph of a list and gives what is printed before it; nothing for a bullet or an unknown list.
    pub(crate) fn count(&mut self, numbering: &Numbering, list: i64, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let numbers = self.numbers.entry(numbering.definition(list)?).or_default();
        let rules = numbering.level(list, level)?;
        let anew = numbering.start(list, level).filter(|_| self.begun.insert((list, level)));
        for (index, number) in numbers.iter_mut().enumerate() {
            if index == level {
                let next = || number.map_or(rules.start, |number| number.saturating_add(1));
                *number = Some(anew.unwrap_or_else(next));
            } else if index > level {
                let restart = numbering.level(list, index).and_then(|below| below.restart);
                if restart.is_none_or(|restart| level < restart) {
                    *number = None;
                }
            }
        }
        if rules.format.is_bullet() {
            return None;
        }
        let numbers = *numbers;
        let number = |index: usize| {
            let own = numbering.level(list, index);
            let start = || numbering.start(list, index).or(own.map(|level| level.start)).unwrap_or_default();
            let format = own.map(|level| level.format).filter(|_| !rules.is_legal).unwrap_or(NumberFormat::DECIMAL);
            format.print(numbers.get(index).copied().flatten().unwrap_or_else(start))
        };
        Some(printed(&rules.text, number))
    }
}

/// A level's text with the number of level `n` in the place of `%n`.
fn printed(text: &str, number: impl Fn(usize) -> String) -> String {
    let mut printed = String::new();
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next()
        && printed.len() < MOST_LABEL
    {
        let level = (c == '%').then(|| characters.peek()?.to_digit(10)?.checked_sub(1)).flatten();
        match level.and_then(|level| usize::try_from(level).ok()) {
            Some(level) => {
                characters.next();
                printed.push_str(&number(level));
            }
            None => printed.push(c),
        }
    }
    printed
}

/// A label before the text that it numbers: a space keeps them apart where they would run into one word or number.
pub(crate) fn labelled(label: &str, text: &str) -> String {
    let runs_on = |end: char| {
        end.is_alphanumeric() || matches!(end, '.' | '．') && text.starts_with(|c: char| c.is_ascii_digit())
    };
    let space = if !text.is_empty() && label.chars().next_back().is_some_and(runs_on) { " " } else { "" };
    format!("{label}{space}{text}")
}

#[cfg(test)]
mod tests {
    use super::super::{Definition, Level, List};
    use super::*;

    fn level(text: &str, format: &str) -> Level {
        Level { start: 1, format: NumberFormat::named(format), text: text.to_owned(), ..Level::default() }
    }

    fn numbering() -> Numbering {
        let mut definition = Definition::default();
        definition.levels.insert(0, level("%1、", "chineseCounting"));
        definition.levels.insert(1, level("%1.%2", "decimal"));
        definition
            .levels
            .insert(2, Level { start: 3, is_legal: true, restart: Some(0), ..level("%1.%2.%3", "decimal") });
        definition.levels.insert(3, level("•", "bullet"));
        let mut numbering = Numbering::default();
        numbering.definitions.insert(7, definition);
        for id in 1..=3 {
            numbering.lists.insert(id, List { definition: 7, ..List::default() });
        }
        numbering.lists.get_mut(&3).unwrap().overrides.entry(0).or_default().start = Some(5);
        numbering
    }

    fn labels(paragraphs: &[(i64, usize)]) -> Vec<String> {
        let (numbering, mut counters) = (numbering(), Counters::default());
        let mut label = |(list, level)| counters.count(&numbering, list, level).unwrap_or_else(|| "-".to_owned());
        paragraphs.iter().map(|paragraph| label(*paragraph)).collect()
    }

    #[test]
    fn lower_levels_begin_anew_under_a_higher_one_unless_they_count_on() {
        assert_eq!(labels(&[(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]), ["一、", "一.1", "一.2", "二、", "二.1"]);
        assert_eq!(labels(&[(1, 0), (1, 2), (1, 0), (1, 2)]), ["一、", "1.1.3", "二、", "2.1.4"]);
    }

    #[test]
    fn lists_of_one_definition_count_on_together_unless_one_says_where_it_starts() {
        assert_eq!(labels(&[(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)]), ["一、", "二、", "五、", "六、", "七、"]);
    }

    #[test]
    fn bullets_and_unknown_lists_print_nothing() {
        assert_eq!(labels(&[(1, 3), (1, 7), (9, 0), (1, 99)]), ["-", "-", "-", "-"]);
    }

    #[test]
    fn a_label_stands_apart_only_where_it_would_run_into_the_text() {
        assert_eq!(labelled("（一）", "加强领导"), "（一）加强领导");
        assert_eq!(labelled("1.", "2025年"), "1. 2025年");
        assert_eq!(labelled("1.1", "加强领导"), "1.1 加强领导");
        assert_eq!((labelled("", "加强领导"), labelled("1", "")), ("加强领导".to_owned(), "1".to_owned()));
    }
}
