use super::paragraph::{Paragraph, Style};
use super::table;
use crate::office::{Clause, Form, Line, LineKind, Rank, TaskTable, clauses, notice, printed_date};
use govplan_core::Plan;

/// Paper of A4 upright, and across for a table.
const UPRIGHT: &str = include_str!("../../data/docx/page_upright.xml");
const ACROSS: &str = include_str!("../../data/docx/page_across.xml");

/// The main part.
pub(super) fn document(plan: &Plan) -> String {
    let clauses = clauses(plan);
    let form = if clauses.is_some() { Form::Clauses } else { Form::Table };
    let (above, below) = notice(plan, form);
    let mut paragraphs: Vec<Paragraph> = above.iter().map(|line| of_line(line, plan)).collect();
    let table = clauses.is_none().then(|| TaskTable::of(plan)).filter(|table| !table.rows.is_empty());
    if let Some(mark) = above.iter().position(|line| line.kind == LineKind::AttachmentMark) {
        if table.is_none() {
            paragraphs.iter_mut().skip(mark).take(1).for_each(|mark| mark.begins_page = true);
        } else if let Some(last) = mark.checked_sub(1).and_then(|last| paragraphs.get_mut(last)) {
            // The table stands with its title on pages of its own.
            last.section = Some(UPRIGHT.trim_end());
        }
    }
    paragraphs.extend(clauses.iter().flatten().map(of_clause));
    paragraphs.extend(below.iter().map(|line| of_line(line, plan)));
    let mut body: String = paragraphs.iter().map(Paragraph::xml).collect();
    if let Some(table) = &table {
        table::write(table, &mut body);
    }
    let page = if table.is_some() { ACROSS } else { UPRIGHT };
    include_str!("../../data/docx/document.xml").replace("{page}", page.trim_end()).replace("{body}", &body)
}

fn of_line(line: &Line, plan: &Plan) -> Paragraph {
    let style = match line.kind {
        LineKind::Catalogue => Style::Catalogue,
        LineKind::Number => Style::Number,
        LineKind::Title | LineKind::AttachmentTitle => Style::Title,
        LineKind::Addressees => Style::Addressees,
        LineKind::Body | LineKind::Note => Style::Body,
        LineKind::Attachment => Style::Attachment,
        LineKind::Issuer | LineKind::Date => Style::Signature,
        LineKind::AttachmentMark => Style::AttachmentMark,
    };
    let mut paragraph = Paragraph::led(style, (&line.lead, "SectionLead"), &line.text);
    if line.kind == LineKind::Issuer {
        let date = printed_date(plan).map_or(0, |date| width(&date));
        paragraph.right = DATE_INDENT + (date - width(&line.text)) / 2;
    } else if line.kind == LineKind::Date {
        paragraph.right = DATE_INDENT;
    }
    paragraph
}

/// The date stands four characters from the right, the issuer centred above it (GB/T 9704-2012 7.3.5.1), in hundredths of a
/// character.
const DATE_INDENT: i32 = 400;

/// The width of a text in hundredths of a Chinese character.
fn width(text: &str) -> i32 {
    text.chars().map(|c| if c.is_ascii() { 50 } else { 100 }).sum()
}

fn of_clause(clause: &Clause) -> Paragraph {
    let lead = match clause.rank {
        Rank::Part | Rank::Section => "SectionLead",
        Rank::Task => "TaskLead",
        Rank::Requirement | Rank::Prose => "",
    };
    let style = match clause.rank {
        Rank::Part => Style::PartHeading,
        Rank::Section if clause.text.is_empty() => Style::SectionHeading,
        _ => Style::Body,
    };
    Paragraph::led(style, (&clause.lead, lead), &clause.text)
}
