//! Times of day: 17:00, 下午5时30分, 下班前.

use super::Reader;
use crate::token::{Kind, Term};
use chrono::NaiveTime;

/// A time of day. The end of the day (24时, 下班前) is read and sets none: a deadline ends with its day anyway.
pub(super) fn clock(reader: &mut Reader<'_>) -> Option<NaiveTime> {
    if reader.attempt(end_of_day).is_some() {
        return None;
    }
    reader.attempt(|reader| {
        let is_afternoon = reader.eat(Term::Afternoon);
        reader.eat(Term::Forenoon);
        let hour = reader.number_in(0..=23)?;
        let minute = if reader.take(Kind::Colon) {
            reader.number().filter(|minute| minute.digits == 2)?.value
        } else {
            reader.need(Term::OClock)?;
            if reader.eat(Term::OneHalf) { 30 } else { reader.attempt(minutes).unwrap_or(0) }
        };
        let hour = if is_afternoon && hour < 12 { hour + 12 } else { hour };
        NaiveTime::from_hms_opt(hour, minute, 0)
    })
}

fn end_of_day(reader: &mut Reader<'_>) -> Option<()> {
    if reader.eat(Term::ClosingHour) {
        return Some(());
    }
    reader.number_in(24..=24)?;
    if reader.take(Kind::Colon) { reader.number_in(0..=0).map(|_| ()) } else { reader.need(Term::OClock) }
}

fn minutes(reader: &mut Reader<'_>) -> Option<u32> {
    let minute = reader.number()?;
    reader.need(Term::Minute)?;
    Some(minute.value)
}
