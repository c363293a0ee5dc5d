use crate::check::basis::disclosure;
use crate::check::{Context, Layer, Rule, RuleText, Work};
use crate::organ::table;
use crate::{Finding, Message, Severity};
use std::sync::LazyLock;

pub(in crate::check) static REQUEST_STEPS: Rule = Rule {
    code: "GP522",
    name: "request-steps",
    severity: Severity::Note,
    layer: Layer::Law,
    summary: RuleText { zh: "公开申请办理环节不全", en: "steps of handling requests that are not all there" },
    explanation: RuleText {
        zh: "列举依申请公开办理环节时，缺少登记、审核、办理、答复、归档中的一项或几项；至少列出三项才判断",
        en: "the steps of handling requests for information are listed, three of them at the least, and one or more of 登记、审核、办理、答复、归档 are left out",
    },
    rationale: RuleText {
        zh: "条例要求这五个环节都有制度，缺了审核、归档容易答复出错、无据可查",
        en: "the regulation asks for all five; without review and filing replies go wrong and nothing is on record",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "规范政府信息公开申请登记、办理、答复工作流程。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "规范政府信息公开申请登记、审核、办理、答复、归档工作流程。"}]}"#,
    legal_basis: Some(disclosure("第45条")),
    schema_can_say: false,
    check: Some(check),
};

/// So many steps make a list of them.
const LEAST: usize = 3;

static STEPS: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let rows = table(include_str!("../../../data/request_steps.csv"));
    let steps = rows.filter_map(|row| match *row {
        [step, words] => Some((step, words.split('|').collect())),
        _ => None,
    });
    steps.collect()
});

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.works_with(|glance| glance.text.request).filter_map(|work| incomplete(&work)).collect()
}

fn incomplete(work: &Work<'_>) -> Option<Finding> {
    let text = work.text.filter(|text| text.contains("申请") && text.contains("公开") && text.contains('、'))?;
    let sentences = text.split(['。', '；', ';', '\n']);
    let about = sentences.filter(|sentence| ["公开申请", "申请公开"].iter().any(|topic| sentence.contains(topic)));
    let mut lists = about.flat_map(|sentence| sentence.split(['，', ',', '：'])).filter(|clause| clause.contains('、'));
    let (listed, missing) = lists.find_map(|clause| {
        let items = clause.split(['、', '和', '及']).count();
        let stands = |words: &[&str]| words.iter().find_map(|word| Some((clause.find(word)?, word.len())));
        let steps = STEPS.iter().map(|(step, words)| (*step, stands(words)));
        let (there, missing): (Vec<_>, Vec<_>) = steps.partition(|(_, place)| place.is_some());
        let places = there.iter().filter_map(|(_, place)| *place);
        let start = places.clone().map(|(start, _)| start).min()?;
        let end = places.map(|(start, length)| start + length).max()?;
        let missing: Vec<&str> = missing.into_iter().map(|(step, _)| step).collect();
        (there.len() >= LEAST && items >= LEAST).then_some((clause.get(start..end)?.to_owned(), missing))
    })?;
    if missing.is_empty() {
        return None;
    }
    let missing = missing.join("、");
    let message = Message::new(
        format!("依申请公开的环节列出了`{listed}`，未写明`{missing}`；请补全"),
        format!("the steps of handling requests name `{listed}` and do not name `{missing}`; add them"),
    );
    Some(Finding {
        pointer: Some(format!("{}/text", work.pointer)),
        place: work.place(),
        subject: Some(work.id.to_owned()),
        expected: Some(missing),
        found: Some(listed),
        ..REQUEST_STEPS.finding(message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan};

    #[test]
    fn only_a_list_of_steps_of_requests_is_judged() {
        let found = |text: &str| {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.directives = vec![Directive::new(DirectiveId::nth(1), text)];
            check(&Context::usual(&plan)).into_iter().next().and_then(|finding| finding.expected)
        };
        assert_eq!(found("规范依申请公开的接收、登记、办理、调查、答复工作。").as_deref(), Some("审核、归档"));
        assert_eq!(found("完善依申请公开登记、审查、办理、回复、存档制度。"), None);
        assert_eq!(found("做好依申请公开答复工作，规范公文登记、审核、归档。").as_deref(), Some("办理、答复"));
        assert_eq!(found("规范公文登记、审核、归档。做好依申请公开答复工作。"), None);
        assert_eq!(found("及时登记、答复公开申请。"), None);
    }

    #[test]
    fn the_list_is_quoted_as_it_is_printed() {
        let mut plan = Plan::new("计划".parse().unwrap());
        let text = "做好依申请公开接收、登记、办理、调查、答复等各个环节工作。";
        plan.directives = vec![Directive::new(DirectiveId::nth(1), text)];
        let findings = check(&Context::usual(&plan));
        assert_eq!(findings[0].found.as_deref(), Some("登记、办理、调查、答复"));
    }
}
