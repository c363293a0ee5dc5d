use super::said::{dates_of, is_single, printed};
use crate::check::{Context, Layer, Nth, Rule, RuleText, Work};
use crate::organ::table;
use crate::{Finding, Message, Origin, Related, Severity, Timing};
use chrono::NaiveDate;
use govplan_time::{Expression, scan};
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub(in crate::check) static MILESTONE_ORDER: Rule = Rule {
    code: "GP407",
    name: "milestone-order",
    severity: Severity::Warning,
    layer: Layer::Time,
    summary: RuleText { zh: "开工晚于完工", en: "work that begins after it is over" },
    explanation: RuleText {
        zh: "同一事项开工、启动一类节点的时间晚于竣工、投用等节点或完成时限，正文写明开工时间而时限栏更早的也算",
        en: "a milestone of beginning (开工, 启动) lies after one of completion (竣工, 投入使用) or after the time limit of the same item, also where the text alone says when work begins",
    },
    rationale: RuleText {
        zh: "节点先后颠倒，多半是漏写年份或两个日期填反",
        en: "most often a year was left out or the two dates were swapped",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "建设服务大厅。", "timings": [{"id": "n1.d1", "kind": "range", "raw": "9月开工", "start": "2024-09-01", "end": "2024-09-30", "milestone": "开工"}, {"id": "n1.d2", "kind": "range", "raw": "8月竣工", "start": "2024-08-01", "end": "2024-08-31", "milestone": "竣工"}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "建设服务大厅。", "timings": [{"id": "n1.d1", "kind": "range", "raw": "9月开工", "start": "2024-09-01", "end": "2024-09-30", "milestone": "开工"}, {"id": "n1.d2", "kind": "range", "raw": "2025年8月竣工", "start": "2025-08-01", "end": "2025-08-31", "milestone": "竣工"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Begin,
    End,
}

static STAGES: LazyLock<BTreeMap<&str, Stage>> = LazyLock::new(|| {
    let rows = table(include_str!("../../../data/milestone_order.csv"));
    rows.filter_map(|row| {
        let [milestone, order] = *row else { return None };
        Some((milestone, if order == "begin" { Stage::Begin } else { Stage::End }))
    })
    .collect()
});

/// What a milestone of a timing is: its completion where it has none; nothing where the milestone is neither.
pub(super) fn stage(timing: &Timing) -> Option<Stage> {
    match timing.milestone.as_deref() {
        Some(milestone) => STAGES.get(milestone).copied(),
        None => Some(Stage::End),
    }
}

/// Whether a timing is the beginning of work.
pub(super) fn is_beginning(timing: &Timing) -> bool {
    timing.milestone.is_some() && stage(timing) == Some(Stage::Begin)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let dates = dates_of(context.plan);
    context
        .works_with(|glance| glance.times || glance.apart)
        .filter_map(|work| swapped(&work).or_else(|| begun_in_text(&work, &dates)))
        .collect()
}

/// Work that by its text begins after the single day that stands apart from it: beside such a day those of the text are no
/// timings.
fn begun_in_text(work: &Work<'_>, dates: &govplan_time::Context) -> Option<Finding> {
    let is_apart = |timing: &Timing| matches!(timing.origin, Some(Origin::Column | Origin::Phrase));
    let mut apart = work.located().filter(|located| is_apart(located.item) && is_single(located.item));
    let end = apart.next().filter(|_| apart.next().is_none())?;
    let over = end.item.end.filter(|_| stage(end.item) == Some(Stage::End))?;
    let begins = |text: &&str| STAGES.iter().any(|(word, stage)| *stage == Stage::Begin && text.contains(word));
    let text = work.text.filter(begins)?;
    let is_beginning = |found: &Expression| {
        found.milestone.as_deref().is_some_and(|milestone| STAGES.get(milestone) == Some(&Stage::Begin))
    };
    let mut beginnings = scan(text, dates).into_iter().filter(is_beginning);
    let begin = beginnings.find(|found| found.start.or(found.end).is_some_and(|begun| begun > over))?;
    let (begun, what) = (begin.start.or(begin.end)?, begin.milestone.unwrap_or_default());
    let (first, last) = (text.get(begin.span)?, printed(end.item));
    Some(Finding {
        pointer: Some(format!("{}/text", work.pointer)),
        place: work.place(),
        subject: Some(work.id.to_owned()),
        found: Some(first.to_owned()),
        related: vec![Related::new(Some(work.pointer_of(end)), work.place_of(end.item), Some(last.clone()))],
        ..MILESTONE_ORDER.finding(message(first, &what, begun, &last, over))
    })
}

fn swapped(work: &Work<'_>) -> Option<Finding> {
    if work.timings.len() < 2 || !work.timings.iter().any(is_beginning) {
        return None;
    }
    let single = || work.located().filter(|located| is_single(located.item));
    let last_end = single().filter(|located| stage(located.item) == Some(Stage::End)).max_by_key(|l| l.item.end)?;
    let begins = single().filter(|located| is_beginning(located.item));
    let (begun, begin) =
        begins.filter_map(|located| Some((first_day(located.item)?, located))).max_by_key(|(day, _)| *day)?;
    let over = last_end.item.end.filter(|over| begun > *over)?;
    belong_together(work, begin, last_end).then(|| finding(work, begin, last_end, begun, over))
}

/// The first day of a stretch, the last one of what is only due by a day.
fn first_day(timing: &Timing) -> Option<NaiveDate> {
    timing.start.or(timing.end)
}

/// Whether two times speak of one thing: what stands in a column does; in a text there may be several things, so that
/// only a few words may stand between them, or one clause that the later time goes on from at once.
fn belong_together(work: &Work<'_>, one: Nth<'_>, other: Nth<'_>) -> bool {
    const FURTHEST: usize = 8;
    const CLAUSE: usize = 24;
    if one.item.origin != Some(Origin::Text) && other.item.origin != Some(Origin::Text) {
        return true;
    }
    let between = work.text.zip(one.item.raw.as_deref()).zip(other.item.raw.as_deref());
    between.is_some_and(|((text, one), other)| {
        let (Some(first), Some(second)) = (text.find(one), text.find(other)) else { return false };
        let stretch = text
            .get(first.saturating_add(one.len())..second)
            .or_else(|| text.get(second.saturating_add(other.len())..first));
        stretch.is_some_and(|stretch| {
            let length = stretch.chars().count();
            let goes_on = stretch.strip_suffix('，').is_some_and(|clause| length <= CLAUSE && !clause.contains('，'));
            (length <= FURTHEST || goes_on) && !stretch.contains(['。', '；', '\n'])
        })
    })
}

fn message(first: &str, what: &str, begun: NaiveDate, last: &str, over: NaiveDate) -> Message {
    Message::new(
        format!("`{first}`的`{what}`在{begun}，晚于`{last}`的{over}；请核对先后和年份"),
        format!("`{what}` of `{first}` is on {begun}, after {over} of `{last}`; see which of the two is wrong"),
    )
}

fn finding(work: &Work<'_>, begin: Nth<'_>, end: Nth<'_>, begun: NaiveDate, over: NaiveDate) -> Finding {
    let (first, last) = (printed(begin.item), printed(end.item));
    let what = begin.item.milestone.as_deref().unwrap_or_default();
    let message = message(&first, what, begun, &last, over);
    let related = Related::new(Some(work.pointer_of(end)), work.place_of(end.item), Some(last));
    Finding {
        pointer: Some(work.pointer_of(begin)),
        place: work.place_of(begin.item),
        subject: Some(work.id.to_owned()),
        found: Some(first),
        related: vec![related],
        ..MILESTONE_ORDER.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan, TimingKind};

    #[test]
    fn in_a_text_only_neighbours_speak_of_one_thing() {
        let cases = [
            ("2024年9月开工，2024年8月竣工。", 1),
            ("2024年9月启动“互联网+”系统建设，2024年8月建成。", 1),
            ("甲路2024年9月开工；乙桥2024年8月竣工。", 0),
            ("甲路2024年9月开工，加快征地拆迁，乙桥2024年8月竣工。", 0),
        ];
        for (text, expected) in cases {
            let mut plan = Plan::new("计划".parse().unwrap());
            let mut directive = Directive::new(DirectiveId::nth(1), text);
            let expressions = govplan_time::scan(text, &govplan_time::Context::default());
            for (n, expression) in expressions.into_iter().enumerate() {
                let raw = text.get(expression.span.clone()).map(str::to_owned);
                let timing = Timing::of_expression(directive.id.timing(n + 1), expression);
                directive.timings.push(Timing { raw, origin: Some(Origin::Text), ..timing });
            }
            assert!(directive.timings.iter().all(|timing| timing.kind == TimingKind::Range));
            plan.directives = vec![directive];
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{text}");
        }
    }

    #[test]
    fn a_report_after_completion_is_in_order() {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut directive = Directive::new(DirectiveId::nth(1), "建设服务大厅。");
        for (n, (end, milestone)) in [("2024-08-31", None), ("2024-12-10", Some("报送"))].into_iter().enumerate() {
            let mut timing = Timing::new(directive.id.timing(n + 1), TimingKind::By);
            timing.end = govplan_time::parse_iso_date(end);
            timing.milestone = milestone.map(str::to_owned);
            directive.timings.push(timing);
        }
        plan.directives = vec![directive];
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
