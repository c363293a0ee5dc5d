//! Words that hold no date: 及时, 持续推进, 立即, 全年.

use super::token::{Cursor, Token};
use crate::{Context, Expression, Step, StepValue, TimingKind};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    Kind(TimingKind),
    WholeYear,
    /// The word holds one that is read elsewhere, and here is not.
    Guard,
}

/// The words by their first character, the longest first.
static WORDS: LazyLock<BTreeMap<char, Vec<(&'static str, Sense)>>> = LazyLock::new(|| {
    let mut words: BTreeMap<char, Vec<(&'static str, Sense)>> = BTreeMap::new();
    for line in include_str!("../../data/words.csv").lines().filter(|line| !line.starts_with('#')).skip(1) {
        let Some((word, sense)) = line.split_once(',') else { continue };
        let sense = match sense {
            "continuous" => Sense::Kind(TimingKind::Continuous),
            "immediate" => Sense::Kind(TimingKind::Immediate),
            "vague" => Sense::Kind(TimingKind::Vague),
            "whole_year" => Sense::WholeYear,
            _ => Sense::Guard,
        };
        if let Some(first) = word.chars().next() {
            words.entry(first).or_default().push((word, sense));
        }
    }
    words.values_mut().for_each(|words| words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
    words
});

/// Whether a word begins with a character.
pub(super) fn begins(character: char) -> bool {
    WORDS.contains_key(&character)
}

/// The longest word that stands here.
fn longest(cursor: &mut Cursor<'_>) -> Option<(&'static str, Sense)> {
    let words = WORDS.get(&cursor.peek()?)?;
    words.iter().find(|(word, _)| cursor.eat(word)).copied()
}

/// Reads a word.
pub(super) fn word(cursor: &mut Cursor<'_>, context: &Context) -> Option<Expression> {
    let (_, sense) = longest(cursor)?;
    match sense {
        Sense::Kind(TimingKind::Immediate) => immediate(context),
        Sense::Kind(kind) => Some(Expression::new(kind)),
        Sense::WholeYear => {
            let mut expression = Expression::new(TimingKind::Continuous);
            expression.start = context.year.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
            expression.end = context.year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
            Some(expression)
        }
        Sense::Guard => None,
    }
}

/// Where a guarding word that stands here ends.
pub(super) fn guarded(tokens: &[Token], at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(tokens, at);
    matches!(longest(&mut cursor), Some((_, Sense::Guard))).then(|| cursor.at())
}

/// At once: from the date of issue, where that is known.
pub(super) fn immediate(context: &Context) -> Option<Expression> {
    let mut expression = Expression::new(TimingKind::Immediate);
    expression.start = context.issued;
    let issued = context.issued.map(|date| Step {
        code: "issued".to_owned(),
        args: BTreeMap::from([("date".to_owned(), StepValue::Text(date.to_string()))]),
    });
    expression.steps.extend(issued);
    Some(expression)
}
