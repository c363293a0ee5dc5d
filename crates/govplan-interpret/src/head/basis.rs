//! The documents that a plan carries out: 按照《…》（鲁政办字〔2020〕78号）要求.

use crate::vocabulary::last_basis_word;
use govplan_core::{Citation, DocNumber};
use govplan_document::Text;
use std::ops::Range;

/// Words before a title that make it the plan's own, not one that it carries out.
const OWN: [&str; 6] = ["现将", "将", "现把", "把", "制定", "编制"];

/// Basis documents that a paragraph of the preamble names, in order.
pub(crate) fn basis(paragraph: &Text) -> Vec<Citation> {
    let text = paragraph.as_str();
    let mut found = Vec::new();
    let mut is_led_in = false;
    let mut from = 0;
    for cited in titles(text) {
        let before = text.get(from..cited.start).unwrap_or_default();
        // A new sentence needs a lead-in of its own; a list of titles shares one.
        if before.contains('。') {
            is_led_in = false;
        }
        let sentence = before.rsplit('。').next().unwrap_or_default();
        is_led_in |= last_basis_word(sentence).is_some();
        from = cited.end;
        if !is_led_in || OWN.iter().any(|word| sentence.trim_end().ends_with(word)) || is_sent_out(text, cited.end) {
            continue;
        }
        let (citation, end) = citation(paragraph, &cited);
        from = end;
        found.push(citation);
    }
    found
}

/// Whether the title that ends here is that of the plan which the notice sends out: 《…》，现印发给你们.
fn is_sent_out(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let clause = rest.split(['《', '。']).next().unwrap_or_default();
    let is_joined = rest.len() > clause.len() && rest.get(clause.len()..).is_some_and(|next| next.starts_with('《'));
    // 现将…印发 sends out what 将 names.
    let sent = ["印发", "转发", "下发"].iter().filter_map(|word| clause.find(word)).min();
    !is_joined && sent.is_some_and(|at| clause.get(..at).is_some_and(|before| !before.contains('将')))
}

/// Documents cited in a text, in order.
pub(crate) fn citations(paragraph: &Text) -> Vec<Citation> {
    titles(paragraph.as_str()).iter().map(|cited| citation(paragraph, cited).0).collect()
}

/// The document whose title stands in a range, and where its citation ends.
fn citation(paragraph: &Text, cited: &Range<usize>) -> (Citation, usize) {
    let text = paragraph.as_str();
    let (number, end) = number_behind(text, cited.end);
    let mut citation = Citation::default();
    let title = text.get(cited.start + '《'.len_utf8()..cited.end - '》'.len_utf8());
    citation.title = title.filter(|title| !title.is_empty()).map(str::to_owned);
    citation.number = number;
    citation.raw = text.get(cited.start..end).map(str::to_owned);
    citation.place = paragraph.place(cited.start..end);
    (citation, end)
}

/// Ranges of the titles in 《》, the outermost marks counting.
pub(crate) fn titles(text: &str) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            '《' => open.push(at),
            '》' => {
                let start = open.pop();
                if let (Some(start), true) = (start, open.is_empty()) {
                    titles.push(start..at + character.len_utf8());
                }
            }
            _ => {}
        }
    }
    titles
}

/// The number in brackets right behind a title, and where it ends.
fn number_behind(text: &str, from: usize) -> (Option<DocNumber>, usize) {
    let rest = text.get(from..).unwrap_or_default();
    let number = rest.strip_prefix(['（', '(']).and_then(|inner| {
        let close = inner.find(['）', ')'])?;
        let found = DocNumber::scan(inner.get(..close)?).into_iter().next()?;
        Some((found.number, from + (rest.len() - inner.len()) + close + inner.get(close..)?.chars().next()?.len_utf8()))
    });
    number.unwrap_or((None, from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_core::Place;

    fn found(text: &str) -> Vec<(String, String)> {
        let text = Text::new(text, Place::in_line(1, 1, text.chars().count()));
        let parts = |citation: Citation| {
            (citation.title.unwrap_or_default(), citation.number.map(|number| number.to_string()).unwrap_or_default())
        };
        basis(&text).into_iter().map(parts).collect()
    }

    #[test]
    fn documents_carried_out_are_told_from_the_plans_own() {
        for (text, expected) in [
            (
                "按照《甲通知》（鲁政办字〔2020〕78号）、《乙通知》（济政办字〔2020〕31号）要求，现将《丙方案》印发给你们。",
                vec![("甲通知", "鲁政办字〔2020〕78号"), ("乙通知", "济政办字〔2020〕31号")],
            ),
            ("为落实全国人大通过的《政府工作报告》，做好今年工作，提出意见如下：", vec![("政府工作报告", "")]),
            ("《全国方案》已经国务院同意，现印发给你们，请认真贯彻落实。", vec![]),
            (
                "为落实《省政府关于印发<实施方案（2018-2020年）>的通知》（粤府〔2018〕128号）的要求，制定本方案。",
                vec![("省政府关于印发<实施方案（2018-2020年）>的通知", "粤府〔2018〕128号")],
            ),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
