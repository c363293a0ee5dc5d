use super::said::{together, wordings};
use crate::check::{Context, Layer, Part, Rule, RuleText, Work};
use crate::{Finding, Message, Period, PeriodUnit, Severity, Timing, TimingKind};
use govplan_time::scan;
use std::collections::BTreeSet;
use std::ops::Range;

pub(in crate::check) static UNNAMED_EVENT: Rule = Rule {
    code: "GP418",
    name: "unnamed-event",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "期限没有起算点", en: "a period that runs from nothing named" },
    explanation: RuleText {
        zh: "“20个工作日内”“三年内”一类的期限没有写明自何时起算，计划别处也没有写明；全计划提示一次，列出各处；正文中的办理期限（应在20个工作日内办结）逐处提示，法律另有规定的除外",
        en: "a period such as 20个工作日内 or 三年内 does not say from when it is counted, nor does the plan elsewhere; said once for the plan, with every place; the time of a service in a text (应在20个工作日内办结) is said by itself, unless the law sets it",
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
    // Where the plan counts the same years from a day somewhere, that day holds for all.
    let counted: BTreeSet<(i32, PeriodUnit)> =
        context.timings_with(|glance| glance.counted).filter_map(|timing| counted(timing.item)).collect();
    let is_open = |timing: &Timing| {
        is_unnamed(timing) && timing.period.is_some_and(|period| !counted.contains(&(period.n, period.unit)))
    };
    let unnamed: Vec<Part<'_, Timing>> =
        context.timings_with(|glance| glance.counted).filter(|timing| is_open(timing.item)).collect();
    let (count, words) = (unnamed.len(), wordings(&unnamed));
    let message = Message::new(
        format!("期限`{words}`没有写明自何时起算（{count}处）；请写明起算日或完成日期"),
        format!("`{words}` does not say from when it is counted (places: {count}); name the event or the last day"),
    );
    // What the law sets a time for has its beginning in the law.
    let of_law: BTreeSet<&str> = context.stated().iter().map(|stated| stated.id).collect();
    let services = context.works_with(|glance| glance.text.within).filter(|work| !of_law.contains(work.id));
    let of_services = services.filter_map(|work| of_service(&work));
    together(&UNNAMED_EVENT, &unnamed, message).into_iter().chain(of_services).collect()
}

/// A time limit of a service (20个工作日内办结) that is no timing of the plan, in a sentence that names no event.
fn of_service(work: &Work<'_>) -> Option<Finding> {
    let text = work.text.filter(|text| ["日内", "天内", "时内"].iter().any(|ending| text.contains(ending)))?;
    let found = scan(text, &govplan_time::Context::default()).into_iter().find(|found| {
        let printed = text.get(found.span.clone()).unwrap_or_default();
        let is_short = |period: Period| {
            period.n > 0 && matches!(period.unit, PeriodUnit::CalendarDay | PeriodUnit::WorkingDay | PeriodUnit::Hour)
        };
        let is_open = found.kind == TimingKind::AfterEvent && found.event.is_none() && found.start.is_none();
        is_open
            && found.period.is_some_and(is_short)
            && printed.ends_with('内')
            && work.timings.iter().all(|timing| timing.raw.as_deref() != Some(printed))
            && !names_event(text, &found.span)
    })?;
    let printed = text.get(found.span)?;
    let message = Message::new(
        format!("期限`{printed}`没有写明自何时起算；请写明起算日或完成日期"),
        format!("`{printed}` does not say from when it is counted; name the event or the last day"),
    );
    Some(Finding {
        pointer: Some(format!("{}/text", work.pointer)),
        place: work.place(),
        subject: Some(work.id.to_owned()),
        found: Some(printed.to_owned()),
        ..UNNAMED_EVENT.finding(message)
    })
}

/// Whether the sentence of a time says after what it is counted.
fn names_event(text: &str, span: &Range<usize>) -> bool {
    const STOPS: [char; 4] = ['。', '；', '\n', '！'];
    const WORDS: [&str; 11] = ["后", "起", "自", "从", "收到", "接到", "受理", "之日", "发生", "的，", "前"];
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let sentence = [before.rsplit(STOPS).next(), after.split(STOPS).next()];
    sentence.into_iter().flatten().any(|part| WORDS.iter().any(|word| part.contains(word)))
}

/// The period of a timing that is counted from a day.
fn counted(timing: &Timing) -> Option<(i32, PeriodUnit)> {
    let period = timing.period.filter(|period| timing.start.is_some() && period.unit == PeriodUnit::Year)?;
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
    use crate::{Directive, DirectiveId, Plan};

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
