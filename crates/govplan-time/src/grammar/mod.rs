//! One grammar: tokens, then points, ranges, periods, rhythms and words, the longest reading winning.

mod period;
mod point;
mod range;
mod rhythm;
mod tail;
mod token;
mod word;

use crate::{Context, Expression, TimingKind};
use token::{Cursor, Token, tokens};

/// The characters that an expression may begin with, but for the words and the events that a period is counted from.
const STARTERS: &str =
    "0123456789一二三四五六七八九十〇零廿两第每按逐年今明次翌本当后上下自从到至截最不提届未“\"汛春国两开元五中供采";

/// Every expression of time in a running text, in order, none overlapping another.
///
/// Takes time linear in the length of the text, and never panics. Typing knows nothing of what surrounds an expression:
/// whether it is a duty's deadline is the caller's business.
#[must_use]
pub fn scan(text: &str, context: &Context) -> Vec<Expression> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    let mut event_end = None;
    while let Some(token) = tokens.get(at) {
        if event_end.is_none_or(|end| end <= at) {
            event_end = period::next_event_end(&tokens, at);
        }
        // Most characters of a text begin nothing: looking at one is cheaper than trying every rule on it.
        let names_event = event_end.is_some_and(|end| end - at <= period::LONGEST_EVENT);
        if !names_event && !STARTERS.contains(token.character) && !word::begins(token.character) {
            at += 1;
            continue;
        }
        at = match longest(&tokens, at, context) {
            Some((mut expression, end)) if end > at => {
                let first = tokens.get(at).map_or(0, |token| token.start);
                let last = end.checked_sub(1).and_then(|last| tokens.get(last)).map_or(first, |token| token.end);
                expression.span = first..last;
                found.push(expression);
                end
            }
            _ => word::guarded(&tokens, at).unwrap_or(at + 1),
        };
    }
    found
}

/// The expressions of a text that is nothing but one, or several: the cell of a deadline's column. None for other text.
#[must_use]
pub fn parse(text: &str, context: &Context) -> Vec<Expression> {
    let mut found = scan(text, context);
    // Beside a time that says more, a word that sets no day says nothing.
    if found.iter().any(|expression| expression.kind != TimingKind::Vague) {
        found.retain(|expression| expression.kind != TimingKind::Vague);
    }
    found
}

/// The longest reading that begins at a token; of two of one length the first rule's.
fn longest(tokens: &[Token], at: usize, context: &Context) -> Option<(Expression, usize)> {
    let rules: [fn(&mut Cursor<'_>, &Context) -> Option<Expression>; 5] =
        [rhythm::rhythm, range::range, period::period, point::by, word::word];
    let mut best: Option<(Expression, usize)> = None;
    for rule in rules {
        let mut cursor = Cursor::new(tokens, at);
        if let Some(expression) = rule(&mut cursor, context)
            && best.as_ref().is_none_or(|(_, end)| cursor.at() > *end)
        {
            best = Some((expression, cursor.at()));
        }
    }
    let (mut expression, end) = best?;
    tail::milestone(tokens, end, &mut expression);
    tail::modality(tokens, at, &mut expression);
    Some((expression, end))
}
