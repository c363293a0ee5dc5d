use crate::check::form::Numeral;
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Located, Message, Place, Related, Requirement, Severity, Task};

pub(in crate::check) static UNNUMBERED_ITEM: Rule = Rule {
    code: "GP108",
    name: "unnumbered-item",
    severity: Severity::Warning,
    layer: Layer::Structure,
    summary: RuleText {
        zh: "编号的事项之间夹有没有编号的", en: "an item without a number between numbered ones"
    },
    explanation: RuleText {
        zh: "同级的部分、任务或一项任务的要求，前后两项序号相连，中间却夹着没有序号的一项",
        en: "a section, a task or a requirement of a task without a number stands between two whose numbers follow each other",
    },
    rationale: RuleText {
        zh: "没有序号的一项无法按序号引用，也可能是上一项的续行被误作一项",
        en: "it cannot be cited by number, or it is the rest of the item above, taken for one of its own",
    },
    failing: r#"{"sections": [{"id": "s1", "label": "一", "paragraphs": ["总体要求"]}, {"id": "s2", "paragraphs": ["工作安排"]}, {"id": "s3", "label": "二", "paragraphs": ["保障措施"]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "label": "一", "paragraphs": ["总体要求"]}, {"id": "s2", "label": "二", "paragraphs": ["工作安排"]}, {"id": "s3", "label": "三", "paragraphs": ["保障措施"]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// One of several items of a level.
struct Item<'c> {
    pointer: &'c str,
    label: Option<&'c str>,
    title: Option<&'c str>,
    id: &'c str,
    place: Option<&'c Place>,
}

impl<'c> Item<'c> {
    fn of_task(task: &'c Located<'_, Task>) -> Self {
        let Task { id, label, title, place, .. } = task.item;
        Self {
            pointer: &task.pointer,
            label: label.as_deref(),
            title: title.as_deref(),
            id: id.as_str(),
            place: place.as_ref(),
        }
    }

    fn of_requirement(requirement: &'c Located<'_, Requirement>) -> Self {
        let Requirement { id, label, title, place, .. } = requirement.item;
        let pointer = &requirement.pointer;
        Self { pointer, label: label.as_deref(), title: title.as_deref(), id: id.as_str(), place: place.as_ref() }
    }
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let sections = context.sections.iter().map(|section| Item {
        pointer: &section.pointer,
        label: section.item.label.as_deref(),
        title: section.item.title.as_deref(),
        id: section.item.id.as_str(),
        place: section.item.place.as_ref(),
    });
    // The sections below a section stand between it and the next of its level.
    let mut levels: Vec<(usize, Vec<Item<'_>>)> = Vec::new();
    let mut findings = Vec::new();
    for item in sections {
        let depth = item.pointer.matches('/').count();
        while let Some((_, level)) = levels.pop_if(|(other, _)| *other > depth) {
            findings.extend(unnumbered(&level));
        }
        match levels.last_mut().filter(|(other, _)| *other == depth) {
            Some((_, level)) => level.push(item),
            None => levels.push((depth, vec![item])),
        }
    }
    findings.extend(levels.iter().flat_map(|(_, level)| unnumbered(level)));

    let mut tasks = context.tasks.iter();
    for section in &context.sections {
        let own = tasks.by_ref().take(section.item.tasks.len());
        findings.extend(unnumbered(&own.map(Item::of_task).collect::<Vec<_>>()));
    }
    let mut requirements = context.requirements.iter();
    for task in &context.tasks {
        let own = requirements.by_ref().take(task.item.requirements.len());
        findings.extend(unnumbered(&own.map(Item::of_requirement).collect::<Vec<_>>()));
    }
    findings
}

fn unnumbered(level: &[Item<'_>]) -> Vec<Finding> {
    let windows = level.windows(3).filter_map(|window| match window {
        [before, item, after] if item.label.is_none() => {
            let (last, next) = (Numeral::read(before.label?)?, Numeral::read(after.label?)?);
            let follows = last.series == next.series && last.value.checked_add(1) == Some(next.value);
            follows.then(|| finding(before, item, after))
        }
        _ => None,
    });
    windows.collect()
}

fn finding(before: &Item<'_>, item: &Item<'_>, after: &Item<'_>) -> Finding {
    let name = excerpt(item.title.unwrap_or(item.id));
    let (last, next) = (before.label.unwrap_or_default(), after.label.unwrap_or_default());
    let message = Message::new(
        format!("`{name}`没有序号，前后为`{last}`和`{next}`；请编上序号，或并入上一项"),
        format!("`{name}` has no number between `{last}` and `{next}`; number it, or join it to the item above"),
    );
    let related = [before, after].map(|other| {
        Related::new(Some(other.pointer.to_owned()), other.place.cloned(), other.label.map(str::to_owned))
    });
    Finding {
        pointer: Some(item.pointer.to_owned()),
        place: item.place.cloned(),
        subject: Some(name),
        related: related.into(),
        ..UNNUMBERED_ITEM.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Section, SectionId};

    fn found(labels: &[Option<&str>]) -> Vec<String> {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        for (n, label) in labels.iter().enumerate() {
            let mut task = Task::new(section.id.task(n + 1));
            task.label = label.map(str::to_owned);
            section.tasks.push(task);
        }
        plan.sections.push(section);
        check(&Context::usual(&plan)).into_iter().filter_map(|finding| finding.subject).collect()
    }

    #[test]
    fn only_what_stands_between_numbers_that_follow_each_other_is_found() {
        assert_eq!(found(&[Some("1"), None, Some("2"), Some("3")]), ["s1.t2"]);
        // A head without a number, an appendix, a plan without numbers, and a number that another rule misses.
        for labels in [
            &[None, Some("1"), Some("2")][..],
            &[Some("1"), Some("2"), None],
            &[None, None, None],
            &[Some("1"), None, Some("3")],
            &[Some("3"), None, Some("1")],
            &[Some("1"), None, None, Some("2")],
        ] {
            assert_eq!(found(labels), [""; 0], "{labels:?}");
        }
    }
}
