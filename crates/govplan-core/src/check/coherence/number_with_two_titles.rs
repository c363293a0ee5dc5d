use super::cited::{Cited, cited, may_be_one};
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Message, Related, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static NUMBER_WITH_TWO_TITLES: Rule = Rule {
    code: "GP605",
    name: "number-with-two-titles",
    severity: Severity::Warning,
    layer: Layer::Coherence,
    summary: RuleText { zh: "一个文号引了两个标题", en: "one document number cited with two titles" },
    explanation: RuleText {
        zh: "两处引用的发文字号相同，标题却不同，也不是一个为另一个的简称",
        en: "two citations have one document number and different titles, neither of them short for the other",
    },
    rationale: RuleText {
        zh: "一个文号只有一份文件，其中一处的文号或标题写错了",
        en: "a number belongs to one document; one of the two is wrong in its number or its title",
    },
    failing: r#"{"basis": [{"title": "2020年政务公开工作要点", "number": "国办发〔2020〕17号"}, {"title": "关于加强信访工作的意见", "number": "国办发〔2020〕17号"}]}"#,
    passing: r#"{"basis": [{"title": "关于印发2020年政务公开工作要点的通知", "number": "国办发〔2020〕17号"}, {"title": "2020年政务公开工作要点", "number": "国办发〔2020〕17号"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut first: BTreeMap<&str, (String, &str)> = BTreeMap::new();
    let mut findings = Vec::new();
    for Cited { citation, pointer, place } in cited(context) {
        let (Some(number), Some(title)) = (&citation.number, citation.title.as_deref()) else { continue };
        let number = number.as_str();
        let Some((before, earlier)) = first.get(number) else {
            first.insert(number, (pointer, title));
            continue;
        };
        if may_be_one(earlier, title) {
            continue;
        }
        let message = Message::new(
            format!("`{number}`此处引作`{}`，别处引作`{}`；请核对文号和标题", excerpt(title), excerpt(earlier)),
            format!(
                "`{number}` is cited as `{}` here and as `{}` elsewhere, expected one title; see which number and title are right",
                excerpt(title),
                excerpt(earlier)
            ),
        );
        findings.push(Finding {
            pointer: Some(pointer),
            place: place.cloned(),
            subject: Some(number.to_owned()),
            expected: Some((*earlier).to_owned()),
            found: Some(title.to_owned()),
            related: vec![Related::new(Some(before.clone()), None, Some((*earlier).to_owned()))],
            ..NUMBER_WITH_TWO_TITLES.finding(message)
        });
    }
    findings
}
