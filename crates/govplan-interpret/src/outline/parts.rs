//! Divides a document into its parts, in one pass from the top.

use super::line::{
    SignatureDate, announced_attachment, attachment_marker, is_running_text, page_fields, page_metadata, signature_date,
};
use crate::party::is_unit_name;
use crate::table;
use crate::vocabulary::{PageField, column_of_header, is_page_end};
use govplan_core::DocNumber;
use govplan_document::{Block, Document, Paragraph, Text};

/// The parts of a document.
#[derive(Debug, Default)]
pub(crate) struct Parts<'d> {
    /// Lines of page metadata, by field.
    pub(crate) metadata: Vec<(PageField, Text)>,
    /// The line of the document number.
    pub(crate) number: Option<Text>,
    /// Titles above the body, each with the lines that it is broken over.
    pub(crate) titles: Vec<Vec<Text>>,
    pub(crate) addressees: Option<Text>,
    /// The body: of a notice, or of a plan that stands alone.
    pub(crate) body: Vec<&'d Block>,
    /// Attachments as the body announces them.
    pub(crate) announced: Vec<Text>,
    pub(crate) signature: Signature,
    pub(crate) attachments: Vec<Attachment<'d>>,
    pub(crate) unplaced: Vec<Text>,
}

/// Who signed, when, and the note below.
#[derive(Debug, Default)]
pub(crate) struct Signature {
    pub(crate) issuers: Vec<Text>,
    pub(crate) date: Option<SignatureDate>,
    pub(crate) note: Option<Text>,
    pub(crate) signer: Option<String>,
}

/// What follows the signature.
#[derive(Debug, Default)]
pub(crate) struct Attachment<'d> {
    /// Its number (附件1), where printed.
    pub(crate) number: Option<String>,
    pub(crate) title: Vec<Text>,
    pub(crate) body: Vec<&'d Block>,
}

/// Where in the document the pass stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Top,
    Body,
    Announcing,
    Signed,
    AttachmentTitle,
    AttachmentBody,
    /// Below the document, where only the page goes on.
    Below,
}

/// Divides a document into its parts.
pub(crate) fn divide(document: &Document) -> Parts<'_> {
    let mut parts = Parts::default();
    let mut stage = Stage::Top;
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        let next = blocks.peek().and_then(|next| paragraph(next));
        if let Block::Table(printed) = block
            && let Some(fields) = table::metadata(printed)
        {
            parts.metadata.extend(fields);
            if stage == Stage::Top {
                // What stands below the metadata is another title, not the rest of the one above.
                parts.titles.push(Vec::new());
            }
            continue;
        }
        // A table above the body that is none of work is the page's.
        if let (Block::Table(printed), Stage::Top) = (block, stage)
            && !table::is_of_work(printed)
        {
            parts.unplaced.extend(printed.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.clone()));
            continue;
        }
        if let (Some(line), false) = (paragraph(block), stage == Stage::Top)
            && is_page_end(line.text.as_str())
        {
            stage = Stage::Below;
        }
        stage = match (block, stage) {
            (Block::Paragraph(line), Stage::Below) => {
                parts.unplaced.push(line.text.clone());
                Stage::Below
            }
            (_, Stage::Below) => Stage::Below,
            (Block::Paragraph(line), Stage::Top) => top(&mut parts, block, line),
            (Block::Paragraph(line), Stage::Body | Stage::Announcing) => body(&mut parts, block, line, next, stage),
            (Block::Paragraph(line), Stage::Signed) => signed(&mut parts, block, line, next),
            (Block::Paragraph(line), Stage::AttachmentTitle) => attachment_title(&mut parts, block, line, next),
            (Block::Paragraph(line), Stage::AttachmentBody) => attachment_body(&mut parts, block, line),
            (_, Stage::Top | Stage::Body | Stage::Announcing) => {
                parts.body.push(block);
                Stage::Body
            }
            (_, Stage::Signed | Stage::AttachmentTitle | Stage::AttachmentBody) => {
                parts.attach(block);
                Stage::AttachmentBody
            }
        };
    }
    parts
}

fn paragraph(block: &Block) -> Option<&Paragraph> {
    match block {
        Block::Paragraph(line) => Some(line),
        _ => None,
    }
}

impl<'d> Parts<'d> {
    /// Puts a block into the attachment that is open.
    fn attach(&mut self, block: &'d Block) {
        if self.attachments.is_empty() {
            self.attachments.push(Attachment::default());
        }
        if let Some(open) = self.attachments.last_mut() {
            open.body.push(block);
        }
    }
}

fn top<'d>(parts: &mut Parts<'d>, block: &'d Block, line: &Paragraph) -> Stage {
    let text = line.text.as_str();
    let fields = page_fields(text);
    if let Some((field, value)) = page_metadata(text).filter(|_| fields.len() < 2) {
        let start = text.len() - value.len();
        parts.metadata.push((field, line.text.slice(start..text.len())));
        parts.titles.push(Vec::new());
    } else if !fields.is_empty() {
        parts.metadata.extend(fields.into_iter().map(|(field, value)| (field, line.text.slice(value))));
        // What stands below the metadata is another title, not the rest of the one above.
        parts.titles.push(Vec::new());
    } else if attachment_marker(text).is_some() {
        // The document is an attachment that stands alone.
        parts.titles.push(Vec::new());
    } else if text.starts_with("签发") && signer(text).is_some() {
        parts.signature.signer = signer(text).map(str::to_owned);
    } else if is_number_line(text) {
        parts.signature.signer = signer(text).map(str::to_owned).or(parts.signature.signer.take());
        parts.number.get_or_insert_with(|| line.text.clone());
        parts.titles.push(Vec::new());
    } else if is_addressees(text) {
        parts.addressees = Some(line.text.clone());
        return Stage::Body;
    } else if parts.titles.iter().all(Vec::is_empty) && text.ends_with(['：', ':']) {
        // A reporter's lead-in, before the document itself begins.
        parts.unplaced.push(line.text.clone());
    } else if is_running_text(text) {
        return body(parts, block, line, None, Stage::Body);
    } else if let Some(date) = signature_date(text) {
        parts.signature.date.get_or_insert(date);
    } else {
        if line.heading.is_some() || parts.titles.is_empty() {
            parts.titles.push(Vec::new());
        }
        if let Some(title) = parts.titles.last_mut() {
            title.push(line.text.clone());
        }
    }
    Stage::Top
}

fn body<'d>(
    parts: &mut Parts<'d>,
    block: &'d Block,
    line: &Paragraph,
    next: Option<&Paragraph>,
    stage: Stage,
) -> Stage {
    let text = line.text.as_str();
    if let Some(number) = attachment_marker(text) {
        parts.attachments.push(Attachment { number: Some(number), ..Attachment::default() });
        return Stage::AttachmentTitle;
    }
    if let Some(start) = announced_attachment(text) {
        parts.announced.push(line.text.slice(start..text.len()));
        return Stage::Announcing;
    }
    if let Some(date) = signature_date(text) {
        parts.signature.date = Some(date);
        return Stage::Signed;
    }
    let is_signed_below =
        next.is_some_and(|next| signature_date(next.text.as_str()).is_some() || is_unit_name(next.text.as_str()));
    if is_signed_below && is_unit_name(text) {
        parts.signature.issuers.push(line.text.clone());
        return stage;
    }
    if text.contains("全文如下") {
        // A report ends here, and the document that it reports begins.
        parts.unplaced.push(line.text.clone());
        parts.titles.clear();
        return Stage::Top;
    }
    if page_metadata(text).is_some_and(|(field, _)| field == PageField::None) {
        parts.unplaced.push(line.text.clone());
        return stage;
    }
    if stage == Stage::Announcing && !text.contains('。') && text.chars().count() <= 60 {
        parts.announced.push(line.text.clone());
        return Stage::Announcing;
    }
    parts.body.push(block);
    Stage::Body
}

fn signed<'d>(parts: &mut Parts<'d>, block: &'d Block, line: &Paragraph, next: Option<&Paragraph>) -> Stage {
    let text = line.text.as_str();
    let in_brackets = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
    if in_brackets && parts.signature.note.is_none() {
        parts.signature.note = Some(line.text.clone());
        return Stage::Signed;
    }
    if page_metadata(text).is_some() {
        parts.unplaced.push(line.text.clone());
        return Stage::Signed;
    }
    parts.attachments.push(Attachment::default());
    attachment_title(parts, block, line, next)
}

fn attachment_title<'d>(parts: &mut Parts<'d>, block: &'d Block, line: &Paragraph, next: Option<&Paragraph>) -> Stage {
    let text = line.text.as_str();
    let Some(open) = parts.attachments.last_mut() else { return Stage::Signed };
    if let Some(number) = attachment_marker(text) {
        if open.title.is_empty() {
            open.number = Some(number);
        } else {
            parts.attachments.push(Attachment { number: Some(number), ..Attachment::default() });
        }
        return Stage::AttachmentTitle;
    }
    // A table that lost its borders begins with the words of its header, each on a line of its own.
    let is_name = |text: &str| text.chars().count() <= 8 && column_of_header(text).is_some();
    let is_header = is_name(text) && next.is_some_and(|next| is_name(next.text.as_str()));
    if is_running_text(text) || is_header || open.title.len() >= 4 {
        open.body.push(block);
        return Stage::AttachmentBody;
    }
    open.title.push(line.text.clone());
    Stage::AttachmentTitle
}

fn attachment_body<'d>(parts: &mut Parts<'d>, block: &'d Block, line: &Paragraph) -> Stage {
    let text = line.text.as_str();
    if let Some(number) = attachment_marker(text) {
        parts.attachments.push(Attachment { number: Some(number), ..Attachment::default() });
        return Stage::AttachmentTitle;
    }
    if page_metadata(text).is_some() {
        parts.unplaced.push(line.text.clone());
    } else {
        parts.attach(block);
    }
    Stage::AttachmentBody
}

/// Whether a line holds a document number and nothing else but who signed.
fn is_number_line(text: &str) -> bool {
    let found = DocNumber::scan(text);
    let rest = found.first().and_then(|found| text.get(found.span.end..)).unwrap_or(text).trim_start();
    found.len() == 1
        && found.first().is_some_and(|found| found.span.start == 0)
        && (rest.is_empty() || rest.starts_with("签发"))
}

/// Who signed, where a line says so (签发：张三, 签发人：张三).
fn signer(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("签发")?;
    Some(rest.trim_start_matches('人').trim_start_matches(['：', ':']).trim()).filter(|name| !name.is_empty())
}

/// Whether a line names the organs that a document is sent to: a list of organs, closed by a colon.
fn is_addressees(text: &str) -> bool {
    let Some(list) = text.strip_suffix(['：', ':']) else { return false };
    !list.contains(['。', '：', ':'])
        && list.split(['，', ',', '；']).all(|group| {
            let last = group.rsplit('、').next().unwrap_or_default().trim();
            is_unit_name(last) || group.chars().count() <= 30 && is_unit_name(last.trim_matches(['（', '）']))
        })
}
