//! From the parts of a document to a draft of its plan: where the work stands, and what is the notice's own.

use crate::clause::{self, read_clause};
use crate::draft::{Draft, DraftDirective, DraftSection};
use crate::head::{basis, head, joined_title};
use crate::label::label;
use crate::outline::{Attachment, divide, is_running_text};
use crate::table;
use crate::vocabulary::{is_transmission, rule_of};
use govplan_core::Head;
use govplan_document::{Block, Document, Text};

/// Reads a document.
pub(crate) fn draft(document: &Document) -> Draft {
    let parts = divide(document);
    let mut draft = Draft { head: head(&parts), ..Draft::default() };
    let work: Vec<Work> = parts.attachments.iter().map(|attachment| work_in(&attachment.body)).collect();
    let is_attached = work.iter().any(|work| !work.sections.is_empty());
    let body = work_in(&parts.body);
    let repeated = [&body].into_iter().chain(&work).flat_map(|work| &work.repeated_headers);
    draft.repeated_headers.extend(repeated.cloned());
    let preamble = clause::outline(parts.body.iter().copied()).preamble;
    draft.basis.extend(preamble.iter().flat_map(basis));
    draft.stated_rules.extend(preamble.iter().flat_map(stated_rules));
    // A paper that does not send its attachment out holds work of its own, and the attachment more of it.
    let sends_out = preamble.iter().any(|paragraph| is_transmission(paragraph.as_str()));
    let holds_work = !sends_out && !body.has_table && body.sections.iter().any(has_tasks);
    if is_attached && !holds_work || (body.has_table && !body.sections.is_empty()) {
        (draft.preamble, draft.directives) = directives(&parts.body);
    } else if !body.sections.is_empty() {
        draft.preamble.clone_from(&body.lead);
    }
    if is_attached {
        draft.preamble.extend(work.iter().flat_map(|work| &work.lead).cloned());
        draft.basis.extend(work.iter().flat_map(|work| &work.preamble).flat_map(basis));
        draft.stated_rules.extend(draft.directives.iter().map(|directive| &directive.text).flat_map(stated_rules));
        draft.stated_rules.extend(work.iter().flat_map(|work| &work.preamble).flat_map(stated_rules));
        draft.unplaced.extend(work.iter().flat_map(|work| &work.beside).cloned());
    }
    if is_attached && holds_work {
        draft.sections = body.sections;
        draft
            .sections
            .extend(parts.attachments.iter().zip(work).flat_map(|(attachment, work)| titled(attachment, work)));
    } else if is_attached {
        draft.title = parts
            .attachments
            .iter()
            .find(|part| !part.title.is_empty())
            .map(|part| joined_title(&part.title))
            // A title that only says the document's again is none of the plan's own.
            .filter(|title| !title.is_empty() && draft.head.title.as_ref() != Some(title));
        draft.sections = nested(&parts.attachments, work);
    } else {
        draft.title = body.title.as_ref().map(|title| joined_title(std::slice::from_ref(title)));
        draft.unplaced.extend(body.beside.iter().filter(|_| body.has_table && draft.directives.is_empty()).cloned());
        draft.sections = body.sections;
    }
    if draft.title.is_none() && is_bare(&draft.head) {
        draft.title = draft.head.title.take();
    }
    draft.unplaced.extend(parts.unplaced);
    draft.unplaced.retain(|text| !text.is_empty());
    draft
}

/// Whether a head holds nothing but a title, and that of no official document: the title is then the plan's own.
fn is_bare(head: &Head) -> bool {
    let Head { number, number_raw, kind, issuers, addressees, issued_on, published_on, .. } = head;
    number.is_none()
        && number_raw.is_none()
        && kind.is_none()
        && issuers.is_empty()
        && addressees.is_empty()
        && issued_on.is_none()
        && published_on.is_none()
}

/// The sentences of a paragraph that state a rule for the whole plan.
fn stated_rules(paragraph: &Text) -> Vec<Text> {
    let content = paragraph.as_str();
    let mut start = 0;
    let mut rules = Vec::new();
    for (at, mark) in content.match_indices(['。', '；', '（', '）']).chain([(content.len(), "")]) {
        let sentence = paragraph.slice(start..at).trim();
        if rule_of(sentence.as_str()).is_some() {
            rules.push(sentence);
        }
        start = at + mark.len();
    }
    rules
}

/// The work in a stretch of blocks.
#[derive(Debug, Default)]
struct Work {
    preamble: Vec<Text>,
    /// Of the preamble, what stands before the first number or table and is running text.
    lead: Vec<Text>,
    sections: Vec<DraftSection>,
    has_table: bool,
    /// The title that a table prints above its header.
    title: Option<Text>,
    /// Paragraphs that stand beside a table of work.
    beside: Vec<Text>,
    /// First cells of rows that print the header of their table again.
    repeated_headers: Vec<Text>,
}

/// Tables of work, where there are any; else the numbered paragraphs.
fn work_in(blocks: &[&Block]) -> Work {
    if let Some(printed) = table::flattened(blocks)
        && let Some(reading) = table::read(&printed, None)
    {
        let table::Reading { sections, repeated_headers, .. } = reading;
        return Work { sections, repeated_headers, has_table: true, ..Work::default() };
    }
    let tables = tables(blocks);
    if !tables.is_empty() {
        return beside_tables(blocks, tables);
    }
    let outline = clause::outline(blocks.iter().copied());
    let sections = if outline.nodes.is_empty() { Vec::new() } else { clause::sections(outline.nodes) };
    Work { lead: outline.preamble.clone(), preamble: outline.preamble, sections, ..Work::default() }
}

/// The tables of work among some blocks, each with the position of its block.
fn tables(blocks: &[&Block]) -> Vec<(usize, table::Reading)> {
    let mut tables: Vec<(usize, table::Reading)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let Block::Table(printed) = block else { continue };
        let before = tables.last().map(|(_, before)| &before.columns);
        tables.extend(table::read(printed, before).map(|reading| (at, reading)));
    }
    tables
}

/// The work in tables, and the paragraphs beside them. Of several tables each has the heading above it as its section.
fn beside_tables(blocks: &[&Block], tables: Vec<(usize, table::Reading)>) -> Work {
    let paragraph = |at: usize| match blocks.get(at) {
        Some(Block::Paragraph(paragraph)) => Some(&paragraph.text),
        _ => None,
    };
    let mut work = Work { has_table: true, ..Work::default() };
    work.preamble = clause::outline(blocks.iter().copied()).preamble;
    let several = tables.len() > 1;
    let first_table = tables.first().map_or(blocks.len(), |(at, _)| *at);
    let mut headings = Vec::new();
    for (at, reading) in tables {
        let above = at.checked_sub(1).filter(|_| several);
        let heading = above
            .filter(|above| paragraph(*above).is_some_and(|text| !is_running_text(text.as_str()) || is_heading(text)));
        headings.extend(heading);
        let title = heading.and_then(paragraph).or(reading.above.first().filter(|_| several)).cloned();
        if work.title.is_none() && !several {
            work.title = reading.above.first().cloned();
        }
        let is_title = |text: &Text| Some(text) == title.as_ref() || Some(text) == work.title.as_ref();
        let above: Vec<Text> = reading.above.into_iter().filter(|text| !is_title(text)).collect();
        work.beside.extend(above);
        work.beside.extend(reading.beside);
        work.repeated_headers.extend(reading.repeated_headers);
        work.sections.extend(match title {
            Some(title) => below_heading(&title, reading.sections),
            None => reading.sections,
        });
    }
    // The preamble's paragraphs come in the order of the blocks.
    let mut before_numbers = work.preamble.iter().peekable();
    for (at, text) in (0..blocks.len()).filter_map(|at| Some((at, paragraph(at)?))) {
        let is_of_preamble = before_numbers.next_if_eq(&text).is_some();
        if at < first_table && is_of_preamble && is_running_text(text.as_str()) {
            work.lead.push(text.clone());
        } else if !headings.contains(&at) {
            work.beside.push(text.clone());
        }
    }
    work
}

/// Whether a paragraph is a numbered title without a sentence.
fn is_heading(text: &Text) -> bool {
    label(text.as_str()).is_some() && !text.as_str().contains('。') && text.as_str().chars().count() <= HEADING_LENGTH
}

/// A longer paragraph is no heading.
const HEADING_LENGTH: usize = 40;

/// The sections of a table below the heading that stands above it: the heading names the one section of a table that
/// has none of its own.
fn below_heading(printed: &Text, mut sections: Vec<DraftSection>) -> Vec<DraftSection> {
    let found = label(printed.as_str());
    let start = found.as_ref().map_or(0, |label| label.end);
    let number = found.map(|label| label.text);
    let title = Some(clause::heading(&printed.slice(start..printed.as_str().len())));
    match sections.as_mut_slice() {
        [only] if only.title.is_none() => {
            (only.label, only.title) = (number, title);
            sections
        }
        _ => vec![DraftSection { label: number, title, sections, ..DraftSection::default() }],
    }
}

/// Whether a section or one below it holds tasks.
fn has_tasks(section: &DraftSection) -> bool {
    !section.tasks.is_empty() || section.sections.iter().any(has_tasks)
}

/// The sections of an attachment below its title.
fn titled(attachment: &Attachment<'_>, work: Work) -> Vec<DraftSection> {
    match attachment.title.first().map(|first| joined(first, &attachment.title)) {
        Some(title) if !work.sections.is_empty() => below_heading(&title, work.sections),
        _ => work.sections,
    }
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

/// The notice's preamble, and its own paragraphs: the numbered ones; without those, what follows the sentence that sends
/// the plan out.
fn directives(blocks: &[&Block]) -> (Vec<Text>, Vec<DraftDirective>) {
    let outline = clause::outline(blocks.iter().copied());
    if outline.nodes.is_empty() {
        let (sending, ordering): (Vec<Text>, Vec<Text>) = outline.preamble.iter().map(at_transmission).unzip();
        let ordering = ordering.into_iter().filter(|text| !text.is_empty());
        return (
            sending.into_iter().filter(|text| !text.is_empty()).collect(),
            ordering.map(|text| DraftDirective { label: None, title: None, text }).collect(),
        );
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
        DraftDirective { label: Some(node.label).filter(|label| !label.is_empty()), title: clause.title, text }
    };
    let directives = outline.nodes.into_iter().map(directive);
    (outline.preamble, directives.filter(|directive| !directive.text.is_empty()).collect())
}

/// Where the body begins behind a title and the mark that closes it.
fn body_start(text: &Text, title: &Text) -> usize {
    let content = text.as_str();
    let end = content.find(title.as_str()).map_or(0, |start| start + title.as_str().len());
    end + content.get(end..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['。', '：']).len())
}

/// A paragraph in two: up to the end of the sentence that sends the plan out (现印发给你们), and what it orders behind it.
/// A paragraph without such a sentence orders as a whole.
fn at_transmission(paragraph: &Text) -> (Text, Text) {
    let content = paragraph.as_str();
    let sent = ["印发", "下达", "转发", "分解"]
        .iter()
        .filter_map(|word| content.rfind(&format!("{word}给你们")))
        .max()
        .and_then(|at| content.get(at..)?.find('。').map(|end| at + end + '。'.len_utf8()));
    let whole = if content.contains("给你们") { content.len() } else { 0 };
    let end = sent.unwrap_or(whole);
    (paragraph.slice(0..end).trim(), paragraph.slice(end..content.len()).trim())
}
