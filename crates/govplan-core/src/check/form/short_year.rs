use super::dated_text::findings;
use super::slip::Slip;
use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};
use std::ops::Range;

pub(in crate::check) static SHORT_YEAR: Rule = Rule {
    code: "GP223",
    name: "short-year",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "年份没有写全", en: "a year of two digits" },
    explanation: RuleText {
        zh: "“20年9月”“20年底前”“20年三季度”一类的日期，年份应写四位；“近20年”“20年来”一类的时长不在此列",
        en: "the year of a date such as 20年9月, 20年底前 or 20年三季度 has four digits; lengths of time such as 近20年 are left alone",
    },
    rationale: RuleText {
        zh: "两位年份可能读作时长，也定不下是哪个世纪，时限无法推算",
        en: "it can be read as a length of time and of either century, and no day can be counted from it",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "20年9月底前完成。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "2020年9月底前完成。"}]}"#,
    legal_basis: Some(official_format("7.3.5.4")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    findings(
        context,
        &SHORT_YEAR,
        |traces| traces.short_year,
        |text| years(text.text).map(|range| Slip { range, mended: None }).collect(),
        |found, _| {
            Message::new(
                format!("`{found}`中的年份只有两位，应写四位"),
                format!("`{found}` has a year of two digits, expected four; write the year in full"),
            )
        },
    )
}

/// Where the years of two digits stand before a month.
pub(in crate::check) fn years(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.match_indices('年').filter_map(|(at, mark)| {
        let mut before = text.get(..at)?.char_indices().rev();
        let ((_, ones), (start, tens)) = (before.next()?, before.next()?);
        let is_year = tens.is_ascii_digit() && ones.is_ascii_digit();
        let is_length =
            before.next().is_some_and(|(_, c)| c.is_ascii_digit() || ".．第近满逾超约前后过达这经".contains(c));
        (is_year && !is_length && is_dated(text.get(at + mark.len()..)?)).then_some(start..at + mark.len())
    })
}

/// Whether what follows 年 makes it a date: 9月, 12月, 底前, not 3个月.
fn is_dated(rest: &str) -> bool {
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_month = (1..=2).contains(&digits) && rest.get(digits..).is_some_and(|rest| rest.starts_with('月'));
    let quarter = rest.strip_prefix('第').unwrap_or(rest);
    is_month
        || ["底前", "末前", "底完成", "上半年", "下半年"].iter().any(|word| rest.starts_with(word))
        || ["一季度", "二季度", "三季度", "四季度"].iter().any(|word| quarter.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn years_of_two_digits_are_told_from_lengths() {
        for text in ["20年9月底前", "于21年12月前", "2019年10月—20年5月", "20年底前", "25年三季度"]
        {
            assert_eq!(found_in(check, text).len(), 1, "{text}");
        }
        for text in ["2020年9月底前", "近20年9月最多", "工龄15年3个月", "20年来", "第12年3月", "十二年9月"]
        {
            assert_eq!(found_in(check, text), [], "{text}");
        }
    }
}
