use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static OPEN_LIST: Rule = Rule {
    code: "GP305",
    name: "open-list",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "单位名单以“等”结尾", en: "a list of units left open with 等" },
    explanation: RuleText {
        zh: "责任单位名单的末尾有“等”，而没有写明共几家",
        en: "a list of units ends in a bare 等, without a count of those meant",
    },
    rationale: RuleText {
        zh: "未列出的单位不知道自己有责任",
        en: "units that are meant and not named do not know of it",
    },
    failing: r#"{"units": [{"name": "市财政局"}], "directives": [{"id": "n1", "text": "抓好落实。", "assignments": [{"unit": "市财政局", "role": "responsible", "open_list": true}]}]}"#,
    passing: r#"{"units": [{"name": "市财政局"}], "directives": [{"id": "n1", "text": "抓好落实。", "assignments": [{"unit": "市财政局", "role": "responsible"}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let open = context.assignments_with(|glance| glance.open_list).filter(|assignment| assignment.item.open_list);
    let findings = open.map(|assignment| {
        let last = assignment.item.raw.as_ref().unwrap_or(&assignment.item.unit);
        let message = Message::new(
            format!("单位名单在`{last}`之后以`等`结尾；请列全或写明共几家"),
            format!("the list of units ends in `等` after `{last}`; name them all or say how many"),
        );
        Finding {
            pointer: Some(assignment.pointer()),
            place: assignment.place.cloned(),
            subject: Some(assignment.owner.to_owned()),
            found: Some(last.clone()),
            ..OPEN_LIST.finding(message)
        }
    });
    findings.collect()
}
