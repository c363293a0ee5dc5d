use super::said::{at, printed, step};
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Message, Severity, Timing, TimingKind};
use govplan_time::unread;

pub(in crate::check) static UNREADABLE_DEADLINE: Rule = Rule {
    code: "GP420",
    name: "unreadable-deadline",
    severity: Severity::Warning,
    layer: Layer::Time,
    summary: RuleText { zh: "时限写有日期却读不出", en: "a time limit whose date cannot be read" },
    explanation: RuleText {
        zh: "时限栏写有年、月、日或季度的数字，却读不出日期，如13月底前、第五季度、2020.13.5",
        en: "the cell of a time limit holds figures of years, months, days or quarters from which no date can be read, such as 13月底前, 第五季度 or 2020.13.5",
    },
    rationale: RuleText {
        zh: "读不出日期的时限无法列入日程、提醒和督办，多半是笔误",
        en: "a time limit without a date can neither be scheduled nor followed up; most often it is a slip of the pen",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "完成自查。", "timings": [{"id": "n1.d1", "kind": "vague", "raw": "13月底前"}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年12月底前", "end": "2020-12-31"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let findings = context.timings().filter(|timing| is_unreadable(timing.item)).map(|timing| {
        let printed = excerpt(&printed(timing.item));
        let message = Message::new(
            format!("时限`{printed}`读不出日期；请核对数字，写成`2020年9月底前`一类的日期"),
            format!("no date can be read from the time limit `{printed}`; check its figures, and write a date such as `2020年9月底前`"),
        );
        at(&UNREADABLE_DEADLINE, &timing, message)
    });
    findings.collect()
}

/// The longest text that is looked at, in bytes: a longer one is no cell of a time limit.
const MOST_BYTES: usize = 200;

/// Whether a timing prints figures of a date and has none. A plan of another maker has no steps: its text tells.
pub(super) fn is_unreadable(timing: &Timing) -> bool {
    if timing.kind != TimingKind::Vague || timing.start.is_some() || timing.end.is_some() {
        return false;
    }
    let is_short = |raw: &&str| raw.len() < MOST_BYTES;
    let by_text = || timing.raw.as_deref().filter(is_short).is_some_and(|raw| unread(raw).is_some());
    step(timing, "unreadable").is_some() || timing.steps.is_empty() && timing.event.is_none() && by_text()
}
