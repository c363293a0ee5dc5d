//! The grammar: small rules over tokens. Each reads one way of saying a time; where several fit, the longest reading wins.
//! A rule looks a bounded number of tokens ahead and back, so that a text is read in linear time.

mod clock;
mod event;
mod moment;
mod period;
mod point;
mod range;
mod reader;
mod recurrence;
mod word;

pub(crate) use point::year_of;
pub(crate) use reader::{Reader, Source};

use crate::Expression;
use crate::token::Kind;

/// What a rule has read.
#[derive(Debug)]
pub(crate) enum Reading {
    /// An expression of time; the token that it begins with, where that stands before the one read first.
    Time { expression: Expression, first: Option<usize> },
    /// Words of time that are no expression of it (近三年).
    NoTime,
}

impl Reading {
    fn time(expression: Expression) -> Self {
        Self::Time { expression, first: None }
    }
}

/// The longest reading that begins at, or hangs on, the next token, and the reader after it; of two of one length the
/// first rule's.
pub(crate) fn longest<'t>(reader: &Reader<'t>) -> Option<(Reading, Reader<'t>)> {
    // Most of a text is opaque words between signs, and no rule begins there.
    if matches!(reader.kind(), Kind::Other | Kind::Comma | Kind::Stop | Kind::Colon | Kind::Open | Kind::Close) {
        return None;
    }
    let rules =
        [word::past, range::range, recurrence::recurring, moment::moment, event::event, period::limit, word::word];
    let mut best: Option<(Reading, Reader<'t>)> = None;
    for rule in rules {
        let mut ahead = *reader;
        let reading = rule(&mut ahead);
        let is_longer = ahead.at > best.as_ref().map_or(reader.at, |(_, best)| best.at);
        best = reading.filter(|_| is_longer).map(|reading| (reading, ahead)).or(best);
    }
    best
}
