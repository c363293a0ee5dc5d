use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static PUBLISHED_BEFORE_ISSUE: Rule = Rule {
    code: "GP212",
    name: "published-before-issue",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "发布日期早于成文日期", en: "published before it was issued" },
    explanation: RuleText {
        zh: "发布日期不能早于成文日期",
        en: "the date of publication is not before the date of the document",
    },
    rationale: RuleText {
        zh: "两个日期必有一误，按成文日期推算的时限也随之有误",
        en: "one of the two dates is wrong, and with it what is counted from it",
    },
    failing: r#"{"head": {"issued_on": "2020-08-27", "published_on": "2020-08-20"}}"#,
    passing: r#"{"head": {"issued_on": "2020-08-27", "published_on": "2020-09-01"}}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let head = &context.plan.head;
    let (Some(issued), Some(published)) = (head.issued_on, head.published_on) else { return Vec::new() };
    if published >= issued {
        return Vec::new();
    }
    let message = Message::new(
        format!("发布日期`{published}`早于成文日期`{issued}`；请核对两个日期"),
        format!("published on `{published}`, before its date `{issued}`, expected that day or later; see both dates"),
    );
    vec![Finding {
        pointer: Some("/head/published_on".to_owned()),
        subject: Some(published.to_string()),
        found: Some(published.to_string()),
        ..PUBLISHED_BEFORE_ISSUE.finding(message)
    }]
}
