use crate::check::{Context, Layer, Rule, RuleText};
use crate::organ::table;
use crate::{Finding, Message, Place, Severity};

pub(in crate::check) static DANGLING_ATTACHMENT: Rule = Rule {
    code: "GP604",
    name: "dangling-attachment",
    severity: Severity::Warning,
    layer: Layer::Coherence,
    summary: RuleText { zh: "所指的附件没有列出", en: "an attachment that the document does not have" },
    explanation: RuleText {
        zh: "正文说“见附件3”“按附件3填报”，而附件说明只列了更少的附件；文件没有附件说明、或指的是其他文件的附件的不检查",
        en: "a text points at an attachment by number (见附件3, 按附件3填报) and the document announces fewer; nothing is said where it announces none, or where another document's attachment is meant",
    },
    rationale: RuleText {
        zh: "照着做的人找不到附件，可能是漏附，也可能是编号没有随着改",
        en: "whoever should follow it cannot find it; it was left out, or its number was not changed with the others",
    },
    failing: r#"{"head": {"attachments": ["重点任务分解表"]}, "directives": [{"id": "n1", "text": "各单位每季度末填报进展情况（见附件2）。"}]}"#,
    passing: r#"{"head": {"attachments": ["重点任务分解表", "进展情况表"]}, "directives": [{"id": "n1", "text": "各单位每季度末填报进展情况（见附件2）。"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

const WORDS: &str = include_str!("../../../data/attachment_words.csv");
const ATTACHMENT: &str = "附件";

fn check(context: &Context<'_>) -> Vec<Finding> {
    let announced = context.plan.head.attachments.len();
    if announced == 0 {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let mut look = |pointer: String, place: Option<&Place>, text: &str| {
        let Some(number) = numbers(text).find(|number| *number > announced) else { return };
        let message = Message::new(
            format!("正文所指的`附件{number}`不在附件说明之内（共{announced}个）；请补列附件或改正编号"),
            format!(
                "`附件{number}` is not among the attachments announced ({announced}); add it, or correct the number"
            ),
        );
        findings.push(Finding {
            pointer: Some(pointer),
            place: place.cloned(),
            expected: Some(announced.to_string()),
            found: Some(format!("{ATTACHMENT}{number}")),
            ..DANGLING_ATTACHMENT.finding(message)
        });
    };
    for (index, paragraph) in context.plan.preamble.iter().enumerate() {
        look(format!("/preamble/{index}/text"), paragraph.place.as_ref(), &paragraph.text);
    }
    for directive in &context.directives {
        look(format!("{}/text", directive.pointer), directive.item.place.as_ref(), &directive.item.text);
    }
    for section in &context.sections {
        for (index, paragraph) in section.item.paragraphs.iter().enumerate() {
            look(format!("{}/paragraphs/{index}", section.pointer), section.item.place.as_ref(), paragraph);
        }
    }
    for requirement in &context.requirements {
        if let Some(text) = &requirement.item.text {
            look(format!("{}/text", requirement.pointer), requirement.item.place.as_ref(), text);
        }
    }
    findings
}

/// The numbers of the document's own attachments that a text points at.
fn numbers(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(ATTACHMENT).filter_map(|(at, _)| {
        let before = text.get(..at)?.trim_end();
        let after = text.get(at + ATTACHMENT.len()..)?;
        let digits: String = after.chars().take(3).take_while(char::is_ascii_digit).collect();
        let number = digits.parse().ok()?;
        let is_own = table(WORDS).any(|row| row.first().is_some_and(|word| before.ends_with(word)));
        is_own.then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attachments_of_other_documents_are_not_said() {
        for (text, expected) in [
            ("填报进展情况（附件3）。", Some(3)),
            ("详见附件2、附件3。", Some(2)),
            ("按照附件12填写。", Some(12)),
            ("按照《实施方案》附件3的要求办理。", None),
            ("按照国发〔2020〕6号附件3的要求办理。", None),
            ("详见附件。", None),
            ("每件信访件附件齐全。", None),
        ] {
            assert_eq!(numbers(text).next(), expected, "{text}");
        }
    }
}
