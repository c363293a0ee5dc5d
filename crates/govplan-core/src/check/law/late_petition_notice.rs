use super::limit::breaches;
use crate::check::basis::normative;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_PETITION_NOTICE: Rule = Rule {
    code: "GP519",
    name: "late-petition-notice",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "信访事项受理告知超过15日", en: "a petition taken up after more than fifteen days"
    },
    explanation: RuleText {
        zh: "收到信访事项后登记、转送、告知是否受理的期限长于15日",
        en: "the time to register a petition, to pass it on, or to say whether it is taken up is longer than fifteen days",
    },
    rationale: RuleText {
        zh: "超期不告知，信访人会重复上访，还要追究责任",
        en: "untold, a petitioner comes again, and somebody answers for it",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "收到信访事项后在30日内告知信访人是否受理。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "收到信访事项后在15日内告知信访人是否受理。"}]}"#,
    legal_basis: Some(normative("信访工作条例（2022年）", Some("第22、23条"))),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(
        context,
        &LATE_PETITION_NOTICE,
        ["信访事项受理告知的期限", "the time to say whether a petition is taken up"],
    )
}
