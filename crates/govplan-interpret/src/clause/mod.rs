//! Work in clauses: numbered paragraphs to sections, tasks and requirements.

mod sentence;
mod tree;

use sentence::Part;
use sentence::TITLE_LENGTH;
pub(crate) use sentence::{Clause, read_clause, read_prose};
pub(crate) use tree::{Node, outline};

use crate::draft::{DraftRequirement, DraftSection, DraftTask};
use crate::label::{Style, label};
use crate::party;
use crate::vocabulary::is_principle;
use govplan_core::Origin;
use govplan_document::Text;

/// Sections out of a tree of numbered paragraphs.
pub(crate) fn sections(nodes: Vec<Node>) -> Vec<DraftSection> {
    let headings = Headings::of(&nodes);
    let lowest = nodes.iter().map(|node| node.style).min();
    match lowest {
        // Where nothing stands above 1. or （1）, they are the tasks of one section without a name.
        Some(style) if style >= Style::Arabic => {
            let mut section = DraftSection::default();
            section.tasks = nodes.into_iter().map(|node| task(node, headings, &mut section.paragraphs)).collect();
            vec![section]
        }
        _ => nodes.into_iter().map(|node| section(node, headings)).collect(),
    }
}

/// Whether the paragraphs with a number like （一） are but headings: nearly all of them have items below them, or sentences
/// behind their titles.
#[derive(Debug, Clone, Copy)]
struct Headings {
    of_items: bool,
    of_sentences: bool,
}

impl Headings {
    /// Fewest paragraphs that make a habit, and how many stand against one without.
    const LEAST: usize = 3;
    /// Most characters of a title before sentences.
    const SHORT: usize = 12;

    fn of(nodes: &[Node]) -> Self {
        let (mut items, mut sentences, mut bare) = (0_usize, 0_usize, 0_usize);
        let mut open: Vec<&Node> = nodes.iter().collect();
        while let Some(node) = open.pop() {
            if node.style == Style::BracketedChinese {
                let has_items = !node.children.is_empty() || !node.below.is_empty();
                *(match (has_items, is_title(&node.text)) {
                    (true, _) => &mut items,
                    (false, true) => &mut bare,
                    (false, false) => &mut sentences,
                }) += 1;
            }
            open.extend(&node.children);
        }
        let is_habit = |count: usize| count >= Self::LEAST && count >= Self::LEAST.saturating_mul(bare);
        Self { of_items: is_habit(items), of_sentences: is_habit(sentences) }
    }

    fn or(self, other: Self) -> Self {
        Self { of_items: self.of_items || other.of_items, of_sentences: self.of_sentences || other.of_sentences }
    }

    /// Whether a paragraph is a heading that has lost what belongs to it.
    fn is_bare(self, node: &Node) -> bool {
        let text = node.text.as_str();
        let is_short = text.chars().count() <= Self::SHORT && !text.contains('，');
        let is_habit = self.of_items || self.of_sentences && is_short;
        let is_marked = node.heading.is_some() && !text.ends_with('。');
        node.children.is_empty()
            && node.below.is_empty()
            && is_title(&node.text)
            && (is_marked || is_habit && node.style == Style::BracketedChinese)
    }
}

fn section(node: Node, of_document: Headings) -> DraftSection {
    let headings = of_document.or(Headings::of(&node.children));
    let mut section = DraftSection { label: some(node.label), ..DraftSection::default() };
    if node.style == Style::Part {
        section.title = Some(heading(&node.text));
        section.paragraphs = node.below;
        section.sections = node.children.into_iter().map(|node| self::section(node, of_document)).collect();
        return section;
    }
    let mut clause = read_clause(&node.text);
    let has_more = !node.children.is_empty() || !node.below.is_empty();
    if !clause.is_closed() && clause.title.is_none() && (has_more || !node.text.as_str().ends_with('。')) {
        section.title = Some(heading(&node.text));
        clause.parts.clear();
    }
    section.title = section.title.or(clause.title.take());
    let mut own = requirements(None, clause);
    for paragraph in node.below {
        let clause = read_prose(&paragraph);
        // Prose without a number is work only where a phrase closes it.
        if clause.is_closed() {
            own.extend(requirements(None, clause));
        } else {
            section.paragraphs.push(paragraph);
        }
    }
    if !own.is_empty() {
        section.tasks.push(DraftTask { requirements: own, ..DraftTask::default() });
    }
    for child in node.children {
        let task = task(child, headings, &mut section.paragraphs);
        section.tasks.push(task);
    }
    section
}

/// A number, where there is one.
fn some(label: String) -> Option<String> {
    Some(label).filter(|label| !label.is_empty())
}

/// A task; `loose` takes the paragraphs that belong to none.
fn task(node: Node, headings: Headings, loose: &mut Vec<Text>) -> DraftTask {
    let is_heading = headings.is_bare(&node);
    let mut task = DraftTask { label: some(node.label), ..DraftTask::default() };
    let mut clause = read_clause(&node.text);
    // A title alone, above its text or above principles, orders nothing itself.
    let stands_above = node.below.first().is_some_and(|below| {
        is_principle(below.as_str()) || !node.text.as_str().ends_with('。') && !read_prose(below).is_bare_phrase()
    });
    if (!node.children.is_empty() || is_heading || stands_above && is_title(&node.text)) && !clause.is_closed() {
        task.title = Some(clause.title.take().unwrap_or_else(|| heading(&node.text)));
        task.intro = clause.parts.into_iter().next().map(|part| part.text).filter(|text| *text != node.text);
    } else {
        task.title = clause.title.take();
        task.requirements.extend(requirements(None, clause));
    }
    for paragraph in node.below {
        if paragraph.as_str().ends_with(['：', ':']) && paragraph.as_str().chars().count() <= LEAD_IN_LENGTH {
            task.intro.get_or_insert(paragraph);
        } else {
            below(&mut task.requirements, None, paragraph, loose);
        }
    }
    for child in node.children {
        nested(&mut task.requirements, child, loose);
    }
    task
}

/// Whether a numbered paragraph is but a title: short, and at most one sentence.
fn is_title(text: &Text) -> bool {
    let body = text.as_str().trim_end_matches(['。', '：', ':']);
    body.chars().count() <= TITLE_LENGTH && !body.contains(['。', '；'])
}

/// A line of this length or less that ends in a colon leads in the items below it (具体措施：).
const LEAD_IN_LENGTH: usize = 12;

/// The requirements of a numbered paragraph below a task, and of those below it.
fn nested(into: &mut Vec<DraftRequirement>, node: Node, loose: &mut Vec<Text>) {
    let label = Some(node.label.as_str()).filter(|label| !label.is_empty());
    into.extend(requirements(label, read_clause(&node.text)));
    for paragraph in node.below {
        below(into, label, paragraph, loose);
    }
    for child in node.children {
        nested(into, child, loose);
    }
}

/// A paragraph without a number below a clause: a phrase for it, more of it where no phrase has closed it yet, or one
/// that belongs to no clause.
fn below(into: &mut Vec<DraftRequirement>, label: Option<&str>, paragraph: Text, loose: &mut Vec<Text>) {
    let clause = read_prose(&paragraph);
    let clause = if clause.is_closed() { read_clause(&paragraph) } else { clause };
    if !clause.is_closed() && is_principle(paragraph.as_str()) {
        loose.push(paragraph);
        return;
    }
    match into.last_mut() {
        Some(last) if clause.is_bare_phrase() => assign(last, clause),
        Some(last) if !clause.is_closed() && last.parties.iter().any(|party| party.origin != Origin::Text) => {
            loose.push(paragraph);
        }
        // A paragraph with a title and a phrase of its own is an item that lacks its number.
        last => {
            let is_item =
                clause.title.is_some() && clause.is_closed() && last.is_some_and(|last| !last.phrases.is_empty());
            into.extend(requirements(label.filter(|_| !is_item), clause));
        }
    }
}

/// Gives a requirement the organs of a phrase that stands on a line of its own below it.
fn assign(requirement: &mut DraftRequirement, clause: Clause) {
    // What the text told is the weaker word.
    requirement.parties.retain(|party| party.origin != Origin::Text);
    for part in clause.parts {
        requirement.parties.extend(part.parties);
        requirement.deadlines.extend(part.deadlines);
        requirement.persons.extend(part.persons);
    }
}

/// The requirements of a clause: one for each phrase that closes some of its sentences. Without a phrase the subject of
/// the sentence may name the organs.
pub(crate) fn requirements(label: Option<&str>, clause: Clause) -> Vec<DraftRequirement> {
    let Clause { title, parts } = clause;
    let several = parts.len() > 1;
    let requirement = |mut part: Part| DraftRequirement {
        // Of several items in one paragraph each has its own number: （1）…；（2）….
        label: several.then(|| take_label(&mut part.text)).flatten().or_else(|| label.map(str::to_owned)),
        title: title.clone(),
        place: part.text.place(0..part.text.as_str().len()),
        parties: if part.is_closed { part.parties } else { party::told(&part.text) },
        text: part.text,
        deadlines: part.deadlines,
        persons: part.persons,
        rules: part.rules,
        phrases: part.phrases,
        ..DraftRequirement::default()
    };
    parts.into_iter().map(requirement).collect()
}

/// Takes the number of an item off the head of its text.
fn take_label(text: &mut Text) -> Option<String> {
    let found = label(text.as_str()).filter(|found| found.style >= Style::BracketedArabic)?;
    *text = text.slice(found.end..text.as_str().len()).trim();
    Some(found.text)
}

/// A heading without the mark that closes it.
pub(crate) fn heading(text: &Text) -> Text {
    let end = text.as_str().trim_end_matches(|c: char| c.is_whitespace() || "。：:；;".contains(c)).len();
    text.slice(0..end).trim()
}
