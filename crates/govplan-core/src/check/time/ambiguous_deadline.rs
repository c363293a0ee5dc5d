use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity, Timing};

pub(in crate::check) static AMBIGUOUS_DEADLINE: Rule = Rule {
    code: "GP403",
    name: "ambiguous-deadline",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "时限可作两种理解", en: "a time limit that can be read in two ways" },
    explanation: RuleText {
        zh: "“第三季度前”“2027年前”可以指该期间开始之前，也可以指该期间结束之前；取较早的，另一种并列保留",
        en: "before a quarter or a year (第三季度前, 2027年前) can mean before it begins or before it ends; one reading is taken, the other kept beside it",
    },
    rationale: RuleText {
        zh: "两种理解相差一个季度甚至一年，督办时双方各执一词",
        en: "the two readings lie a quarter or a year apart, and each side follows its own",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "2020年第三季度前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年第三季度前", "end": "2020-06-30", "alternative": {"end": "2020-09-30"}}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "2020年9月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年9月底前", "end": "2020-09-30"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let findings = context.timings_with(|glance| glance.ambiguous).filter_map(|timing| {
        let said = timing.item.ambiguity()?;
        Some(Finding {
            pointer: Some(timing.pointer()),
            place: timing.place.cloned(),
            subject: Some(timing.owner.to_owned()),
            ..said
        })
    });
    findings.collect()
}

impl Timing {
    /// What is to be said where the words can mean two days (GP403).
    #[must_use]
    pub fn ambiguity(&self) -> Option<Finding> {
        let (taken, other) = (self.end?, self.alternative.as_ref()?.end?);
        let printed = self.raw.clone().unwrap_or_else(|| taken.to_string());
        let message = Message::new(
            format!("时限`{printed}`可理解为{taken}，也可理解为{other}；请写明日期，如`6月底前`"),
            format!("time limit `{printed}` can mean {taken} or {other}; state the last day, as in `6月底前`"),
        );
        Some(Finding { found: Some(printed), ..AMBIGUOUS_DEADLINE.finding(message) })
    }
}
