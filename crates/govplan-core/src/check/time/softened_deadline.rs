use super::said::{is_dated, printed, together};
use crate::check::{Context, Layer, Part, Rule, RuleText};
use crate::{Finding, Message, Severity, Timing};

pub(in crate::check) static SOFTENED_DEADLINE: Rule = Rule {
    code: "GP419",
    name: "softened-deadline",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "时限带有“力争”“原则上”", en: "a time limit that is softened" },
    explanation: RuleText {
        zh: "写明日期的时限之前有“力争”“争取”“原则上”一类的词；全计划提示一次，列出各处",
        en: "a word such as 力争 or 原则上 stands before a time limit with a day; said once for the plan, with every place",
    },
    rationale: RuleText {
        zh: "这样的时限过期是否算逾期，考核时说法不一",
        en: "whether such a time limit is overdue when its day is past is open to dispute",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "力争2020年底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年底前", "end": "2020-12-31", "modality": "力争"}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "2020年底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年底前", "end": "2020-12-31"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let is_soft = |timing: &Timing| is_dated(timing) && timing.modality.is_some();
    let soft: Vec<Part<'_, Timing>> =
        context.timings_with(|glance| glance.softened).filter(|timing| is_soft(timing.item)).collect();
    let Some(first) = soft.first().map(|timing| timing.item) else { return Vec::new() };
    let (word, printed, count) = (first.modality.as_deref().unwrap_or_default(), printed(first), soft.len());
    let message = Message::new(
        format!("时限`{printed}`前有`{word}`（同类{count}处）；请写明是否必须按期完成"),
        format!("`{word}` softens the time limit `{printed}` (places: {count}); say whether it binds"),
    );
    together(&SOFTENED_DEADLINE, &soft, message).into_iter().collect()
}
