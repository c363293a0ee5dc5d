//! From the parts of a document to a draft of its plan: where the work stands, and what is the notice's own.

use crate::clause::{self, read_clause};
use crate::draft::{Draft, DraftDirective, DraftSection};
use crate::head::{basis, head, joined_title};
use crate::outline::{Attachment, divide};
use crate::table;
use govplan_document::{Block, Document, Text};

/// Reads a document.
pub(crate) fn draft(document: &Document) -> Draft {
    let parts = divide(document);
    let mut draft = Draft { head: head(&parts), ..Draft::default() };
    let work: Vec<Work> = parts.attachments.iter().map(|attachment| work_in(&attachment.body)).collect();
    let is_attached = work.iter().any(|work| !work.sections.is_empty());
    let body = work_in(&parts.body);
    if is_attached || (body.has_table && !body.sections.is_empty()) {
        draft.directives = directives(&parts.body);
    }
    let preamble = clause::outline(parts.body.iter().copied()).preamble;
    draft.basis.extend(preamble.iter().flat_map(basis));
    if is_attached {
        draft.title = parts
            .attachments
            .iter()
            .find(|part| !part.title.is_empty())
            .map(|part| joined_title(&part.title))
            .filter(|title| !title.is_empty());
        draft.basis.extend(work.iter().flat_map(|work| &work.preamble).flat_map(basis));
        draft.unplaced.extend(work.iter().flat_map(|work| &work.beside).cloned());
        draft.sections = nested(&parts.attachments, work);
    } else {
        draft.sections = body.sections;
    }
    draft.unplaced.extend(parts.unplaced);
    draft.unplaced.retain(|text| !text.is_empty());
    draft
}

/// The work in a stretch of blocks.
#[derive(Debug, Default)]
struct Work {
    preamble: Vec<Text>,
    sections: Vec<DraftSection>,
    has_table: bool,
    /// Paragraphs that stand beside a table of work.
    beside: Vec<Text>,
}

/// Tables of work, where there are any; else the numbered paragraphs.
fn work_in(blocks: &[&Block]) -> Work {
    let mut work = Work::default();
    for block in blocks {
        let Block::Table(printed) = block else { continue };
        if let Some(columns) = table::columns(printed) {
            work.sections.extend(table::sections(printed, &columns));
            work.has_table = true;
        }
    }
    if let Some(printed) = table::flattened(blocks)
        && let Some(columns) = table::columns(&printed)
    {
        return Work { sections: table::sections(&printed, &columns), has_table: true, ..Work::default() };
    }
    let outline = clause::outline(blocks.iter().copied());
    work.preamble = outline.preamble;
    if work.has_table {
        let paragraphs = blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.text.clone()),
            _ => None,
        });
        work.beside = paragraphs.collect();
    } else if !outline.nodes.is_empty() {
        work.sections = clause::sections(outline.nodes);
    }
    work
}

/// The sections of several attachments, each below its attachment; of one alone, as they are.
fn nested(attachments: &[Attachment<'_>], work: Vec<Work>) -> Vec<DraftSection> {
    let filled = work.iter().filter(|work| !work.sections.is_empty()).count();
    let sections = attachments.iter().zip(work).filter(|(_, work)| !work.sections.is_empty());
    if filled <= 1 {
        return sections.flat_map(|(_, work)| work.sections).collect();
    }
    sections
        .map(|(attachment, work)| DraftSection {
            label: attachment.number.as_ref().map(|number| format!("附件{number}")),
            title: attachment.title.first().map(|first| joined(first, &attachment.title)),
            sections: work.sections,
            ..DraftSection::default()
        })
        .collect()
}

/// A title in one text, from the lines that it is broken over.
fn joined(first: &Text, lines: &[Text]) -> Text {
    let mut title = first.clone();
    lines.iter().skip(1).for_each(|line| title.push(line));
    title
}

/// The notice's own paragraphs: the numbered ones; without those, what follows the sentence that sends the plan out.
fn directives(blocks: &[&Block]) -> Vec<DraftDirective> {
    let outline = clause::outline(blocks.iter().copied());
    if outline.nodes.is_empty() {
        return outline.preamble.iter().filter_map(after_transmission).collect();
    }
    let directive = |node: clause::Node| {
        let clause = read_clause(&node.text);
        let mut text = node
            .text
            .slice(clause.title.as_ref().map_or(0, |title| body_start(&node.text, title))..node.text.as_str().len())
            .trim();
        for below in &node.below {
            text.push_separator('\n');
            text.push(below);
        }
        // A paragraph that is but a title orders what the title says.
        let text = if text.is_empty() { node.text.clone() } else { text };
        DraftDirective { label: Some(node.label), title: clause.title, text }
    };
    outline.nodes.into_iter().map(directive).filter(|directive| !directive.text.is_empty()).collect()
}

/// Where the body begins behind a title and the mark that closes it.
fn body_start(text: &Text, title: &Text) -> usize {
    let content = text.as_str();
    let end = content.find(title.as_str()).map_or(0, |start| start + title.as_str().len());
    end + content.get(end..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['。', '：']).len())
}

/// What a paragraph orders behind the sentence that sends the plan out (现印发给你们); a paragraph without such a
/// sentence orders as a whole.
fn after_transmission(paragraph: &Text) -> Option<DraftDirective> {
    let content = paragraph.as_str();
    let start = ["印发", "下达", "转发", "分解"]
        .iter()
        .filter_map(|word| content.rfind(&format!("{word}给你们")))
        .max()
        .and_then(|at| content.get(at..)?.find('。').map(|end| at + end + '。'.len_utf8()));
    let is_transmission = content.contains("给你们");
    let text = match (start, is_transmission) {
        (Some(start), _) => paragraph.slice(start..content.len()).trim(),
        (None, true) => return None,
        (None, false) => paragraph.clone(),
    };
    (!text.is_empty()).then_some(DraftDirective { label: None, title: None, text })
}
