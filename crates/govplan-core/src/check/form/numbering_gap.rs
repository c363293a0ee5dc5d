use super::numbering::{Numbered, finding_at, of_rule};
use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static NUMBERING_GAP: Rule = Rule {
    code: "GP203",
    name: "numbering-gap",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "序号不连续", en: "a number is left out or out of order" },
    explanation: RuleText {
        zh: "部分、任务、要求、通知事项的序号应当从一起依次编排；序号可以在每个部分重新开始，也可以全文连续，按较相符的一种判断",
        en: "numbers of sections, tasks, requirements and directives count on from one; they may start anew in each part or run through the plan, whichever fits better",
    },
    rationale: RuleText {
        zh: "缺号可能是漏读、漏排了一项任务，也使按序号引用出错",
        en: "a missing number may be a task lost in print or in reading, and what is cited by number goes wrong",
    },
    failing: r#"{"sections": [{"id": "s1", "label": "一", "paragraphs": ["总体要求"]}, {"id": "s2", "label": "三", "paragraphs": ["工作安排"]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "label": "一", "paragraphs": ["总体要求"]}, {"id": "s2", "label": "二", "paragraphs": ["工作安排"]}]}"#,
    legal_basis: Some(official_format("7.3.3")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    of_rule(context, &NUMBERING_GAP)
}

pub(super) fn gap(item: &Numbered<'_>, expected: Option<String>) -> Finding {
    let label = item.label;
    let message = match &expected {
        Some(expected) => Message::new(
            format!("序号`{label}`处应为`{expected}`；请补上所缺事项或顺次改号"),
            format!("number `{label}` stands where `{expected}` was expected; add what is missing or number anew"),
        ),
        None => Message::new(
            format!("序号`{label}`之前有缺号；请补上所缺事项或顺次改号"),
            format!("numbers are left out before `{label}`; add what is missing or number anew"),
        ),
    };
    Finding { expected, ..finding_at(&NUMBERING_GAP, item, None, message) }
}

pub(super) fn out_of_order(item: &Numbered<'_>, highest: &Numbered<'_>) -> Finding {
    let (label, above) = (item.label, highest.label);
    let message = Message::new(
        format!("序号`{label}`排在`{above}`之后；请依次编排"),
        format!("number `{label}` stands after `{above}`, expected before it; number in order"),
    );
    finding_at(&NUMBERING_GAP, item, Some(highest), message)
}
