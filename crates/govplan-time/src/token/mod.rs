//! Text as a row of tokens: numbers, words of time, signs; all else is opaque.
//!
//! White space inside a line is left out (scanned text prints `2020 年 9 月`), full-width signs are read as half-width ones;
//! every token keeps its place in the text.

mod lexicon;
mod numeral;
mod term;

pub(crate) use lexicon::{Event, FiveYearPlan};
pub(crate) use numeral::Number;
pub(crate) use term::Term;

use lexicon::Meaning;
use std::ops::Range;

/// A piece of the text and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// Bytes of the text.
    pub(crate) span: Range<usize>,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Number(Number),
    /// Figures that make no number that can be relied on (两三, 十四五).
    Figure,
    Term(Term),
    Event(&'static Event),
    Plan(&'static FiveYearPlan),
    /// One or more dashes or waves.
    Dash,
    Dot,
    Slash,
    Colon,
    /// A sign that divides a sentence within.
    Comma,
    /// A sign, tab or line end that no expression crosses.
    Stop,
    Open,
    Close,
    Quote,
    Other,
}

/// A letter of the text, normalized.
#[derive(Debug, Clone, Copy)]
struct Character {
    letter: char,
    at: usize,
    /// Whether white space stands before it.
    spaced: bool,
}

/// The letters of a text without the white space that stands inside its lines.
fn characters(text: &str) -> Vec<Character> {
    let mut spaced = false;
    let mut characters = Vec::with_capacity(text.len() / 3);
    for (at, letter) in text.char_indices() {
        let blank =
            (letter.is_whitespace() && !is_stop(letter)) || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}');
        if !blank {
            characters.push(Character { letter: half_width(letter), at, spaced });
        }
        spaced = blank;
    }
    characters
}

/// The half-width form of a full-width sign (GB/T 15834-2011 prints either in forms of dates).
fn half_width(letter: char) -> char {
    match letter {
        '！'..='～' => u32::from(letter).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(letter),
        _ => letter,
    }
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Divides a text into tokens; each character is looked at a bounded number of times.
pub(crate) fn tokenize(text: &str) -> Vec<Token> {
    let characters = characters(text);
    let mut tokens = Vec::with_capacity(characters.len());
    let mut rest = characters.as_slice();
    while let Some(first) = rest.first() {
        let (length, kind) = next(rest, tokens.last().map(|token: &Token| token.kind));
        let length = length.clamp(1, rest.len());
        let last = rest.get(length - 1).unwrap_or(first);
        let end = text.get(last.at..).and_then(|rest| rest.chars().next()).map_or(last.at, |c| last.at + c.len_utf8());
        tokens.push(Token { kind, span: first.at..end });
        rest = rest.get(length..).unwrap_or_default();
    }
    tokens
}

/// The token that some text begins with, after another. A word is read before the figures that it begins with, unless it is only them
/// and they make a number.
fn next(text: &[Character], before: Option<Kind>) -> (usize, Kind) {
    if let Some(mark) = mark_of_a_point(text, before) {
        return (1, Kind::Term(mark));
    }
    let word = lexicon::word(text).map(|(length, meaning)| {
        let kind = match meaning {
            Meaning::Term(term) => Kind::Term(term),
            Meaning::Event(event) => Kind::Event(event),
            Meaning::Plan(plan) => Kind::Plan(plan),
            Meaning::Guard { .. } => Kind::Other,
        };
        (length, kind)
    });
    let number = numeral::number(text).map(|(length, number)| (length, number.map_or(Kind::Figure, Kind::Number)));
    match (word, number) {
        (Some(word), Some((length, Kind::Number(_)))) if word.0 > length => word,
        (Some(word), Some((_, Kind::Figure)) | None) => word,
        (_, Some(number)) => number,
        (None, None) => sign(text),
    }
}

/// 内 right after a length of days and 前 right after an end are the marks of a point, whatever word they seem to open
/// (30日内部署, 9月底前往).
fn mark_of_a_point(text: &[Character], before: Option<Kind>) -> Option<Term> {
    let Some(Kind::Term(before)) = before else { return None };
    match (before, text.first()?.letter) {
        (Term::Days | Term::WorkingDay | Term::Week | Term::Hour, '内') => Some(Term::Within),
        (Term::End, '前') => Some(Term::Before),
        _ => None,
    }
}

fn sign(text: &[Character]) -> (usize, Kind) {
    let run = |belongs: fn(char) -> bool| text.iter().take_while(|c| belongs(c.letter)).count();
    let Some(first) = text.first() else { return (1, Kind::Other) };
    match first.letter {
        c if is_dash(c) => (run(is_dash), Kind::Dash),
        // Figures inside a Latin word belong to it: PM2.5, G20.
        c if c.is_ascii_alphabetic() => (run(|c| c.is_ascii_alphanumeric() || c == '.'), Kind::Other),
        '.' => (1, Kind::Dot),
        '/' => (1, Kind::Slash),
        ':' | '：' => (1, Kind::Colon),
        ',' | '、' => (1, Kind::Comma),
        ';' | '。' | '!' | '?' => (1, Kind::Stop),
        c if is_stop(c) => (1, Kind::Stop),
        '(' | '〔' | '[' | '【' | '《' | '<' | '〈' => (1, Kind::Open),
        ')' | '〕' | ']' | '】' | '》' | '>' | '〉' => (1, Kind::Close),
        '“' | '”' | '"' | '\'' | '‘' | '’' | '「' | '」' => (1, Kind::Quote),
        _ => (1, Kind::Other),
    }
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '~' | '∼' | '〜' | '─' | '━' | 'ー' | '﹣' | '﹘')
}
