//! What reading and interpretation have to say of a document.

use super::paragraph;
use crate::draft::{Draft, DraftSection};
use govplan_core::{Finding, Message, Paragraph, Related, punctuation_slips, reading};
use govplan_document::{Document, Note, NoteCode};

/// The findings of a draft: the reader's notes, one finding for each kind, then those of interpretation.
pub(super) fn of(draft: &Draft, document: &Document) -> Vec<Finding> {
    let repeated = draft.repeated_headers.iter().map(|first| Note {
        code: NoteCode::RepeatedHeader,
        place: first.place(0..first.as_str().len()),
        found: first.as_str().to_owned(),
    });
    let notes: Vec<Note> = document.notes.iter().cloned().chain(repeated).collect();
    let mut codes: Vec<NoteCode> = notes.iter().map(|note| note.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut findings: Vec<Finding> = codes.into_iter().filter_map(|code| noted(code, &notes)).collect();
    findings.extend(unplaced(draft));
    findings.extend(slips(draft));
    if draft.sections.iter().all(|section| section.tasks.is_empty() && section.sections.is_empty()) {
        findings.push(reading::NO_PLAN_FOUND.finding(Message::new(
            "文档中没有读出任务：应有带表头的任务表，或带编号（一、（一）1.）的条款",
            "no task found in the document, expected a table of tasks with its header, or numbered clauses (一、（一）1.)",
        )));
    }
    findings
}

/// One finding for all the notes of a kind.
fn noted(code: NoteCode, notes: &[Note]) -> Option<Finding> {
    let mut notes = notes.iter().filter(|note| note.code == code);
    let first = notes.next()?;
    let (rule, message) = match code {
        NoteCode::BrokenCharacters => (
            &reading::BROKEN_CHARACTERS,
            Message::new(
                format!("有{}个字符无法解码，以 U+FFFD 代替", first.found),
                format!("{} characters cannot be decoded and show as U+FFFD", first.found),
            ),
        ),
        NoteCode::LongRow => (
            &reading::LIMIT_REACHED,
            Message::new(
                "表格行的单元格数超过上限，其余内容并入该行最后一格",
                "a row has more cells than the limit allows; the rest of it stands in its last cell",
            ),
        ),
        NoteCode::LimitReached => (
            &reading::LIMIT_REACHED,
            Message::new("超出读取上限的部分没有读入", "what stands beyond the limit of reading was not read"),
        ),
        NoteCode::RepeatedHeader => (
            &reading::REPEATED_HEADER,
            Message::new("分页处重复的表头已略去", "header rows printed again at page breaks were left out"),
        ),
        NoteCode::JoinedParagraph => (
            &reading::JOINED_PARAGRAPH,
            Message::new("断开的段落已接上", "a paragraph that was torn apart was joined again"),
        ),
        NoteCode::JoinedRow => {
            (&reading::JOINED_ROW, Message::new("被换页断开的行已接上", "a row broken over a page was joined again"))
        }
        NoteCode::TrackedChanges => (
            &reading::TRACKED_CHANGES,
            Message::new(
                format!("文档中有{}处未处理的修订，按全部接受读取", first.found),
                format!("{} revisions are still open and were read as accepted", first.found),
            ),
        ),
        NoteCode::HiddenContent => (&reading::HIDDEN_CONTENT, hidden(first)),
        NoteCode::ScannedPage => (
            &reading::SCANNED_PAGE,
            Message::new("有的页只有图像而没有文字，没有读出", "a page holds pictures and no text, and was not read"),
        ),
        NoteCode::UnreadableFont => (
            &reading::UNREADABLE_FONT,
            Message::new(
                format!("字体`{}`没有给出字符的编码，这些字以 U+FFFD 代替", first.found),
                format!("the font `{}` does not tell its characters, which show as U+FFFD", first.found),
            ),
        ),
        NoteCode::DamagedPart => (
            &reading::DAMAGED_PART,
            Message::new(
                format!("文件的一部分已损坏，没有读出：{}", first.found),
                format!("a part of the file is damaged and was not read: {}", first.found),
            ),
        ),
        _ => return None,
    };
    let mut finding = rule.finding(message);
    finding.place.clone_from(&first.place);
    finding.found = Some(first.found.clone()).filter(|found| !found.is_empty());
    finding.related = notes.map(|note| Related::new(None, note.place.clone(), None)).collect();
    Some(finding)
}

/// What is hidden: a workbook names its rows, columns and sheets, other documents the text that stands there.
fn hidden(note: &Note) -> Message {
    let found = &note.found;
    match note.place.as_ref().and_then(|place| place.sheet.as_deref()) {
        Some(sheet) => Message::new(
            format!("工作表`{sheet}`有隐藏的行（行号）、列（列标）或整表隐藏（表名）：`{found}`；请核对是否属于计划"),
            format!(
                "sheet `{sheet}` hides rows (by number), columns (by letter) or itself (by name): `{found}`; see whether they belong to the plan"
            ),
        ),
        None => Message::new(
            format!("文档隐藏了内容：`{found}`；请核对是否属于计划"),
            format!("the document hides content: `{found}`; see whether it belongs to the plan"),
        ),
    }
}

/// One finding for all the text that found no field.
fn unplaced(draft: &Draft) -> Option<Finding> {
    let mut texts = draft.unplaced.iter();
    let first = texts.next()?;
    let mut finding = reading::UNPLACED_TEXT.finding(Message::new(
        "有文字没有归入计划的任何字段",
        "text that belongs to no field of the plan was left out",
    ));
    finding.place = first.place(0..first.as_str().len());
    finding.found = Some(first.as_str().to_owned());
    finding.related = texts
        .map(|text| Related::new(None, text.place(0..text.as_str().len()), Some(text.as_str().to_owned())))
        .collect();
    Some(finding)
}

/// Slips of spelling in the phrases and cells that name organs, which the plan keeps name by name alone.
fn slips(draft: &Draft) -> Vec<Finding> {
    let mut open: Vec<&DraftSection> = draft.sections.iter().rev().collect();
    let mut phrases: Vec<Paragraph> = Vec::new();
    while let Some(section) = open.pop() {
        open.extend(section.sections.iter().rev());
        let requirements = section.tasks.iter().flat_map(|task| &task.requirements);
        phrases.extend(requirements.flat_map(|requirement| &requirement.phrases).map(paragraph));
    }
    phrases.dedup();
    punctuation_slips(phrases)
}
