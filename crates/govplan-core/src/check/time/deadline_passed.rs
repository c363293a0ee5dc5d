use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity, TimingKind};

pub(in crate::check) static DEADLINE_PASSED: Rule = Rule {
    code: "GP404",
    name: "deadline-passed",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "时限已过", en: "a time limit that is over" },
    explanation: RuleText {
        zh: "检查当日晚于时限的最后一天；不给出检查日期时不检查",
        en: "the day of the check lies after the last day of a time limit; without a day nothing is said",
    },
    rationale: RuleText {
        zh: "已过的时限应当办结、延期或说明，计划本身看不出是否办结",
        en: "what is over should be done, postponed or accounted for; the plan itself does not tell which",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "2020年9月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年9月底前", "end": "2020-09-30"}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "2030年9月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2030年9月底前", "end": "2030-09-30"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(today) = context.settings.today else { return Vec::new() };
    let findings = context.timings().filter_map(|timing| {
        let ends =
            matches!(timing.item.kind, TimingKind::By | TimingKind::On | TimingKind::Range | TimingKind::AfterEvent);
        let end = timing.item.end.filter(|end| ends && *end < today)?;
        let printed = timing.item.raw.clone().unwrap_or_else(|| end.to_string());
        let message = Message::new(
            format!("时限`{printed}`至{end}为止，到{today}已过；请核对是否办结"),
            format!("time limit `{printed}` ended on {end}, before {today}; see whether the work is done"),
        );
        Some(Finding {
            pointer: Some(timing.pointer() + "/end"),
            place: timing.place.cloned(),
            subject: Some(timing.owner.to_owned()),
            found: Some(printed),
            ..DEADLINE_PASSED.finding(message)
        })
    });
    findings.collect()
}
