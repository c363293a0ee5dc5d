use super::said::{dates_of, is_dated, printed};
use crate::check::{Context, Layer, Nth, Rule, RuleText, Work};
use crate::{Finding, Message, Related, Severity, Timing, TimingKind};
use chrono::NaiveDate;
use govplan_time::scan;
use std::collections::HashMap;

pub(in crate::check) static DEADLINE_AFTER_STAGE: Rule = Rule {
    code: "GP416",
    name: "deadline-after-stage",
    severity: Severity::Warning,
    layer: Layer::Time,
    summary: RuleText {
        zh: "时限晚于所在阶段", en: "a time limit that ends after the stage that it belongs to"
    },
    explanation: RuleText {
        zh: "部分或任务的标题写明起止时间，如“集中整治阶段（5月26日—7月10日）”，其下要求的完成时限却在这一阶段结束之后；报送等节点不在此列",
        en: "the title of a section or task states a stage with its last day, and a requirement below it is completed only later; milestones such as reports are passed over",
    },
    rationale: RuleText {
        zh: "阶段结束时该项还没有到期，阶段安排与任务安排相互矛盾",
        en: "the stage is over before its work is due: the two contradict each other",
    },
    failing: r#"{"period": {"start": "2015-01-01", "end": "2015-12-31"}, "sections": [{"id": "s1", "title": "集中整治阶段（5月26日—7月10日）", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "8月底前完成整治。", "timings": [{"id": "s1.t1.r1.d1", "kind": "by", "raw": "8月底前", "end": "2015-08-31"}]}]}]}]}"#,
    passing: r#"{"period": {"start": "2015-01-01", "end": "2015-12-31"}, "sections": [{"id": "s1", "title": "集中整治阶段（5月26日—7月10日）", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "6月底前完成整治。", "timings": [{"id": "s1.t1.r1.d1", "kind": "by", "raw": "6月底前", "end": "2015-06-30"}]}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// A section or task whose title ends on a day.
struct Stage<'c> {
    pointer: &'c str,
    title: &'c str,
    last: NaiveDate,
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let dates = dates_of(context.plan);
    let sections = context.sections.iter().map(|located| (&*located.pointer, located.item.title.as_deref()));
    let tasks = context.tasks.iter().map(|located| (&*located.pointer, located.item.title.as_deref()));
    let titled = sections.chain(tasks).filter_map(|(pointer, title)| {
        let title = title?;
        Some((pointer, Stage { pointer, title, last: last_day(title, &dates)? }))
    });
    let stages: HashMap<&str, Stage<'_>> = titled.collect();
    let Some(earliest) = stages.values().map(|stage| stage.last).min() else { return Vec::new() };
    let findings = context.works().filter_map(|work| {
        // Most are over before any stage is.
        work.located().find(|located| is_late(located.item, earliest))?;
        let stage = stage_above(&stages, work.pointer)?;
        let late = work.located().find(|located| is_late(located.item, stage.last))?;
        Some(finding(&work, late, stage))
    });
    findings.collect()
}

/// The nearest part above a pointer that is a stage.
fn stage_above<'s, 'c>(stages: &'s HashMap<&str, Stage<'c>>, pointer: &str) -> Option<&'s Stage<'c>> {
    let mut above = std::iter::successors(Some(pointer), |pointer| Some(pointer.rsplit_once('/')?.0));
    above.find_map(|above| stages.get(above))
}

/// The last day of a stage: of the time in brackets at the end of a title.
fn last_day(title: &str, dates: &govplan_time::Context) -> Option<NaiveDate> {
    let title = title.trim_end_matches(['。', '：']);
    let inner = title.strip_suffix(['）', ')'])?;
    let inner = inner.get(inner.rfind(['（', '('])?..)?.trim_start_matches(['（', '(']);
    let found = scan(inner, dates);
    let only = found.first().filter(|only| found.len() == 1 && only.span == (0..inner.len()))?;
    let is_stage = matches!(only.kind, TimingKind::Range | TimingKind::By) && only.alternative.is_none();
    only.end.filter(|_| is_stage)
}

fn is_late(timing: &Timing, last: NaiveDate) -> bool {
    is_dated(timing) && timing.milestone.is_none() && timing.end.is_some_and(|end| end > last)
}

fn finding(work: &Work<'_>, late: Nth<'_>, stage: &Stage<'_>) -> Finding {
    let (printed, title, last) = (printed(late.item), stage.title, stage.last);
    let message = Message::new(
        format!("时限`{printed}`晚于所在阶段`{title}`的最后一天{last}；请改为一致"),
        format!(
            "time limit `{printed}` ends after {last}, the last day of the stage `{title}` that it stands in; make them agree"
        ),
    );
    Finding {
        pointer: Some(work.pointer_of(late)),
        place: work.place_of(late.item),
        subject: Some(work.id.to_owned()),
        found: Some(printed),
        related: vec![Related::new(Some(format!("{}/title", stage.pointer)), None, Some(title.to_owned()))],
        ..DEADLINE_AFTER_STAGE.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_time_that_fills_the_brackets_makes_a_stage() {
        let dates = govplan_time::Context { year: Some(2015), ..govplan_time::Context::default() };
        let last = |title: &str| last_day(title, &dates).map(|day| day.to_string());
        assert_eq!(last("动员部署阶段（5月15日—5月25日）").as_deref(), Some("2015-05-25"));
        assert_eq!(last("自查自纠（2015年6月底前）。").as_deref(), Some("2015-06-30"));
        assert_eq!(last("落实三年行动计划（2014—2016年）任务"), None);
        assert_eq!(last("落实《计划》（6月底前出台文件）"), None);
        assert_eq!(last("2015年重点工作"), None);
    }
}
