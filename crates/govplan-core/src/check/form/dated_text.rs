//! The texts in which dates are looked for.

use super::PrintedText;
use super::slip::{Slip, findings_in};
use crate::check::trace::Traces;
use crate::check::{Context, Rule};
use crate::{Finding, Message, Origin};

/// The findings of a rule about dates: in the printed texts, and in timings of a column, which stand in none of them.
pub(super) fn findings(
    context: &Context<'_>,
    rule: &'static Rule,
    trace: impl Fn(&Traces) -> bool,
    find: impl Fn(&PrintedText<'_>) -> Vec<Slip>,
    message: impl Fn(&str, Option<&str>) -> Message,
) -> Vec<Finding> {
    let timings = context
        .timings_with(|glance| glance.apart)
        .filter(|timing| !timing.item.inherited && matches!(timing.item.origin, Some(Origin::Column | Origin::Phrase)));
    let timings = timings.filter_map(|timing| {
        let text = timing.item.raw.as_deref()?;
        Some(PrintedText::new(timing.pointer() + "/raw", timing.place, text, false))
    });
    let timings: Vec<PrintedText<'_>> = timings.collect();
    findings_in(context.printed_texts().iter().chain(&timings), rule, trace, find, message)
}
