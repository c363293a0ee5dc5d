use super::milestone_order::stage;
use super::said::{dates_of, printed};
use crate::check::{Context, Layer, Nth, Rule, RuleText, Work};
use crate::{Finding, Message, Origin, Severity, Timing, TimingKind};
use chrono::Datelike;
use govplan_time::{Expression, scan};

pub(in crate::check) static DEADLINE_AGAINST_TEXT: Rule = Rule {
    code: "GP406",
    name: "deadline-against-text",
    severity: Severity::Warning,
    layer: Layer::Time,
    summary: RuleText { zh: "所列时限与正文不符", en: "a time limit that its own text contradicts" },
    explanation: RuleText {
        zh: "时限栏或括号里的时限早于正文写明的同年完成日期，或者正文只写了一个完成日期而两者不同；正文中的阶段性日期不在此列",
        en: "the time limit of the column or the phrase ends before a date of completion of the same year in the text, or the text gives one date of completion alone and it is another; dates of stages on the way are passed over",
    },
    rationale: RuleText {
        zh: "同一事项有两个期限，承办单位和督查单位各按一个办",
        en: "with two dates for one duty its doer goes by the one and its supervisor by the other",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "2020年12月底前完成标准目录编制。", "timings": [{"id": "s1.t1.r1.d1", "kind": "by", "raw": "2020年9月底前", "end": "2020-09-30", "origin": "column"}]}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "2020年9月底前完成标准目录编制。", "timings": [{"id": "s1.t1.r1.d1", "kind": "by", "raw": "2020年9月底前", "end": "2020-09-30", "origin": "column"}]}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let dates = dates_of(context.plan);
    context.works_with(|glance| glance.apart).filter_map(|work| contradiction(&work, &dates)).collect()
}

fn contradiction(work: &Work<'_>, dates: &govplan_time::Context) -> Option<Finding> {
    let apart = listed(work)?;
    let listed_end = apart.item.end?;
    let text = work.text.filter(|text| text.contains('前') && text.contains(['月', '年']))?;
    let found: Vec<Expression> = scan(text, dates);
    let completions = || found.iter().filter(|found| is_completion(text, found));
    let same_year = |found: &&Expression| found.end.is_some_and(|end| end.year() == listed_end.year());
    let later = completions().filter(same_year).find(|found| found.end.is_some_and(|end| end > listed_end));
    let other = later.or_else(|| {
        let only = found.first().filter(|only| found.len() == 1 && is_completion(text, only))?;
        let is_day = apart.item.kind == TimingKind::By;
        (is_day && is_all_of(text, only) && only.end != Some(listed_end)).then_some(only)
    })?;
    let (end, said) = (other.end?, text.get(other.span.clone())?);
    let listed = printed(apart.item);
    let message = Message::new(
        format!("所列时限`{listed}`为{listed_end}，正文写`{said}`，即{end}；请改为一致"),
        format!("the time limit `{listed}` is {listed_end}, but the text says `{said}`, {end}; make them agree"),
    );
    Some(Finding {
        pointer: Some(work.pointer_of(apart)),
        place: work.place_of(apart.item),
        subject: Some(work.id.to_owned()),
        expected: Some(said.to_owned()),
        found: Some(listed),
        ..DEADLINE_AGAINST_TEXT.finding(message)
    })
}

/// The single time limit that stands apart from the text; none where there are several, or a rhythm or a stage among them.
/// A report that is due besides is no stage.
fn listed<'c>(work: &Work<'c>) -> Option<Nth<'c>> {
    let is_apart = |timing: &Timing| matches!(timing.origin, Some(Origin::Column | Origin::Phrase));
    let is_limit = |timing: &Timing| timing.milestone.is_none() || stage(timing).is_some();
    let mut apart = work.located().filter(|located| is_apart(located.item) && is_limit(located.item));
    let only = apart.next().filter(|_| apart.next().is_none())?;
    let is_plain = only.item.milestone.is_none() && only.item.alternative.is_none();
    (is_plain && matches!(only.item.kind, TimingKind::By | TimingKind::Range)).then_some(only)
}

/// Whether an expression says by when all is done: no stage, nothing softened, nothing that can be read in two ways, and
/// no name of a document.
fn is_completion(text: &str, found: &Expression) -> bool {
    let before = text.get(..found.span.start).unwrap_or_default();
    let is_title = before.rfind('《') > before.rfind('》');
    let is_plain = found.milestone.is_none() && found.modality.is_none() && found.alternative.is_none();
    found.kind == TimingKind::By && found.end.is_some() && is_plain && !is_title
}

/// Whether a text is one clause that says what is completed by the time that it begins with, or ends with the time by
/// which all of it is.
fn is_all_of(text: &str, found: &Expression) -> bool {
    let before = text.get(..found.span.start).unwrap_or_default();
    let after = text.get(found.span.end..).unwrap_or_default().trim_start_matches(['，', ',']);
    let clause = after.trim_end_matches(['。', '；']);
    let is_end = matches!(clause, "完成" | "全部完成" | "全面完成" | "全部完工" | "全部竣工");
    if is_end && before.ends_with('，') && !before.contains(['；', '。', '\n']) {
        return true;
    }
    before.is_empty() && !clause.contains(['，', ',', '；', '。', '\n']) && clause.contains("完成")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Requirement, Section, SectionId, Task};

    fn found(text: &str, timings: &[(&str, &str)]) -> usize {
        let mut plan = Plan::new("计划".parse().unwrap());
        plan.head.issued_on = govplan_time::parse_iso_date("2020-02-01");
        let mut section = Section::new(SectionId::top(1));
        let mut task = Task::new(section.id.task(1));
        let mut requirement = Requirement::new(task.id.requirement(1), text);
        for (n, (raw, end)) in timings.iter().enumerate() {
            let mut timing = Timing::new(requirement.id.timing(n + 1), TimingKind::By);
            timing.raw = Some((*raw).to_owned());
            timing.end = govplan_time::parse_iso_date(end);
            timing.origin = Some(Origin::Column);
            requirement.timings.push(timing);
        }
        task.requirements.push(requirement);
        section.tasks.push(task);
        plan.sections.push(section);
        check(&Context::usual(&plan)).len()
    }

    #[test]
    fn stages_reports_and_later_years_are_no_contradiction() {
        let september = [("9月底前", "2020-09-30")];
        let december = [("12月底前", "2020-12-31")];
        assert_eq!(found("完成改造，11月底前完成验收。", &september), 1);
        assert_eq!(found("9月底前，完成改造。", &december), 1);
        assert_eq!(found("改造2836户，10月底前全部完成。", &december), 1);
        for text in [
            "6月底前完成招标，全面推进建设。",
            "完成改造，10月底前报送总结。",
            "落实《2020年12月底前完成改造的通知》。",
            "到2022年底实现全覆盖。",
            "力争12月底前完成。",
            "9月底前完成改造。",
            "8月15日前后开展宣传。",
        ] {
            assert_eq!(found(text, &september), 0, "{text}");
        }
        assert_eq!(found("12月底前完成改造。", &[("9月底前", "2020-09-30"), ("12月底前", "2020-12-31")]), 0);
    }
}
