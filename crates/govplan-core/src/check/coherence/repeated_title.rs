use super::essence::essence;
use crate::check::context::task;
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Message, Place, Related, Severity};
use hashbrown::HashMap;

pub(in crate::check) static REPEATED_TITLE: Rule = Rule {
    code: "GP611",
    name: "repeated-title",
    severity: Severity::Warning,
    layer: Layer::Coherence,
    summary: RuleText {
        zh: "并列的部分或任务标题相同", en: "two sections or tasks of one title side by side"
    },
    explanation: RuleText {
        zh: "同一层级下两个部分、同一部分下两项任务、或同一任务下两项编号不同的要求的标题除空格、标点外相同；不同上级之下的同名标题（如各附件都有“工作目标”）不算",
        en: "two sections under one parent, two tasks of one section, or two requirements of one task with numbers of their own, have the same title, white space and punctuation aside; titles under different parents (工作目标 in each attachment) are none",
    },
    rationale: RuleText {
        zh: "按标题引用分不清是哪一个；也可能是一项任务被拆成两处",
        en: "who cites the title may mean either, or one task was torn in two",
    },
    failing: r#"{"sections": [{"id": "s1", "label": "一", "title": "加强组织领导", "paragraphs": ["成立工作专班。"]}, {"id": "s2", "label": "二", "title": "加强组织领导", "paragraphs": ["落实工作经费。"]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "label": "一", "title": "加强组织领导", "paragraphs": ["成立工作专班。"]}, {"id": "s2", "label": "二", "title": "强化经费保障", "paragraphs": ["落实工作经费。"]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let sections = context.sections.iter().map(|section| {
        let parent = section.pointer.rsplit_once("/sections").map_or("", |(parent, _)| parent);
        (parent, "", section.pointer.as_str(), section.item.title.as_deref(), section.item.place.as_ref())
    });
    let tasks = context.tasks.iter().map(|task| {
        let parent = task.pointer.rsplit_once("/tasks").map_or("", |(parent, _)| parent);
        (parent, "task", task.pointer.as_str(), task.item.title.as_deref(), task.item.place.as_ref())
    });
    // The parts of one numbered item share its title.
    let mut last = (None, None);
    let requirements = context.requirements.iter().filter_map(|requirement| {
        let item = requirement.item;
        let this = (item.label.as_deref(), item.title.as_deref());
        let is_part = std::mem::replace(&mut last, this) == this;
        let title = item.title.as_deref().filter(|_| !is_part && item.label.is_some());
        Some((task(requirement), "requirement", requirement.pointer.as_str(), Some(title?), item.place.as_ref()))
    });
    let mut findings: Vec<Finding> = Vec::new();
    let mut seen: HashMap<(&str, &str, String), Seen<'_>> = HashMap::new();
    for (parent, kind, pointer, title, place) in sections.chain(tasks).chain(requirements) {
        let Some(title) = title else { continue };
        let name = essence(title);
        if name.is_empty() {
            continue;
        }
        let key = (parent, kind, name);
        let Some(first) = seen.get_mut(&key) else {
            seen.insert(key, Seen { pointer, place, finding: None });
            continue;
        };
        let here = Related::new(Some(pointer.to_owned()), place.cloned(), None);
        if let Some(finding) = first.finding.and_then(|index| findings.get_mut(index)) {
            finding.related.push(here);
            continue;
        }
        first.finding = Some(findings.len());
        let short = excerpt(title);
        let message = Message::new(
            format!("标题`{short}`在并列的位置重复；请改标题，或合并内容"),
            format!(
                "title `{short}` stands twice side by side, expected once; change one, or merge what stands under them"
            ),
        );
        findings.push(Finding {
            pointer: Some(format!("{pointer}/title")),
            place: place.cloned(),
            subject: Some(title.to_owned()),
            found: Some(title.to_owned()),
            related: vec![Related::new(Some(first.pointer.to_owned()), first.place.cloned(), None)],
            ..REPEATED_TITLE.finding(message)
        });
    }
    findings
}

/// Where a title stands first, and the finding that it has.
struct Seen<'c> {
    pointer: &'c str,
    place: Option<&'c Place>,
    finding: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Section, SectionId, Task};

    #[test]
    fn titles_under_different_parents_are_not_said() {
        let mut plan = Plan::new("计划".parse().unwrap());
        for n in 1..=2 {
            let mut section = Section::new(SectionId::top(n));
            section.title = Some(format!("附件{n}"));
            let mut goal = Section::new(section.id.section(1));
            goal.title = Some("工作目标".to_owned());
            let mut task = Task::new(goal.id.task(1));
            task.title = Some("工作目标".to_owned());
            goal.tasks.push(task);
            section.sections.push(goal);
            plan.sections.push(section);
        }
        assert_eq!(check(&Context::usual(&plan)), []);
        let task = plan.sections[0].sections[0].tasks[0].clone();
        plan.sections[0].sections[0].tasks.extend([task.clone(), task]);
        let findings = check(&Context::usual(&plan));
        assert_eq!(findings.iter().map(|finding| finding.related.len()).collect::<Vec<_>>(), [2]);
    }
}
