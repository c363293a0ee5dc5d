use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Related, Severity, TimingKind};

pub(in crate::check) static DEADLINE_PASSED: Rule = Rule {
    code: "GP404",
    name: "deadline-passed",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "时限已过", en: "a time limit that is over" },
    explanation: RuleText {
        zh: "检查当日晚于时限的最后一天；早于成文日期的时限另行提示（GP401）；一份计划只报一条，列出各处；不给出检查日期时不检查",
        en: "the day of the check lies after the last day of a time limit; limits before the date of issue are said by GP401; said once for a plan, with every place; without a day nothing is said",
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

/// One finding for the whole plan: of an old one every time limit is over.
fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(today) = context.settings.today else { return Vec::new() };
    let issued = context.plan.head.issued_on;
    let ends = |kind| matches!(kind, TimingKind::By | TimingKind::On | TimingKind::Range | TimingKind::AfterEvent);
    let over = context.timings().filter_map(|timing| {
        let end = timing
            .item
            .end
            .filter(|end| ends(timing.item.kind) && *end < today && issued.is_none_or(|issued| issued <= *end))?;
        let printed = timing.item.raw.clone().unwrap_or_else(|| end.to_string());
        Some(Related::new(Some(timing.pointer() + "/end"), timing.place.cloned(), Some(printed)))
    });
    let mut over: Vec<Related> = over.collect();
    let count = over.len();
    if count == 0 {
        return Vec::new();
    }
    let first = over.remove(0);
    let printed = first.found.clone().unwrap_or_default();
    let message = Message::new(
        format!("到{today}已有{count}项时限过期，第一项为`{printed}`；请核对是否办结"),
        format!(
            "on {today} the time limits that are over count {count}, the first is `{printed}`; see whether the work is done"
        ),
    );
    vec![Finding {
        pointer: first.pointer,
        place: first.place,
        found: first.found,
        related: over,
        ..DEADLINE_PASSED.finding(message)
    }]
}
