use super::PrintedText;
use super::slip::{Slip, findings, is_han};
use crate::check::trace::ends_sentence;
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Message, Severity};
use std::collections::BTreeSet;

pub(in crate::check) static REPEATED_SENTENCE: Rule = Rule {
    code: "GP224",
    name: "repeated-sentence",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "同一句话写了两遍", en: "a sentence that stands twice" },
    explanation: RuleText {
        zh: "同一段文字中，八个字以上的一句话原样出现两次",
        en: "a sentence of eight characters or more stands twice in one text, word for word",
    },
    rationale: RuleText {
        zh: "多半是粘贴或读取时重复了，也可能本该是另一句话",
        en: "it was pasted or read twice, or another sentence was meant to stand there",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "建立健全信息公开审核制度。建立健全信息公开审核制度。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "建立健全信息公开审核制度。完善工作规范。"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// Shorter sentences may repeat.
const LENGTH: usize = 8;

fn check(context: &Context<'_>) -> Vec<Finding> {
    findings(
        context,
        &REPEATED_SENTENCE,
        |traces| traces.sentences,
        slips,
        |found, _| {
            let found = excerpt(found);
            Message::new(
                format!("`{found}`这句话在同一段中写了两遍；请删去一遍，或改成原意"),
                format!("`{found}` stands twice in one text, expected once; drop one, or write what was meant"),
            )
        },
    )
}

fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut slips = Vec::new();
    let mut start = 0;
    for part in text.text.split_inclusive(ends_sentence) {
        let range = start..start + part.len();
        start = range.end;
        let sentence = part.trim_end_matches(ends_sentence).trim();
        let is_long = |sentence: &str| sentence.chars().filter(|c| is_han(*c)).count() >= LENGTH;
        // No character is shorter than a byte: most sentences need not be counted.
        if sentence.len() >= LENGTH && !seen.insert(sentence) && is_long(sentence) {
            slips.push(Slip { range, mended: None });
        }
    }
    slips
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn whole_sentences_are_found_and_short_ones_may_repeat() {
        assert_eq!(found_in(check, "一是完善审核发布制度；二是加强督办；一是完善审核发布制度；").len(), 1);
        for text in ["加强督办。完善制度。加强督办。", "公开重大行政决策，公开重大行政决策结果。", ""]
        {
            assert_eq!(found_in(check, text), [], "{text}");
        }
    }
}
