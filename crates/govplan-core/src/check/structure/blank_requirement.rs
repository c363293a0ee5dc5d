use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Located, Message, Related, Requirement, Severity};

pub(in crate::check) static BLANK_REQUIREMENT: Rule = Rule {
    code: "GP107",
    name: "blank-requirement",
    severity: Severity::Warning,
    layer: Layer::Structure,
    summary: RuleText { zh: "要求没有文字", en: "a requirement without words" },
    explanation: RuleText {
        zh: "要求没有正文和标题，所在任务也没有标题或有几项要求，看不出要做什么；全计划提示一次，列出各处",
        en: "the requirement has neither body nor title, and its task has no title or several requirements, so that nobody can tell what is asked; said once for a plan, with every place",
    },
    rationale: RuleText {
        zh: "空白的一行可能是漏填、合并单元格读错，或是合计行误作任务",
        en: "a blank row was left unfilled, comes of merged cells, or is a row of totals taken for work",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1"}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "公开重大决策。"}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut blank: Vec<&Located<'_, Requirement>> = Vec::new();
    let mut requirements = context.requirements.iter();
    for task in &context.tasks {
        let count = task.item.requirements.len();
        let told = count == 1 && (task.item.title.is_some() || task.item.intro.is_some());
        let own = requirements.by_ref().take(count);
        blank.extend(own.filter(|r| !told && r.item.text.is_none() && r.item.title.is_none()));
    }
    let Some((first, others)) = blank.split_first() else { return Vec::new() };
    let id = first.item.id.as_str();
    let count = blank.len();
    let message = Message::new(
        format!("要求`{id}`没有文字（共{count}项）；请写明要做什么，不是任务的请删去"),
        format!(
            "requirement `{id}` has no words (such requirements: {count}); say what is to be done, or drop what is no work"
        ),
    );
    let related = others.iter().map(|r| Related::new(Some(r.pointer.clone()), r.item.place.clone(), None));
    vec![Finding {
        pointer: Some(first.pointer.clone()),
        place: first.item.place.clone(),
        subject: Some(id.to_owned()),
        related: related.collect(),
        ..BLANK_REQUIREMENT.finding(message)
    }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Section, SectionId, Task};

    #[test]
    fn a_title_above_tells_what_the_only_requirement_asks() {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        let mut task = Task::new(section.id.task(1));
        task.title = Some("推进决策公开".to_owned());
        task.requirements.push(Requirement::new(task.id.requirement(1), ""));
        section.tasks.push(task);
        plan.sections.push(section);
        assert_eq!(check(&Context::usual(&plan)), []);

        let task = &mut plan.sections[0].tasks[0];
        task.requirements.push(Requirement::new(task.id.requirement(2), ""));
        let findings = check(&Context::usual(&plan));
        assert_eq!((findings.len(), findings[0].related.len()), (1, 1));
    }
}
