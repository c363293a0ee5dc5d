use super::limit::breaches;
use crate::check::basis::disclosure;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LONG_REPLY_EXTENSION: Rule = Rule {
    code: "GP508",
    name: "long-reply-extension",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText { zh: "答复延长超过20个工作日", en: "an extension of more than twenty working days" },
    explanation: RuleText {
        zh: "政府信息公开申请答复的延长期限长于20个工作日",
        en: "the time by which the answer to a request for information is extended is longer than twenty working days",
    },
    rationale: RuleText {
        zh: "延长期限有法定上限，且须经负责人同意并告知申请人",
        en: "an extension has a limit in law, needs consent, and the applicant is to be told",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "公开申请不能按期答复的，延长答复的期限不超过30个工作日。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "公开申请不能按期答复的，延长答复的期限不超过20个工作日。"}]}"#,
    legal_basis: Some(disclosure("第33条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LONG_REPLY_EXTENSION, ["答复的延长期限", "the extension of a reply"])
}
