//! Slips of spelling in printed texts: found text by text, said once for each text, and once for all where they are a habit.

use super::PrintedText;
use crate::check::trace::Traces;
use crate::check::{Context, Rule};
use crate::{Finding, Fix, Message, PatchOperation, Related};
use std::ops::Range;

/// Slips in more texts than so many are one habit, said once.
const HABIT: usize = 3;

/// Characters shown on either side of a slip.
const AROUND: usize = 4;

/// A slip in a text.
pub(super) struct Slip {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// What should stand there instead, where that is certain.
    pub(super) mended: Option<String>,
}

/// A character of a text with its neighbours.
#[derive(Clone, Copy)]
pub(super) struct Neighbours {
    /// Where it starts, in bytes.
    pub(super) at: usize,
    pub(super) before: Option<char>,
    pub(super) this: char,
    pub(super) after: Option<char>,
}

impl Neighbours {
    /// The bytes of the character.
    pub(super) fn range(self) -> Range<usize> {
        self.at..self.at + self.this.len_utf8()
    }
}

/// The characters of a text, each with its neighbours.
pub(super) fn neighbours(text: &str) -> impl Iterator<Item = Neighbours> + '_ {
    let mut before = None;
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (at, this) = rest.next()?;
        let after = rest.peek().map(|(_, next)| *next);
        Some(Neighbours { at, before: before.replace(this), this, after })
    })
}

pub(super) fn is_han(character: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&character)
}

/// The findings of one rule: `trace` tells the texts that are worth a look, `find` gives the slips of one in order, `message` says what was found and expected.
pub(super) fn findings(
    context: &Context<'_>,
    rule: &'static Rule,
    trace: impl Fn(&Traces) -> bool,
    find: impl Fn(&PrintedText<'_>) -> Vec<Slip>,
    message: impl Fn(&str, Option<&str>) -> Message,
) -> Vec<Finding> {
    findings_in(context.printed_texts().iter(), rule, trace, find, message)
}

/// The same, of the texts that are given.
pub(super) fn findings_in<'c>(
    texts: impl Iterator<Item = &'c PrintedText<'c>>,
    rule: &'static Rule,
    trace: impl Fn(&Traces) -> bool,
    find: impl Fn(&PrintedText<'_>) -> Vec<Slip>,
    message: impl Fn(&str, Option<&str>) -> Message,
) -> Vec<Finding> {
    let texts = texts.filter(|text| trace(&text.traces));
    let texts: Vec<_> = texts.map(|text| (text, find(text))).filter(|(_, slips)| !slips.is_empty()).collect();
    if texts.len() > HABIT { vec![said(rule, &texts, message)] } else { apart(rule, &texts, message) }
}

fn apart(
    rule: &'static Rule,
    texts: &[(&PrintedText<'_>, Vec<Slip>)],
    message: impl Fn(&str, Option<&str>) -> Message,
) -> Vec<Finding> {
    texts.chunks(1).map(|text| said(rule, text, &message)).collect()
}

/// One finding for all of the slips: at the first of them, with the others as related places.
fn said(
    rule: &'static Rule,
    texts: &[(&PrintedText<'_>, Vec<Slip>)],
    message: impl Fn(&str, Option<&str>) -> Message,
) -> Finding {
    let mut shown = texts.iter().flat_map(|(text, slips)| slips.iter().map(|slip| Shown::new(text, slip)));
    let first = shown.next().unwrap_or_default();
    let related: Vec<Related> =
        shown.map(|shown| Related::new(shown.pointer, shown.place, Some(shown.found))).collect();
    let mut said = message(&first.found, first.expected.as_deref());
    if !related.is_empty() {
        said.zh += &format!("；另有{}处", related.len());
        said.en += &format!(" (further places: {})", related.len());
    }
    Finding {
        pointer: first.pointer,
        place: first.place,
        subject: Some(first.found.clone()).filter(|found| !found.is_empty()),
        expected: first.expected,
        found: Some(first.found),
        fix: fix(texts),
        related,
        ..rule.finding(said)
    }
}

/// A slip as it is shown: a few characters around it, and the same mended.
#[derive(Default)]
struct Shown {
    pointer: Option<String>,
    place: Option<crate::Place>,
    found: String,
    expected: Option<String>,
}

impl Shown {
    fn new(text: &PrintedText<'_>, slip: &Slip) -> Self {
        let before = text.text.get(..slip.range.start).unwrap_or_default();
        let after = text.text.get(slip.range.end..).unwrap_or_default();
        let lead = before.char_indices().rev().take(AROUND).last().map_or("", |(at, _)| before.get(at..).unwrap_or(""));
        let tail = after.char_indices().nth(AROUND).map_or(after, |(at, _)| after.get(..at).unwrap_or(""));
        let wrong = text.text.get(slip.range.clone()).unwrap_or_default();
        Self {
            pointer: Some(text.pointer.clone()),
            place: text.place_of(before.chars().count(), wrong.chars().count()),
            found: format!("{lead}{wrong}{tail}"),
            expected: slip.mended.as_ref().map(|mended| format!("{lead}{mended}{tail}")),
        }
    }
}

/// Mends every text that can be changed alone and whose slips can all be mended.
fn fix(texts: &[(&PrintedText<'_>, Vec<Slip>)]) -> Option<Fix> {
    let patch: Vec<PatchOperation> = texts.iter().filter_map(|(text, slips)| mend(text, slips)).collect();
    let description = Message::new("改正这些文字", "mend the text");
    (!patch.is_empty()).then(|| Fix::new(description, patch))
}

fn mend(text: &PrintedText<'_>, slips: &[Slip]) -> Option<PatchOperation> {
    if !text.is_free {
        return None;
    }
    let mut mended = String::with_capacity(text.text.len());
    let mut end = 0;
    for slip in slips {
        mended.push_str(text.text.get(end..slip.range.start)?);
        mended.push_str(slip.mended.as_deref()?);
        end = slip.range.end;
    }
    mended.push_str(text.text.get(end..)?);
    // A text that would be empty is left to its author.
    (!mended.trim().is_empty()).then(|| PatchOperation::replace(text.pointer.clone(), mended))
}

/// What a rule finds in one requirement of this text, for its tests: the fragments found and what they become.
#[cfg(test)]
pub(super) fn found_in(check: impl Fn(&Context<'_>) -> Vec<Finding>, text: &str) -> Vec<(String, Option<String>)> {
    let plan = plan_of(text);
    let findings = check(&Context::usual(&plan));
    findings.into_iter().map(|finding| (finding.found.unwrap_or_default(), finding.expected)).collect()
}

/// A plan of one directive.
#[cfg(test)]
pub(super) fn plan_of(text: &str) -> crate::Plan {
    let mut plan = crate::Plan::new("计划".parse().unwrap());
    plan.directives.push(crate::Directive::new(crate::DirectiveId::nth(1), text));
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Place, Plan};

    fn doubled(text: &PrintedText<'_>) -> Vec<Slip> {
        let twice = neighbours(text.text).filter(|c| c.this == '，' && c.after == Some('，'));
        twice.map(|c| Slip { range: c.at..c.at + 6, mended: Some("，".to_owned()) }).collect()
    }

    fn found(texts: usize) -> Vec<Finding> {
        let mut plan = Plan::new("计划".parse().unwrap());
        for n in 1..=texts {
            let mut directive = Directive::new(DirectiveId::nth(n), "建立台账，，落实责任。");
            directive.place = Some(Place::in_line(n, 1, 11));
            plan.directives.push(directive);
        }
        let message = |found: &str, _: Option<&str>| Message::new(format!("`{found}`"), format!("`{found}`"));
        findings(
            &Context::usual(&plan),
            &super::super::REPEATED_PUNCTUATION,
            |traces| traces.repeated,
            doubled,
            message,
        )
    }

    #[test]
    fn a_few_slips_are_said_apart_and_a_habit_once() {
        let few = found(3);
        assert_eq!(few.len(), 3);
        assert_eq!(few[0].place, Some(Place::in_line(1, 5, 2)));
        assert_eq!(few[0].found.as_deref(), Some("建立台账，，落实责任"));
        assert_eq!(few[0].expected.as_deref(), Some("建立台账，落实责任"));
        let mended = PatchOperation::replace("/directives/1/text", "建立台账，落实责任。");
        assert_eq!(few[1].fix.as_ref().unwrap().patch, [mended]);

        let many = found(4);
        assert_eq!((many.len(), many[0].related.len()), (1, 3));
        assert_eq!(many[0].fix.as_ref().unwrap().patch.len(), 4);
    }
}
