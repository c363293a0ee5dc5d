use super::document_kind::{TitleKind, title_kind};
use crate::check::basis::official_documents;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static MIXED_KINDS: Rule = Rule {
    code: "GP210",
    name: "mixed-kinds",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "两种文种混用", en: "two kinds of document in one" },
    explanation: RuleText {
        zh: "标题以“请示报告”“请示函”一类混合的文种结尾",
        en: "the title ends in a kind that mixes two, such as 请示报告",
    },
    rationale: RuleText {
        zh: "请示要批复，报告不要；混用则不知是否要答复",
        en: "a request asks for a reply and a report does not; of a mixture nobody knows",
    },
    failing: r#"{"head": {"title": "关于追加政务公开经费的请示报告"}}"#,
    passing: r#"{"head": {"title": "关于追加政务公开经费的请示"}}"#,
    legal_basis: Some(official_documents("第八条、第十五条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(title) = &context.plan.head.title else { return Vec::new() };
    let Some(TitleKind::Mixed(word)) = title_kind(title) else { return Vec::new() };
    let message = Message::new(
        format!("标题的文种`{word}`混用了两种文种，应只用一种；请示与报告分开行文"),
        format!("the title's kind `{word}` mixes two, expected one; ask and report in separate documents"),
    );
    vec![Finding {
        pointer: Some("/head/title".to_owned()),
        subject: Some(title.clone()),
        found: Some(word.to_owned()),
        ..MIXED_KINDS.finding(message)
    }]
}
