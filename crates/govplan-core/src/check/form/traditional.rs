//! Finds traditional characters with the tables of OpenCC.

use super::PrintedText;
use super::TRADITIONAL_CHARACTERS;
use crate::check::Context;
use crate::{Finding, Fix, Message, PatchOperation, Severity};
use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use fixedbitset::FixedBitSet;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// One character in so many of a text may be traditional; where there are more, the text is.
const MOSTLY: usize = 5;

/// Absent only if the tables compiled into the program were damaged.
static TO_SIMPLIFIED: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::T2s).ok());

/// Characters that a simplified text may hold although conversion changes them.
static STANDARD: LazyLock<BTreeSet<char>> =
    LazyLock::new(|| characters(include_str!("../../../data/standard_characters.csv")));

/// Characters that conversion changes inside words alone.
static IN_WORDS: LazyLock<BTreeSet<char>> =
    LazyLock::new(|| characters(include_str!("../../../data/word_characters.csv")));

fn characters(csv: &str) -> BTreeSet<char> {
    csv.lines().skip(2).filter_map(|line| line.chars().next()).collect()
}

pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(converter) = TO_SIMPLIFIED.as_ref() else { return Vec::new() };
    let printed = context.printed_texts();
    let suspects = suspects(converter, printed);
    if suspects.is_clear() {
        return Vec::new();
    }
    let suspected = printed.iter().filter(|printed| printed.text.chars().any(|c| suspects.contains(code_point(c))));
    let texts: Vec<Comparison<'_>> = suspected.map(|printed| Comparison::new(converter, printed)).collect();
    let traditional: usize =
        texts.iter().map(|text| text.characters.iter().filter(|c| c.is_traditional()).count()).sum();
    if traditional == 0 {
        return Vec::new();
    }
    let all: usize = printed.iter().map(|printed| printed.text.chars().filter(|c| is_han(*c)).count()).sum();
    if traditional * MOSTLY > all {
        return vec![mostly_traditional()];
    }
    texts.iter().flat_map(Comparison::findings).collect()
}

/// The characters of some texts that may be traditional, by code point. A plan has few different characters: each is
/// converted once, and only texts that hold a suspect are converted as a whole.
fn suspects(converter: &OpenCC, texts: &[PrintedText<'_>]) -> FixedBitSet {
    let mut characters = FixedBitSet::with_capacity(code_point(char::MAX) + 1);
    characters.extend(texts.iter().flat_map(|printed| printed.text.chars()).map(code_point));
    let is_suspect = |character: char| {
        let alone = character.to_string();
        !STANDARD.contains(&character) && (IN_WORDS.contains(&character) || converter.convert(&alone) != alone)
    };
    let printed = characters.ones().filter_map(|point| char::from_u32(u32::try_from(point).ok()?));
    printed.filter(|character| is_suspect(*character)).map(code_point).collect()
}

fn code_point(character: char) -> usize {
    u32::from(character) as usize
}

fn mostly_traditional() -> Finding {
    let message = Message::new(
        "全文使用繁体字；国家机关公文应使用规范汉字",
        "the text is in traditional characters as a whole, expected the simplified ones of official documents",
    );
    Finding { severity: Severity::Note, ..TRADITIONAL_CHARACTERS.finding(message) }
}

/// A text beside its simplified form, character by character.
struct Comparison<'c> {
    text: &'c PrintedText<'c>,
    characters: Vec<Character>,
}

#[derive(Clone, Copy)]
struct Character {
    printed: char,
    simplified: char,
}

impl Character {
    fn is_traditional(self) -> bool {
        self.printed != self.simplified && !STANDARD.contains(&self.printed)
    }
}

impl<'c> Comparison<'c> {
    fn new(converter: &OpenCC, text: &'c PrintedText<'c>) -> Self {
        let simplified: Vec<char> = converter.convert(text.text).chars().collect();
        let printed: Vec<char> = text.text.chars().collect();
        // Should a phrase change its length, the text cannot be compared and counts as simplified.
        let simplified = if simplified.len() == printed.len() { simplified } else { printed.clone() };
        let pairs = printed.into_iter().zip(simplified);
        Self { text, characters: pairs.map(|(printed, simplified)| Character { printed, simplified }).collect() }
    }

    fn findings(&self) -> Vec<Finding> {
        let words = self.words();
        if words.is_empty() {
            return Vec::new();
        }
        let fix = self.text.is_free.then(|| self.fix(&words));
        words.iter().filter_map(|word| self.finding(word.clone(), fix.clone())).collect()
    }

    /// Runs of traditional characters, each with a neighbour on either side so that the word can be read; those that
    /// then touch are one.
    fn words(&self) -> Vec<std::ops::Range<usize>> {
        let is_word = |at: usize| self.characters.get(at).is_some_and(|character| is_han(character.printed));
        let mut words: Vec<std::ops::Range<usize>> = Vec::new();
        for (at, _) in self.characters.iter().enumerate().filter(|(_, character)| character.is_traditional()) {
            let start = at.checked_sub(1).filter(|before| is_word(*before)).unwrap_or(at);
            let end = if is_word(at + 1) { at + 2 } else { at + 1 };
            match words.last_mut().filter(|word| start <= word.end) {
                Some(word) => word.end = end,
                None => words.push(start..end),
            }
        }
        words
    }

    fn finding(&self, word: std::ops::Range<usize>, fix: Option<Fix>) -> Option<Finding> {
        let (at, length) = (word.start, word.len());
        let characters = self.characters.get(word)?;
        let printed: String = characters.iter().map(|character| character.printed).collect();
        let simplified: String = characters.iter().map(|character| character.simplified).collect();
        let message = Message::new(
            format!("`{printed}`中有繁体字，应为`{simplified}`"),
            format!("`{printed}` holds traditional characters, expected `{simplified}`"),
        );
        Some(Finding {
            pointer: Some(self.text.pointer.clone()),
            place: self.text.place_of(at, length),
            subject: Some(printed.clone()),
            expected: Some(simplified),
            found: Some(printed),
            fix,
            ..TRADITIONAL_CHARACTERS.finding(message)
        })
    }

    /// Writes every word of the text in simplified characters, and leaves the rest as it is.
    fn fix(&self, words: &[std::ops::Range<usize>]) -> Fix {
        let mut mended: Vec<char> = self.characters.iter().map(|character| character.printed).collect();
        for word in words {
            let simplified = self.characters.get(word.clone()).unwrap_or_default();
            let places = mended.get_mut(word.clone()).unwrap_or_default();
            for (place, character) in places.iter_mut().zip(simplified) {
                *place = character.simplified;
            }
        }
        let description = Message::new("把这段文字中的繁体字改为简体字", "write this text in simplified characters");
        let text = mended.into_iter().collect::<String>();
        Fix::new(description, vec![PatchOperation::replace(self.text.pointer.clone(), text)])
    }
}

fn is_han(character: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Place, Plan};

    fn found(text: &str) -> Vec<Finding> {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut directive = Directive::new(DirectiveId::nth(1), text);
        directive.place = Some(Place::in_line(5, 1, text.chars().count()));
        plan.directives.push(directive);
        check(&Context::usual(&plan))
    }

    #[test]
    fn words_are_found_where_they_stand() {
        let text = "强化日常监督，建立政务公开常态化督導體系，通过制定台账、定期调度等形式，确保任務落实到位。";
        let findings = found(text);
        let said: Vec<_> =
            findings.iter().map(|f| (f.found.as_deref().unwrap(), f.expected.as_deref().unwrap())).collect();
        assert_eq!(said, [("督導體系", "督导体系"), ("任務落", "任务落")]);
        assert_eq!(findings[0].place, Some(Place::in_line(5, 17, 4)));
        let mended = text.replace("導體", "导体").replace("務", "务");
        assert_eq!(findings[1].fix.as_ref().unwrap().patch, [PatchOperation::replace("/directives/0/text", mended)]);
    }

    #[test]
    fn what_simplified_text_rightly_holds_is_left_alone() {
        for text in [
            "著名企业、台账、里程碑、后勤、干部、征求意见、覆盖、沉淀、乾县、瞭望、狼藉、慰藉、覆没、复核、制定。",
            "由於振邦、甯浩、李昇、朱镕基、陈堃、陶喆等同志负责，毕昇杯竞赛委员会和钟鼓楼街道只需配合。",
            "余杭区、云南、松江、丰台、范县、沈阳、岳阳、千岛湖、斗门、谷城、面粉、表彰、家具、准备、愿景。",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn characters_of_words_change_in_them_alone() {
        let converter = TO_SIMPLIFIED.as_ref().unwrap();
        let rows = include_str!("../../../data/word_characters.csv").lines().skip(2);
        for (character, word) in rows.map(|row| row.split_once(',').unwrap()) {
            assert_eq!(converter.convert(character), character);
            assert!(!converter.convert(word).contains(character), "{word}");
        }
        assert_eq!(found("保持沈默").len(), 1);
    }

    #[test]
    fn a_traditional_text_is_said_once() {
        let findings = found("關於印發2020年政務公開重點工作實施方案的通知");
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].severity, &findings[0].pointer), (Severity::Note, &None));
    }
}
