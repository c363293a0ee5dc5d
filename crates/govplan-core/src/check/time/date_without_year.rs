use super::no_such_day::no_such_day;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity, TimingKind};

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
    let undated = context.timings().filter(|timing| {
        let dated = matches!(timing.item.kind, TimingKind::By | TimingKind::On | TimingKind::Range);
        dated && timing.item.start.is_none() && timing.item.end.is_none() && timing.item.event.is_none()
            // A day that no year has lacks no year (GP413).
            && no_such_day(timing.item).is_none()
    });
    let findings = undated.filter_map(|timing| {
        let printed = timing.item.raw.as_deref().filter(|raw| raw.contains(['月', '季', '年']))?;
        let message = Message::new(
            format!("时限`{printed}`没有年份，无法确定日期；请写明年份"),
            format!(
                "time limit `{printed}` has no year and the document gives none, so it has no date; state the year"
            ),
        );
        Some(Finding {
            pointer: Some(timing.pointer()),
            place: timing.place.cloned(),
            subject: Some(timing.owner.to_owned()),
            found: Some(printed.to_owned()),
            ..DATE_WITHOUT_YEAR.finding(message)
        })
    });
    findings.collect()
}
