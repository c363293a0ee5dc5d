use super::said::{is_dated, printed};
use crate::check::coherence::title_year;
use crate::check::{Context, Layer, Nth, Rule, RuleText, Work};
use crate::{Finding, Message, Origin, Related, Severity, Timing};
use chrono::NaiveDate;

pub(in crate::check) static DEADLINE_AFTER_PERIOD: Rule = Rule {
    code: "GP409",
    name: "deadline-after-period",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "时限晚于计划期间", en: "a time limit that ends after the plan" },
    explanation: RuleText {
        zh: "一项要求的各个时限都在计划所涉期间结束之后；跨年项目在期间内有节点的，以及只写年份的远期目标，不在此列",
        en: "every time limit of a requirement lies after what the plan covers; a project with a date within it and a far aim of a year alone (到2030年) are passed over",
    },
    rationale: RuleText {
        zh: "计划期满时尚未到期，考核时不好认定；也可能是年份有误",
        en: "nothing is due when the plan is accounted for, or the year is wrong",
    },
    failing: r#"{"period": {"start": "2024-01-01", "end": "2024-12-31"}, "directives": [{"id": "n1", "text": "2025年9月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2025年9月底前", "end": "2025-09-30"}]}]}"#,
    passing: r#"{"period": {"start": "2024-01-01", "end": "2024-12-31"}, "directives": [{"id": "n1", "text": "2024年9月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2024年9月底前", "end": "2024-09-30"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let last = context.plan.period.and_then(|period| period.end);
    let Some(last) = last.filter(|_| !title_year::is_doubted(context)) else { return Vec::new() };
    let (mut dated, mut late): (usize, Vec<Finding>) = (0, Vec::new());
    for work in context.works() {
        let mut dates = work.located().filter(|located| is_dated(located.item));
        let Some(first) = dates.next() else { continue };
        dated += 1;
        if is_after(first.item, last) && dates.all(|located| is_after(located.item, last)) {
            late.push(finding(&work, first, last));
        }
    }
    // Where most of the dates lie after it, what the plan is taken to cover is wrong, not the dates.
    if late.len().saturating_mul(2) > dated && dated > 1 { Vec::new() } else { late }
}

/// Whether a time limit is over only after a day, and no mere aim of a year.
fn is_after(timing: &Timing, last: NaiveDate) -> bool {
    let is_late = timing.end.is_some_and(|end| end > last) && timing.start.is_none_or(|start| start > last);
    let is_aim = || {
        let raw = timing.raw.as_deref().unwrap_or_default();
        timing.origin == Some(Origin::Text) && !raw.contains(['月', '日', '季'])
    };
    is_late && !is_aim()
}

fn finding(work: &Work<'_>, located: Nth<'_>, last: NaiveDate) -> Finding {
    let printed = printed(located.item);
    let message = Message::new(
        format!("时限`{printed}`晚于计划期间的终点{last}；请核对年份，跨期的写明期内节点"),
        format!(
            "time limit `{printed}` lies after the plan, which ends on {last}; see whether the year is right, or name a stage within the plan"
        ),
    );
    Finding {
        pointer: Some(work.pointer_of(located)),
        place: work.place_of(located.item),
        subject: Some(work.id.to_owned()),
        found: Some(printed),
        related: vec![Related::new(Some("/period/end".to_owned()), None, Some(last.to_string()))],
        ..DEADLINE_AFTER_PERIOD.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan, PlanPeriod, TimingKind};

    #[test]
    fn a_project_with_a_stage_within_the_plan_and_a_far_aim_are_passed_over() {
        let day = govplan_time::parse_iso_date;
        let found = |timings: &[(&str, &str)]| {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.period = Some(PlanPeriod { start: day("2024-01-01"), end: day("2024-12-31") });
            let mut directive = Directive::new(DirectiveId::nth(1), "建设服务大厅。");
            for (n, (raw, end)) in timings.iter().enumerate() {
                let mut timing = Timing::new(directive.id.timing(n + 1), TimingKind::By);
                timing.raw = Some((*raw).to_owned());
                timing.end = day(end);
                timing.origin = Some(Origin::Text);
                directive.timings.push(timing);
            }
            plan.directives = vec![directive];
            check(&Context::usual(&plan)).len()
        };
        assert_eq!(found(&[("2025年6月底前", "2025-06-30")]), 1);
        assert_eq!(found(&[("2024年6月底前", "2024-06-30"), ("2025年6月底前", "2025-06-30")]), 0);
        assert_eq!(found(&[("到2030年", "2030-12-31")]), 0);
    }
}
