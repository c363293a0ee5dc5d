use super::PrintedText;
use super::slip::is_han;
use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::model::{decimal, is_close, is_open};
use crate::{DocNumber, Finding, Flaw, Message, Place, Recovered, Related, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static MALFORMED_CITATION: Rule = Rule {
    code: "GP206",
    name: "malformed-citation",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "引用的发文字号不规范", en: "a cited document number that is not well-formed" },
    explanation: RuleText {
        zh: "正文、依据中引用的发文字号，年份未用六角括号、序号加了“第”字或编了虚位、年份与序号分不清的，予以指出；同一字号提示一次，列出各处；只多了空格的不计",
        en: "document numbers that the text or the basis cites, with other brackets than 〔〕, with 第 or a zero before the serial number, or whose year and serial number cannot be told apart; each is said once with every place; white space alone is no fault",
    },
    rationale: RuleText {
        zh: "写错的字号检索不到所引文件，依据落空",
        en: "a number that is written differently does not lead to the document that is meant",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "按照《工作意见》（国办发[2019]39号）要求，抓好落实。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "按照《工作意见》（国办发〔2019〕39号）要求，抓好落实。"}]}"#,
    legal_basis: Some(official_format("7.2.5")),
    schema_can_say: false,
    check: Some(check),
};

/// A cited number and where it stands.
struct Cited<'c> {
    /// The shortest form in which it is printed: in running text, words before the code cannot be told from it.
    printed: &'c str,
    expected: Option<String>,
    places: Vec<(&'c str, Option<&'c Place>)>,
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut cited: BTreeMap<&str, Cited<'_>> = BTreeMap::new();
    for PrintedText { pointer, place, text, traces, .. } in context.printed_texts() {
        if !traces.number || !may_cite(text) {
            continue;
        }
        for found in DocNumber::scan(text).into_iter().filter(is_malformed) {
            let Some(printed) = text.get(found.span.clone()) else { continue };
            let printed = printed.trim();
            let expected = found.number.map(|number| number.to_string());
            let entry = cited.entry(tail(printed)).or_insert(Cited { printed, expected: None, places: Vec::new() });
            if printed.len() <= entry.printed.len() {
                (entry.printed, entry.expected) = (printed, expected);
            }
            entry.places.push((pointer, *place));
        }
    }
    cited.values().filter_map(finding).collect()
}

/// Whether a scan is worth its time: a run of four digits or more may be part of a number, and is not that of a number as
/// it should be.
fn may_cite(text: &str) -> bool {
    let mut digits = 0;
    text.bytes().chain([0]).enumerate().any(|(end, byte)| {
        if byte.is_ascii_digit() {
            digits += 1;
            return false;
        }
        let start = end.saturating_sub(std::mem::take(&mut digits));
        let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
        end - start >= 4 && goes_on(after) && !is_in_order(before, after)
    })
}

/// Whether a document number can go on behind its digits with this text: never with 年, a unit or a comma.
fn goes_on(after: &str) -> bool {
    let goes_on = |c| is_open(c) || is_close(c) || decimal(c).is_some() || matches!(c, '字' | '第' | '号');
    after.trim_start().starts_with(goes_on)
}

/// Whether digits between two texts are a year that stands as it should.
fn is_in_order(before: &str, after: &str) -> bool {
    let serial = after.strip_prefix('〕').filter(|_| before.ends_with('〔'));
    serial.is_some_and(|serial| serial.starts_with(|c| matches!(c, '1'..='9')))
}

/// A number from the last two characters of its code on, which is enough to tell it from others.
fn tail(printed: &str) -> &str {
    let code = printed.find(|c: char| !is_han(c)).unwrap_or(printed.len());
    let before = printed.get(..code).unwrap_or_default();
    let start = before.char_indices().rev().take(2).last().map_or(0, |(at, _)| at);
    printed.get(start..).unwrap_or(printed)
}

/// What is certainly a document number, and certainly not written as one.
fn is_malformed(found: &Recovered) -> bool {
    let flaws = &found.flaws;
    let lost = flaws.contains(&Flaw::Unrecoverable) && !flaws.contains(&Flaw::Unclosed);
    let wrong = |flaw: &Flaw| matches!(flaw, Flaw::Brackets | Flaw::Ordinal | Flaw::LeadingZero);
    lost || (found.number.is_some() && flaws.iter().any(wrong))
}

fn finding(cited: &Cited<'_>) -> Option<Finding> {
    let printed = cited.printed;
    let message = match &cited.expected {
        Some(expected) => Message::new(
            format!("引用的发文字号`{printed}`不规范，应为`{expected}`"),
            format!("cited document number `{printed}` is not well-formed, expected `{expected}`"),
        ),
        None => Message::new(
            format!("引用的发文字号`{printed}`不规范，应形如`国办发〔2020〕17号`；请核对所引文件"),
            format!(
                "cited document number `{printed}` is not well-formed, expected one such as `国办发〔2020〕17号`; see the document that is cited"
            ),
        ),
    };
    let ((pointer, place), others) = cited.places.split_first()?;
    let related = others
        .iter()
        .map(|(pointer, place)| Related::new(Some((*pointer).to_owned()), place.cloned(), Some(printed.to_owned())));
    Some(Finding {
        pointer: Some((*pointer).to_owned()),
        place: place.cloned(),
        subject: Some(printed.to_owned()),
        expected: cited.expected.clone(),
        found: Some(printed.to_owned()),
        related: related.collect(),
        ..MALFORMED_CITATION.finding(message)
    })
}

#[cfg(test)]
mod tests {
    use super::super::slip::{found_in, plan_of};
    use super::*;
    use crate::Citation;

    #[test]
    fn numbers_that_are_certainly_wrong_are_found() {
        for (text, expected) in [
            ("《通告》(宣政[2015]26号)", Some("宣政〔2015〕26号")),
            ("《通知》（国办发〔2018〕第37号）", Some("国办发〔2018〕37号")),
            ("《通知》（国办发（2018）37号）", Some("国办发〔2018〕37号")),
            ("《通知》（黑政办发201835号）", None),
        ] {
            let found = found_in(check, text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1.as_deref(), expected, "{text}");
        }
        for text in [
            "《通知》（鲁政办字〔2020〕78号）",
            "《通知》（鲁政办字〔2020〕 78号）",
            "《条例》（国务院令第711号）",
            "指标体系（2021）3项，PM2.5（2018）降到35",
            "打赢蓝天保卫战实施方案（2018-2020年）",
            "（2019）豫01行终492号行政判决",
            "印发2020年工作要点，第3号议案",
        ] {
            assert_eq!(found_in(check, text), [], "{text}");
        }
    }

    #[test]
    fn a_number_is_said_once() {
        let mut plan = plan_of("按照国发[2019]3号文件和国发[2019]3号文件要求落实。");
        plan.basis =
            vec![Citation { raw: Some("《意见》（国发[2019]3号）".to_owned()), ..Citation::default() }];
        let findings = check(&Context::usual(&plan));
        let said: Vec<_> = findings.iter().map(|f| (f.found.as_deref().unwrap(), f.related.len())).collect();
        assert_eq!(said, [("国发[2019]3号", 2)]);
    }
}
