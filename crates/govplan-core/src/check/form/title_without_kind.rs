use super::document_kind::title_kind;
use crate::check::basis::official_documents;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static TITLE_WITHOUT_KIND: Rule = Rule {
    code: "GP208",
    name: "title-without-kind",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "公文标题没有文种", en: "a title that names no kind of document" },
    explanation: RuleText {
        zh: "有发文字号的公文，标题应以十五种法定文种之一结尾；方案、要点、计划等应作为附件由通知等印发",
        en: "the title of a document with a number ends in one of the fifteen statutory kinds; plans, key points and the like travel as attachments of a notice",
    },
    rationale: RuleText {
        zh: "文种决定行文方向和效力，没有文种就不知道这份文件要求谁做什么",
        en: "the kind says who writes to whom and with what force",
    },
    failing: r#"{"head": {"number": "兖教体发〔2020〕46号", "title": "2020年政务公开工作要点"}}"#,
    passing: r#"{"head": {"number": "兖教体发〔2020〕46号", "title": "关于印发2020年政务公开工作要点的通知"}}"#,
    legal_basis: Some(official_documents("第八条、第九条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let head = &context.plan.head;
    let Some(title) = head.title.as_deref().filter(|title| title_kind(title).is_none()) else { return Vec::new() };
    if head.number.is_none() {
        return Vec::new();
    }
    let message = Message::new(
        format!("标题`{title}`没有文种，应以十五种文种之一（如`通知`）结尾；请补上文种"),
        format!(
            "title `{title}` names no kind of document, expected one of the fifteen such as `通知` at its end; add it"
        ),
    );
    vec![Finding {
        pointer: Some("/head/title".to_owned()),
        subject: Some(title.to_owned()),
        found: Some(title.to_owned()),
        ..TITLE_WITHOUT_KIND.finding(message)
    }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plan;

    #[test]
    fn a_table_that_is_no_official_document_needs_no_kind() {
        let mut plan = Plan::new("计划".parse().unwrap());
        plan.head.title = Some("2020年重点工作任务分解表".to_owned());
        assert_eq!(check(&Context::usual(&plan)), []);
        plan.head.number = Some("兖教体发〔2020〕46号".parse().unwrap());
        assert_eq!(check(&Context::usual(&plan)).len(), 1);
    }
}
