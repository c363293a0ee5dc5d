use super::PrintedText;
use super::slip::{Neighbours, Slip, findings, is_han, neighbours};
use crate::check::basis::punctuation;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static HALF_WIDTH_PUNCTUATION: Rule = Rule {
    code: "GP214",
    name: "half-width-punctuation",
    severity: Severity::Note,
    layer: Layer::Form,
    summary: RuleText { zh: "中文之间用了半角标点", en: "half-width punctuation between Chinese characters" },
    explanation: RuleText {
        zh: "逗号、冒号、分号、问号、叹号前后都是汉字而写成半角的，以及书名号内的书名号写成小于号、大于号的；可以自动改正；超过三段文字的合并提示",
        en: "a comma, colon, semicolon, question or exclamation mark between two Chinese characters, or < > for the inner title marks within 《》; can be mended by machine; said once where it stands in more than three texts",
    },
    rationale: RuleText {
        zh: "半角标点混入中文，排版不齐，按标点切分的程序也会漏切",
        en: "a page looks uneven, and a program that splits by punctuation misses the place",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "优化政务新媒体功能定位,以内容建设为基础。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "优化政务新媒体功能定位，以内容建设为基础。"}]}"#,
    legal_basis: Some(punctuation("5.1")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    findings(
        context,
        &HALF_WIDTH_PUNCTUATION,
        |traces| traces.half_width,
        slips,
        |found, expected| {
            let expected = expected.unwrap_or_default();
            Message::new(
                format!("`{found}`中有半角标点，应为`{expected}`"),
                format!("`{found}` holds half-width punctuation, expected `{expected}`"),
            )
        },
    )
}

fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let mut titles = 0_usize;
    let slips = neighbours(text.text).filter_map(|c| {
        match c.this {
            '《' => titles += 1,
            '》' => titles = titles.saturating_sub(1),
            _ => {}
        }
        let full = full_width(c, titles > 0)?;
        Some(Slip { range: c.range(), mended: Some(full.to_owned()) })
    });
    slips.collect()
}

fn full_width(c: Neighbours, in_title: bool) -> Option<&'static str> {
    let (before, after) = (c.before.is_some_and(is_han), c.after.is_some_and(is_han));
    match c.this {
        ',' if before && after => Some("，"),
        ':' if before && after => Some("："),
        ';' if before && after => Some("；"),
        '?' if before && after => Some("？"),
        '!' if before && after => Some("！"),
        '<' if in_title && after => Some("〈"),
        '>' if in_title && (before || c.before == Some('）')) => Some("〉"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn marks_between_chinese_characters_are_found_and_others_left_alone() {
        let found = |text| found_in(check, text);
        assert_eq!(found("功能定位,以内容"), [("功能定位,以内容".to_owned(), Some("功能定位，以内容".to_owned()))]);
        let found_title = found("《通知印发<实施方案（2018-2020年）>的通知》");
        assert_eq!(
            (found_title[0].0.as_str(), found_title[0].1.as_deref()),
            ("通知印发<实施方案", Some("通知印发〈实施方案"))
        );
        for text in ["达到1,000户", "网址http://a.cn,下同", "PM2.5浓度<目标值", "比例为1:1", "甲,2乙", "A,B", "，"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
