use super::limit::breaches;
use crate::check::basis::decisions;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static SHORT_DECISION_CONSULTATION: Rule = Rule {
    code: "GP501",
    name: "short-decision-consultation",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "决策草案公开征求意见不足30日",
        en: "less than thirty days to comment on a draft decision",
    },
    explanation: RuleText {
        zh: "重大决策事项向社会公开征求意见，写明的期限短于30日；写明情况紧急需要缩短的、规范性文件和规章另按其规定",
        en: "the time to comment on a draft of a major decision is shorter than thirty days; urgent cases that say so, normative documents and rules are not meant",
    },
    rationale: RuleText {
        zh: "期限不足又不说明理由，决策程序有瑕疵，决策可能被纠正",
        en: "a shorter time without a reason is a flaw of procedure for which the decision can be set right",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "重大行政决策草案向社会公开征求意见的期限不少于15日。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "重大行政决策草案向社会公开征求意见的期限不少于30日。"}]}"#,
    legal_basis: Some(decisions("第15条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(
        context,
        &SHORT_DECISION_CONSULTATION,
        ["决策草案公开征求意见的期限", "the time to comment on a draft decision"],
    )
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
        assert_eq!(found("重大行政决策应当公开征求意见，期限不少于10日。"), 1);
        assert_eq!(found("重大行政决策公开征求意见期限为7天。"), 1);
        assert_eq!(found("重大行政决策公开征求意见不少于20个工作日。"), 0);
        assert_eq!(found("重大行政决策公开征求意见一般不少于30日，因情况紧急需要缩短的，不少于10日并予以说明。"), 0);
        assert_eq!(found("重大行政决策草案征求部门意见不少于5个工作日。"), 0);
        assert_eq!(found("重大行政决策草案公开征求意见结束后10个工作日内反馈采纳情况。"), 0);
        assert_eq!(found("重大行政决策公开征求意见不少于30日，合法性审查不少于7个工作日。"), 0);
        assert_eq!(found("公开征求意见不少于5日。"), 0);
    }
}
