use super::PrintedText;
use super::slip::{Slip, findings};
use crate::check::basis::punctuation;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};
use std::sync::LazyLock;

pub(in crate::check) static CUT_OFF_TEXT: Rule = Rule {
    code: "GP219",
    name: "cut-off-text",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "文字没有说完", en: "a text that breaks off" },
    explanation: RuleText {
        zh: "正文以逗号、顿号或“以及”一类的连词结尾",
        en: "a body ends in a comma or in a conjunction such as 以及",
    },
    rationale: RuleText {
        zh: "后面的文字可能漏排或漏读，任务因此不完整",
        en: "what follows was lost in print or in reading, and the work is not all there",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "建立公开台账，明确责任单位、"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "建立公开台账，明确责任单位、完成时限。"}]}"#,
    legal_basis: Some(punctuation("4.4、4.5")),
    schema_can_say: false,
    check: Some(check),
};

/// What no finished text ends in.
static ENDINGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("../../../data/unfinished_endings.csv").lines().skip(2).collect());

fn check(context: &Context<'_>) -> Vec<Finding> {
    findings(context, &CUT_OFF_TEXT, slips, |found, _| {
        Message::new(
            format!("文字到`{found}`就断了，没有说完；请补上后面的文字"),
            format!("the text breaks off at `{found}`, expected the rest of the sentence; add it"),
        )
    })
}

fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let body = text.text.trim_end();
    let is_body =
        text.pointer.ends_with("/text") || text.pointer.ends_with("/intro") || text.pointer.contains("/paragraphs/");
    let ending = ENDINGS.iter().find(|ending| body.ends_with(**ending)).filter(|_| is_body);
    let slip = ending.map(|ending| Slip { range: body.len().saturating_sub(ending.len())..body.len(), mended: None });
    slip.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn a_text_may_end_without_a_full_stop_but_not_in_a_comma() {
        assert_eq!(found_in(check, "明确责任单位、")[0].0, "责任单位、");
        assert_eq!(found_in(check, "教育局、财政局以及 ").len(), 1);
        for text in ["明确责任单位", "具体措施：", "明确责任；", "广泛参与", "饱和", "落实。"]
        {
            assert_eq!(found_in(check, text), [], "{text}");
        }
    }
}
