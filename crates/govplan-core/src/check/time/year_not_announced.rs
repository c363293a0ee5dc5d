use super::said::{printed, together};
use crate::check::{Context, Layer, Part, Rule, RuleText};
use crate::{Finding, Message, PeriodUnit, Severity, Timing};
use govplan_time::{DueError, due};
use std::collections::BTreeMap;

pub(in crate::check) static YEAR_NOT_ANNOUNCED: Rule = Rule {
    code: "GP412",
    name: "year-not-announced",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "放假安排尚未公布", en: "working days of a year that is not announced" },
    explanation: RuleText {
        zh: "以工作日计算的期限跨入放假安排尚未公布或未载入的年份，因此不推算日期；每年提示一次",
        en: "a period in working days runs into a year whose days off are not announced or not loaded, so that it has no last day; each year is said once",
    },
    rationale: RuleText {
        zh: "按平常周末推算会错上几天，公布之后须重新计算",
        en: "counted by plain weekends it would be days off; it is to be counted anew once the notice is out",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "自印发之日起20个工作日内报送方案。", "timings": [{"id": "n1.d1", "kind": "after_event", "raw": "自印发之日起20个工作日内", "start": "2090-12-20", "event": "印发", "period": {"n": 20, "unit": "working_day"}}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "自印发之日起20个工作日内报送方案。", "timings": [{"id": "n1.d1", "kind": "after_event", "raw": "自印发之日起20个工作日内", "start": "2020-08-27", "event": "印发", "period": {"n": 20, "unit": "working_day"}}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut by_year: BTreeMap<i32, Vec<Part<'_, Timing>>> = BTreeMap::new();
    for timing in context.timings_with(|glance| glance.counted) {
        if let Some(year) = unknown_year(context, timing.item) {
            by_year.entry(year).or_default().push(timing);
        }
    }
    let findings = by_year.iter().filter_map(|(year, timings)| {
        let printed = printed(timings.first()?.item);
        let message = Message::new(
            format!("期限`{printed}`跨入{year}年，该年放假安排未公布或未载入，无法确定最后一天；请公布后重新计算"),
            format!("the period `{printed}` runs into {year}, whose working days are not known; count it anew with a newer calendar"),
        );
        together(&YEAR_NOT_ANNOUNCED, timings, message)
    });
    findings.collect()
}

fn unknown_year(context: &Context<'_>, timing: &Timing) -> Option<i32> {
    let start = timing.start.filter(|_| timing.end.is_none())?;
    let period = timing.period.filter(|period| period.unit == PeriodUnit::WorkingDay)?;
    match due(start, period, context.settings.working_days) {
        Err(DueError::UnknownYear(error)) => Some(error.year),
        _ => None,
    }
}
