use super::essence::{essential, hashed};
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Message, Related, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static REPEATED_PARAGRAPH: Rule = Rule {
    code: "GP612",
    name: "repeated-paragraph",
    severity: Severity::Note,
    layer: Layer::Coherence,
    summary: RuleText { zh: "同一段话写了两次", en: "one paragraph twice" },
    explanation: RuleText {
        zh: "两段不属于任务的文字（目标、要求、保障措施）除空格、标点外相同；不足二十字的不算",
        en: "two paragraphs that are no tasks (goals, demands, safeguards) are the same, white space and punctuation aside; those under twenty characters are left alone",
    },
    rationale: RuleText {
        zh: "多半是粘贴重复，也可能盖掉了本来要写的内容",
        en: "most often it was pasted twice, perhaps over what should have stood there",
    },
    failing: r#"{"sections": [{"id": "s1", "title": "工作目标", "paragraphs": ["到2025年，全市政务服务事项网上可办率达到百分之九十五以上。"]}, {"id": "s2", "title": "保障措施", "paragraphs": ["到2025年，全市政务服务事项网上可办率达到百分之九十五以上。"]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "title": "工作目标", "paragraphs": ["到2025年，全市政务服务事项网上可办率达到百分之九十五以上。"]}, {"id": "s2", "title": "保障措施", "paragraphs": ["各级各部门要成立工作专班，落实工作经费，定期通报进展。"]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// Fewest characters of a paragraph that is not a phrase of the trade.
const LENGTH: usize = 20;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut first: BTreeMap<(u64, usize), (String, &str)> = BTreeMap::new();
    let mut findings = Vec::new();
    for section in &context.sections {
        for (index, paragraph) in section.item.paragraphs.iter().enumerate() {
            let key = hashed(paragraph);
            if key.1 < LENGTH {
                continue;
            }
            let pointer = format!("{}/paragraphs/{index}", section.pointer);
            let Some((before, earlier)) = first.get(&key) else {
                first.insert(key, (pointer, paragraph.as_str()));
                continue;
            };
            if !essential(earlier).eq(essential(paragraph)) {
                continue;
            }
            let short = excerpt(paragraph);
            let message = Message::new(
                format!("段落`{short}`与前面一段相同；请删去一段，或改正内容"),
                format!("paragraph `{short}` stands twice; take one away, or correct it"),
            );
            findings.push(Finding {
                pointer: Some(pointer),
                place: section.item.place.clone(),
                found: Some(paragraph.clone()),
                related: vec![Related::new(Some(before.clone()), None, None)],
                ..REPEATED_PARAGRAPH.finding(message)
            });
        }
    }
    findings
}
