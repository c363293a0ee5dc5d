use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};
use chrono::Datelike;

pub(in crate::check) static NUMBER_YEAR: Rule = Rule {
    code: "GP207",
    name: "number-year",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText {
        zh: "发文字号的年份与成文日期不符", en: "the document number's year is not that of its date"
    },
    explanation: RuleText {
        zh: "发文字号的年份应为成文日期的年份；上年编号、次年一月签发的仅作提示",
        en: "the year in the document number is that of the date of issue; a number of the year before on a document of January gets a note",
    },
    rationale: RuleText {
        zh: "年份对不上的文号或日期必有一误，时限也会推算错",
        en: "one of the two is wrong, and time limits that are counted from it go wrong too",
    },
    failing: r#"{"head": {"number": "兖教体发〔2019〕46号", "issued_on": "2020-08-27"}}"#,
    passing: r#"{"head": {"number": "兖教体发〔2020〕46号", "issued_on": "2020-08-27"}}"#,
    legal_basis: Some(official_format("7.2.5、7.3.5.4")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let head = &context.plan.head;
    let (Some(number), Some(issued)) = (&head.number, head.issued_on) else { return Vec::new() };
    let Some(year) = number.year().map(i32::from).filter(|year| *year != issued.year()) else { return Vec::new() };
    let expected = issued.year();
    let message = Message::new(
        format!("发文字号`{number}`的年份与成文日期`{issued}`不符，应为`{expected}`；请核对文号和日期"),
        format!(
            "the year of document number `{number}` is not that of its date `{issued}`, expected `{expected}`; see number and date"
        ),
    );
    let carried_over = issued.month() == 1 && year.checked_add(1) == Some(expected);
    vec![Finding {
        severity: if carried_over { Severity::Note } else { NUMBER_YEAR.severity },
        pointer: Some("/head/number".to_owned()),
        subject: Some(number.to_string()),
        expected: Some(expected.to_string()),
        found: Some(year.to_string()),
        ..NUMBER_YEAR.finding(message)
    }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plan;

    #[test]
    fn a_number_carried_over_into_january_is_a_note() {
        let cases = [
            ("国发〔2019〕3号", "2019-01-12", None),
            ("国办发〔2018〕128号", "2019-01-02", Some(Severity::Note)),
            ("国办发〔2018〕128号", "2019-03-02", Some(Severity::Warning)),
            ("国办发〔2020〕1号", "2019-12-30", Some(Severity::Warning)),
            ("国务院令第711号", "2019-04-03", None),
        ];
        for (number, issued, severity) in cases {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.head.number = Some(number.parse().unwrap());
            plan.head.issued_on = govplan_time::parse_iso_date(issued);
            let findings = check(&Context::usual(&plan));
            assert_eq!(findings.first().map(|finding| finding.severity), severity, "{number} {issued}");
        }
    }
}
