//! A plan as numbered clauses (一、 （一） 1. （1）), each closed by its phrase of responsibility.

use super::cells::Names;
use super::numbering::{Level, printed_number};
use super::phrase::phrase;
use super::rules::{Rules, rules};
use govplan_core::{Origin, Plan, Requirement, Section, Task};

/// A paragraph of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) rank: Rank,
    /// Number and title, which are set apart from the text.
    pub(crate) lead: String,
    pub(crate) text: String,
}

/// The rank of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// 第一部分
    Part,
    /// 一、
    Section,
    /// （一） or 1.
    Task,
    /// （1）
    Requirement,
    /// Prose without a number.
    Prose,
}

/// A longer first sentence is no title.
const LONGEST_TITLE: usize = 32;

/// The clauses of a plan that stood in clauses.
///
/// None for a plan out of a table, and for one whose shape clauses do not tell without doubt: it is written as a table.
pub(crate) fn clauses(plan: &Plan) -> Option<Vec<Clause>> {
    let mut writer = Writer { names: Names::of(plan), rules: rules(plan), clauses: Vec::new() };
    if !is_of_clauses(plan) {
        return None;
    }
    match plan.sections.as_slice() {
        [only] if only.label.is_none() && only.title.is_none() && only.sections.is_empty() => {
            let is_plain = only.paragraphs.is_empty() && !only.tasks.iter().any(|task| is_chinese(task.label.as_ref()));
            is_plain.then_some(())?;
            only.tasks.iter().try_for_each(|task| writer.task(task))?;
        }
        sections => sections.iter().try_for_each(|section| writer.section(section, true))?,
    }
    Some(writer.clauses)
}

/// Whether what the plan says of organs and times stood in phrases or in the text.
fn is_of_clauses(plan: &Plan) -> bool {
    let mut requirements = plan.requirements().map(|requirement| requirement.item).peekable();
    let of_clause = |origin: Option<Origin>| matches!(origin, Some(Origin::Phrase | Origin::Text | Origin::Rule));
    requirements.peek().is_some()
        && requirements.all(|requirement| {
            requirement.assignments.iter().all(|assignment| of_clause(assignment.origin))
                && requirement.timings.iter().all(|timing| of_clause(timing.origin))
                && requirement.status.is_none()
                && requirement.cells.is_empty()
        })
}

fn is_chinese(label: Option<&String>) -> bool {
    label.is_some_and(|label| printed_number(label, Level::Section, "").ends_with('、'))
}

/// Whether a number is one below every task: digits or a circled one.
fn is_item(label: &str) -> bool {
    label.chars().all(|c| c.is_ascii_digit() || ('①'..='⑳').contains(&c))
}

/// Whether a paragraph may begin with a number, and so would stand elsewhere.
fn begins_with_number(text: &str) -> bool {
    let first = text.chars().next();
    first.is_none_or(|c| c.is_numeric() || "第（(〇零一二三四五六七八九十百".contains(c))
}

/// Whether a line leads in the numbered ones below it (具体措施：).
fn is_lead_in(text: &str) -> bool {
    text.ends_with(['：', ':']) && text.chars().count() <= 12
}

struct Writer<'p> {
    names: Names<'p>,
    rules: Rules<'p>,
    clauses: Vec<Clause>,
}

impl<'p> Writer<'p> {
    fn push(&mut self, rank: Rank, lead: String, text: String) {
        self.clauses.push(Clause { rank, lead, text });
    }

    fn section(&mut self, section: &'p Section, is_top: bool) -> Option<()> {
        let label = section.label.as_ref()?;
        let is_part = label.starts_with('第');
        let stands = if is_part {
            is_top && section.tasks.is_empty()
        } else {
            is_chinese(Some(label)) && section.sections.is_empty()
        };
        // What a section orders itself stands first.
        if !stands || section.tasks.iter().skip(1).any(|task| task.label.is_none()) {
            return None;
        }
        let Some(title) = &section.title else { return self.untitled(section, label) };
        if title.contains(['。', '\n']) {
            return None;
        }
        let lead = format!("{}{title}", printed_number(label, Level::Section, title));
        self.push(if is_part { Rank::Part } else { Rank::Section }, lead, String::new());
        for paragraph in &section.paragraphs {
            if paragraph.contains('\n') || begins_with_number(paragraph) {
                return None;
            }
            self.push(Rank::Prose, String::new(), paragraph.clone());
        }
        section.tasks.iter().try_for_each(|task| self.task(task))?;
        section.sections.iter().try_for_each(|below| self.section(below, false))
    }

    /// A section that is but a number before what it orders.
    fn untitled(&mut self, section: &'p Section, label: &str) -> Option<()> {
        let (own, tasks) = section.tasks.split_first()?;
        let is_own = own.label.is_none() && own.title.is_none() && own.intro.is_none() && section.paragraphs.is_empty();
        if !is_own
            || own.requirements.iter().any(|requirement| requirement.label.is_some() || requirement.title.is_some())
        {
            return None;
        }
        let texts: Option<Vec<String>> = own.requirements.iter().map(|requirement| self.closed(requirement)).collect();
        let body = texts?.concat();
        if body.is_empty() || body.contains('\n') {
            return None;
        }
        self.push(Rank::Section, printed_number(label, Level::Section, &body), body);
        tasks.iter().try_for_each(|task| self.task(task))
    }

    fn task(&mut self, task: &'p Task) -> Option<()> {
        let own = task.requirements.iter().take_while(|requirement| requirement.label.is_none()).count();
        let (own, below) = task.requirements.split_at_checked(own)?;
        if own.iter().any(|requirement| requirement.title.is_some()) {
            return None;
        }
        match &task.label {
            // What a section orders itself stands below its title, each closed by its phrase.
            None => {
                if task.title.is_some() || task.intro.is_some() || !below.is_empty() {
                    return None;
                }
                for requirement in own {
                    let text =
                        self.closed(requirement).filter(|text| !text.contains('\n') && !begins_with_number(text))?;
                    self.push(Rank::Prose, String::new(), text);
                }
                return Some(());
            }
            Some(label) => self.labelled(task, label, own, below)?,
        }
        self.items(below)
    }

    /// The paragraph of a task that has a number.
    fn labelled(&mut self, task: &'p Task, label: &str, own: &'p [Requirement], below: &[Requirement]) -> Option<()> {
        let lead_in = task.intro.as_ref().filter(|intro| is_lead_in(intro));
        let body = match own {
            [] => {
                if below.is_empty() || task.title.is_none() {
                    return None;
                }
                task.intro.clone().filter(|_| lead_in.is_none()).unwrap_or_default()
            }
            _ if task.intro.is_some() && lead_in.is_none() => return None,
            [only] if below.is_empty() && lead_in.is_none() => self.text(only)?,
            several => {
                let texts: Option<Vec<String>> = several.iter().map(|requirement| self.closed(requirement)).collect();
                texts?.concat()
            }
        };
        if body.contains('\n') {
            return None;
        }
        let title = match &task.title {
            Some(title) if body.is_empty() && !title.contains('。') => title.clone(),
            Some(title) if is_title(title) && !body.is_empty() => format!("{title}。"),
            Some(_) => return None,
            None => String::new(),
        };
        let printed = if title.is_empty() { &body } else { &title };
        let lead = format!("{}{title}", printed_number(label, Level::Task, printed));
        self.push(Rank::Task, lead, body);
        if let Some(lead_in) = lead_in {
            self.push(Rank::Prose, String::new(), lead_in.clone());
        }
        Some(())
    }

    /// Requirements that have a number; those that share number and title share a paragraph.
    fn items(&mut self, requirements: &'p [Requirement]) -> Option<()> {
        for group in requirements.chunk_by(|one, other| one.label == other.label && one.title == other.title) {
            let (last, before) = group.split_last()?;
            let label = last.label.as_ref().filter(|label| is_item(label))?;
            let mut body = String::new();
            for requirement in before {
                body.push_str(&self.closed(requirement)?);
            }
            body.push_str(&if before.is_empty() { self.text(last)? } else { self.closed(last)? });
            let title = match &last.title {
                Some(title) if is_title(title) => format!("{title}。"),
                Some(_) => return None,
                None => String::new(),
            };
            if body.contains('\n') {
                return None;
            }
            let printed = if title.is_empty() { &body } else { &title };
            let lead = format!("{}{title}", printed_number(label, Level::Requirement, printed));
            self.push(Rank::Requirement, lead, body);
        }
        Some(())
    }

    /// A text with its phrase, if it has one.
    fn text(&self, requirement: &Requirement) -> Option<String> {
        let text = requirement.text.as_ref()?;
        let phrase = phrase(&self.names, requirement, self.rules.of(requirement))?;
        let mark = if phrase.is_empty() || text.ends_with(['。', '；']) { "" } else { "。" };
        Some(format!("{text}{phrase}{mark}"))
    }

    /// A text that its phrase closes.
    fn closed(&self, requirement: &Requirement) -> Option<String> {
        self.text(requirement).filter(|text| Some(text) != requirement.text.as_ref())
    }
}

/// Whether a title in front of a text reads as one.
fn is_title(title: &str) -> bool {
    title.chars().count() < LONGEST_TITLE && !title.contains(['。', '；', '：', '\n']) && !title.contains("年底前")
}
