//! The phrase in brackets that closes a text: who does it, and by when (市教育局牵头，市财政局配合，6月底前出台).

use super::cells::{Names, has_year_from_before, printed_deadline};
use govplan_core::{Assignment, Origin, Requirement, Role, known_organ, printed_level};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The verb that closes a group of organs, by role.
static VERBS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/role_verbs.csv").lines().filter(|line| !line.starts_with('#'));
    lines.skip(1).filter_map(|line| line.split_once(',')).collect()
});

/// The phrase of a requirement, with the rules that it states for what follows; empty where the text says all.
///
/// None where a phrase cannot say it: persons, inherited or open names within a list, times whose year another one prints.
pub(super) fn phrase(names: &Names<'_>, requirement: &Requirement, rules: &[&str]) -> Option<String> {
    let stated = |origin: Option<Origin>| !matches!(origin, Some(Origin::Text | Origin::Rule));
    let assigned: Vec<&Assignment> =
        requirement.assignments.iter().filter(|assignment| stated(assignment.origin)).collect();
    let timings = requirement.timings.iter().filter(|timing| stated(timing.origin));
    let mut groups: Vec<String> = Vec::new();
    for group in assigned.chunk_by(|one, other| one.role == other.role) {
        groups.push(list(names, group)?);
    }
    for timing in timings {
        if has_year_from_before(timing) || timing.inherited || timing.raw.is_none() {
            return None;
        }
        groups.push(printed_deadline(timing)?.replace('\u{3000}', ""));
    }
    let is_told = requirement.assignments.iter().any(|assignment| assignment.origin == Some(Origin::Text));
    let says_who = !assigned.is_empty();
    if !requirement.persons.is_empty() || !says_who && (!groups.is_empty() || !rules.is_empty()) || says_who && is_told
    {
        return None;
    }
    let sentences: Vec<String> =
        [groups.join("，")].into_iter().chain(rules.iter().map(|rule| (*rule).to_owned())).collect();
    Some(if says_who { format!("（{}）", sentences.join("。")) } else { String::new() })
}

/// Organs of one role with its verb.
fn list(names: &Names<'_>, group: &[&Assignment]) -> Option<String> {
    let mut text = String::new();
    let mut has_level = false;
    for (index, assignment) in group.iter().enumerate() {
        if assignment.inherited || assignment.open_list && index + 1 < group.len() {
            return None;
        }
        let name: Cow<'_, str> = names.printed(assignment);
        // Behind 、 a name without a level of its own would take that of the name before it.
        let takes_level = known_organ(&name).is_some_and(|organ| organ.level.is_none() && organ.is_local);
        if index > 0 {
            text.push(if has_level && takes_level { '，' } else { '、' });
        }
        has_level = printed_level(&name).is_some() || has_level && !takes_level;
        text.push_str(&name);
    }
    let role: Role = group.first()?.role;
    text.push_str(VERBS.get(role.as_str())?);
    Some(text)
}
