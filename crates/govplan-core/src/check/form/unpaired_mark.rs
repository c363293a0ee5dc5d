use super::PrintedText;
use super::slip::{Neighbours, Slip, findings, neighbours};
use crate::check::basis::punctuation;
use crate::check::trace::{PAIRS, pair};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static UNPAIRED_MARK: Rule = Rule {
    code: "GP217",
    name: "unpaired-mark",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText {
        zh: "引号、括号、书名号不成对",
        en: "quotation marks, brackets or title marks without their other half",
    },
    explanation: RuleText {
        zh: "一段文字中引号、括号、书名号缺了一半；“1）”一类的编号不在此列",
        en: "half of a pair of quotation marks, brackets or title marks is missing in a text; numbers such as 1） are left alone",
    },
    rationale: RuleText {
        zh: "缺了一半，往往是文字被截断、单位名称被拆开，或引文起止不明",
        en: "the text was cut off, a name was taken apart, or nobody can tell where a quotation ends",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "按照《工作意见要求，抓好落实。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "按照《工作意见》要求，抓好落实。"}]}"#,
    legal_basis: Some(punctuation("4.8、4.9、4.15")),
    schema_can_say: false,
    check: Some(check),
};

/// Longest number before a bracket (10）), in characters.
const NUMBER: usize = 3;

fn check(context: &Context<'_>) -> Vec<Finding> {
    findings(
        context,
        &UNPAIRED_MARK,
        |traces| traces.uneven,
        slips,
        |found, _| {
            Message::new(
                format!("`{found}`中的引号、括号或书名号不成对；请补上另一半或删去"),
                format!("`{found}` holds half of a pair of marks, expected both halves; add the other one or drop it"),
            )
        },
    )
}

fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let mut open: [Vec<Neighbours>; PAIRS] = Default::default();
    let mut alone: Vec<Neighbours> = Vec::new();
    // How long the number is that stands here at the start of a clause; none where something else stands.
    let mut number: Option<usize> = Some(0);
    for c in neighbours(text.text) {
        if let Some((pair, opens)) = pair(c.this)
            && let Some(open) = open.get_mut(pair)
        {
            if opens {
                open.push(c);
            } else if open.pop().is_none() && number.is_none_or(|n| n == 0) {
                alone.push(c);
            }
        }
        number = match c.this {
            c if is_numeral(c) => number.map(|n| n + 1).filter(|n| *n <= NUMBER),
            c if starts_clause(c) => Some(0),
            _ => None,
        };
    }
    alone.extend(open.into_iter().flatten());
    let mut slips: Vec<Slip> = alone.into_iter().map(|c| Slip { range: c.range(), mended: None }).collect();
    slips.sort_by_key(|slip| slip.range.start);
    slips
}

fn is_numeral(character: char) -> bool {
    character.is_ascii_alphanumeric() || "〇一二三四五六七八九十".contains(character)
}

fn starts_clause(character: char) -> bool {
    character.is_whitespace() || "。；，：、;,:？！".contains(character)
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn halves_are_found_and_numbers_left_alone() {
        for text in
            ["按照《意见要求", "开展“放管服改革", "”放管服”改革", "区直各学校（单位", "幼儿园）", "国发〔2019 3号"]
        {
            assert!(!found_in(check, text).is_empty(), "{text}");
        }
        for text in [
            "1）完善制度；2)落实责任。10）总结",
            "一）总体要求；（二）工作安排",
            "“放管服”改革（国发〔2019〕3号）《意见》",
            "《关于印发〈方案〉的通知》",
            "各镇（街)教委",
            "“甲“乙”丙”",
        ] {
            assert_eq!(found_in(check, text), [], "{text}");
        }
    }
}
