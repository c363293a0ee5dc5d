use super::PrintedText;
use super::dated_text::findings;
use super::slip::{Slip, neighbours};
use crate::check::{Context, Layer, Rule, RuleBasis, RuleText};
use crate::{Finding, LegalTier, Message, Severity};

pub(in crate::check) static FULL_WIDTH_DIGITS: Rule = Rule {
    code: "GP225",
    name: "full-width-digits",
    severity: Severity::Note,
    layer: Layer::Form,
    summary: RuleText { zh: "数字用了全角", en: "full-width digits" },
    explanation: RuleText {
        zh: "阿拉伯数字应为半角；可以自动改正；超过三处文字的合并提示",
        en: "digits are half-width; can be mended by machine; said once where they stand in more than three texts",
    },
    rationale: RuleText {
        zh: "全角数字检索不到，日期、数额也容易漏读",
        en: "a search misses them, and dates and amounts are easily overlooked",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "２０２０年９月底前完成。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "2020年9月底前完成。"}]}"#,
    legal_basis: Some(RuleBasis {
        instrument: "GB/T 15835-2011《出版物上数字用法》",
        article: None,
        tier: LegalTier::Standard,
    }),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    findings(
        context,
        &FULL_WIDTH_DIGITS,
        |traces| traces.wide_digit,
        slips,
        |found, expected| {
            let expected = expected.unwrap_or_default();
            Message::new(
                format!("`{found}`中有全角数字，应为`{expected}`"),
                format!("`{found}` holds full-width digits, expected `{expected}`"),
            )
        },
    )
}

/// Runs of full-width digits.
fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    for c in neighbours(text.text) {
        let Some(digit) = half_width(c.this) else { continue };
        match slips.last_mut().filter(|slip| slip.range.end == c.at) {
            Some(slip) => {
                slip.range.end = c.range().end;
                slip.mended.get_or_insert_default().push(digit);
            }
            None => slips.push(Slip { range: c.range(), mended: Some(digit.to_string()) }),
        }
    }
    slips
}

fn half_width(character: char) -> Option<char> {
    let value = u32::from(character).checked_sub(u32::from('０'))?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;

    #[test]
    fn runs_of_digits_are_mended() {
        assert_eq!(found_in(check, "在２０年"), [("在２０年".to_owned(), Some("在20年".to_owned()))]);
        for text in ["2020年", "二〇二〇年", "①②", "Ⅳ", "："] {
            assert_eq!(found_in(check, text), [], "{text}");
        }
    }
}
