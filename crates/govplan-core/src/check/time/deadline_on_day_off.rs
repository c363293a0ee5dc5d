use super::said::{step, together};
use super::{deadline_after_period, deadline_before_issue, deadline_before_period, reversed_range};
use crate::check::{Context, Layer, Part, Rule, RuleText};
use crate::{Finding, Message, Severity, Timing, TimingKind};
use chrono::NaiveDate;
use govplan_time::DayOff;
use hashbrown::HashMap;
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check) static DEADLINE_ON_DAY_OFF: Rule = Rule {
    code: "GP410",
    name: "deadline-on-day-off",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "时限是休息日", en: "a time limit on a day off" },
    explanation: RuleText {
        zh: "写明某月某日的时限落在周末或放假日，按国务院办公厅的放假安排判断，每个日期提示一次；月底、季末一类和活动日期不在此列；日期本身有误、已由GP401、GP405、GP408或GP409提示的不再提示",
        en: "a time limit that names a day falls on a weekend or a holiday by the State Council's notices; each day is said once, and ends of months and days of events are passed over, and so is a date of which GP401, GP405, GP408 or GP409 says that it is wrong",
    },
    rationale: RuleText {
        zh: "指定日期不因休息日自动顺延，当天却无人收件",
        en: "a day that is named does not run on by itself, and nobody is there to receive the work",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "2020年10月3日前报送台账。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年10月3日前", "end": "2020-10-03"}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "2020年10月9日前报送台账。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年10月9日前", "end": "2020-10-09"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut by_day: BTreeMap<NaiveDate, Vec<Part<'_, Timing>>> = BTreeMap::new();
    let days = context.settings.working_days;
    // A year that is not announced leaves it open.
    let is_off = |day: &NaiveDate| matches!(days.day_off(*day), Ok(Some(_)));
    // Many time limits end on few days.
    let mut known: HashMap<NaiveDate, bool> = HashMap::new();
    let mut ends_off = |day: NaiveDate| *known.entry(day).or_insert_with_key(is_off);
    for timing in context.timings().filter(|timing| timing.item.end.is_some_and(&mut ends_off)) {
        if let Some(day) = named_day(timing.item) {
            by_day.entry(day).or_default().push(timing);
        }
    }
    if by_day.is_empty() {
        return Vec::new();
    }
    let doubted = doubted(context);
    for timings in by_day.values_mut() {
        timings.retain(|timing| !doubted.contains(&timing.pointer()));
    }
    by_day.into_iter().filter_map(|(day, timings)| day_off(context, day, &timings)).collect()
}

/// Pointers of the timings of which another rule says that the date itself is wrong.
fn doubted(context: &Context<'_>) -> BTreeSet<String> {
    let rules = [
        deadline_before_issue::check,
        reversed_range::check,
        deadline_before_period::check,
        deadline_after_period::check,
    ];
    let findings = rules.into_iter().flat_map(|check| check(context));
    let pointers = findings.flat_map(|finding| {
        let related = finding.related.into_iter().filter_map(|related| related.pointer);
        finding.pointer.into_iter().chain(related)
    });
    pointers.map(|pointer| pointer.trim_end_matches("/end").to_owned()).collect()
}

/// The last day of a time limit that names it, as 9月30日前 does and 9月底前 does not. A day alone is a time limit where it
/// prints its year; 4月15日 is the day of an event.
fn named_day(timing: &Timing) -> Option<NaiveDate> {
    let day = timing.end?;
    let raw = timing.raw.as_deref().unwrap_or_default();
    let is_limit = match timing.kind {
        TimingKind::By => true,
        TimingKind::On => raw.starts_with(|c: char| c.is_ascii_digit()) && raw.contains(&day.format("%Y").to_string()),
        _ => false,
    };
    let is_named = match timing.steps.is_empty() {
        true => raw.contains(['日', '号']),
        false => step(timing, "day").is_some(),
    };
    let is_backwards = timing.start.is_some_and(|start| day < start);
    (is_limit && is_named && !is_backwards && timing.event.is_none()).then_some(day)
}

fn day_off(context: &Context<'_>, day: NaiveDate, timings: &[Part<'_, Timing>]) -> Option<Finding> {
    let days = context.settings.working_days;
    let (zh, en) = match days.day_off(day).ok()?? {
        DayOff::Weekend => ("周末".to_owned(), "a weekend".to_owned()),
        DayOff::Holiday(name) => (format!("`{name}`"), format!("`{name}`")),
    };
    let next = days.on_or_after(day).ok().map(|next| next.to_string());
    let (mend_zh, mend_en) = match &next {
        Some(next) => (format!("，其后第一个工作日是{next}"), format!(", and the next working day is {next}")),
        None => (String::new(), String::new()),
    };
    let printed = super::said::printed(timings.first()?.item);
    let message = Message::new(
        format!("时限`{printed}`即{day}是休息日（{zh}）{mend_zh}；请改为工作日或写明提前、顺延"),
        format!(
            "time limit `{printed}`, {day}, is a day off ({en}){mend_en}; name a working day, or say that it runs on"
        ),
    );
    Some(Finding { expected: next, ..together(&DEADLINE_ON_DAY_OFF, timings, message)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan};

    #[test]
    fn makeup_days_work_months_end_when_they_end_and_unknown_years_are_left_open() {
        let found = |kind: TimingKind, raws: &[&str], end: &str| {
            let mut plan = Plan::new("计划".parse().unwrap());
            let mut directive = Directive::new(DirectiveId::nth(1), "报送台账。");
            for (n, raw) in raws.iter().enumerate() {
                let mut timing = Timing::new(directive.id.timing(n + 1), kind);
                timing.raw = Some((*raw).to_owned());
                timing.end = govplan_time::parse_iso_date(end);
                directive.timings.push(timing);
            }
            plan.directives = vec![directive];
            let findings = check(&Context::usual(&plan));
            findings.iter().map(|finding| (finding.related.len(), finding.expected.clone())).collect::<Vec<_>>()
        };
        let by = TimingKind::By;
        assert_eq!(found(by, &["10月3日前", "10月3日前"], "2020-10-03"), [(1, Some("2020-10-09".to_owned()))]);
        assert_eq!(found(by, &["9月27日前"], "2020-09-27"), []);
        assert_eq!(found(by, &["10月底前"], "2020-10-31"), []);
        assert_eq!(found(by, &["2040年9月1日前"], "2040-09-01"), []);
        assert_eq!(found(TimingKind::On, &["2020年8月30日"], "2020-08-30").len(), 1);
        assert_eq!(found(TimingKind::On, &["8月30日"], "2020-08-30"), []);
    }

    #[test]
    fn a_date_that_is_wrong_is_no_day_off() {
        let day = govplan_time::parse_iso_date;
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut directive = Directive::new(DirectiveId::nth(1), "2020年8月30日至2020年8月29日报送台账。");
        for (n, (raw, end)) in [("2020年8月30日", "2020-08-30"), ("至2020年8月29日", "2020-08-29")].iter().enumerate()
        {
            let kind = if n == 0 { TimingKind::On } else { TimingKind::By };
            let mut timing = Timing::new(directive.id.timing(n + 1), kind);
            timing.raw = Some((*raw).to_owned());
            timing.start = day(end).filter(|_| n == 0);
            timing.end = day(end);
            directive.timings.push(timing);
        }
        let mut apart = directive.clone();
        apart.timings.truncate(1);
        plan.directives = vec![directive];
        assert_eq!(check(&Context::usual(&plan)), [], "it runs backwards");
        plan.directives = vec![apart];
        assert_eq!(check(&Context::usual(&plan)).len(), 1);
        plan.head.issued_on = day("2020-09-10");
        assert_eq!(check(&Context::usual(&plan)), [], "it lies before the issue");
        plan.head.issued_on = None;
        for (start, end) in [("2020-09-01", "2020-12-31"), ("2020-01-01", "2020-06-30")] {
            plan.period = Some(crate::PlanPeriod { start: day(start), end: day(end) });
            assert_eq!(check(&Context::usual(&plan)), [], "it lies outside the plan");
        }
    }
}
