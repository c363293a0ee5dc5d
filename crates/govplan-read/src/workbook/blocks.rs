use super::{Position, Region, Sheet, merged, table};
use govplan_document::{Block, Document, Paragraph};
use std::collections::BTreeMap;
use std::mem;

/// A row that holds something.
#[derive(Debug, Clone, Copy)]
struct Line {
    row: u32,
    /// How many of its cells hold something.
    cells: usize,
    /// The first of them.
    first: Position,
    /// The region of the first, where it is merged.
    region: Option<Region>,
    /// Whether blank rows, or the start of the sheet, stand before it.
    after_gap: bool,
}

/// Appends the blocks of a sheet to a document and gives back what is left of the budget of cells.
///
/// A table begins with the first row of two cells; rows of one cell before it are its titles, and paragraphs. It goes
/// on to the end of the sheet, blank rows or not, unless a row of one cell stands after a blank row: what follows is
/// below the table, or the title of another.
pub(super) fn append(mut sheet: Sheet, columns: usize, budget: usize, document: &mut Document) -> usize {
    merged::settle(&mut sheet);
    let regions = mem::take(&mut sheet.regions).into_iter().map(|region| (region.first, region)).collect();
    let lines = lines(&sheet, &regions);
    let mut context = table::Context { sheet, regions, columns, budget };
    let mut rest = lines.as_slice();
    while !rest.is_empty() {
        let (titles, from_table) = rest.split_at(titles(rest));
        for title in titles {
            context.regions.remove(&title.first);
            let content = context.sheet.cells.remove(&title.first).unwrap_or_default();
            paragraphs(&context.sheet, title, &content, document);
        }
        let (rows, after) = from_table.split_at(table_rows(from_table));
        if !rows.is_empty() {
            let table = context.table(rows.iter().map(|line| line.row).collect(), document);
            document.blocks.push(Block::Table(table));
        }
        rest = after;
    }
    context.budget
}

/// The rows that hold something.
fn lines(sheet: &Sheet, regions: &BTreeMap<Position, Region>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    // The row after those that are taken so far, by cells or by merged regions that hold something.
    let mut free = None;
    for position in sheet.cells.keys().copied() {
        let region = regions.get(&position).copied();
        match lines.last_mut() {
            Some(line) if line.row == position.row => line.cells += 1,
            _ => {
                let after_gap = free.is_none_or(|free| position.row > free);
                lines.push(Line { row: position.row, cells: 1, first: position, region, after_gap });
            }
        }
        free = free.max(Some(region.map_or(position.row, |region| region.last.row) + 1));
    }
    lines
}

/// How many lines are titles, before a table or the end.
fn titles(lines: &[Line]) -> usize {
    let mut below = lines.iter().skip(1);
    let table = lines.iter().position(|line| line.cells > 1 || below.next().is_some_and(|below| heads(line, below)));
    table.unwrap_or(lines.len())
}

/// Whether a row of one cell belongs to the row below it: the cell reaches down into that row, or it is merged over
/// some columns of the table and not the first, as the upper row of a header is.
fn heads(line: &Line, below: &Line) -> bool {
    line.region.is_some_and(|region| {
        let across = region.last.column > region.first.column;
        let beside = below.cells > 1 && !below.after_gap && region.first.column > below.first.column;
        region.last.row >= below.row || (across && beside)
    })
}

/// How many lines are rows of the table that the first belongs to.
fn table_rows(lines: &[Line]) -> usize {
    let outside = lines.iter().skip(1).position(|line| line.after_gap && line.cells == 1);
    outside.map_or(lines.len(), |outside| outside + 1)
}

/// A paragraph for each line of a cell.
fn paragraphs(sheet: &Sheet, line: &Line, content: &str, document: &mut Document) {
    let mut after_gap = line.after_gap;
    for content in content.split('\n') {
        let content = super::cell_text::clean(content);
        if content.is_empty() {
            after_gap = true;
            continue;
        }
        let text = sheet.text(line.first, content);
        document.blocks.push(Block::Paragraph(Paragraph { heading: None, text, after_gap }));
        after_gap = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet from rows of cells parted by `|`, and merged regions.
    fn sheet(rows: &[&str], regions: &[&str]) -> Sheet {
        let mut sheet = Sheet::new("附表");
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells.split('|')).filter(|(_, text)| !text.is_empty()) {
                sheet.cells.insert(Position { row, column }, text.replace('/', "\n"));
            }
        }
        sheet.regions = regions.iter().map(|region| Region::parse(region).unwrap()).collect();
        sheet
    }

    /// Blocks as lines: `#` opens a table, `¶` a paragraph (`¶¶` after a gap), `^` is covered.
    fn printed(rows: &[&str], regions: &[&str]) -> Vec<String> {
        let mut document = Document::default();
        append(sheet(rows, regions), 99, 999, &mut document);
        let mut printed = Vec::new();
        for block in &document.blocks {
            match block {
                Block::Table(table) => {
                    printed.push("#".to_owned());
                    printed.extend(table.rows.iter().map(|row| {
                        let cell = |cell: &govplan_document::Cell| match cell.covered {
                            true => "^".to_owned(),
                            false => cell.text.as_str().to_owned(),
                        };
                        row.cells.iter().map(cell).collect::<Vec<_>>().join("|")
                    }));
                }
                Block::Paragraph(paragraph) => {
                    let mark = if paragraph.after_gap { "¶¶" } else { "¶" };
                    printed.push(format!("{mark}{}", paragraph.text.as_str()));
                }
                _ => {}
            }
        }
        printed
    }

    #[test]
    fn titles_stand_before_a_header_of_two_rows() {
        let rows = [
            "附件1",
            "整改台账||||",
            "|",
            "单位：县住建局",
            "序号|问题|整改责任单位||整改期限",
            "||建设|施工|",
            "1|扬尘|甲|乙|6月底",
            "备注：按月报送",
        ];
        let regions = ["A2:E2", "A5:A6", "B5:B6", "C5:D5", "E5:E6", "A8:E8"];
        let expected = [
            "¶¶附件1",
            "¶整改台账",
            "¶¶单位：县住建局",
            "#",
            "序号|问题|整改责任单位|^|整改期限",
            "^|^|建设|施工|^",
            "1|扬尘|甲|乙|6月底",
            "备注：按月报送|^|^|^|^",
        ];
        assert_eq!(printed(&rows, &regions), expected);
    }

    #[test]
    fn a_blank_row_parts_a_table_only_from_a_row_of_one_cell() {
        let rows =
            ["任务|单位", "甲|办公室", "", "乙|财务科", "", "附件2", "任务|时限", "丙|6月", "", "填表说明/1.按月"];
        let expected = [
            "#",
            "任务|单位",
            "甲|办公室",
            "乙|财务科",
            "¶¶附件2",
            "#",
            "任务|时限",
            "丙|6月",
            "¶¶填表说明",
            "¶1.按月",
        ];
        assert_eq!(printed(&rows, &[]), expected);
    }

    #[test]
    fn a_group_over_later_columns_is_the_upper_row_of_a_header() {
        let rows = ["工作分解表", "||责任单位|", "序号|任务|牵头|配合", "1|甲|办公室|财务科"];
        let expected = ["¶¶工作分解表", "#", "||责任单位|^", "序号|任务|牵头|配合", "1|甲|办公室|财务科"];
        assert_eq!(printed(&rows, &["C2:D2"]), expected);
    }

    #[test]
    fn rows_and_columns_that_hold_nothing_go_with_their_share_of_spans() {
        let rows = ["", "||任务||单位", "||甲||办公室", "", "||乙||财务科"];
        let expected = ["#", "任务|单位", "甲|办公室", "乙|财务科"];
        assert_eq!(printed(&rows, &["C3:D4", "E3:E4"]), expected);
        let expected = ["#", "任务|单位", "甲|办公室", "乙|^"];
        assert_eq!(printed(&["任务|单位", "甲|办公室", "", "乙"], &["B2:B4"]), expected);
    }

    #[test]
    fn blank_regions_and_short_rows_keep_the_rectangle() {
        let rows = ["任务|单位|时限", "甲||", "乙||6月", "丙"];
        let expected = ["#", "任务|单位|时限", "甲||", "乙|^|6月", "丙||"];
        assert_eq!(printed(&rows, &["B2:B3"]), expected);
    }

    #[test]
    fn a_sheet_of_single_cells_is_paragraphs() {
        assert_eq!(printed(&["关于印发/方案的通知", "", "各单位："], &[]), ["¶¶关于印发", "¶方案的通知", "¶¶各单位："]);
        assert_eq!(printed(&[], &[]), [""; 0]);
    }
}
