use super::essence::{essential, hashed};
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Fix, Located, Message, PatchOperation, PatchVerb, Severity, Task};

pub(in crate::check) static TITLE_IS_TEXT: Rule = Rule {
    code: "GP609",
    name: "title-is-text",
    severity: Severity::Note,
    layer: Layer::Coherence,
    summary: RuleText { zh: "要求的标题与正文相同", en: "a requirement whose title is its text" },
    explanation: RuleText {
        zh: "要求的标题与正文除空格、标点外完全相同，或任务只有一项要求而正文就是任务的标题",
        en: "the title of a requirement and its text are the same, white space and punctuation aside; or the only requirement of a task says its title again",
    },
    rationale: RuleText {
        zh: "同一句话显示两遍，也可能是正文漏读而用标题充数",
        en: "one sentence is shown twice, or the text was lost and the title stands for it",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "title": "编制标准目录", "text": "编制标准目录。"}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "title": "编制标准目录", "text": "编制标准目录并向社会公布。"}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let findings = context.requirements.iter().filter_map(|requirement| {
        let (title, text) = (requirement.item.title.as_deref()?, requirement.item.text.as_deref()?);
        if !essential(title).eq(essential(text)) || hashed(title).1 == 0 {
            return None;
        }
        let short = excerpt(title);
        let message = Message::new(
            format!("要求`{short}`的标题与正文相同；请删去标题，或补全正文"),
            format!(
                "requirement `{short}` has one sentence as title and text; take the title away, or complete the text"
            ),
        );
        let description = Message::new("删去标题", "take the title away");
        let pointer = format!("{}/title", requirement.pointer);
        let remove = PatchOperation { op: PatchVerb::Remove, path: pointer.clone(), from: None, value: None };
        Some(Finding {
            pointer: Some(pointer),
            place: requirement.item.place.clone(),
            subject: Some(requirement.item.id.to_string()),
            found: Some(title.to_owned()),
            fix: Some(Fix::new(description, vec![remove])),
            ..TITLE_IS_TEXT.finding(message)
        })
    });
    findings.chain(context.tasks.iter().filter_map(of_task)).collect()
}

/// A task whose only requirement says its title again.
fn of_task(task: &Located<'_, Task>) -> Option<Finding> {
    let [requirement] = task.item.requirements.as_slice() else { return None };
    let (title, text) = (task.item.title.as_deref()?, requirement.text.as_deref()?);
    if requirement.title.is_some() || !essential(title).eq(essential(text)) || hashed(title).1 == 0 {
        return None;
    }
    let short = excerpt(title);
    let message = Message::new(
        format!("任务`{short}`的要求只是重复了标题；请补全要求"),
        format!("task `{short}` asks for nothing but its title again; complete the requirement"),
    );
    Some(Finding {
        pointer: Some(format!("{}/requirements/0/text", task.pointer)),
        place: requirement.place.clone(),
        subject: Some(requirement.id.to_string()),
        found: Some(text.to_owned()),
        ..TITLE_IS_TEXT.finding(message)
    })
}
