use super::PrintedText;
use super::dated_text::findings;
use super::slip::Slip;
use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static SHORT_YEAR: Rule = Rule {
    code: "GP223",
    name: "short-year",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "年份没有写全", en: "a year of two digits" },
    explanation: RuleText {
        zh: "“20年9月”一类的日期，年份应写四位；“近20年”“20年来”一类的时长不在此列",
        en: "the year of a date such as 20年9月 has four digits; lengths of time such as 近20年 are left alone",
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
        slips,
        |found, _| {
            Message::new(
                format!("`{found}`中的年份只有两位，应写四位"),
                format!("`{found}` has a year of two digits, expected four; write the year in full"),
            )
        },
    )
}

fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let mut slips = Vec::new();
    // The last three characters, and where the second of them starts.
    let mut window = [(0, '\0'); 3];
    for (at, c) in text.text.char_indices() {
        let [(_, before), (start, tens), (_, ones)] = window;
        let is_year = c == '年' && tens.is_ascii_digit() && ones.is_ascii_digit();
        let is_length = before.is_ascii_digit() || ".．第近满逾超约前后过达这经".contains(before);
        if is_year && !is_length && month_follows(text.text.get(at..).unwrap_or_default()) {
            slips.push(Slip { range: start..at + c.len_utf8(), mended: None });
        }
        let [_, second, third] = window;
        window = [second, third, (at, c)];
    }
    slips
}

/// Whether a text that starts with 年 goes on with a month: 年9月, 年12月, not 年3个月.
fn month_follows(text: &str) -> bool {
    let rest = text.trim_start_matches('年');
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (1..=2).contains(&digits) && rest.get(digits..).is_some_and(|rest| rest.starts_with('月'))
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn years_of_two_digits_are_told_from_lengths() {
        for text in ["20年9月底前", "于21年12月前", "2019年10月—20年5月"] {
            assert_eq!(found_in(check, text).len(), 1, "{text}");
        }
        for text in ["2020年9月底前", "近20年9月最多", "工龄15年3个月", "20年来", "第12年3月", "十二年9月"]
        {
            assert_eq!(found_in(check, text), [], "{text}");
        }
    }
}
