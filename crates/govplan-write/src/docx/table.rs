use super::paragraph::{Paragraph, Style};
use crate::office::{Column, Slot, TaskTable};

/// Width of the text on paper of A4 across, in twentieths of a point: 225 mm (GB/T 9704-2012 5.2.2).
const WIDTH: u32 = 12_756;

/// The task table; its header stands on each page. A table is closed by a paragraph.
pub(super) fn write(table: &TaskTable<'_>, body: &mut String) {
    let widths = widths(&table.columns);
    body.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"TaskTable\"/>");
    body.push_str(&format!("<w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>"));
    body.push_str("<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    widths.iter().for_each(|width| body.push_str(&format!("<w:gridCol w:w=\"{width}\"/>")));
    body.push_str("</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>");
    for (column, width) in table.columns.iter().zip(&widths) {
        cell(body, *width, 1, "", column.field.header(), Style::TableHeader);
    }
    body.push_str("</w:tr>");
    // Rows that the cell of each column still reaches into, with the columns that it covers.
    let mut open: Vec<(u32, u16)> = vec![(0, 1); table.columns.len()];
    for row in &table.rows {
        body.push_str("<w:tr>");
        slots(row, table, &widths, &mut open, body);
        body.push_str("</w:tr>");
    }
    body.push_str("</w:tbl>");
    body.push_str(&Paragraph::new(Style::TableText, "").xml());
}

/// The cells of a row: one that goes on from above is said again, one that goes on from the left is not.
fn slots(row: &[Slot<'_>], table: &TaskTable<'_>, widths: &[u32], open: &mut [(u32, u16)], body: &mut String) {
    let mut passed = 0_u16;
    for (((slot, column), open), index) in row.iter().zip(&table.columns).zip(open).zip(0..) {
        let width = |across: u16| widths.iter().skip(index).take(usize::from(across)).sum::<u32>();
        match slot {
            _ if passed > 0 => passed -= 1,
            Slot::Cell { text, down, across } => {
                let merge = if *down > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
                let style = if column.is_long() || *across > 1 { Style::TableText } else { Style::TableEntry };
                cell(body, width(*across), *across, merge, text, style);
                *open = (down.saturating_sub(1), *across);
                passed = across.saturating_sub(1);
            }
            Slot::Covered => {
                let (rows, across) = *open;
                cell(body, width(across), across, if rows > 0 { "<w:vMerge/>" } else { "" }, "", Style::TableText);
                *open = (rows.saturating_sub(1), across);
                passed = across.saturating_sub(1);
            }
        }
    }
}

/// A cell with a paragraph for each line.
fn cell(body: &mut String, width: u32, across: u16, merge: &str, text: &str, style: Style) {
    body.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"));
    if across > 1 {
        body.push_str(&format!("<w:gridSpan w:val=\"{across}\"/>"));
    }
    body.push_str(merge);
    body.push_str("<w:vAlign w:val=\"center\"/></w:tcPr>");
    text.split('\n').for_each(|line| body.push_str(&Paragraph::new(style, line).xml()));
    body.push_str("</w:tc>");
}

/// Widths of the columns, which together are that of the text.
fn widths(columns: &[Column]) -> Vec<u32> {
    let all: u32 = columns.iter().map(|column| u32::from(column.width)).sum();
    columns.iter().map(|column| WIDTH * u32::from(column.width) / all.max(1)).collect()
}
