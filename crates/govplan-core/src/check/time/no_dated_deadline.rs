use super::said::{has_headless_time, is_single, step};
use super::unreadable_deadline::is_unreadable;
use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity, Timing, TimingKind};
use govplan_time::scan;

pub(in crate::check) static NO_DATED_DEADLINE: Rule = Rule {
    code: "GP417",
    name: "no-dated-deadline",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "全文没有时限", en: "a plan without any time limit" },
    explanation: RuleText {
        zh: "计划有若干项要求，但没有一项写明日期、期限或周期；只因年份不明而没有日期的由GP402提示",
        en: "a plan of several requirements sets no day, no period and no rhythm at all; where only the year is missing GP402 says so",
    },
    rationale: RuleText {
        zh: "没有时限的计划无法列出日程，也无法判断是否逾期",
        en: "a plan without time limits gives no schedule, and nothing in it is ever overdue",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "公开结果。"}, {"id": "s1.t1.r2", "text": "公开预算。"}, {"id": "s1.t1.r3", "text": "公开决算。"}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "公开结果。"}, {"id": "s1.t1.r2", "text": "公开预算。"}, {"id": "s1.t1.r3", "text": "2020年9月底前公开决算。", "timings": [{"id": "s1.t1.r3.d1", "kind": "by", "raw": "2020年9月底前", "end": "2020-09-30"}]}]}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

/// A plan of fewer requirements is too small to miss a date in.
const LEAST: usize = 3;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let count = context.requirements.len();
    if count < LEAST || context.timings().any(|timing| is_time(timing.item)) || is_told_beside(context) {
        return Vec::new();
    }
    let message = Message::new(
        format!("{count}项要求都没有写明日期、期限或周期；请写明完成时限"),
        format!("none of {count} requirements sets a day, a period or a rhythm; state time limits"),
    );
    vec![NO_DATED_DEADLINE.finding(message)]
}

/// Whether a time stands in a cell or a paragraph that holds no requirement of its own.
fn is_told_beside(context: &Context<'_>) -> bool {
    if context.requirements.iter().any(|requirement| has_headless_time(requirement.item)) {
        return true;
    }
    let cells = context.requirements.iter().flat_map(|requirement| requirement.item.cells.values());
    let paragraphs = context.sections.iter().flat_map(|section| &section.item.paragraphs);
    let intros = context.tasks.iter().filter_map(|task| task.item.intro.as_ref());
    let mut texts = cells.chain(paragraphs).chain(intros).filter(|text| text.contains(['月', '年', '日', '季', '每']));
    texts.any(|text| {
        let found = scan(text, &govplan_time::Context::default());
        found.iter().any(|found| found.kind != TimingKind::Vague && found.kind != TimingKind::Continuous)
    })
}

/// Whether a timing sets a time, or would if its year were known or its date could be read.
fn is_time(timing: &Timing) -> bool {
    timing.end.is_some()
        || timing.period.is_some()
        || is_single(timing)
        || step(timing, "year_unknown").is_some()
        || matches!(timing.kind, TimingKind::Recurring | TimingKind::AfterEvent)
        || is_unreadable(timing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Requirement, Section, SectionId, Task};

    #[test]
    fn a_time_in_another_column_is_a_time() {
        let found = |cell: &str| {
            let mut plan = Plan::new("计划".parse().unwrap());
            let mut section = Section::new(SectionId::top(1));
            let mut task = Task::new(section.id.task(1));
            for n in 1..=3 {
                let mut requirement = Requirement::new(task.id.requirement(n), "开展宣传。");
                requirement.cells.insert("备注".to_owned(), cell.to_owned());
                task.requirements.push(requirement);
            }
            section.tasks.push(task);
            plan.sections.push(section);
            check(&Context::usual(&plan)).len()
        };
        assert_eq!(found("及时更新"), 1);
        assert_eq!(found("每月更新"), 0);
        assert_eq!(found("改造9月底前完成"), 0);
    }
}
