use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{DocumentKind, Finding, Head, Message, Severity};

pub(in crate::check) static MISSING_HEAD_PART: Rule = Rule {
    code: "GP202",
    name: "missing-head-part",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "公文要素不全", en: "a part of the official document is missing" },
    explanation: RuleText {
        zh: "公文应有发文字号、标题、发文机关、成文日期，通知、函等还应有主送机关；没有文号和主送机关、又没有文种或没有署名和日期的（如单独的任务表、没有版头的正文）仅提示",
        en: "an official document has a number, a title, an issuer and a date, and a notice or letter names whom it is sent to; one without a number and addressees that has no kind, or neither an issuer nor a date, such as a table by itself or a text without its head, gets a note",
    },
    rationale: RuleText {
        zh: "没有文号和日期的计划无法引用，也无法推算时限",
        en: "a plan without number and date cannot be cited, and its time limits cannot be counted",
    },
    failing: r#"{"head": {"title": "关于印发工作要点的通知", "issuers": ["区教育和体育局"], "issued_on": "2020-08-27"}}"#,
    passing: r#"{"head": {"number": "兖教体发〔2020〕46号", "title": "关于印发工作要点的通知", "issuers": ["区教育和体育局"], "issued_on": "2020-08-27"}}"#,
    legal_basis: Some(official_format("7.2.5、7.3.1、7.3.2、7.3.5")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let head = &context.plan.head;
    let missing = missing(head);
    if head.is_empty() || missing.is_empty() {
        return Vec::new();
    }
    let (zh, en): (Vec<_>, Vec<_>) = missing.into_iter().unzip();
    let (zh, en) = (zh.join("、"), en.join(", "));
    let is_signed = !head.issuers.is_empty() || head.issued_on.is_some();
    let bare = !has_number(head) && head.addressees.is_empty() && !(is_signed && head.kind.is_some());
    let message = Message::new(format!("公文缺少{zh}"), format!("the document has no {en}; expected in its head"));
    vec![Finding {
        severity: if bare { Severity::Note } else { MISSING_HEAD_PART.severity },
        pointer: Some("/head".to_owned()),
        subject: head.title.clone(),
        expected: Some(zh),
        ..MISSING_HEAD_PART.finding(message)
    }]
}

/// What a document of this kind should have and this one has not.
fn missing(head: &Head) -> Vec<(&'static str, &'static str)> {
    use DocumentKind::{Letter, Notice, Reply, Report, Request};
    let sent = matches!(head.kind, Some(Letter | Notice | Reply | Report | Request));
    let parts = [
        (has_number(head), "发文字号", "document number"),
        (head.title.is_some(), "标题", "title"),
        (!head.issuers.is_empty(), "发文机关", "issuer"),
        (head.issued_on.is_some() || head.issued_raw.is_some(), "成文日期", "date"),
        (!sent || !head.addressees.is_empty(), "主送机关", "addressees"),
    ];
    parts.into_iter().filter(|(there, ..)| !there).map(|(_, zh, en)| (zh, en)).collect()
}

/// A damaged number is there too, like a day that the calendar has not: what is wrong with it is another rule's business.
fn has_number(head: &Head) -> bool {
    head.number.is_some() || head.number_raw.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plan;

    #[test]
    fn a_table_with_a_title_alone_gets_a_note_and_a_bare_table_nothing() {
        let mut plan = Plan::new("计划".parse().unwrap());
        assert!(check(&Context::usual(&plan)).is_empty());
        plan.head.title = Some("2020年重点工作任务分解表".to_owned());
        let findings = check(&Context::usual(&plan));
        assert_eq!(findings[0].severity, Severity::Note);
        assert_eq!(findings[0].expected.as_deref(), Some("发文字号、发文机关、成文日期"));
    }
}
