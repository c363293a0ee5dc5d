use govplan_core::{DirectiveId, Finding, Place, Timing};
use govplan_time::{Context, Expression, WorkingDays, parse, scan};

/// What a text that is an expression of time, or holds some, comes to: its timings, with the last day of a period in working
/// days that begins with the issue of the document, and what is to be said of them.
///
/// Where the text as a whole is no expression, as the cell of a deadline column is one, those that stand in it are given. Ids
/// only number the timings; places count characters of the text.
///
/// ```
/// use govplan::time::{Context, WorkingDays, parse_iso_date};
/// use govplan::typed_expression;
///
/// let context = Context { issued: parse_iso_date("2020-08-27"), ..Context::default() };
/// let (timings, findings) = typed_expression("自印发之日起20个工作日内", &context, WorkingDays::announced());
/// assert_eq!(timings[0].end.unwrap().to_string(), "2020-09-24");
/// assert!(findings.is_empty());
/// ```
#[must_use]
pub fn typed_expression(text: &str, context: &Context, days: &WorkingDays) -> (Vec<Timing>, Vec<Finding>) {
    let whole = parse(text, context);
    let found = if whole.is_empty() { scan(text, context) } else { whole };
    let owner = DirectiveId::nth(1);
    let timings: Vec<Timing> =
        (1..).zip(found).map(|(n, found)| timing(owner.timing(n), text, found.counted(days))).collect();
    let findings = timings.iter().filter_map(Timing::ambiguity).collect();
    (timings, findings)
}

fn timing(id: govplan_core::TimingId, text: &str, found: Expression) -> Timing {
    let count = |text: &str| text.chars().count();
    let raw = text.get(found.span.clone()).unwrap_or_default();
    let before = text.get(..found.span.start).unwrap_or_default();
    let place = Place::in_line(1, count(before) + 1, count(raw));
    let mut timing = Timing::of_expression(id, found);
    timing.raw = Some(raw.to_owned());
    timing.place = Some(place);
    timing
}
