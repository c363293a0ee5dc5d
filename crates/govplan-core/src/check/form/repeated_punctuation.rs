use super::PrintedText;
use super::slip::{Slip, findings, neighbours};
use crate::check::basis::punctuation;
use crate::check::trace::is_divider;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static REPEATED_PUNCTUATION: Rule = Rule {
    code: "GP215",
    name: "repeated-punctuation",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "标点重复", en: "two punctuation marks where one belongs" },
    explanation: RuleText {
        zh: "逗号、顿号、分号、冒号、句号接连出现两个以上；同一标点重复的可以自动改正",
        en: "two or more of ，、；：。 in a row; the same mark twice can be mended by machine",
    },
    rationale: RuleText {
        zh: "重复的标点往往是删改、拼接留下的，其间可能漏了文字",
        en: "it is what an edit left behind, and words may be missing there",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "建立公开台账，，落实责任。。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "建立公开台账，落实责任。"}]}"#,
    legal_basis: Some(punctuation("5.1")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    findings(
        context,
        &REPEATED_PUNCTUATION,
        |traces| traces.repeated,
        slips,
        |found, expected| match expected {
            Some(expected) => Message::new(
                format!("`{found}`中标点重复，应为`{expected}`"),
                format!("`{found}` repeats a punctuation mark, expected `{expected}`"),
            ),
            None => Message::new(
                format!("`{found}`中标点接连出现，应只有一个；请核对其间是否漏了文字"),
                format!(
                    "`{found}` holds several punctuation marks in a row, expected one; see whether words are missing"
                ),
            ),
        },
    )
}

fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut run: Option<(std::ops::Range<usize>, Vec<char>)> = None;
    for c in neighbours(text.text) {
        if !is_divider(c.this) {
            slips.extend(run.take().and_then(slip));
            continue;
        }
        let (range, marks) = run.get_or_insert((c.range(), Vec::new()));
        range.end = c.range().end;
        marks.push(c.this);
    }
    slips.extend(run.and_then(slip));
    slips
}

fn slip((range, marks): (std::ops::Range<usize>, Vec<char>)) -> Option<Slip> {
    match marks.as_slice() {
        [] | [_] => None,
        [one, other] => Some(Slip { range, mended: (one == other).then(|| one.to_string()) }),
        // Three full stops and more stand for an ellipsis, or for something that was left out.
        _ => Some(Slip { range, mended: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn marks_in_a_row_are_found_and_the_same_one_twice_mended() {
        let found = |text| found_in(check, text);
        assert_eq!(found("落实。。"), [("落实。。".to_owned(), Some("落实。".to_owned()))]);
        assert_eq!(found("市教育局，、市财政局"), [("市教育局，、市财政局".to_owned(), None)]);
        assert_eq!(found("落实。。。。")[0].1, None);
        for text in ["落实”。", "等……，以及", "——持续推进", "（一）。", "“放管服”、“一网通办”；"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
