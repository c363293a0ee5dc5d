use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static MISPLACED_TIMING_ID: Rule = Rule {
    code: "GP106",
    name: "misplaced-timing-id",
    severity: Severity::Warning,
    layer: Layer::Structure,
    summary: RuleText { zh: "时限的标识属于别的要求", en: "a timing whose id is of another requirement" },
    explanation: RuleText {
        zh: "时限的 `id` 由所属要求或通知事项的 `id` 加 `.d` 和序号组成；任务、要求移到别处时标识不变，不在此列",
        en: "the `id` of a timing is that of its requirement or directive, `.d` and a number; tasks and requirements keep their ids wherever they are moved, and are left alone",
    },
    rationale: RuleText {
        zh: "台账按标识记录进展，标识张冠李戴则进展记到别的要求名下",
        en: "a ledger keeps progress by id, and one of another requirement puts the progress there",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "9月底前完成。", "timings": [{"id": "n2.d1", "kind": "vague"}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "9月底前完成。", "timings": [{"id": "n1.d1", "kind": "vague"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let misplaced =
        context.timings_with(|glance| glance.misplaced).filter(|timing| !is_of(timing.item.id.as_str(), timing.owner));
    let finding = |timing: crate::check::Part<'_, crate::Timing>| {
        let (id, owner) = (timing.item.id.as_str(), timing.owner);
        let expected = format!("{owner}.d1");
        let message = Message::new(
            format!("时限标识`{id}`不属于所在的`{owner}`；应形如`{expected}`"),
            format!("timing id `{id}` is not of `{owner}` where it stands, expected one such as `{expected}`"),
        );
        Finding {
            pointer: Some(timing.pointer() + "/id"),
            place: timing.place.cloned(),
            subject: Some(id.to_owned()),
            expected: Some(expected),
            found: Some(id.to_owned()),
            ..MISPLACED_TIMING_ID.finding(message)
        }
    };
    misplaced.map(finding).collect()
}

/// Whether an id is that of an owner and the number of a time limit.
pub(in crate::check) fn is_of(id: &str, owner: &str) -> bool {
    let number = id.strip_prefix(owner).and_then(|rest| rest.strip_prefix(".d"));
    number.is_some_and(|number| !number.contains(".d"))
}
