//! Requirements that go by another item of their plan.

use super::NodeId;
use crate::organ::table;
use crate::{Requirement, Task};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What stands before the label of a task and what behind it, where a text names it.
static PHRASES: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = table(include_str!("../../data/item_references.csv"));
    rows.filter_map(|row| match row[..] {
        [before, after, _] => Some((before, after)),
        _ => None,
    })
    .collect()
});

/// The longest label that is looked for between the two, in characters.
const LONGEST_LABEL: usize = 4;

/// What the items of a plan are called, and what its requirements name.
///
/// Only what is certain counts: a label or title that two items have names neither.
#[derive(Default)]
pub(super) struct References<'a> {
    /// Tasks by label; none where two tasks have it.
    labels: HashMap<&'a str, Option<NodeId>>,
    /// Tasks and requirements by title; none where two items have it.
    titles: HashMap<&'a str, Option<NodeId>>,
    requirements: Vec<(NodeId, NodeId, &'a Requirement)>,
}

impl<'a> References<'a> {
    pub(super) fn add_task(&mut self, id: NodeId, task: &'a Task) {
        add(&mut self.labels, task.label.as_deref(), id);
        add(&mut self.titles, task.title.as_deref(), id);
    }

    pub(super) fn add_requirement(&mut self, id: NodeId, task: NodeId, requirement: &'a Requirement) {
        add(&mut self.titles, requirement.title.as_deref(), id);
        self.requirements.push((id, task, requirement));
    }

    /// Each requirement with the items that it names, itself and its own task left out.
    pub(super) fn resolved(&self) -> impl Iterator<Item = (NodeId, NodeId)> + '_ {
        self.requirements.iter().flat_map(move |(id, task, requirement)| {
            let events = requirement.timings.iter().filter_map(|timing| timing.event.as_deref());
            let by_title = events.filter_map(|event| *self.titles.get(event)?);
            let by_label = named_labels(requirement.text.as_deref().unwrap_or_default());
            let by_label = by_label.filter_map(|label| *self.labels.get(label)?);
            let mut named: Vec<NodeId> =
                by_title.chain(by_label).filter(|named| named != id && named != task).collect();
            named.sort_unstable();
            named.dedup();
            named.into_iter().map(|named| (*id, named))
        })
    }
}

fn add<'a>(items: &mut HashMap<&'a str, Option<NodeId>>, name: Option<&'a str>, id: NodeId) {
    if let Some(name) = name {
        items.entry(name).and_modify(|item| *item = None).or_insert(Some(id));
    }
}

/// What stands in a text where the label of a task would.
fn named_labels(text: &str) -> impl Iterator<Item = &str> {
    PHRASES.iter().flat_map(move |(before, after)| {
        text.match_indices(after).filter_map(move |(end, _)| {
            let text = text.get(..end)?;
            let start = text.char_indices().rev().take(LONGEST_LABEL + before.chars().count()).last()?.0;
            let label = text.get(start..)?.rsplit_once(before)?.1;
            Some(label).filter(|label| !label.is_empty())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_what_stands_between_the_words() {
        let labels = |text| named_labels(text).collect::<Vec<_>>();
        assert_eq!(labels("在第3项任务完成后，结合第十二项重点任务推进。"), ["3", "十二"]);
        assert_eq!(labels("共有3项任务；第一项"), [] as [&str; 0]);
        assert_eq!(labels("项任务"), [] as [&str; 0]);
        assert_eq!(labels("第项任务"), [] as [&str; 0]);
    }
}
