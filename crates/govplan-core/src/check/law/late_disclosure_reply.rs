use super::limit::breaches;
use crate::check::basis::disclosure;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_DISCLOSURE_REPLY: Rule = Rule {
    code: "GP507",
    name: "late-disclosure-reply",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "公开申请答复超过20个工作日",
        en: "a reply to a request for information after more than twenty working days",
    },
    explanation: RuleText {
        zh: "政府信息公开申请的答复期限长于20个工作日；延长、征求第三方意见的时间另算",
        en: "the time to answer a request for government information is longer than twenty working days; extensions and consultation of third parties are counted apart",
    },
    rationale: RuleText {
        zh: "逾期答复会在复议、诉讼中被确认违法",
        en: "a late reply is found unlawful on review or in court",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "政府信息公开申请在30个工作日内答复。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "政府信息公开申请在20个工作日内答复。"}]}"#,
    legal_basis: Some(disclosure("第33条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LATE_DISCLOSURE_REPLY, ["公开申请的答复期限", "the time to answer a request"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan};

    #[test]
    fn only_what_is_surely_past_the_limit_is_said() {
        let found = |text: &str| {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.directives = vec![Directive::new(DirectiveId::nth(1), text)];
            check(&Context::usual(&plan)).len()
        };
        assert_eq!(found("收到公开申请后5个工作日内转办，30个工作日内答复申请人。"), 1);
        assert_eq!(found("依申请公开事项自收到申请之日起2个月内办结。"), 1);
        assert_eq!(found("依申请公开事项自收到申请之日起1个月内办结。"), 0);
        assert_eq!(found("公开申请在15个工作日内答复，需要延长的，延长后40个工作日内答复。"), 0);
        assert_eq!(found("依申请公开的信息，30个工作日内整理归档。"), 0);
        assert_eq!(found("主动公开目录在30个工作日内答复意见。"), 0);
    }
}
