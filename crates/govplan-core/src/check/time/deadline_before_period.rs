use super::milestone_order::is_beginning;
use super::said::{at, is_dated, printed, related};
use crate::check::coherence::title_year;
use crate::check::{Context, Layer, Part, Rule, RuleText};
use crate::{Finding, Message, Related, Severity, Timing};

pub(in crate::check) static DEADLINE_BEFORE_PERIOD: Rule = Rule {
    code: "GP408",
    name: "deadline-before-period",
    severity: Severity::Warning,
    layer: Layer::Time,
    summary: RuleText { zh: "时限早于计划期间", en: "a time limit that ends before the plan begins" },
    explanation: RuleText {
        zh: "时限的最后一天在计划所涉期间开始之前；开工一类节点可以更早，早于成文日期的由GP401提示",
        en: "the last day of a time limit lies before what the plan covers; the beginning of work may, and what lies before the date of issue is said by GP401",
    },
    rationale: RuleText {
        zh: "上一期的日期往往是照抄上年计划留下的",
        en: "a date of the time before was most often copied from the last plan",
    },
    failing: r#"{"period": {"start": "2024-01-01", "end": "2024-12-31"}, "directives": [{"id": "n1", "text": "2023年9月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2023年9月底前", "end": "2023-09-30"}]}]}"#,
    passing: r#"{"period": {"start": "2024-01-01", "end": "2024-12-31"}, "directives": [{"id": "n1", "text": "2024年9月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2024年9月底前", "end": "2024-09-30"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let plan = context.plan;
    let begin = plan.period.and_then(|period| period.start);
    let Some(begin) = begin.filter(|_| !title_year::is_doubted(context)) else { return Vec::new() };
    let dated: Vec<Part<'_, Timing>> = context.timings().filter(|timing| is_dated(timing.item)).collect();
    let is_before = |timing: &Timing| timing.end.is_some_and(|end| end < begin);
    let early = dated.iter().filter(|timing| is_before(timing.item)).count();
    // Where most of the dates lie before it, what the plan is taken to cover is wrong, not the dates.
    if early == 0 || early.saturating_mul(2) > dated.len() && dated.len() > 1 {
        return Vec::new();
    }
    let is_said = |timing: &Timing| timing.end.zip(plan.head.issued_on).is_some_and(|(end, issued)| end < issued);
    let early =
        dated.iter().filter(|timing| is_before(timing.item) && !is_said(timing.item) && !is_beginning(timing.item));
    let findings = early.filter_map(|timing| {
        let (end, printed) = (timing.item.end?, printed(timing.item));
        let message = Message::new(
            format!("时限`{printed}`至{end}为止，早于计划期间的起点{begin}；请核对年份"),
            format!(
                "time limit `{printed}` ends on {end}, before the plan begins on {begin}; see whether the year is right"
            ),
        );
        let covered = Related::new(Some("/period/start".to_owned()), None, Some(begin.to_string()));
        let pointer = related(timing).pointer.map(|pointer| pointer + "/end");
        Some(Finding { pointer, related: vec![covered], ..at(&DEADLINE_BEFORE_PERIOD, timing, message) })
    });
    findings.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan, PlanPeriod, TimingKind};

    #[test]
    fn the_beginning_of_work_may_lie_before_and_where_most_do_the_period_is_wrong() {
        let day = govplan_time::parse_iso_date;
        let found = |ends: &[(&str, Option<&str>)]| {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.period = Some(PlanPeriod { start: day("2024-01-01"), end: day("2024-12-31") });
            let mut directive = Directive::new(DirectiveId::nth(1), "建设服务大厅。");
            for (n, (end, milestone)) in ends.iter().enumerate() {
                let mut timing = Timing::new(directive.id.timing(n + 1), TimingKind::By);
                timing.end = day(end);
                timing.milestone = milestone.map(str::to_owned);
                directive.timings.push(timing);
            }
            plan.directives = vec![directive];
            check(&Context::usual(&plan)).len()
        };
        assert_eq!(found(&[("2023-09-30", None), ("2024-09-30", None)]), 1);
        assert_eq!(found(&[("2023-09-30", Some("开工")), ("2024-09-30", Some("竣工"))]), 0);
        assert_eq!(found(&[("2023-09-30", None), ("2023-10-31", None), ("2024-09-30", None)]), 0);
    }
}
