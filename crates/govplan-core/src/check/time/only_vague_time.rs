use super::said::{has_headless_time, step, together, wordings};
use super::unnamed_rhythm::is_unnamed_rhythm;
use super::unreadable_deadline::is_unreadable;
use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Part, Rule, RuleText, Work};
use crate::{Finding, Message, Severity, Timing, TimingKind};
use std::collections::BTreeSet;

pub(in crate::check) static ONLY_VAGUE_TIME: Rule = Rule {
    code: "GP411",
    name: "only-vague-time",
    severity: Severity::Note,
    layer: Layer::Time,
    summary: RuleText { zh: "只有“及时”一类的时间", en: "requirements whose only time sets no day" },
    explanation: RuleText {
        zh: "要求的时间只有“及时”“适时”“尽快”一类说法，没有日期、周期或期限；全计划提示一次，列出各处",
        en: "the only time of a requirement is a word such as 及时 or 尽快, without a day, a rhythm or a period; said once for the plan, with every place",
    },
    rationale: RuleText {
        zh: "没有日期的要求到不了期，无从提醒、督办和考核",
        en: "what is never due can be neither reminded of nor followed up nor accounted for",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "及时公开结果。", "timings": [{"id": "n1.d1", "kind": "vague", "raw": "及时"}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "及时公开结果，每季度末更新。", "timings": [{"id": "n1.d1", "kind": "vague", "raw": "及时"}, {"id": "n1.d2", "kind": "recurring", "raw": "每季度末", "recurrence": {"every": "quarterly", "from_end": 1}}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    // A length of time (期限为20天) is a measure too, though no day follows from it, and so is a column that lost its header.
    let headless = context.requirements_with(|glance| glance.cells).filter(|part| has_headless_time(part.item));
    let headless = headless.map(|requirement| requirement.item.id.as_str());
    let measured: BTreeSet<&str> = context.stated().iter().map(|stated| stated.id).chain(headless).collect();
    let is_vague = |work: &Work<'_>| {
        !work.timings.is_empty() && work.timings.iter().all(sets_no_day) && !measured.contains(work.id)
    };
    let owners: BTreeSet<&str> =
        context.works_with(|glance| glance.vague).filter(is_vague).map(|work| work.id).collect();
    if owners.is_empty() {
        return Vec::new();
    }
    let vague: Vec<Part<'_, Timing>> = context.timings().filter(|timing| owners.contains(timing.owner)).collect();
    let (count, words) = (owners.len(), wordings(&vague));
    let message = Message::new(
        format!("{count}项要求只写了`{words}`，没有日期；请写明时限或周期"),
        format!(
            "the only time of {count} requirements is `{words}`, which sets no day; state a time limit or a rhythm"
        ),
    );
    together(&ONLY_VAGUE_TIME, &vague, message).into_iter().collect()
}

/// Whether a timing is a word that sets no day; what hangs on an event or takes effect does.
fn sets_no_day(timing: &Timing) -> bool {
    let is_bare = timing.start.is_none() && timing.end.is_none() && timing.event.is_none();
    timing.kind == TimingKind::Vague
        && is_bare
        && !is_unnamed_rhythm(timing)
        // A day was meant that cannot be read (GP420).
        && !is_unreadable(timing)
        && step(timing, "takes_effect").is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan};

    #[test]
    fn the_plan_is_told_once_and_an_event_is_a_time() {
        let mut plan = Plan::new("计划".parse().unwrap());
        for n in 1..=3 {
            let mut directive = Directive::new(DirectiveId::nth(n), "公开结果。");
            let mut timing = Timing::new(directive.id.timing(1), TimingKind::Vague);
            timing.raw = Some("及时".to_owned());
            timing.event = (n == 3).then(|| "印发".to_owned());
            directive.timings = vec![timing];
            plan.directives.push(directive);
        }
        let findings = check(&Context::usual(&plan));
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].related.len(), 1);
        assert_eq!(findings[0].message.zh, "2项要求只写了`及时`，没有日期；请写明时限或周期");
    }
}
