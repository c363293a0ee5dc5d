use super::is_of;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Place, Related, Requirement, Severity};
use hashbrown::HashSet;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check) static DUPLICATE_ID: Rule = Rule {
    code: "GP101",
    name: "duplicate-id",
    severity: Severity::Error,
    layer: Layer::Structure,
    summary: RuleText { zh: "编号标识重复", en: "an id that stands twice" },
    explanation: RuleText {
        zh: "通知事项、部分、任务、要求、时限的 `id` 在一份计划中各不相同",
        en: "the `id` of every directive, section, task, requirement and timing is unique in a plan",
    },
    rationale: RuleText {
        zh: "台账、比对、督办都以 `id` 指认事项，重复则不知所指",
        en: "follow-up, comparison and supervision point at items by id; a repeated one points at two",
    },
    failing: r#"{"sections": [{"id": "s1", "paragraphs": ["总体要求"]}, {"id": "s1", "paragraphs": ["工作安排"]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "paragraphs": ["总体要求"]}, {"id": "s2", "paragraphs": ["工作安排"]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let directives = context.directives.iter().map(|d| (d.item.id.as_str(), &d.pointer, &d.item.place));
    let sections = context.sections.iter().map(|s| (s.item.id.as_str(), &s.pointer, &s.item.place));
    let tasks = context.tasks.iter().map(|t| (t.item.id.as_str(), &t.pointer, &t.item.place));
    let requirements = context.requirements.iter().map(|r| (r.item.id.as_str(), &r.pointer, &r.item.place));
    let parts = directives.chain(sections).chain(tasks).chain(requirements);

    let mut findings = Vec::new();
    let twice = standing_twice(parts.clone().map(|(id, ..)| id));
    let mut seen = BTreeMap::new();
    for (id, pointer, place) in parts.filter(|(id, ..)| !twice.is_empty() && twice.contains(id)) {
        findings.extend(repeated(&mut seen, id, place.as_ref(), || pointer.clone()));
    }
    // Where no id of an item stands twice, only one that is misplaced or one of several can.
    let is_misplaced = |requirement: &Requirement| {
        requirement.timings.iter().any(|timing| !is_of(timing.id.as_str(), requirement.id.as_str()))
    };
    let all = !twice.is_empty() || context.requirements.iter().any(|requirement| is_misplaced(requirement.item));
    let worth_reading = || context.requirements.iter().filter(|requirement| all || requirement.item.timings.len() > 1);
    let timings = || context.timings_of(worth_reading());
    let twice = standing_twice(timings().map(|timing| timing.item.id.as_str()));
    let mut seen = BTreeMap::new();
    for timing in timings().filter(|timing| twice.contains(timing.item.id.as_str())) {
        let (id, place) = (timing.item.id.as_str(), timing.place);
        findings.extend(repeated(&mut seen, id, place, move || timing.pointer()));
    }
    findings
}

/// The ids that stand more than once, most often none.
fn standing_twice<'c>(ids: impl Iterator<Item = &'c str>) -> BTreeSet<&'c str> {
    let ids: Vec<&str> = ids.collect();
    let mut seen = HashSet::with_capacity(ids.len());
    ids.into_iter().filter(|id| !seen.insert(*id)).collect()
}

/// The finding for an id that was seen before.
fn repeated<'c, P: Fn() -> String>(
    seen: &mut BTreeMap<&'c str, (P, Option<&'c Place>)>,
    id: &'c str,
    place: Option<&'c Place>,
    pointer: P,
) -> Option<Finding> {
    match seen.entry(id) {
        Entry::Vacant(entry) => {
            entry.insert((pointer, place));
            None
        }
        Entry::Occupied(entry) => {
            let (first, first_place) = entry.get();
            let message = Message::new(
                format!("标识`{id}`重复，应当在计划中唯一；请换一个没有用过的值"),
                format!("id `{id}` stands twice, expected once in a plan; give this item an id of its own"),
            );
            Some(Finding {
                pointer: Some(pointer()),
                place: place.cloned(),
                subject: Some(id.to_owned()),
                found: Some(id.to_owned()),
                related: vec![Related::new(Some(first()), first_place.cloned(), None)],
                ..DUPLICATE_ID.finding(message)
            })
        }
    }
}
