use super::near_duplicate::pairs;
use super::same_text::{Same, end, ends_differ, same_texts};
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Message, Related, Severity};

pub(in crate::check) static CONTRADICTING_DEADLINES: Rule = Rule {
    code: "GP603",
    name: "contradicting-deadlines",
    severity: Severity::Warning,
    layer: Layer::Coherence,
    summary: RuleText {
        zh: "同一要求有两个不同的时限", en: "one requirement with two different time limits"
    },
    explanation: RuleText {
        zh: "正文相同或几乎相同的两项要求（所写的日期不论），完成时限是不同的两天",
        en: "two requirements of the same text or nearly so, the days that it names aside, are to be done by different days",
    },
    rationale: RuleText {
        zh: "同一件事两个时限，到期与否说不清",
        en: "with two days for one thing nobody can say when it is late",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "编制完成标准目录。", "timings": [{"id": "s1.t1.r1.d1", "kind": "by", "end": "2026-06-30"}]}]}]}, {"id": "s2", "tasks": [{"id": "s2.t1", "requirements": [{"id": "s2.t1.r1", "text": "编制完成标准目录。", "timings": [{"id": "s2.t1.r1.d1", "kind": "by", "end": "2026-09-30"}]}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "编制完成标准目录。", "timings": [{"id": "s1.t1.r1.d1", "kind": "by", "end": "2026-06-30"}]}]}]}, {"id": "s2", "tasks": [{"id": "s2.t1", "requirements": [{"id": "s2.t1.r1", "text": "修订完成标准目录。", "timings": [{"id": "s2.t1.r1.d1", "kind": "by", "end": "2026-09-30"}]}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let near = pairs(context).map(|pair| pair.to_vec());
    let same = same_texts(&context.requirements).into_iter().chain(near);
    same.filter(|same| ends_differ(same)).filter_map(|same| finding(&same)).collect()
}

fn finding(same: &Same<'_>) -> Option<Finding> {
    let (first, day) = same.iter().find_map(|part| Some((part, end(part.item)?)))?;
    let (other, other_day) = same.iter().find_map(|part| Some((part, end(part.item).filter(|end| *end != day)?)))?;
    let text = excerpt(other.item.text.as_deref()?);
    let before = &first.item.id;
    let message = Message::new(
        format!("要求`{text}`的时限为{other_day}，与{before}的{day}不同；请统一"),
        format!("requirement `{text}` is to be done by {other_day}, and by {day} in {before}; make them one"),
    );
    let others = same.iter().filter(|part| part.item.id != other.item.id);
    let related = others.map(|part| {
        let found = end(part.item).map(|end| end.to_string());
        Related::new(Some(part.pointer.clone()), part.item.place.clone(), found)
    });
    Some(Finding {
        pointer: Some(other.pointer.clone()),
        place: other.item.place.clone(),
        subject: Some(other.item.id.to_string()),
        expected: Some(day.to_string()),
        found: Some(other_day.to_string()),
        related: related.collect(),
        ..CONTRADICTING_DEADLINES.finding(message)
    })
}

#[cfg(test)]
mod tests {
    use super::super::same_text::plan_of;
    use super::*;

    #[test]
    fn one_day_and_no_day_do_not_contradict() {
        let plan = |ends: [&str; 3]| {
            plan_of(&ends.map(|end| [("编制完成标准目录。", "办公室", end)]).each_ref().map(|rows| &rows[..]))
        };
        assert_eq!(check(&Context::usual(&plan(["2026-06-30", "", "2026-06-30"]))), []);
        let findings = check(&Context::usual(&plan(["", "2026-06-30", "2026-09-30"])));
        assert_eq!(findings[0].pointer.as_deref(), Some("/sections/2/tasks/0/requirements/0"));
        assert_eq!(findings[0].related.len(), 2);
    }
}
