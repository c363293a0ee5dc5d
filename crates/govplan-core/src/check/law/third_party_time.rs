use super::length::{Length, surely_longer, surely_shorter};
use super::limit::{length, matter};
use crate::check::basis::disclosure;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Language, Message, Severity};

pub(in crate::check) static THIRD_PARTY_TIME: Rule = Rule {
    code: "GP509",
    name: "third-party-time",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "第三方提出意见不是15个工作日",
        en: "a third party's time other than fifteen working days",
    },
    explanation: RuleText {
        zh: "政府信息公开征求第三方意见，写明的答复期限长于或短于15个工作日",
        en: "the time for a third party to answer before information is disclosed is longer or shorter than fifteen working days",
    },
    rationale: RuleText {
        zh: "缩短损害第三方权利，延长耽误申请人",
        en: "a shorter time harms the third party, a longer one the applicant",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "公开涉及第三方权益的信息，第三方应在10个工作日内提出意见。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "公开涉及第三方权益的信息，第三方应在15个工作日内提出意见。"}]}"#,
    legal_basis: Some(disclosure("第32条")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some((matter, limit)) = matter(&THIRD_PARTY_TIME).and_then(|matter| Some((matter, matter.period()?))) else {
        return Vec::new();
    };
    let differs = |stated: Length| match stated {
        Length::Within(stated) | Length::Just(stated) | Length::AtMost(stated) => {
            surely_longer(stated, limit) || surely_shorter(stated, limit)
        }
        _ => false,
    };
    let wrong = context.stated().iter().filter(|stated| differs(stated.length) && matter.is_of(stated));
    let findings = wrong.map(|stated| {
        let (printed, [zh, en]) = (stated.printed, [Language::Chinese, Language::English].map(|l| length(limit, l)));
        let message = Message::new(
            format!("第三方提出意见的期限`{printed}`与法定的{zh}不符；请改为{zh}"),
            format!("the time for a third party to answer, `{printed}`, is not {en}; give {en}"),
        );
        Finding { expected: Some(zh), ..stated.finding(&THIRD_PARTY_TIME, message) }
    });
    findings.collect()
}
