use super::said::{is_single, printed};
use crate::check::{Context, Layer, Rule, RuleText, Work};
use crate::{Finding, Message, Origin, Place, Plan, Related, Severity, Timing};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub(in crate::check) static REVERSED_RANGE: Rule = Rule {
    code: "GP405",
    name: "reversed-range",
    severity: Severity::Error,
    layer: Layer::Time,
    summary: RuleText { zh: "起止时间颠倒", en: "a stretch of time that ends before it begins" },
    explanation: RuleText {
        zh: "起止时间、计划所涉期间或标题所写年份的终止早于起始，包括写作“某年9月至同年3月”的",
        en: "the last day of a stretch of time, of what the plan covers, or of the years in its title, lies before the first, also where it is printed so (2020年9月至2020年3月)",
    },
    rationale: RuleText {
        zh: "这样的期间一天也没有，多半是年份或月份写错",
        en: "such a stretch holds no day; most often a year or a month was mistyped",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "开展自查。", "timings": [{"id": "n1.d1", "kind": "range", "raw": "9月—3月", "start": "2020-09-01", "end": "2020-03-31"}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "开展自查。", "timings": [{"id": "n1.d1", "kind": "range", "raw": "3月—9月", "start": "2020-03-01", "end": "2020-09-30"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// What stands between the two ends of a stretch of time.
const CONNECTORS: [&str; 10] = ["至", "到", "—", "--", "-", "－", "–", "～", "~", ""];

pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let covered = context.plan.period.and_then(|period| {
        let (start, end) = backwards(period.start, period.end)?;
        let printed = format!("{start}—{end}");
        Some(finding("/period/end".to_owned(), None, None, &printed, (start, end)))
    });
    let stated = context.timings_with(|glance| glance.backwards).filter_map(|timing| {
        let days = backwards(timing.item.start, timing.item.end)?;
        let owner = Some(timing.owner.to_owned());
        Some(finding(timing.pointer() + "/end", timing.place.cloned(), owner, &printed(timing.item), days))
    });
    let torn = context.works_with(|glance| glance.times).flat_map(|work| torn(&work));
    let years = context.works_with(|glance| glance.text.years).filter_map(|work| reversed_years(&work));
    let titled = titles(context.plan).into_iter().filter_map(|(pointer, title)| {
        let ([first, last], printed) = years_of(title).find(|([first, last], _)| last < first)?;
        let days = (NaiveDate::from_ymd_opt(first, 1, 1)?, NaiveDate::from_ymd_opt(last, 12, 31)?);
        Some(finding(pointer.to_owned(), None, Some(title.to_owned()), printed, days))
    });
    covered.into_iter().chain(titled.take(1)).chain(stated).chain(torn).chain(years).collect()
}

/// The titles that may state the years that a plan covers, the plan's own first.
fn titles(plan: &Plan) -> Vec<(&'static str, &str)> {
    let titles = [("/title", &plan.title), ("/head/title", &plan.head.title)];
    titles.into_iter().filter_map(|(pointer, title)| Some((pointer, title.as_deref()?))).collect()
}

/// The stretches of years in a title (2019-2020年), with or without 年 behind the first.
fn years_of(title: &str) -> impl Iterator<Item = ([i32; 2], &str)> {
    let connectors = CONNECTORS.iter().filter(|connector| !connector.is_empty());
    connectors.flat_map(move |connector| {
        title.match_indices(connector).filter_map(|(at, connector)| {
            let before = title.get(..at)?;
            let (first, start) = year_before(before.strip_suffix('年').unwrap_or(before))?;
            let rest = title.get(at + connector.len()..)?;
            let last =
                rest.get(..4)?.parse().ok().filter(|_| rest.get(4..).is_some_and(|rest| rest.starts_with('年')))?;
            let end = at + connector.len() + 4 + '年'.len_utf8();
            Some(([first, last], title.get(start..end)?))
        })
    })
}

/// A stretch of years that is printed backwards (2015年至2012年), which no reading makes a time of.
fn reversed_years(work: &Work<'_>) -> Option<Finding> {
    let text = work.text?;
    let mut years = text.match_indices('年').filter_map(|(at, mark)| {
        let (first, start) = year_before(text.get(..at)?)?;
        let rest = text.get(at + mark.len()..)?;
        let rest = ["至", "到", "—", "－", "-", "～"].iter().find_map(|connector| rest.strip_prefix(connector))?;
        let year = rest
            .get(..4)
            .and_then(|year| year.parse::<i32>().ok())
            .filter(|_| rest.get(4..).is_some_and(|rest| rest.starts_with('年')))?;
        let end = text.len() - rest.len() + 4 + mark.len();
        (year < first && year > 1900).then_some((first, year, start..end))
    });
    let (first, last, span) = years.next()?;
    let days = (NaiveDate::from_ymd_opt(first, 1, 1)?, NaiveDate::from_ymd_opt(last, 12, 31)?);
    Some(finding(format!("{}/text", work.pointer), work.place(), Some(work.id.to_owned()), text.get(span)?, days))
}

/// The year of four digits that a text ends with, and where it begins.
fn year_before(text: &str) -> Option<(i32, usize)> {
    let start = text.len().checked_sub(4)?;
    let is_alone = !text.get(..start)?.ends_with(|c: char| c.is_ascii_digit());
    let year = text.get(start..)?.parse::<i32>().ok()?;
    (is_alone && year > 1900).then_some((year, start))
}

fn backwards(start: Option<NaiveDate>, end: Option<NaiveDate>) -> Option<(NaiveDate, NaiveDate)> {
    start.zip(end).filter(|(start, end)| end < start)
}

/// Pointers of the timings that are the ends of stretches of which each runs backwards.
pub(super) fn torn_ends(context: &Context<'_>) -> BTreeSet<String> {
    let torn = context.works_with(|glance| glance.times).flat_map(|work| torn(&work));
    torn.flat_map(|finding| finding.related).filter_map(|end| end.pointer).collect()
}

/// What is printed as one stretch but runs backwards: reading it took its ends for two times.
fn torn(work: &Work<'_>) -> Vec<Finding> {
    let pairs = work.located().zip(work.located().skip(1));
    let found = pairs.filter_map(|(first, last)| {
        let days = backwards(first.item.start, last.item.end)?;
        let printed = as_one(work, first.item, last.item)?;
        let place = work.place_of(first.item);
        let related = Related::new(Some(work.pointer_of(last)), work.place_of(last.item), last.item.raw.clone());
        let said = finding(work.pointer_of(first), place, Some(work.id.to_owned()), &printed, days);
        Some(Finding { related: vec![related], ..said })
    });
    found.collect()
}

/// The text in which two timings are printed as the ends of one stretch.
fn as_one(work: &Work<'_>, first: &Timing, last: &Timing) -> Option<String> {
    if !is_single(first) || !is_single(last) || first.milestone.is_some() || last.milestone.is_some() {
        return None;
    }
    let (from, to) = (first.raw.as_deref()?, last.raw.as_deref()?);
    if from == to {
        let apart = matches!(first.origin, Some(Origin::Column | Origin::Phrase));
        let mut connectors = CONNECTORS.iter().filter(|connector| !connector.is_empty());
        return (apart && connectors.any(|connector| from.contains(connector)) && !from.contains(['，', '；', '、']))
            .then(|| from.to_owned());
    }
    let joined = CONNECTORS.map(|connector| format!("{from}{connector}{to}"));
    let text = work.text?;
    joined.into_iter().find(|joined| text.contains(joined.as_str()))
}

fn finding(
    pointer: String,
    place: Option<Place>,
    subject: Option<String>,
    printed: &str,
    (start, end): (NaiveDate, NaiveDate),
) -> Finding {
    let message = Message::new(
        format!("起止时间`{printed}`自{start}起、至{end}止，止在起之前；请核对年份和月份"),
        format!("`{printed}` begins on {start} and ends on {end}, which is earlier; see which of the two is wrong"),
    );
    Finding {
        pointer: Some(pointer),
        place,
        subject,
        found: Some(printed.to_owned()),
        ..REVERSED_RANGE.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan, TimingKind};

    fn found(text: &str, timings: &[(&str, &str, &str)], origin: Origin) -> usize {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut directive = Directive::new(DirectiveId::nth(1), text);
        directive.timings = timings
            .iter()
            .enumerate()
            .map(|(n, (raw, start, end))| {
                let mut timing = Timing::new(directive.id.timing(n + 1), TimingKind::Range);
                timing.raw = Some((*raw).to_owned());
                timing.start = govplan_time::parse_iso_date(start);
                timing.end = govplan_time::parse_iso_date(end);
                timing.origin = Some(origin);
                timing
            })
            .collect();
        plan.directives = vec![directive];
        check(&Context::usual(&plan)).len()
    }

    #[test]
    fn years_of_a_title_may_be_reversed() {
        let found = |title: &str| years_of(title).map(|(years, _)| years).collect::<Vec<_>>();
        assert_eq!(found("打赢蓝天保卫战实施方案（2020-2019年）"), [[2020, 2019]]);
        assert_eq!(found("行动计划（2018年—2020年）"), [[2018, 2020]]);
        assert!(found("2020—2021学年工作要点").is_empty());
    }

    #[test]
    fn a_stretch_that_was_read_as_two_times_is_found_and_two_times_are_not() {
        let september = ("2020年9月", "2020-09-01", "2020-09-30");
        let text = "2020年9月至2020年3月开展自查。";
        assert_eq!(found(text, &[september, ("至2020年3月", "", "2020-03-31")], Origin::Text), 1);
        let apart = "2020年9月开展自查，2020年3月已开展部署。";
        assert_eq!(found(apart, &[september, ("2020年3月", "2020-03-01", "2020-03-31")], Origin::Text), 0);
        let cell = "2020年9月—2020年3月";
        let ends = [(cell, "2020-09-01", "2020-09-30"), (cell, "2020-03-01", "2020-03-31")];
        assert_eq!(found("开展自查。", &ends, Origin::Column), 1);
        assert_eq!(found("2015年至2012年组织展演。", &[], Origin::Text), 1);
        assert_eq!(found("2012年至2015年组织展演。", &[], Origin::Text), 0);
        let cell = "6月、3月底前各一次";
        let months = [(cell, "2020-06-01", "2020-06-30"), (cell, "", "2020-03-31")];
        assert_eq!(found("开展自查。", &months, Origin::Column), 0);
    }
}
