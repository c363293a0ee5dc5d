use super::PrintedText;
use super::slip::{Slip, findings, neighbours};
use crate::check::trace::is_lost;
use crate::check::{Context, Layer, Rule, RuleText, reading};
use crate::{Finding, Message, Severity};

pub(in crate::check) static LOST_CHARACTER: Rule = Rule {
    code: "GP220",
    name: "lost-character",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "有的字已经损坏", en: "characters that were lost" },
    explanation: RuleText {
        zh: "文字中有替换符 U+FFFD 或私用区字符；读取时已经提示过损坏的，不再重复",
        en: "a text holds U+FFFD or characters of the private use area; where reading said so already, it is not said again",
    },
    rationale: RuleText {
        zh: "损坏的字处，名称和日期已不可信",
        en: "names and dates at that place cannot be relied on",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "责任单位为区教育\ufffd\ufffd局。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "责任单位为区教育体育局。"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// Findings of reading that say the same.
static SAID: [&Rule; 2] = [&reading::BROKEN_CHARACTERS, &reading::UNREADABLE_FONT];

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut stored = context.plan.findings.iter();
    if stored.any(|finding| SAID.iter().any(|rule| rule.code == finding.code.as_str())) {
        return Vec::new();
    }
    findings(
        context,
        &LOST_CHARACTER,
        |traces| traces.lost,
        slips,
        |found, _| {
            Message::new(
                format!("`{found}`中有损坏的字；请对照原件补正"),
                format!(
                    "`{found}` holds characters that were lost, expected readable text; restore them from the original"
                ),
            )
        },
    )
}

/// Runs of lost characters.
fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    for c in neighbours(text.text).filter(|c| is_lost(c.this)) {
        match slips.last_mut().filter(|slip| slip.range.end == c.at) {
            Some(slip) => slip.range.end = c.range().end,
            None => slips.push(Slip { range: c.range(), mended: None }),
        }
    }
    slips
}

#[cfg(test)]
mod tests {
    use super::super::slip::plan_of;
    use super::*;

    #[test]
    fn what_reading_said_is_not_said_again() {
        let mut plan = plan_of("区教育\u{fffd}\u{fffd}局和\u{e123}科");
        let findings = check(&Context::usual(&plan));
        assert_eq!((findings.len(), findings[0].related.len()), (1, 1));
        assert_eq!(findings[0].found.as_deref(), Some("区教育\u{fffd}\u{fffd}局和\u{e123}科"));
        plan.findings.push(reading::BROKEN_CHARACTERS.finding(Message::new("有损坏的字", "characters were lost")));
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
