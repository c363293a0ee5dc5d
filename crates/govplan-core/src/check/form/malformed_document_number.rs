use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{DocNumber, Finding, Fix, Flaw, Message, PatchOperation, PatchVerb, Severity};

pub(in crate::check) static MALFORMED_DOCUMENT_NUMBER: Rule = Rule {
    code: "GP201",
    name: "malformed-document-number",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "发文字号不规范", en: "a document number that is not well-formed" },
    explanation: RuleText {
        zh: "发文字号由机关代字、六角括号括入的四位年份和序号组成，序号不编虚位、不加“第”字；能够复原的给出规范写法，不能复原的为错误",
        en: "a document number is the agency code, the four-digit year in brackets 〔〕 and a serial number without leading zeros or 第; the canonical form is given where it can be recovered, else it is an error",
    },
    rationale: RuleText {
        zh: "其他文件凭发文字号引用本文件，写法不一就查不到",
        en: "other documents cite this one by its number, and a variant of it is not found",
    },
    failing: r#"{"head": {"number": "国办发〔2019〕3号", "number_raw": "国办发[2019]03号"}}"#,
    passing: r#"{"head": {"number": "国办发〔2019〕3号"}}"#,
    legal_basis: Some(official_format("7.2.5")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let head = &context.plan.head;
    let Some(raw) = &head.number_raw else { return Vec::new() };
    let printed = DocNumber::scan(raw);
    let flaws: Vec<Flaw> = printed.iter().flat_map(|recovered| &recovered.flaws).copied().collect();
    let recovered = printed.iter().find_map(|recovered| recovered.number.as_ref());
    let finding = match head.number.as_ref().or(recovered) {
        Some(number) if flaws.is_empty() && raw.contains(number.as_str()) => return Vec::new(),
        Some(number) => {
            let (zh, en) = reasons(&flaws);
            let message = Message::new(
                format!("发文字号`{raw}`{zh}，应为`{number}`"),
                format!("document number `{raw}` has {en}, expected `{number}`"),
            );
            let fix = head.number.as_ref().map(drop_printed_form);
            Finding { expected: Some(number.to_string()), fix, ..MALFORMED_DOCUMENT_NUMBER.finding(message) }
        }
        None => {
            let message = Message::new(
                format!("发文字号`{raw}`无法复原，应形如`国办发〔2020〕17号`；请核对原件"),
                format!(
                    "document number `{raw}` cannot be recovered, expected one such as `国办发〔2020〕17号`; see the original"
                ),
            );
            // What has no flaw of the known series may be of another one.
            let severity = if flaws.is_empty() { Severity::Warning } else { Severity::Error };
            Finding { severity, ..MALFORMED_DOCUMENT_NUMBER.finding(message) }
        }
    };
    vec![Finding {
        pointer: Some("/head/number_raw".to_owned()),
        subject: Some(raw.clone()),
        found: Some(raw.clone()),
        ..finding
    }]
}

/// Leaves the canonical number alone in the plan.
fn drop_printed_form(number: &DocNumber) -> Fix {
    let description =
        Message::new(format!("采用规范写法`{number}`"), format!("keep the canonical form `{number}` alone"));
    let path = "/head/number_raw".to_owned();
    Fix::new(description, vec![PatchOperation { op: PatchVerb::Remove, path, from: None, value: None }])
}

/// What is wrong with the number, in words that follow it.
pub(super) fn reasons(flaws: &[Flaw]) -> (String, String) {
    let words: Vec<(&str, &str)> = flaws.iter().map(|flaw| words(*flaw)).collect();
    if words.is_empty() {
        return ("写法不规范".to_owned(), "an unusual form".to_owned());
    }
    let (zh, en): (Vec<_>, Vec<_>) = words.into_iter().unzip();
    (zh.join("、"), en.join(", "))
}

fn words(flaw: Flaw) -> (&'static str, &'static str) {
    match flaw {
        Flaw::Brackets => ("年份未用`〔〕`", "other brackets than `〔〕`"),
        Flaw::Space => ("中有空格", "white space in it"),
        Flaw::Digits => ("数字不是半角", "full-width digits"),
        Flaw::Ordinal => ("序号加了`第`字", "`第` before the serial number"),
        Flaw::MissingOrdinal => ("序号前缺`第`字", "no `第` before the serial number"),
        Flaw::LeadingZero => ("序号编了虚位", "a zero before the serial number"),
        Flaw::Unclosed => ("缺`号`字", "no `号` at the end"),
        Flaw::Unrecoverable => ("年份与序号分不清", "year and serial number that cannot be told apart"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plan;

    #[test]
    fn a_number_is_graded_by_what_can_be_recovered() {
        let cases = [
            ("国办发〔2018〕第37号", Some("国办发〔2018〕37号"), Some(Severity::Warning)),
            ("工信部令第 12号", Some("工信部令第12号"), Some(Severity::Warning)),
            ("黑政办发201835号", None, Some(Severity::Error)),
            ("HFGS—2017—9", None, Some(Severity::Warning)),
            ("兖教体发〔2020〕46号", Some("兖教体发〔2020〕46号"), None),
        ];
        for (raw, number, severity) in cases {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.head.number_raw = Some(raw.to_owned());
            plan.head.number = number.map(|number| number.parse().unwrap());
            let findings = check(&Context::usual(&plan));
            assert_eq!(findings.first().map(|finding| finding.severity), severity, "{raw}");
            assert_eq!(
                findings.first().and_then(|finding| finding.expected.as_deref()),
                number.filter(|_| severity.is_some())
            );
        }
    }
}
