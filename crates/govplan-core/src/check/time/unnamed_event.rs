use super::said::{together, wordings};
use crate::check::{Context, Layer, Part, Rule, RuleText};
use crate::{Finding, Message, PeriodUnit, Severity, Timing, TimingKind};
use std::collections::BTreeSet;

pub(in crate::check) static UNNAMED_EVENT: Rule = Rule {
    code: "GP418",
    name: "unnamed-event",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "期限没有起算点", en: "a period that runs from nothing named" },
    explanation: RuleText {
        zh: "“20个工作日内”“三年内”一类的期限没有写明自何时起算，计划别处也没有写明；全计划提示一次，列出各处",
        en: "a period such as 20个工作日内 or 三年内 does not say from when it is counted, nor does the plan elsewhere; said once for the plan, with every place",
    },
    rationale: RuleText {
        zh: "起算点不同，到期日可以相差数月，也无法列入日程",
        en: "counted from another day it ends months apart, and no schedule can hold it",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "三年内实现全覆盖。", "timings": [{"id": "n1.d1", "kind": "after_event", "raw": "三年内", "period": {"n": 3, "unit": "year"}}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "自印发之日起三年内实现全覆盖。", "timings": [{"id": "n1.d1", "kind": "after_event", "raw": "自印发之日起三年内", "start": "2020-08-27", "end": "2023-08-27", "event": "印发", "period": {"n": 3, "unit": "year"}}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    // Where the plan counts the same period from a day somewhere, that day holds for all.
    let counted: BTreeSet<(i32, PeriodUnit)> = context.timings().filter_map(|timing| counted(timing.item)).collect();
    let is_open = |timing: &Timing| {
        is_unnamed(timing) && timing.period.is_some_and(|period| !counted.contains(&(period.n, period.unit)))
    };
    let unnamed: Vec<Part<'_, Timing>> = context.timings().filter(|timing| is_open(timing.item)).collect();
    let (count, words) = (unnamed.len(), wordings(&unnamed));
    let message = Message::new(
        format!("期限`{words}`没有写明自何时起算（{count}处）；请写明起算日或完成日期"),
        format!("`{words}` does not say from when it is counted (places: {count}); name the event or the last day"),
    );
    together(&UNNAMED_EVENT, &unnamed, message).into_iter().collect()
}

/// The period of a timing that is counted from a day.
fn counted(timing: &Timing) -> Option<(i32, PeriodUnit)> {
    let period = timing.period.filter(|_| timing.start.is_some())?;
    Some((period.n, period.unit))
}

/// 提前3天 is counted from what it goes ahead of.
fn is_unnamed(timing: &Timing) -> bool {
    let is_undated = timing.start.is_none() && timing.end.is_none() && timing.event.is_none();
    timing.kind == TimingKind::AfterEvent && is_undated && timing.period.is_some_and(|period| period.n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Period, Plan};

    #[test]
    fn a_period_that_the_plan_counts_from_a_day_elsewhere_is_named() {
        let mut plan = Plan::new("计划".parse().unwrap());
        for (n, start) in [(1, Some("2012-01-01")), (2, None), (3, None)] {
            let mut directive = Directive::new(DirectiveId::nth(n), "引进人才。");
            let mut timing = Timing::new(directive.id.timing(1), TimingKind::AfterEvent);
            timing.start = start.and_then(govplan_time::parse_iso_date);
            timing.period = Some(Period::new(5, PeriodUnit::Year));
            directive.timings.push(timing);
            plan.directives.push(directive);
        }
        assert_eq!(check(&Context::usual(&plan)), []);
        plan.directives.remove(0);
        assert_eq!(check(&Context::usual(&plan))[0].related.len(), 1);
        plan.directives[0].timings[0].period = Some(Period::new(-5, PeriodUnit::CalendarDay));
        assert_eq!(check(&Context::usual(&plan))[0].related.len(), 0);
    }
}
