use super::years::{are_apart, shown, years};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Related, Severity};
use chrono::Datelike;

pub(in crate::check) static TITLE_YEAR: Rule = Rule {
    code: "GP607",
    name: "title-year",
    severity: Severity::Warning,
    layer: Layer::Coherence,
    summary: RuleText {
        zh: "计划标题的年份与文件标题或计划期不符",
        en: "the year of the plan's title is another than the document's or the period's",
    },
    explanation: RuleText {
        zh: "计划标题的年份与印发它的文件标题的年份没有一年相同，或者与计划期（`period`）没有一年相同，或者印发时已经过完，又没有一项时限在其中",
        en: "the plan's title and the title of the document that carries it have no year in common, or the title and the plan's `period` have none, or the title's years were over at the date of issue and no time limit lies in them",
    },
    rationale: RuleText {
        zh: "多半是沿用上年的文件没有改年份；没有写年份的时限都按这个年份推算",
        en: "most often last year's document was used and the year not changed; every time limit without a year is counted from it",
    },
    failing: r#"{"title": "2019年政务公开工作要点", "head": {"title": "关于印发2020年政务公开工作要点的通知"}}"#,
    passing: r#"{"title": "2020年政务公开工作要点", "head": {"title": "关于印发2020年政务公开工作要点的通知"}, "period": {"start": "2020-01-01", "end": "2020-12-31"}}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let plan = context.plan;
    let own = plan.title.as_deref().and_then(years);
    let carried = plan.head.title.as_deref().and_then(years);
    let (start, end) = plan.period.map(|period| (period.start, period.end)).unwrap_or_default();
    let period = start.or(end).zip(end.or(start)).map(|(start, end)| start.year()..=end.year());
    let pointer = if own.is_some() { "/title" } else { "/head/title" };
    let mut findings = Vec::new();
    if let (Some(own), Some(other)) = (&own, &carried)
        && are_apart(own, other)
    {
        let (own, other) = (shown(own), shown(other));
        let message = Message::new(
            format!("计划标题的年份是{own}，文件标题的年份是{other}；请核对"),
            format!(
                "the plan's title names {own} and the document's {other}, expected the same year; see which is right"
            ),
        );
        findings.push(finding(pointer, "/head/title", own, other, message));
    }
    let titled = own.or(carried);
    let issued = plan.head.issued_on.or(plan.head.published_on).map(|day| day.year());
    if let (Some(titled), Some(issued)) = (&titled, issued)
        && *titled.end() < issued
        && !context.timings().any(|timing| timing.item.end.is_some_and(|end| titled.contains(&end.year())))
    {
        let (titled, issued) = (shown(titled), issued.to_string());
        let message = Message::new(
            format!("标题的年份是{titled}，而文件{issued}年才印发，没有一项时限在标题的年份内；请核对"),
            format!(
                "the title names {titled}, and the document is of {issued} with no time limit in a year of the title; see which is right"
            ),
        );
        findings.push(finding(pointer, "/head", titled, issued, message));
    }
    if let (Some(titled), Some(period)) = (titled, period)
        && are_apart(&titled, &period)
    {
        let (titled, period) = (shown(&titled), shown(&period));
        let message = Message::new(
            format!("标题的年份是{titled}，计划期是{period}；请核对"),
            format!(
                "the title names {titled} and the plan's period is {period}, expected the same year; see which is right"
            ),
        );
        findings.push(finding(pointer, "/period", titled, period, message));
    }
    findings
}

fn finding(pointer: &str, other: &str, found: String, expected: String, message: Message) -> Finding {
    Finding {
        pointer: Some(pointer.to_owned()),
        related: vec![Related::new(Some(other.to_owned()), None, Some(expected.clone()))],
        expected: Some(expected),
        found: Some(found),
        ..TITLE_YEAR.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, PlanPeriod};

    #[test]
    fn years_in_common_and_periods_that_reach_further_are_not_said() {
        let day = govplan_time::parse_iso_date;
        for (own, carried, start, end, expected) in [
            ("行动计划（2022—2024年）", "关于印发2022年工作任务的通知", "2022-01-01", "2024-12-31", 0),
            ("2022年行动计划", "关于印发行动计划的通知", "2021-07-01", "2022-06-30", 0),
            ("2022年行动计划", "关于印发行动计划的通知", "2021-01-01", "2021-12-31", 1),
            ("行动计划", "关于印发2022年行动计划的通知", "2021-01-01", "2021-12-31", 1),
            ("2021年行动计划", "关于印发2022年行动计划的通知", "2021-01-01", "", 1),
        ] {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.title = Some(own.to_owned());
            plan.head.title = Some(carried.to_owned());
            plan.period = Some(PlanPeriod { start: day(start), end: day(end) });
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{own} {carried}");
        }
    }
}
