use super::said::{at, is_single, printed, step};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity, Step, StepValue, Timing};
use govplan_time::scan;

pub(in crate::check) static NO_SUCH_DAY: Rule = Rule {
    code: "GP413",
    name: "no-such-day",
    severity: Severity::Error,
    layer: Layer::Time,
    summary: RuleText { zh: "历法中没有的日期", en: "a day that the calendar does not have" },
    explanation: RuleText {
        zh: "时限或成文日期（没有落款的，看网页信息表的发文日期）写的某月某日不存在，如2月30日、6月31日、平年的2月29日",
        en: "a time limit or the document's date (where none is below it, that of the page's table of metadata) names a day that its month does not have, such as 2月30日, 6月31日, or 2月29日 of a common year",
    },
    rationale: RuleText {
        zh: "这样的时限没有到期日，办理单位只能各自猜测",
        en: "such a time limit is never due, and each has to guess what was meant",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "2020年6月31日前报送台账。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年6月31日前"}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "2020年6月30日前报送台账。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年6月30日前", "end": "2020-06-30"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let findings = context.timings_with(|glance| glance.undated).filter_map(|timing| {
        let (month, day) = no_such_day(timing.item)?;
        let printed = printed(timing.item);
        let message = Message::new(
            format!("时限`{printed}`：{month}月没有{day}日；请改为存在的日期，如`{month}月底`"),
            format!(
                "time limit `{printed}`: month {month} has no day {day}; name a day that exists, such as `{month}月底`"
            ),
        );
        Some(at(&NO_SUCH_DAY, &timing, message))
    });
    date_of_issue(context).into_iter().chain(findings).collect()
}

/// The date of the document, where it is no day.
fn date_of_issue(context: &Context<'_>) -> Option<Finding> {
    let head = &context.plan.head;
    let printed = head.issued_raw.as_deref().filter(|_| head.issued_on.is_none())?;
    let (month, day) = lacking(printed)?;
    let message = Message::new(
        format!("成文日期`{printed}`：{month}月没有{day}日；请改为签发的日期"),
        format!("the document's date `{printed}`: month {month} has no day {day}; put the day on which it was signed"),
    );
    Some(Finding {
        pointer: Some("/head/issued_raw".to_owned()),
        found: Some(printed.to_owned()),
        ..NO_SUCH_DAY.finding(message)
    })
}

/// The month and day that a timing names and the calendar lacks.
pub(super) fn no_such_day(timing: &Timing) -> Option<(i64, i64)> {
    if let Some(step) = step(timing, "no_such_day") {
        return named(step);
    }
    // A plan of another maker has no steps: its text tells.
    let is_undated = is_single(timing) && timing.start.is_none() && timing.end.is_none() && timing.steps.is_empty();
    let raw = timing.raw.as_deref().filter(|raw| is_undated && raw.contains('日') && raw.len() < 200)?;
    lacking(raw)
}

/// The month and day that a text names and the calendar lacks.
fn lacking(raw: &str) -> Option<(i64, i64)> {
    // A leap year lacks no day that another has; a year that is printed goes before it.
    let context = govplan_time::Context { year: Some(2020), ..govplan_time::Context::default() };
    let steps = scan(raw, &context).into_iter().flat_map(|found| found.steps);
    steps.filter(|step| step.code == "no_such_day").find_map(|step| named(&step))
}

/// The month and day that a step names.
fn named(step: &Step) -> Option<(i64, i64)> {
    let number = |name| match step.args.get(name) {
        Some(StepValue::Number(number)) => Some(*number),
        _ => None,
    };
    Some((number("month")?, number("day")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DirectiveId, TimingKind};

    #[test]
    fn leap_days_go_by_the_year_that_is_printed() {
        let named = |raw: &str| {
            let mut timing = Timing::new(DirectiveId::nth(1).timing(1), TimingKind::By);
            timing.raw = Some(raw.to_owned());
            no_such_day(&timing)
        };
        assert_eq!(named("2023年2月29日前"), Some((2, 29)));
        assert_eq!(named("2024年2月29日前"), None);
        assert_eq!(named("2月29日前"), None);
        assert_eq!(named("2020年9月32日前"), Some((9, 32)));
        assert_eq!(named("9月0日前"), Some((9, 0)));
        assert_eq!(named("9月底前"), None);
        assert_eq!(named("汛期前"), None);
    }
}
