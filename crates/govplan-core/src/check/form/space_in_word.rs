use super::PrintedText;
use super::slip::{Slip, findings, is_han};
use crate::check::trace::is_blank;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static SPACE_IN_WORD: Rule = Rule {
    code: "GP218",
    name: "space-in-word",
    severity: Severity::Note,
    layer: Layer::Form,
    summary: RuleText { zh: "词语中夹有空格", en: "white space inside a word" },
    explanation: RuleText {
        zh: "汉字之间的空格把一个字单独隔开的（“保 护”），或成句的文字中偶有一两处的；以空格分隔的名单、“第一条”之后的空格不在此列；可以自动改正",
        en: "white space between Chinese characters that leaves one of them alone (保 护), or that stands once or twice in a text of sentences; lists divided by blanks and the blank after 第一条 are left alone; can be mended by machine",
    },
    rationale: RuleText {
        zh: "夹了空格的词检索不到，同一单位也会被当成两个",
        en: "a search misses the word, and one organ becomes two",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "加强个人信息保 护，落实责任。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "加强个人信息保护，落实责任。"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// Blanks in a text of sentences up to so many are stray; more may divide a list.
const STRAY: usize = 2;

fn check(context: &Context<'_>) -> Vec<Finding> {
    findings(
        context,
        &SPACE_IN_WORD,
        |traces| traces.blank,
        slips,
        |found, expected| {
            let expected = expected.unwrap_or_default();
            Message::new(
                format!("`{found}`中夹有空格，应为`{expected}`"),
                format!("`{found}` holds white space inside a word, expected `{expected}`"),
            )
        },
    )
}

/// A blank between two Chinese characters.
struct Blank {
    range: std::ops::Range<usize>,
    /// Chinese characters in a row on either side.
    before: usize,
    after: usize,
    /// Whether it stands after 第一条 and the like, where a blank belongs.
    after_article: bool,
}

fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    // Columns of their own may hold lists of any kind.
    if text.pointer.contains("/cells/") || text.pointer.ends_with("/status") || text.pointer.contains("/addressees/") {
        return Vec::new();
    }
    let blanks = blanks(text.text);
    let sentences = text.text.contains(['，', '。', '；', '、']) && text.is_free;
    let is_name = text.pointer.ends_with("/raw") && text.pointer.contains("/assignments/");
    let few = (sentences || is_name) && blanks.len() <= STRAY;
    let stray =
        blanks.into_iter().filter(|blank| !blank.after_article && (few || blank.before == 1 || blank.after == 1));
    stray.map(|blank| Slip { range: blank.range, mended: Some(String::new()) }).collect()
}

fn blanks(text: &str) -> Vec<Blank> {
    let mut blanks: Vec<Blank> = Vec::new();
    let mut run = 0_usize;
    let mut pending: Option<(std::ops::Range<usize>, usize)> = None;
    let mut opened = false;
    for (at, c) in text.char_indices() {
        if is_han(c) {
            if let Some((range, before)) = pending.take() {
                let word = text.get(..range.start).unwrap_or_default();
                blanks.push(Blank { range, before, after: 0, after_article: is_article(word, before) });
                opened = true;
            }
            run += 1;
            if let Some(blank) = blanks.last_mut().filter(|_| opened) {
                blank.after = run;
            }
            continue;
        }
        pending = match (c, pending) {
            (blank, None) if is_blank(blank) && run > 0 => Some((at..at + c.len_utf8(), run)),
            (blank, Some((range, before))) if is_blank(blank) => Some((range.start..at + c.len_utf8(), before)),
            _ => None,
        };
        run = 0;
        opened = false;
    }
    blanks
}

/// Whether a run of Chinese characters at the end of a text numbers an article, chapter or part, or is a bare numeral.
fn is_article(text: &str, length: usize) -> bool {
    let start = text.char_indices().rev().take(length).last().map_or(text.len(), |(at, _)| at);
    let word = text.get(start..).unwrap_or_default();
    let numeral = word.chars().all(|c| "零〇一二三四五六七八九十百".contains(c));
    numeral || (word.starts_with('第') && length <= 7) || word == "附件"
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn stray_blanks_are_taken_out_and_others_left_alone() {
        let found = |text| found_in(check, text);
        assert_eq!(found("信息保 护"), [("信息保 护".to_owned(), Some("信息保护".to_owned()))]);
        assert_eq!(found("分 管 县领导").len(), 1);
        assert_eq!(found("加强管理，完善 制度。")[0].1.as_deref(), Some("理，完善制度。"));
        for text in [
            "第一条 为了加强管理，制定本办法。",
            "一 总体要求",
            "教育局 财政局 人事局",
            "包括：甲类产品 乙类产品 丙类产品 丁类产品等，按期报送。",
            "2020 年工作",
            "落实责任。 抓好督办。",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
