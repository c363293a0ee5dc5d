use super::limit::breaches;
use crate::check::basis::disclosure;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_DISCLOSURE: Rule = Rule {
    code: "GP511",
    name: "late-disclosure",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "主动公开超过20个工作日", en: "information disclosed after more than twenty working days"
    },
    explanation: RuleText {
        zh: "应当主动公开的信息，自形成或者变更之日起公开的期限长于20个工作日",
        en: "information to be disclosed unasked is disclosed more than twenty working days after it was made or changed",
    },
    rationale: RuleText {
        zh: "逾期公开在政务公开考核中扣分，也可能被责令改正",
        en: "late disclosure costs marks in assessment and can be ordered to be mended",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "主动公开的政府信息自形成之日起30个工作日内公开。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "主动公开的政府信息自形成之日起20个工作日内公开。"}]}"#,
    legal_basis: Some(disclosure("第26条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LATE_DISCLOSURE, ["主动公开的期限", "the time to disclose"])
}
