use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Located, Message, Section, Severity, Task};

pub(in crate::check) static EMPTY_TASK: Rule = Rule {
    code: "GP105",
    name: "empty-task",
    severity: Severity::Warning,
    layer: Layer::Structure,
    summary: RuleText { zh: "任务没有具体要求", en: "a task that asks for nothing" },
    explanation: RuleText {
        zh: "任务之下没有要求，也没有引言；所在部分另有段落的（如“基本原则”）不在此列",
        en: "the task holds neither requirements nor prose; one whose section has paragraphs, as principles do, is left alone",
    },
    rationale: RuleText {
        zh: "只有标题的任务无人承办、无从督办，也可能是内容漏读",
        en: "a title alone is nobody's work and cannot be followed up, or its content was missed when it was read",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "label": "1", "title": "推进决策公开"}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "label": "1", "title": "推进决策公开", "requirements": [{"id": "s1.t1.r1", "text": "公开重大决策。"}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut tasks = context.tasks.iter();
    for section in &context.sections {
        let own = tasks.by_ref().take(section.item.tasks.len());
        let empty = own.filter(|task| is_empty(section.item, task.item));
        findings.extend(empty.map(finding));
    }
    findings
}

fn is_empty(section: &Section, task: &Task) -> bool {
    section.paragraphs.is_empty() && task.requirements.is_empty() && task.intro.is_none()
}

fn finding(task: &Located<'_, Task>) -> Finding {
    let Task { id, label, title, place, .. } = task.item;
    let name = excerpt(title.as_deref().or(label.as_deref()).unwrap_or(id.as_str()));
    let message = Message::new(
        format!("任务`{name}`没有具体要求；请补上要求，或并入其他任务"),
        format!("task `{name}` asks for nothing, expected a requirement; add one or merge the task into another"),
    );
    Finding {
        pointer: Some(task.pointer.clone()),
        place: place.clone(),
        subject: Some(name),
        ..EMPTY_TASK.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, SectionId};

    #[test]
    fn principles_in_the_section_s_paragraphs_are_no_empty_task() {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        section.tasks.push(Task::new(section.id.task(1)));
        plan.sections.push(section);
        assert_eq!(check(&Context::usual(&plan))[0].pointer.as_deref(), Some("/sections/0/tasks/0"));

        plan.sections[0].paragraphs = vec!["坚持市场主导。".to_owned()];
        assert_eq!(check(&Context::usual(&plan)), []);
        plan.sections[0].paragraphs.clear();
        plan.sections[0].tasks[0].intro = Some("坚持市场主导。".to_owned());
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
