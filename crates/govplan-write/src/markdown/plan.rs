use super::plain;
use crate::office::{Clause, Form, Line, LineKind, Rank, Slot, TaskTable, clauses, notice};
use govplan_core::Plan;

/// A plan as Markdown: the notice, then its work in numbered clauses or, out of a table, in a table.
///
/// A table of Markdown has no merged cells: what reaches down stands in its first row, a line break in a cell is `<br>`. Time is
/// linear in the plan's size.
///
/// ```
/// use govplan_core::Plan;
/// use govplan_write::plan_markdown;
///
/// let mut plan = Plan::new("p".parse()?);
/// plan.title = Some("2020年政务公开工作要点".to_owned());
/// assert_eq!(plan_markdown(&plan), "# 2020年政务公开工作要点\n");
/// # Ok::<(), govplan_core::TokenError>(())
/// ```
#[must_use]
pub fn plan_markdown(plan: &Plan) -> String {
    let clauses = clauses(plan);
    let form = if clauses.is_some() { Form::Clauses } else { Form::Table };
    let (above, below) = notice(plan, form);
    let mut blocks: Vec<String> = above.iter().map(line).collect();
    match &clauses {
        Some(clauses) => blocks.extend(clauses.iter().map(clause)),
        None => blocks.extend(table(&TaskTable::of(plan))),
    }
    blocks.extend(below.iter().map(line));
    blocks.iter().map(|block| format!("{block}\n")).collect::<Vec<_>>().join("\n")
}

fn line(line: &Line) -> String {
    let text = paragraph(&line.text);
    match line.kind {
        LineKind::Title | LineKind::AttachmentTitle => format!("# {text}"),
        _ if line.lead.is_empty() => text,
        _ => format!("**{}**{text}", paragraph(&line.lead)),
    }
}

fn clause(clause: &Clause) -> String {
    let (lead, text) = (paragraph(&clause.lead), paragraph(&clause.text));
    match clause.rank {
        Rank::Part | Rank::Section => format!("## {lead}{text}"),
        Rank::Task if text.is_empty() => format!("### {lead}"),
        Rank::Task => format!("**{lead}**{text}"),
        Rank::Requirement | Rank::Prose => format!("{lead}{text}"),
    }
}

fn table(table: &TaskTable<'_>) -> Option<String> {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let header = row(table.columns.iter().map(|column| cell(column.field.header())).collect());
    let rule = row(vec!["---".to_owned(); table.columns.len()]);
    let rows = table.rows.iter().map(|slots| {
        let text = |slot: &Slot<'_>| match slot {
            Slot::Cell { text, .. } => cell(text),
            Slot::Covered => String::new(),
        };
        row(slots.iter().map(text).collect())
    });
    let lines: Vec<String> = [header, rule].into_iter().chain(rows).collect();
    (lines.len() > 2).then(|| lines.join("\n"))
}

fn cell(text: &str) -> String {
    plain(text).replace('\n', "<br>")
}

/// A paragraph that Markdown takes for nothing else: at its head a number or a sign that would begin a list is escaped.
fn paragraph(text: &str) -> String {
    let escaped = plain(text).replace('\n', "<br>");
    let digits = escaped.len() - escaped.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (head, rest) = escaped.split_at_checked(digits).unwrap_or((&escaped, ""));
    let begins_list =
        digits > 0 && rest.starts_with(['.', ')']) || digits == 0 && rest.starts_with(['-', '+', '=', '~']);
    if begins_list { format!("{head}\\{rest}") } else { escaped }
}
