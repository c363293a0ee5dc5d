use super::limit::breaches;
use crate::check::basis::normative;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_PETITION_RESULT: Rule = Rule {
    code: "GP520",
    name: "late-petition-result",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText { zh: "信访事项办结超过60日", en: "a petition settled after more than sixty days" },
    explanation: RuleText {
        zh: "信访事项自受理之日起办结的期限长于60日；经批准延长的另算",
        en: "a petition is settled more than sixty days after it was taken up; extensions that were granted are counted apart",
    },
    rationale: RuleText {
        zh: "超期未办结列入信访工作考核和责任追究",
        en: "what is not settled in time counts against the organ and its officials",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "信访事项自受理之日起90日内办结。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "信访事项自受理之日起60日内办结。"}]}"#,
    legal_basis: Some(normative("信访工作条例（2022年）", Some("第34条"))),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LATE_PETITION_RESULT, ["信访事项的办结期限", "the time to settle a petition"])
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
        assert_eq!(found("信访事项自受理之日起90日内办结。"), 1);
        assert_eq!(found("信访事项60日内办结，情况复杂的经批准可延长30日。"), 0);
        assert_eq!(found("信访积案在半年内办结。"), 0);
        assert_eq!(found("信访事项自受理之日起2个月内办结。"), 0);
    }
}
