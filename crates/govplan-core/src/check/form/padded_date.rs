use super::PrintedText;
use super::dated_text::findings;
use super::slip::Slip;
use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static PADDED_DATE: Rule = Rule {
    code: "GP222",
    name: "padded-date",
    severity: Severity::Note,
    layer: Layer::Form,
    summary: RuleText { zh: "月、日编了虚位", en: "a zero before a month or day" },
    explanation: RuleText {
        zh: "“08月”“05日”一类的月、日编了虚位，前面没有年份的也算；可以自动改正；超过三处文字的合并提示",
        en: "a month or day is written with a zero before it, as in 08月, with a year before it or without; can be mended by machine; said once where it stands in more than three texts",
    },
    rationale: RuleText {
        zh: "公文日期月、日不编虚位；写法不一，检索和比对都会落空",
        en: "dates of official documents have no such zeros, and a search for one form misses the other",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "2020年09月30日前完成。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "2020年9月30日前完成。"}]}"#,
    legal_basis: Some(official_format("7.3.5.4")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    findings(
        context,
        &PADDED_DATE,
        |traces| traces.padded,
        slips,
        |found, expected| {
            let expected = expected.unwrap_or_default();
            Message::new(
                format!("`{found}`中的月、日编了虚位，应为`{expected}`"),
                format!("`{found}` has a zero before a month or day, expected `{expected}`"),
            )
        },
    )
}

fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let mut window = ['\0'; 2];
    let mut slips = Vec::new();
    for (at, c) in text.text.char_indices() {
        let [digit, mark] = window;
        let mut rest = text.text.get(at..).unwrap_or_default().chars().skip(1);
        let (value, unit) = (rest.next(), rest.next());
        let pads = match (mark, unit) {
            ('月', Some('日')) => digit.is_ascii_digit(),
            // A month needs no year before it, but 2020.06月 and 1-06月 are other slips.
            (_, Some('月')) => !mark.is_ascii_digit() && !matches!(mark, '.' | '-' | '/' | ':' | '：'),
            _ => false,
        };
        if c == '0' && pads && value.is_some_and(|value| ('1'..='9').contains(&value)) {
            slips.push(Slip { range: at..at + 1, mended: Some(String::new()) });
        }
        window = [mark, c];
    }
    slips
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn zeros_before_months_and_days_are_dropped() {
        let found = found_in(check, "2020年09月05日前");
        assert_eq!(found, [("020年09月05".to_owned(), Some("020年9月05".to_owned()))]);
        assert_eq!(found_in(check, "于06月20日前报"), [("于06月20".to_owned(), Some("于6月20".to_owned()))]);
        assert_eq!(found_in(check, "06月底前报").len(), 1);
        for text in [
            "2020年10月20日前",
            "2020年9月5日前",
            "2020-09-05",
            "2020.06.20",
            "2020.06月",
            "增长0.5",
            "于10月20日",
            "第06号",
            "06:00",
            "06个月",
            "零0月",
            "今年00月",
            "共05日",
        ] {
            assert_eq!(found_in(check, text), [], "{text}");
        }
    }
}
