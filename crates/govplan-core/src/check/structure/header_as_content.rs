use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Place, Related, Severity};
use std::collections::BTreeSet;
use std::sync::LazyLock;

pub(in crate::check) static HEADER_AS_CONTENT: Rule = Rule {
    code: "GP109",
    name: "header-as-content",
    severity: Severity::Warning,
    layer: Layer::Structure,
    summary: RuleText { zh: "表头混入了内容", en: "a table's header among its content" },
    explanation: RuleText {
        zh: "单位名称或要求正文正好是表头用语（责任单位、具体要求、备注等）；全计划提示一次，列出各处",
        en: "the name of a unit or the body of a requirement is just a word of table headers, such as 责任单位; said once for a plan, with every place",
    },
    rationale: RuleText {
        zh: "换页重复的表头或错位的列会生出并不存在的任务和单位",
        en: "a header repeated at a page break, or a column that slipped, makes tasks and units that there are not",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "title": "工作任务", "requirements": [{"id": "s1.t1.r1", "text": "具体要求"}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "title": "推进决策公开", "requirements": [{"id": "s1.t1.r1", "text": "公开重大决策。"}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// Words that head columns.
static WORDS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| include_str!("../../../data/column_words.csv").lines().skip(2).collect());

fn check(context: &Context<'_>) -> Vec<Finding> {
    let units = context.plan.units.iter().enumerate();
    let units = units.map(|(index, unit)| (format!("/units/{index}/name"), None, unit.name.as_str()));
    let units = units.filter(|(.., name)| is_header(name));
    let texts = context.requirements.iter().filter_map(|requirement| {
        let text = requirement.item.text.as_deref().filter(|text| is_header(text))?;
        Some((format!("{}/text", requirement.pointer), requirement.item.place.as_ref(), text))
    });
    let found: Vec<(String, Option<&Place>, &str)> = units.chain(texts).collect();
    let Some(((pointer, place, word), others)) = found.split_first() else { return Vec::new() };
    let count = found.len();
    let message = Message::new(
        format!("`{word}`是表头用语，不是内容（共{count}处）；请删去，并核对所在的行和列"),
        format!(
            "`{word}` is a word of table headers, expected content (places: {count}); drop it, and look at its row and column"
        ),
    );
    let related = others
        .iter()
        .map(|(pointer, place, word)| Related::new(Some(pointer.clone()), place.cloned(), Some((*word).to_owned())));
    vec![Finding {
        pointer: Some(pointer.clone()),
        place: place.cloned(),
        subject: Some((*word).to_owned()),
        found: Some((*word).to_owned()),
        related: related.collect(),
        ..HEADER_AS_CONTENT.finding(message)
    }]
}

/// Whether a text is a word of headers, white space aside.
fn is_header(text: &str) -> bool {
    // No word is longer than a few characters, and longer texts are not copied.
    text.len() <= 60 && WORDS.contains(text.split_whitespace().collect::<String>().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_found_with_its_spaces_and_content_is_left_alone() {
        for header in ["责任单位", "具 体 要 求", "备注"] {
            assert!(is_header(header), "{header}");
        }
        for content in ["各责任单位", "明确具体要求", "办公室", ""] {
            assert!(!is_header(content), "{content}");
        }
    }
}
