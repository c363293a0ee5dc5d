use super::said::{at, printed};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity, Timing, TimingKind};
use chrono::NaiveDate;

pub(in crate::check) static RHYTHM_WITHOUT_ROUND: Rule = Rule {
    code: "GP415",
    name: "rhythm-without-round",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText {
        zh: "周期在计划期间内一次也轮不到", en: "a rhythm none of whose rounds falls within the plan"
    },
    explanation: RuleText {
        zh: "“每年3月底前”一类的周期，自计划开始或成文之日起到计划期间结束，一次也不到期",
        en: "from the day on which the plan begins or was issued to its end no round of the rhythm is due, such as 每年3月底前 in a plan issued in April",
    },
    rationale: RuleText {
        zh: "本期内没有一次要做，这一要求实际落空，或者从下一年起才算",
        en: "nothing is to be done within the plan: the duty is empty, or begins only the year after",
    },
    failing: r#"{"head": {"issued_on": "2024-04-22"}, "period": {"start": "2024-01-01", "end": "2024-12-31"}, "directives": [{"id": "n1", "text": "每年3月底前公布年报。", "timings": [{"id": "n1.d1", "kind": "recurring", "raw": "每年3月底前", "recurrence": {"every": "yearly", "month": 3, "from_end": 1}}]}]}"#,
    passing: r#"{"head": {"issued_on": "2024-02-22"}, "period": {"start": "2024-01-01", "end": "2024-12-31"}, "directives": [{"id": "n1", "text": "每年3月底前公布年报。", "timings": [{"id": "n1.d1", "kind": "recurring", "raw": "每年3月底前", "recurrence": {"every": "yearly", "month": 3, "from_end": 1}}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let findings = context.timings_with(|glance| glance.rhythm).filter_map(|timing| {
        let (begin, end) = span(context, timing.item)?;
        let rhythm = timing.item.recurrence.filter(|rhythm| rhythm.has_days())?;
        // A round that goes on, without a day of its own, is at work at its first day already.
        if rhythm.day.is_none() && rhythm.from_end.is_none() && rhythm.month.is_none() {
            return None;
        }
        if rhythm.occurrences(begin, begin, end).next().is_some() {
            return None;
        }
        let printed = printed(timing.item);
        let message = Message::new(
            format!("周期`{printed}`自{begin}至{end}一次也不到期；请核对周期或写明首次日期"),
            format!("no round of `{printed}` is due from {begin} to {end}; see whether the rhythm is right, or name its first day"),
        );
        Some(at(&RHYTHM_WITHOUT_ROUND, &timing, message))
    });
    findings.collect()
}

/// The days between which a rhythm is at work in a plan.
fn span(context: &Context<'_>, timing: &Timing) -> Option<(NaiveDate, NaiveDate)> {
    let period = context.plan.period.filter(|_| timing.kind == TimingKind::Recurring)?;
    let begin = context.plan.head.issued_on.into_iter().chain(period.start).chain(timing.start).max()?;
    let end = timing.end.into_iter().chain(period.end).min()?;
    (begin <= end).then_some((begin, end))
}
