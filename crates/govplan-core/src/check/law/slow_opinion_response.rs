use super::limit::breaches;
use crate::check::basis::normative;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static SLOW_OPINION_RESPONSE: Rule = Rule {
    code: "GP515",
    name: "slow-opinion-response",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "政务舆情回应超过48小时", en: "public concern answered after more than 48 hours"
    },
    explanation: RuleText {
        zh: "政务舆情回应的期限长于48小时；特别重大、重大突发事件另有更短的期限",
        en: "public concern is answered after more than 48 hours; grave emergencies have shorter limits",
    },
    rationale: RuleText {
        zh: "回应慢了，不实信息先传开", en: "what is not true spreads before the answer"
    },
    failing: r#"{"directives": [{"id": "n1", "text": "对政务舆情在5个工作日内予以回应。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "对政务舆情在48小时内予以回应。"}]}"#,
    legal_basis: Some(normative(
        "国务院办公厅关于在政务公开工作中进一步做好政务舆情回应的通知（国办发〔2016〕61号）",
        None,
    )),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &SLOW_OPINION_RESPONSE, ["舆情回应的时间", "the time to answer public concern"])
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
        assert_eq!(found("对政务舆情3日内予以回应。"), 1);
        assert_eq!(found("对政务舆情2天内予以回应。"), 0);
        assert_eq!(found("舆情处置后5日内报告情况。"), 0);
    }
}
