use super::same_text::{Same, ends_differ, same_texts};
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Message, Related, Severity};

pub(in crate::check) static DUPLICATE_REQUIREMENT: Rule = Rule {
    code: "GP601",
    name: "duplicate-requirement",
    severity: Severity::Warning,
    layer: Layer::Coherence,
    summary: RuleText { zh: "同一要求写了两次", en: "one requirement twice" },
    explanation: RuleText {
        zh: "两项要求的正文除空格、标点外完全相同；同一任务下只是单位不同的几行不算；时限不同的另行提示（GP603）",
        en: "two requirements have the same text, white space and punctuation aside; rows of one task that differ in their units are none, and those that differ in their time limits are said by GP603",
    },
    rationale: RuleText {
        zh: "重复的要求会重复督办、重复统计，也可能是漏改了其中一项",
        en: "it is followed up and counted twice, or one of the two should have said something else",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "每年组织一次政务公开培训。"}]}]}, {"id": "s2", "tasks": [{"id": "s2.t1", "requirements": [{"id": "s2.t1.r1", "text": "每年组织一次政务公开培训。"}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "每年组织一次政务公开培训。"}]}]}, {"id": "s2", "tasks": [{"id": "s2.t1", "requirements": [{"id": "s2.t1.r1", "text": "每年组织一次政务公开检查。"}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    same_texts(&context.requirements).iter().filter(|same| !ends_differ(same)).filter_map(finding).collect()
}

fn finding(same: &Same<'_>) -> Option<Finding> {
    let [first, second, others @ ..] = same.as_slice() else { return None };
    let text = second.item.text.as_deref()?;
    let (short, before, count) = (excerpt(text), &first.item.id, same.len());
    let message = Message::new(
        format!("要求`{short}`与{before}相同（共{count}处）；请合并，或改正其中一处"),
        format!("requirement `{short}` says the same as {before} (places: {count}); merge them, or correct one"),
    );
    let related = |part: &&crate::Located<'_, crate::Requirement>| {
        Related::new(Some(part.pointer.clone()), part.item.place.clone(), None)
    };
    Some(Finding {
        pointer: Some(second.pointer.clone()),
        place: second.item.place.clone(),
        subject: Some(second.item.id.to_string()),
        found: Some(text.to_owned()),
        related: std::iter::once(first).chain(others).map(related).collect(),
        ..DUPLICATE_REQUIREMENT.finding(message)
    })
}

#[cfg(test)]
mod tests {
    use super::super::same_text::plan_of;
    use super::*;

    const TEXT: &str = "每年组织一次政务公开培训。";

    #[test]
    fn short_texts_rows_of_one_text_and_other_time_limits_are_not_said() {
        type Rows<'t> = &'t [(&'t str, &'t str, &'t str)];
        let cases: [(&[Rows<'_>], usize); 6] = [
            (&[&[(TEXT, "办公室", "")], &[("每年组织一次，政务公开培训", "人事科", "")]], 1),
            (&[&[(TEXT, "办公室", "")], &[(TEXT, "办公室", "")], &[(TEXT, "办公室", "")]], 1),
            (&[&[("抓好落实。", "办公室", "")], &[("抓好落实。", "办公室", "")]], 0),
            (&[&[(TEXT, "办公室", ""), (TEXT, "人事科", "")]], 0),
            (&[&[(TEXT, "办公室", ""), (TEXT, "办公室", "")]], 1),
            (&[&[(TEXT, "办公室", "2026-06-30")], &[(TEXT, "办公室", "2026-12-31")]], 0),
        ];
        for (sections, expected) in cases {
            assert_eq!(check(&Context::usual(&plan_of(sections))).len(), expected, "{sections:?}");
        }
    }
}
