//! Expressions as real plans print them, each typed by hand.

use govplan_time::{Context, Expression, PeriodUnit, TimingKind, YearSource, parse, parse_iso_date};
use std::collections::BTreeSet;

/// Rows that are read otherwise than the table says, and why.
const OPEN: &[(&str, &str)] = &[
    ("春节前", "the day of a feast of the lunar calendar needs a table that is not there yet: event without a date"),
    ("即日起再用一个月的时间", "a period counted from today is read as at once alone"),
    ("届满前6个月", "a period before an event is typed as one after it, with a negative count"),
    ("自2019年3月1日起施行", "whether a day is that of taking effect is decided by what follows, not by typing"),
    ("在国家扶贫日前后", "a day named after a cause is none of the calendar's"),
];

fn kind(name: &str) -> Option<TimingKind> {
    Some(match name {
        "by" => TimingKind::By,
        "on" => TimingKind::On,
        "range" => TimingKind::Range,
        "recurring" => TimingKind::Recurring,
        "continuous" => TimingKind::Continuous,
        "immediate" => TimingKind::Immediate,
        "after_event" => TimingKind::AfterEvent,
        "minimum" => TimingKind::Minimum,
        "vague" => TimingKind::Vague,
        _ => return None,
    })
}

/// What is wrong with the reading of a row, if anything.
fn fault(row: &csv::StringRecord) -> Option<String> {
    let field = |index: usize| row.get(index).unwrap_or_default();
    let issued = parse_iso_date(field(2));
    let context = Context { issued, year: field(1).parse().ok(), year_source: YearSource::Argument };
    let found = parse(field(0), &context);
    let kinds: Vec<Option<TimingKind>> = field(3).split('|').map(kind).collect();
    // A date is a date, whether it is the last of a range, the day itself, or the day by which.
    let dated = [Some(TimingKind::By), Some(TimingKind::On), Some(TimingKind::Range)];
    let is_dated = kinds.iter().any(|kind| dated.contains(kind));
    let fits = |expression: &&Expression| {
        kinds.contains(&Some(expression.kind)) || is_dated && dated.contains(&Some(expression.kind))
    };
    let Some(read) = found.iter().find(fits) else {
        let nothing = found.is_empty() && kinds.contains(&None);
        return (!nothing).then(|| format!("{:?}", found.iter().map(|found| found.kind).collect::<Vec<_>>()));
    };
    let end = parse_iso_date(field(5));
    if end.is_some() && read.end != end {
        return Some(format!("end {:?}", read.end));
    }
    let start = parse_iso_date(field(4));
    if start.is_some() && read.kind == TimingKind::Range && read.start != start {
        return Some(format!("start {:?}", read.start));
    }
    if let Some((n, unit)) = field(8).split_once(' ') {
        let unit = match unit {
            "working_day" => PeriodUnit::WorkingDay,
            "calendar_day" => PeriodUnit::CalendarDay,
            "week" => PeriodUnit::Week,
            "month" => PeriodUnit::Month,
            "year" => PeriodUnit::Year,
            _ => PeriodUnit::Hour,
        };
        let period = read.period.map(|period| (period.n, period.unit));
        if period.is_none() || period != n.parse().ok().map(|n| (n, unit)) {
            return Some(format!("period {period:?}"));
        }
    }
    let every = read.recurrence.map(|recurrence| format!("{:?}", recurrence.every).to_lowercase());
    (!field(6).is_empty() && every.as_deref() != Some(field(6))).then(|| format!("every {every:?}"))
}

#[test]
fn real_expressions_are_typed_as_a_careful_reader_types_them() {
    let table = include_str!("deadlines.csv");
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 131);
    let faults: Vec<(String, String)> =
        rows.iter().filter_map(|row| Some((row.get(0)?.to_owned(), fault(row)?))).collect();
    let found: BTreeSet<&str> = faults.iter().map(|(raw, _)| raw.as_str()).collect();
    let listed: BTreeSet<&str> = OPEN.iter().map(|(raw, _)| *raw).collect();
    let unlisted: Vec<_> = faults.iter().filter(|(raw, _)| !listed.contains(raw.as_str())).collect();
    assert!(unlisted.is_empty(), "{unlisted:#?}");
    let passing: Vec<_> = listed.difference(&found).collect();
    assert!(passing.is_empty(), "listed as open, but right: {passing:?}");
}
