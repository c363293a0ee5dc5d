use super::limit::breaches;
use crate::check::basis::decisions;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_HEARING_PAPERS: Rule = Rule {
    code: "GP505",
    name: "late-hearing-papers",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText { zh: "听证会材料送达不足7日", en: "hearing papers less than seven days ahead" },
    explanation: RuleText {
        zh: "决策听证会材料写明在会前不足7日送达听证参加人；处罚、许可、定价、规章的听证另有规定",
        en: "papers of a hearing on a decision reach its participants less than seven days before; hearings on penalties, licences, prices and rules have other limits",
    },
    rationale: RuleText {
        zh: "听证参加人来不及准备，听证流于形式",
        en: "participants cannot prepare, and the hearing is one in name only",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "听证会材料提前3日送达听证参加人。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "听证会材料提前7日送达听证参加人。"}]}"#,
    legal_basis: Some(decisions("第16条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LATE_HEARING_PAPERS, ["听证会材料的送达时间", "the time by which hearing papers arrive"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan};

    #[test]
    fn papers_of_hearings_on_decisions_alone_are_judged() {
        let found = |text: &str| {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.directives = vec![Directive::new(DirectiveId::nth(1), text)];
            check(&Context::usual(&plan)).len()
        };
        assert_eq!(found("召开听证会，听证材料于听证会召开3日前送达参加人。"), 1);
        assert_eq!(found("听证材料于听证会召开5个工作日前送达参加人。"), 0);
        assert_eq!(found("听证材料于听证会召开10日前送达参加人。"), 0);
        assert_eq!(found("听证材料于6月3日前送达参加人。"), 0);
        assert_eq!(found("行政处罚听证会材料提前3日送达当事人。"), 0);
        assert_eq!(found("听证会提前3日公告。"), 0);
    }
}
