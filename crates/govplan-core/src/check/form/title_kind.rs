use super::document_kind::{TitleKind, title_kind};
use crate::check::basis::official_documents;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Fix, Message, PatchOperation, Severity};

pub(in crate::check) static TITLE_KIND: Rule = Rule {
    code: "GP209",
    name: "title-kind",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "文种与标题不符", en: "the kind is not the one that the title names" },
    explanation: RuleText {
        zh: "`head.kind` 应与标题结尾的文种一致",
        en: "`head.kind` is the kind that the title ends in",
    },
    rationale: RuleText {
        zh: "按文种统计、判断效力和行文方向的都会出错",
        en: "what goes by the kind, such as who may be asked to act, goes wrong",
    },
    failing: r#"{"head": {"title": "关于印发工作要点的通知", "kind": "opinion"}}"#,
    passing: r#"{"head": {"title": "关于印发工作要点的通知", "kind": "notice"}}"#,
    legal_basis: Some(official_documents("第八条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let head = &context.plan.head;
    let (Some(title), Some(stated)) = (&head.title, head.kind) else { return Vec::new() };
    let Some(TitleKind::Kind(kind, word)) = title_kind(title) else { return Vec::new() };
    let names = (serde_json::to_value(kind), serde_json::to_value(stated));
    let (Ok(serde_json::Value::String(expected)), Ok(serde_json::Value::String(found))) = names else {
        return Vec::new();
    };
    if kind == stated {
        return Vec::new();
    }
    let message = Message::new(
        format!("文种记为`{found}`，标题的文种是`{word}`，应为`{expected}`"),
        format!("kind `{found}` stands beside a title that ends in `{word}`, expected `{expected}`"),
    );
    let description = Message::new(format!("文种改为`{expected}`"), format!("set the kind to `{expected}`"));
    let patch = vec![PatchOperation::replace("/head/kind", expected.as_str())];
    vec![Finding {
        pointer: Some("/head/kind".to_owned()),
        subject: Some(title.clone()),
        expected: Some(expected),
        found: Some(found),
        fix: Some(Fix::new(description, patch)),
        ..TITLE_KIND.finding(message)
    }]
}
