use super::cited::{Cited, cited};
use super::years::{shown, years};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{DocNumber, Finding, Message, Related, Severity};
use std::ops::RangeInclusive;

pub(in crate::check) static TITLE_YEAR_AGAINST_NUMBER: Rule = Rule {
    code: "GP608",
    name: "title-year-against-number",
    severity: Severity::Warning,
    layer: Layer::Coherence,
    summary: RuleText {
        zh: "标题的年份与文号的年份相差太远",
        en: "the year of the title is far from that of the document number",
    },
    explanation: RuleText {
        zh: "标题（计划的，没有时用文件的；引用的文件也查）所写的年份，最晚的也比发文字号的年份早两年以上，或最早的也晚两年以上",
        en: "the last year that the title names (the plan's, else the document's; and those of cited documents) lies two years or more before that of the document number, or the first one two years or more after it",
    },
    rationale: RuleText {
        zh: "计划在实施的当年或前一年印发；相差两年，多半有一个年份写错",
        en: "a plan is issued in its year or the one before; two years apart, one of the two is most often wrong",
    },
    failing: r#"{"title": "2018年政务公开工作要点", "head": {"title": "关于印发政务公开工作要点的通知", "number": "国办发〔2020〕17号"}}"#,
    passing: r#"{"title": "2020年政务公开工作要点", "head": {"title": "关于印发政务公开工作要点的通知", "number": "国办发〔2020〕17号"}}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (title, head) = (&context.plan.title, &context.plan.head);
    let own = title.as_deref().and_then(years).map(|years| ("/title", years));
    let titled = own.or_else(|| Some(("/head/title", head.title.as_deref().and_then(years)?)));
    let own = titled.zip(head.number.as_ref()).and_then(|((pointer, titled), number)| {
        let found = finding(&titled, number)?;
        let related = vec![Related::new(Some("/head/number".to_owned()), None, Some(number.to_string()))];
        Some(Finding { pointer: Some(pointer.to_owned()), related, ..found })
    });
    let others = cited(context).into_iter().filter_map(|Cited { citation, pointer, place }| {
        let found = finding(&years(citation.title.as_deref()?)?, citation.number.as_ref()?)?;
        Some(Finding { pointer: Some(pointer), place: place.cloned(), ..found })
    });
    own.into_iter().chain(others).collect()
}

/// What is said of a title and a number whose years are far apart.
fn finding(titled: &RangeInclusive<i32>, number: &DocNumber) -> Option<Finding> {
    let year = i32::from(number.year()?);
    if *titled.end() >= year - 1 && *titled.start() <= year + 1 {
        return None;
    }
    let titled = shown(titled);
    let message = Message::new(
        format!("标题的年份是{titled}，而发文字号`{number}`的年份是{year}；请核对"),
        format!(
            "the title names {titled}, and document number `{number}` is of {year}, expected a year near it; see which is right"
        ),
    );
    Some(Finding {
        expected: Some(year.to_string()),
        found: Some(titled),
        ..TITLE_YEAR_AGAINST_NUMBER.finding(message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plan;

    #[test]
    fn plans_of_several_years_and_of_the_next_year_are_not_said() {
        for (title, expected) in [
            ("行动计划（2018—2020年）", 0),
            ("行动计划（2020—2025年）", 0),
            ("2021年工作要点", 0),
            ("2019年度考核办法", 0),
            ("2022年工作要点", 1),
            ("工作要点", 0),
        ] {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.title = Some(title.to_owned());
            plan.head.number = Some("国办发〔2020〕17号".parse().unwrap());
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{title}");
        }
    }
}
