use super::number_format::NumberFormat;
use super::numbering::{LEVELS, Numbering};
use std::collections::{BTreeMap, BTreeSet};

/// Bytes of a printed number after which no more is added; none that people read is longer.
const MOST_LABEL: usize = 255;

/// The numbers of a text's lists as far as it is read: those of one definition count on together, whichever of its
/// lists a paragraph names.
#[derive(Default)]
pub(super) struct Counters {
    numbers: BTreeMap<i64, [Option<u32>; LEVELS]>,
    /// Levels that a list has begun anew already.
    begun: BTreeSet<(i64, usize)>,
}

impl Counters {
    /// Counts a paragraph of a list and gives what is printed before it; nothing for a bullet or an unknown list.
    pub(super) fn count(&mut self, numbering: &Numbering, list: i64, level: usize) -> Option<String> {
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
pub(super) fn labelled(label: &str, text: &str) -> String {
    let runs_on = |end: char| {
        end.is_alphanumeric() || matches!(end, '.' | '．') && text.starts_with(|c: char| c.is_ascii_digit())
    };
    let space = if label.chars().next_back().is_some_and(runs_on) { " " } else { "" };
    format!("{label}{space}{text}")
}

#[cfg(test)]
mod tests {
    use super::super::xml::Xml;
    use super::*;

    const DEFINITION: &str = r#"<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>
        <w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>
        <w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="3"/>
        <w:isLgl/><w:lvlRestart w:val="0"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1.%2.%3%"/></w:lvl>
        <w:lvl w:ilvl="3"><w:start w:val="1"/><w:lvlRestart w:val="1"/><w:lvlText w:val="(%4)"/></w:lvl>
        <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>"#;
    const LISTS: &str = r#"<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>
        </w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/></w:lvl>
        </w:lvlOverride></w:num>"#;

    /// What is printed before paragraphs of lists and levels.
    fn labels(paragraphs: &[(i64, usize)]) -> Vec<String> {
        let text = format!("<w:numbering>{DEFINITION}{LISTS}</w:numbering>");
        let mut numbering = Numbering::default();
        numbering.read(&mut Xml::new(&text, 9)).unwrap();
        let mut counters = Counters::default();
        let mut label = |(list, level)| counters.count(&numbering, list, level).unwrap_or_else(|| "-".to_owned());
        paragraphs.iter().map(|paragraph| label(*paragraph)).collect()
    }

    #[test]
    fn lower_levels_begin_anew_under_a_higher_one() {
        assert_eq!(labels(&[(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]), ["一、", "一.1", "一.2", "二、", "二.1"]);
    }

    #[test]
    fn a_level_may_count_on_or_begin_anew_under_one_level_only() {
        assert_eq!(labels(&[(1, 0), (1, 2), (1, 1), (1, 2)]), ["一、", "1.1.3%", "一.1", "1.1.4%"]);
        assert_eq!(labels(&[(1, 0), (1, 3), (1, 1), (1, 3), (1, 0), (1, 3)]).concat(), "一、(1)一.1(2)二、(1)");
    }

    #[test]
    fn lists_of_one_definition_count_on_together_unless_one_says_where_it_starts() {
        assert_eq!(labels(&[(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)]), ["一、", "二、", "五、", "六、", "七、"]);
        assert_eq!(labels(&[(1, 0), (4, 0)]), ["一、", "第2条"]);
    }

    #[test]
    fn bullets_and_unknown_lists_print_nothing() {
        assert_eq!(labels(&[(1, 4), (1, 7), (9, 0), (1, 99)]), ["-", "-", "-", "-"]);
        assert_eq!(labels(&[(1, 1)]), ["一.1"]);
    }

    #[test]
    fn a_label_stands_apart_only_where_it_would_run_into_the_text() {
        assert_eq!(labelled("（一）", "加强领导"), "（一）加强领导");
        assert_eq!(labelled("1.", "加强领导"), "1.加强领导");
        assert_eq!(labelled("1.", "2025年"), "1. 2025年");
        assert_eq!(labelled("1.1", "加强领导"), "1.1 加强领导");
        assert_eq!(labelled("", "加强领导"), "加强领导");
    }
}
