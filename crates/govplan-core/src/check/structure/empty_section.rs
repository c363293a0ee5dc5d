use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Message, Severity};

pub(in crate::check) static EMPTY_SECTION: Rule = Rule {
    code: "GP104",
    name: "empty-section",
    severity: Severity::Warning,
    layer: Layer::Structure,
    summary: RuleText { zh: "部分没有内容", en: "a section with nothing in it" },
    explanation: RuleText {
        zh: "部分之下既没有任务、下级部分，也没有段落",
        en: "the section holds neither tasks nor sections nor paragraphs",
    },
    rationale: RuleText {
        zh: "只有标题的部分没有可落实的工作，也可能是内容漏读",
        en: "a title alone asks for nothing, or its content was missed when it was read",
    },
    failing: r#"{"sections": [{"id": "s1", "label": "一", "title": "总体要求"}]}"#,
    passing: r#"{"sections": [{"id": "s1", "label": "一", "title": "总体要求", "paragraphs": ["坚持稳中求进。"]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let empty = context.sections.iter().filter(|section| {
        section.item.tasks.is_empty() && section.item.sections.is_empty() && section.item.paragraphs.is_empty()
    });
    let finding = |section: &crate::Located<'_, crate::Section>| {
        let name = section.item.title.as_deref().or(section.item.label.as_deref());
        let name = excerpt(name.unwrap_or(section.item.id.as_str()));
        let message = Message::new(
            format!("部分`{name}`没有内容，应有任务、下级部分或段落"),
            format!("section `{name}` is empty, expected tasks, sections or paragraphs in it"),
        );
        Finding {
            pointer: Some(section.pointer.clone()),
            place: section.item.place.clone(),
            subject: Some(name),
            ..EMPTY_SECTION.finding(message)
        }
    };
    empty.map(finding).collect()
}
