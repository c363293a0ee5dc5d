use super::cited::{Cited, cited};
use super::essence::essence;
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Message, Related, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static TITLE_WITH_TWO_NUMBERS: Rule = Rule {
    code: "GP606",
    name: "title-with-two-numbers",
    severity: Severity::Warning,
    layer: Layer::Coherence,
    summary: RuleText { zh: "一个标题引了两个文号", en: "one title cited with two document numbers" },
    explanation: RuleText {
        zh: "两处引用的标题相同（书名号、空格不论），发文字号却不同；过短的标题（如“实施意见”）不检查",
        en: "two citations have one title, marks and white space aside, and different document numbers; short titles (实施意见) are left alone",
    },
    rationale: RuleText {
        zh: "一份文件只有一个文号，其中一处写错了，照文号查不到文件",
        en: "a document has one number; one of the two is wrong, and leads to another document or none",
    },
    failing: r#"{"basis": [{"title": "2020年政务公开工作要点", "number": "国办发〔2020〕17号"}, {"title": "《2020年政务公开工作要点》", "number": "国办发〔2020〕71号"}]}"#,
    passing: r#"{"basis": [{"title": "2020年政务公开工作要点", "number": "国办发〔2020〕17号"}, {"title": "2021年政务公开工作要点", "number": "国办发〔2021〕12号"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// Fewest characters of a title that names one document.
const LENGTH: usize = 8;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut first: BTreeMap<String, (String, &str)> = BTreeMap::new();
    let mut findings = Vec::new();
    for Cited { citation, pointer, place } in cited(context) {
        let (Some(number), Some(title)) = (&citation.number, citation.title.as_deref()) else { continue };
        let (number, name) = (number.as_str(), essence(title));
        if name.chars().count() < LENGTH {
            continue;
        }
        let Some((before, earlier)) = first.get(&name) else {
            first.insert(name, (pointer, number));
            continue;
        };
        if *earlier == number {
            continue;
        }
        let short = excerpt(title);
        let message = Message::new(
            format!("`{short}`此处文号为`{number}`，别处为`{earlier}`；请核对"),
            format!(
                "`{short}` has the number `{number}` here and `{earlier}` elsewhere, expected one; see which is right"
            ),
        );
        findings.push(Finding {
            pointer: Some(pointer),
            place: place.cloned(),
            subject: Some(title.to_owned()),
            expected: Some((*earlier).to_owned()),
            found: Some(number.to_owned()),
            related: vec![Related::new(Some(before.clone()), None, Some((*earlier).to_owned()))],
            ..TITLE_WITH_TWO_NUMBERS.finding(message)
        });
    }
    findings
}
