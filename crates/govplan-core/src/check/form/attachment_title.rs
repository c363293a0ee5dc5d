use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Section, Severity};

pub(in crate::check) static ATTACHMENT_TITLE: Rule = Rule {
    code: "GP211",
    name: "attachment-title",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText {
        zh: "附件标题与附件说明不一致", en: "an attachment's title is not the one announced"
    },
    explanation: RuleText {
        zh: "计划作为附件的，或正文之后附有任务表的，其标题应与附件说明中的一个一致，空格、引号、括号宽窄不论；一个是另一个的一部分的仅作提示",
        en: "the title of a plan that is an attachment, or of a table of work behind a paper, is one of those that the document announces, white space, quotation marks and the width of brackets aside; where one is part of the other it is a note",
    },
    rationale: RuleText {
        zh: "对不上的附件可能是放错了、漏放了",
        en: "an attachment that was not announced may be the wrong one, and the one announced may be missing",
    },
    failing: r#"{"title": "2020年重点工作任务分解表", "head": {"attachments": ["政务公开实施方案"]}}"#,
    passing: r#"{"title": "政务公开实施方案", "head": {"attachments": ["政务公开实施方案"]}}"#,
    legal_basis: Some(official_format("7.3.4、7.3.7")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let plan = context.plan;
    let attachments = &plan.head.attachments;
    let own = plan.title.as_deref().map(|title| ("/title".to_owned(), title)).or_else(|| annex(&plan.sections));
    let Some((pointer, title)) = own.filter(|(_, title)| plan.head.title.as_deref() != Some(title)) else {
        return Vec::new();
    };
    let announced: Vec<String> = attachments.iter().map(|attachment| bare(attachment)).collect();
    let own = bare(title);
    if announced.is_empty() || own.is_empty() || announced.contains(&own) {
        return Vec::new();
    }
    let near = announced.iter().any(|other| !other.is_empty() && (other.contains(&own) || own.contains(other)));
    let likeness = announced.iter().map(|other| strsim::normalized_levenshtein(other, &own));
    let likest = likeness.zip(attachments).reduce(|one, other| if other.0 > one.0 { other } else { one });
    let expected = likest.map(|(_, attachment)| attachment.clone()).unwrap_or_default();
    let message = Message::new(
        format!("附件标题`{title}`与附件说明`{expected}`不一致；请改为相同的标题，或补全附件"),
        format!(
            "attachment `{title}` was announced as `{expected}`, expected the same title; align them or add what is missing"
        ),
    );
    vec![Finding {
        severity: if near { Severity::Note } else { ATTACHMENT_TITLE.severity },
        pointer: Some(pointer),
        subject: Some(title.to_owned()),
        expected: Some(expected),
        found: Some(title.to_owned()),
        ..ATTACHMENT_TITLE.finding(message)
    }]
}

/// The attachment of a paper that holds work of its own: the last section, which has no number where the others have one.
fn annex(sections: &[Section]) -> Option<(String, &str)> {
    let (last, others) = sections.split_last()?;
    let is_annex = last.label.is_none() && others.iter().any(|section| section.label.is_some());
    let title = last.title.as_deref().filter(|_| is_annex)?;
    Some((format!("/sections/{}/title", others.len()), title))
}

/// A title without what may differ: white space, quotation marks, the width of brackets.
fn bare(title: &str) -> String {
    let kept = title.chars().filter(|c| !c.is_whitespace() && !"《》〈〉“”\"‘’".contains(*c));
    let one_width = kept.map(|c| match c {
        '(' => '（',
        ')' => '）',
        '-' | '—' | '–' | '－' | '～' | '~' => '—',
        _ => c,
    });
    one_width.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plan;

    #[test]
    fn titles_are_compared_by_their_words() {
        let cases = [
            ("2020 年任务分解表(试行)", &["2020年任务分解表（试行）"][..], None),
            ("《任务分解表》", &["评价办法", "任务分解表"], None),
            ("2020年任务分解表", &["任务分解表"], Some(Severity::Note)),
            ("任务分解表", &["评价办法"], Some(Severity::Warning)),
            ("任务分解表", &[], None),
        ];
        for (title, announced, severity) in cases {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.title = Some(title.to_owned());
            plan.head.attachments = announced.iter().map(|title| (*title).to_owned()).collect();
            let findings = check(&Context::usual(&plan));
            assert_eq!(findings.first().map(|finding| finding.severity), severity, "{title}");
        }
    }
}
