//! One clause: its title, its sentences, and the phrases of responsibility that close them.

use crate::clause::heading;
use crate::draft::{Deadline, Party};
use crate::party::{self, Parties};
use govplan_core::{Origin, Person, Role};
use govplan_document::Text;
use std::ops::Range;

/// A title longer than this is a sentence.
pub(super) const TITLE_LENGTH: usize = 32;

/// A clause taken apart.
#[derive(Debug, Default)]
pub(crate) struct Clause {
    pub(crate) title: Option<Text>,
    pub(crate) parts: Vec<Part>,
}

/// Some sentences of a clause with the phrase that closes them.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) text: Text,
    pub(crate) parties: Vec<Party>,
    pub(crate) deadlines: Vec<Deadline>,
    pub(crate) persons: Vec<Person>,
    /// Rules that the phrase states for what follows, as printed.
    pub(crate) rules: Vec<Text>,
    /// The phrases as printed.
    pub(crate) phrases: Vec<Text>,
    /// Whether a phrase closes it.
    pub(crate) is_closed: bool,
}

impl Clause {
    /// Whether a phrase closes any of it.
    pub(crate) fn is_closed(&self) -> bool {
        self.parts.iter().any(|part| part.is_closed)
    }

    /// Whether there is nothing but a phrase.
    pub(crate) fn is_bare_phrase(&self) -> bool {
        self.is_closed() && self.parts.iter().all(|part| part.text.is_empty())
    }
}

/// Takes a numbered clause apart: its first sentence may be its title.
pub(crate) fn read_clause(text: &Text) -> Clause {
    let Some(end) = title_end(text.as_str()).filter(|end| !begins_with_phrase(text, *end)) else {
        return read_prose(text);
    };
    let rest = read_prose(&text.slice(end..text.as_str().len()));
    Clause { title: Some(heading(&text.slice(0..end))), parts: rest.parts }
}

/// Whether a phrase closes the first sentence, or stands right behind it: then the sentence is no title of what follows.
fn begins_with_phrase(text: &Text, end: usize) -> bool {
    let rest = text.as_str().get(end..).unwrap_or_default();
    let body = end + rest.find(char::is_alphanumeric).unwrap_or(rest.len());
    phrases(text, body).next().is_some()
}

/// Takes prose apart, which has no title.
pub(crate) fn read_prose(text: &Text) -> Clause {
    let content = text.as_str();
    let mut clause = Clause::default();
    let mut from = 0;
    let mut phrases: Vec<_> = phrases(text, content.len()).collect();
    if let Some(parties) = (!content.is_empty()).then(|| label_line(text)).flatten() {
        phrases = vec![(0..content.len(), parties)];
    }
    for (range, parties) in phrases {
        let body = text.slice(from..range.start.max(from)).trim();
        from = range.end;
        let phrase = text.slice(range);
        match clause.parts.last_mut() {
            Some(last) if body.is_empty() => last.also(parties, phrase),
            _ => clause.parts.push(part(body, parties, phrase)),
        }
    }
    let rest = text.slice(from..content.len()).trim();
    if rest.as_str().chars().any(char::is_alphanumeric) {
        clause.parts.push(Part { text: rest, ..Part::default() });
    }
    clause
}

fn part(text: Text, parties: Parties, phrase: Text) -> Part {
    let mut part = Part { text, is_closed: true, ..Part::default() };
    part.also(parties, phrase);
    part
}

impl Part {
    /// Adds what a phrase says.
    fn also(&mut self, parties: Parties, printed: Text) {
        let phrase =
            |text| Deadline { text, origin: Origin::Phrase, inherited: false, is_whole: false, is_cell: false };
        self.phrases.push(printed);
        self.parties.extend(parties.parties);
        self.deadlines.extend(parties.others.into_iter().chain(parties.deadlines).map(phrase));
        self.persons.extend(parties.persons);
        self.rules.extend(parties.rules);
    }
}

/// The phrases of responsibility that begin before a byte offset, each with the range of its brackets and the mark behind
/// them.
fn phrases(text: &Text, before: usize) -> impl Iterator<Item = (Range<usize>, Parties)> {
    let brackets = brackets(text.as_str()).into_iter().take_while(move |range| range.start < before);
    brackets.filter_map(|range| phrase(text, range))
}

fn phrase(text: &Text, range: Range<usize>) -> Option<(Range<usize>, Parties)> {
    let content = text.as_str();
    let inner = inner(content, &range)?;
    let after = content.get(range.end..).unwrap_or_default();
    let before = content.get(..range.start).unwrap_or_default();
    let closes =
        after.trim_start().is_empty() || after.starts_with(['。', '；', '（']) || before.ends_with(['。', '；']);
    // Names without a verb are a phrase where they close a sentence; within one they only explain a word.
    let is_phrase = closes && party::is_bare_phrase(content.get(inner.clone()).unwrap_or_default());
    let default = is_phrase.then_some(Role::Responsible);
    let parties = party::parse(&text.slice(inner), default, Origin::Phrase);
    if (!parties.has_role && default.is_none()) || !parties.names_somebody() {
        return None;
    }
    let mark = after.chars().next().filter(|c| "。；".contains(*c)).map_or(0, char::len_utf8);
    Some((range.start..range.end + mark, parties))
}

/// A line that is nothing but labelled fields (责任单位：…).
fn label_line(text: &Text) -> Option<Parties> {
    let parties = party::parse(text, None, Origin::Phrase);
    parties.is_labelled.then_some(parties)
}

/// Ranges of the outermost pairs of brackets, with the brackets; those inside 《》 and “” belong to a name.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            '（' | '(' | '〔' | '[' | '《' | '“' | '【' => open.push((at, character)),
            '）' | ')' | '〕' | ']' | '》' | '”' | '】' => {
                let opened = open.pop();
                if let (Some((start, '（' | '(' | '〔' | '[' | '【')), true) = (opened, open.is_empty()) {
                    found.push(start..at + character.len_utf8());
                }
            }
            _ => {}
        }
    }
    found
}

fn inner(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let printed = text.get(range.clone())?;
    let open = printed.chars().next()?.len_utf8();
    let close = printed.chars().next_back()?.len_utf8();
    Some(range.start + open..range.end - close)
}

/// Where the title of a clause ends: a first sentence, short and without a break, that more text follows.
fn title_end(body: &str) -> Option<usize> {
    let end = first_sentence(body)?;
    let title = body.get(..end)?;
    let rest = body.get(end..)?;
    let is_short = title.chars().count() <= TITLE_LENGTH && !title.contains(['；', '：']);
    let has_more = rest.chars().any(char::is_alphanumeric);
    let digits = title.trim_start_matches(|c: char| c.is_ascii_digit());
    let has_date = digits.len() < title.len() && digits.starts_with(['年', '月']) || title.contains("年底前");
    (is_short && has_more && !has_date).then_some(end)
}

/// Byte offset after the first 。 outside brackets and quotation marks.
fn first_sentence(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            '（' | '(' | '〔' | '《' | '“' => depth += 1,
            '）' | ')' | '〕' | '》' | '”' => depth = depth.saturating_sub(1),
            '。' if depth == 0 => return Some(at + character.len_utf8()),
            _ => {}
        }
    }
    None
}
