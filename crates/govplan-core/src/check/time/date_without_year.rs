use super::no_such_day::no_such_day;
use super::said::is_single;
use crate::check::form::years;
use crate::check::{Context, Layer, Nth, Rule, RuleText, Work};
use crate::{Finding, Message, Severity, Timing};

pub(in crate::check) static DATE_WITHOUT_YEAR: Rule = Rule {
    code: "GP402",
    name: "date-without-year",
    severity: Severity::Warning,
    layer: Layer::Time,
    summary: RuleText { zh: "日期没有年份", en: "a date whose year cannot be known" },
    explanation: RuleText {
        zh: "原文写了月份或季度，但时限、标题、成文日期都没有给出年份，因此不推算日期",
        en: "a month or quarter is printed, but neither the time limit nor the title nor the date of the document gives a year, so no date is made up",
    },
    rationale: RuleText {
        zh: "没有日期的时限无法列入日程、提醒和督办",
        en: "a time limit without a date can neither be scheduled nor reminded of nor followed up",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "9月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "9月底前"}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "2020年9月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年9月底前", "end": "2020-09-30"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let findings = context.works_with(|glance| glance.undated).flat_map(|work| {
        let undated = work.located().filter(|timing| is_undated(timing.item) && !has_short_year(&work, timing.item));
        undated.filter_map(|timing| finding(&work, timing)).collect::<Vec<_>>()
    });
    findings.collect()
}

fn is_undated(timing: &Timing) -> bool {
    is_single(timing) && timing.start.is_none() && timing.end.is_none() && timing.event.is_none()
        // A day that no year has lacks no year (GP413).
        && no_such_day(timing).is_none()
}

/// Whether a year of two digits stands before it, which is another rule's business (GP223).
fn has_short_year(work: &Work<'_>, timing: &Timing) -> bool {
    let (text, raw) = (work.text.unwrap_or_default(), timing.raw.as_deref().unwrap_or_default());
    let mut short = years(text).filter_map(|year| text.get(year.end..));
    years(raw).next().is_some() || short.any(|rest| rest.starts_with(raw))
}

fn finding(work: &Work<'_>, timing: Nth<'_>) -> Option<Finding> {
    let printed = timing.item.raw.as_deref().filter(|raw| raw.contains(['月', '季', '年']))?;
    let message = Message::new(
        format!("时限`{printed}`没有年份，无法确定日期；请写明年份"),
        format!(
            "time limit `{printed}` has no year and the document does not say which, so it has no date; state the year"
        ),
    );
    Some(Finding {
        pointer: Some(work.pointer_of(timing)),
        place: work.place_of(timing.item),
        subject: Some(work.id.to_owned()),
        found: Some(printed.to_owned()),
        ..DATE_WITHOUT_YEAR.finding(message)
    })
}
