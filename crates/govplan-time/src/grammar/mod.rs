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
use crate::token::{Kind, Term};

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

type Rule = for<'t> fn(&mut Reader<'t>) -> Option<Reading>;

/// The longest reading that begins at, or hangs on, the next token, and the reader after it; of two of one length the
/// first rule's.
pub(crate) fn longest<'t>(reader: &Reader<'t>) -> Option<(Reading, Reader<'t>)> {
    let mut best: Option<(Reading, Reader<'t>)> = None;
    for rule in rules(reader) {
        let mut ahead = *reader;
        if let Some(reading) = rule(&mut ahead)
            && ahead.at > best.as_ref().map_or(reader.at, |(_, best)| best.at)
        {
            best = Some((reading, ahead));
        }
    }
    best
}

/// The rules that can begin with the next token. Most of a text is opaque words between signs, and none begins there.
fn rules(reader: &Reader<'_>) -> &'static [Rule] {
    use Term as T;
    if reader.rounds.is_some() && !matches!(reader.kind(), Kind::Other | Kind::Stop) {
        // A list of rounds may go on with any part of one.
        return &[range::range, recurrence::recurring, moment::moment, event::event, period::limit, word::word];
    }
    match reader.kind() {
        Kind::Number(_) => {
            &[range::range, recurrence::recurring, moment::moment, event::event, period::limit, word::word]
        }
        Kind::Event(_) => &[event::event],
        Kind::Plan(_) | Kind::Quote => &[range::range, moment::moment],
        Kind::Term(term) => match term {
            T::Past => &[word::past],
            T::Each | T::ByRound | T::FollowingMonth | T::SameMonth | T::FollowingQuarter => &[recurrence::recurring],
            T::Week | T::Month | T::Quarter | T::Season => &[recurrence::recurring],
            T::Continuous | T::Periodic | T::Immediate | T::Vague | T::WholeYear => &[word::word],
            T::AtLeast | T::Ahead | T::Coming | T::Using => &[period::limit],
            T::AtMost => &[moment::moment, period::limit],
            T::Until => &[moment::moment],
            T::OneHalf => &[recurrence::recurring, event::event, period::limit],
            T::TheDay | T::After => &[event::event],
            T::Before => &[range::range, event::event],
            T::From | T::Today => &[range::range, moment::moment, event::event],
            T::RelativeYear(_) | T::FollowingYear => &[range::range, moment::moment, event::event, word::word],
            T::Year | T::YearClose | T::Half(_) | T::Ordinal | T::ThisMonth | T::ThisQuarter | T::ThisAndNextYear => {
                &[range::range, moment::moment]
            }
            _ => &[],
        },
        _ => &[],
    }
}
