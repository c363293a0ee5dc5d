use super::PrintedText;
use super::slip::{Slip, findings, is_han, neighbours};
use crate::check::basis::punctuation;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static MIXED_BRACKET_WIDTH: Rule = Rule {
    code: "GP216",
    name: "mixed-bracket-width",
    severity: Severity::Note,
    layer: Layer::Form,
    summary: RuleText { zh: "一对括号半角全角混用", en: "a pair of brackets of two widths" },
    explanation: RuleText {
        zh: "括号一边全角、一边半角的，予以指出；括号内有汉字的，可以自动改为全角",
        en: "one bracket of a pair is full-width and the other half-width; where Chinese stands between them, it can be mended by machine",
    },
    rationale: RuleText {
        zh: "同一名称因括号写法不同而被当成两个，检索也会落空",
        en: "one name becomes two by its brackets, and a search misses it",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "各镇（街)教委抓好落实。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "各镇（街）教委抓好落实。"}]}"#,
    legal_basis: Some(punctuation("4.9")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    findings(
        context,
        &MIXED_BRACKET_WIDTH,
        |traces| traces.half_bracket,
        slips,
        |found, expected| match expected {
            Some(expected) => Message::new(
                format!("`{found}`中的括号半角全角混用，应为`{expected}`"),
                format!("`{found}` mixes the widths of a pair of brackets, expected `{expected}`"),
            ),
            None => Message::new(
                format!("`{found}`中的括号半角全角混用，应为同一种"),
                format!("`{found}` mixes the widths of a pair of brackets, expected one width"),
            ),
        },
    )
}

fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let mut open: Vec<super::slip::Neighbours> = Vec::new();
    let mut slips = Vec::new();
    for c in neighbours(text.text) {
        match c.this {
            '（' | '(' => open.push(c),
            '）' | ')' => {
                let pair = open.pop().filter(|start| (start.this == '（') != (c.this == '）'));
                slips.extend(pair.map(|start| slip(text.text, start, c)));
            }
            _ => {}
        }
    }
    slips.sort_by_key(|slip| slip.range.start);
    slips
}

/// The half-width bracket of the pair.
fn slip(text: &str, start: super::slip::Neighbours, end: super::slip::Neighbours) -> Slip {
    let inside = text.get(start.range().end..end.at).unwrap_or_default();
    let (half, full) = if start.this == '(' { (start, "（") } else { (end, "）") };
    Slip { range: half.range(), mended: inside.chars().any(is_han).then(|| full.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn the_half_width_bracket_is_mended() {
        let found = |text| found_in(check, text);
        assert_eq!(found("各镇（街)教委"), [("各镇（街)教委".to_owned(), Some("各镇（街）教委".to_owned()))]);
        assert_eq!(found("县(市、区）")[0].1.as_deref(), Some("县（市、区）"));
        assert_eq!(found("标准（ISO)")[0].1, None);
        for text in ["各镇(街)教委", "各镇（街）教委", "县(市（区）)", "1)完善制度；2）落实责任", "（未完", "完)"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
