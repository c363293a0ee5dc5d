use super::numbering::{Numbered, finding_at, of_rule};
use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static NUMBERING_REPEAT: Rule = Rule {
    code: "GP204",
    name: "numbering-repeat",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "序号重复", en: "a number that is used twice" },
    explanation: RuleText {
        zh: "同一层次的序号不重复；一条中写了几处责任单位而分成几项要求的，序号相同不算重复",
        en: "numbers of one level do not repeat; a clause that is several requirements because it names responsible units several times keeps its one number",
    },
    rationale: RuleText {
        zh: "按序号引用、督办时不知所指",
        en: "what is cited or followed up by its number is no longer one thing",
    },
    failing: r#"{"sections": [{"id": "s1", "label": "一", "paragraphs": ["总体要求"]}, {"id": "s2", "label": "一", "paragraphs": ["工作安排"]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "label": "一", "paragraphs": ["总体要求"]}, {"id": "s2", "label": "二", "paragraphs": ["工作安排"]}]}"#,
    legal_basis: Some(official_format("7.3.3")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    of_rule(context, &NUMBERING_REPEAT)
}

pub(super) fn repeat(item: &Numbered<'_>, first: &Numbered<'_>) -> Finding {
    let label = item.label;
    let message = Message::new(
        format!("序号`{label}`重复；请顺次改号"),
        format!("number `{label}` is used twice at this level, expected once; number anew"),
    );
    finding_at(&NUMBERING_REPEAT, item, Some(first), message)
}
