//! What the cells of a requirement's row say.

use govplan_core::{Assignment, Origin, Person, Plan, Requirement, Role, Timing, Unit};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

pub(super) fn is_in_role(requirement: &Requirement, role: Role) -> bool {
    requirement.assignments.iter().any(|assignment| assignment.role == role)
}

/// The names under which organs may stand: their aliases in the plan, each with its organ.
#[derive(Debug)]
pub(super) struct Names<'p> {
    aliases: BTreeSet<(&'p str, &'p str)>,
}

impl<'p> Names<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let aliases = |unit: &'p Unit| unit.aliases.iter().map(|alias| (unit.name.as_str(), alias.as_str()));
        Self { aliases: plan.units.iter().flat_map(aliases).collect() }
    }

    /// The organs in a role, one a line, and whether all of them are inherited.
    pub(super) fn lines<'r>(&self, requirement: &'r Requirement, role: Role) -> (Cow<'r, str>, bool) {
        let assigned = || requirement.assignments.iter().filter(|assignment| assignment.role == role);
        let inherited = assigned().next().is_some() && assigned().all(|assignment| assignment.inherited);
        (joined(assigned().map(|assignment| self.printed(assignment))), inherited)
    }

    /// An organ by its name as it was printed, where that is a name of its own; one that was printed without its level, in
    /// full.
    pub(super) fn printed<'a>(&self, assignment: &'a Assignment) -> Cow<'a, str> {
        let is_name = |raw: &&str| self.aliases.contains(&(assignment.unit.as_str(), *raw));
        let name = assignment.raw.as_deref().filter(is_name).unwrap_or(&assignment.unit);
        if assignment.open_list { Cow::Owned(format!("{name}等")) } else { Cow::Borrowed(name) }
    }
}

/// The ideographic space, which parts a time from what is reached by then, and one time from the next (6月底前　出台).
const PART: char = '\u{3000}';

/// Texts as one, each on a line.
pub(super) fn joined<'t>(texts: impl Iterator<Item = Cow<'t, str>>) -> Cow<'t, str> {
    let below = |mut lines: Cow<'t, str>, text: Cow<'t, str>| {
        let joined = lines.to_mut();
        joined.push('\n');
        joined.push_str(&text);
        lines
    };
    texts.reduce(below).unwrap_or_default()
}

/// The deadlines of a requirement that do not stand in its own words, each as a cell says it, and whether it is inherited.
pub(super) fn deadlines(requirement: &Requirement) -> Vec<(Cow<'_, str>, bool)> {
    let apart = requirement.timings.iter().filter(|timing| !is_in_words(requirement, timing));
    let mut cells: Vec<(Cow<'_, str>, bool)> = Vec::new();
    let mut before = None;
    for timing in apart {
        // What one cell says of several times stands once.
        let is_said = timing.raw.is_some() && before == timing.raw.as_deref();
        before = timing.raw.as_deref();
        let Some(text) = printed_deadline(timing).filter(|_| !is_said) else { continue };
        match cells.last_mut().filter(|_| has_year_from_before(timing)) {
            Some((cell, _)) => {
                let cell = cell.to_mut();
                cell.push(PART);
                cell.push_str(&text);
            }
            None => cells.push((text, timing.inherited)),
        }
    }
    if cells.len() > MOST_DEADLINES {
        let rest: Vec<Cow<'_, str>> = cells.drain(MOST_DEADLINES - 1..).map(|(text, _)| text).collect();
        cells.push((Cow::Owned(rest.join("\u{3000}")), false));
    }
    cells
}

/// Columns of deadlines, at most; what a requirement has beyond stands in the last.
const MOST_DEADLINES: usize = 8;

/// Whether the year of a time is the one that is printed before it.
pub(super) fn has_year_from_before(timing: &Timing) -> bool {
    timing.steps.iter().any(|step| step.code == "year_from_text")
}

fn is_in_words(requirement: &Requirement, timing: &Timing) -> bool {
    match timing.origin {
        Some(origin) => origin == Origin::Text,
        None => timing.raw.as_deref().is_some_and(|raw| {
            let is_in = |text: &Option<String>| text.as_deref().is_some_and(|text| text.contains(raw));
            is_in(&requirement.text) || is_in(&requirement.title)
        }),
    }
}

/// A deadline in its own words, with what softens it before and what is reached by then behind; without words of its own, its
/// days.
pub(super) fn printed_deadline(timing: &Timing) -> Option<Cow<'_, str>> {
    let Some(raw) = timing.raw.as_deref() else { return printed_days(timing).map(Cow::Owned) };
    let modality = timing.modality.as_deref().filter(|word| !raw.contains(word)).unwrap_or_default();
    let milestone = timing.milestone.as_deref().filter(|word| !raw.contains(word)).unwrap_or_default();
    match (modality, milestone) {
        ("", "") => Some(Cow::Borrowed(raw)),
        _ => {
            let parts = [modality, raw, milestone].into_iter().filter(|part| !part.is_empty());
            Some(Cow::Owned(parts.collect::<Vec<_>>().join("\u{3000}")))
        }
    }
}

fn printed_days(timing: &Timing) -> Option<String> {
    let (start, end) =
        (timing.start.map(|day| day.format("%Y年%-m月%-d日")), timing.end.map(|day| day.format("%Y年%-m月%-d日")));
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = match (start, end) {
        (Some(start), Some(end)) => write!(text, "{start}至{end}"),
        (Some(start), None) => write!(text, "自{start}起"),
        (None, Some(end)) => write!(text, "{end}前"),
        (None, None) => return None,
    };
    Some(text)
}

/// The persons who are there for something.
pub(super) fn persons(requirement: &Requirement, role: Option<Role>) -> impl Iterator<Item = &Person> {
    requirement.persons.iter().filter(move |person| person.role == role)
}
