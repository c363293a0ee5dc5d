use super::limit::breaches;
use crate::check::basis::normative;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Severity};

pub(in crate::check) static LATE_PRESS_CONFERENCE: Rule = Rule {
    code: "GP517",
    name: "late-press-conference",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "重大突发事件新闻发布会超过24小时", en: "a press conference after more than 24 hours"
    },
    explanation: RuleText {
        zh: "特别重大、重大突发事件的政务舆情，举行新闻发布会的时间长于24小时",
        en: "a press conference on a grave emergency is held after more than 24 hours",
    },
    rationale: RuleText { zh: "发布会迟开，回应失去时效", en: "held later it answers nobody" },
    failing: r#"{"directives": [{"id": "n1", "text": "发生重大突发事件，3日内举行新闻发布会。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "发生重大突发事件，24小时内举行新闻发布会。"}]}"#,
    legal_basis: Some(normative(
        "国务院办公厅关于在政务公开工作中进一步做好政务舆情回应的通知（国办发〔2016〕61号）",
        None,
    )),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    breaches(context, &LATE_PRESS_CONFERENCE, ["举行新闻发布会的时间", "the time to hold a press conference"])
}
