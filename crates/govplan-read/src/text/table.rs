use super::line::Line;
use super::{Syntax, enumerator, joint, trimmed};
use govplan_document::{Cell, Note, NoteCode, Place, Row, Table, Text};

/// Lines that belong together, cut off the front of others.
pub(super) struct Run<'l, 'a> {
    /// Lines that are paragraphs.
    pub(super) paragraphs: &'l [Line<'a>],
    /// The rows of a table that follows them.
    pub(super) rows: &'l [Line<'a>],
    /// What stands behind.
    pub(super) rest: &'l [Line<'a>],
}

/// The next run: a paragraph, or as many lines as may be rows of one table.
pub(super) fn next_run<'l, 'a>(lines: &'l [Line<'a>]) -> Run<'l, 'a> {
    let length = run_length(lines).max(1);
    let (run, rest) = lines.split_at_checked(length).unwrap_or((lines, &[]));
    let lead = run.iter().zip(run.iter().skip(1)).take_while(|(line, next)| is_lead(line, next)).count();
    match run.split_at_checked(lead) {
        Some((paragraphs, rows)) if is_table(rows) => Run { paragraphs, rows, rest },
        _ => Run { paragraphs: run, rows: &[], rest },
    }
}

/// How many lines from the first on may be rows of one table.
fn run_length(lines: &[Line<'_>]) -> usize {
    let mut header = None;
    let mut length = 0;
    while let Some(line) = lines.get(length) {
        if line.cells.ranges.is_empty() {
            if length == 0 {
                break;
            }
            match full_width_rows(lines.get(length..).unwrap_or_default(), header) {
                0 => break,
                rows => length += rows,
            }
            continue;
        }
        if length > 0 && line.after_gap && !goes_on(lines.first(), header, line) {
            break;
        }
        if header.is_none() && filled(line) > 1 {
            header = Some(line);
        }
        length += 1;
    }
    length
}

/// Whether a table goes on behind a gap: its header is printed again, or the row has as many cells as the first. Two
/// cells are too few to tell: two columns of signatures look the same.
fn goes_on(first: Option<&Line<'_>>, header: Option<&Line<'_>>, line: &Line<'_>) -> bool {
    let columns = line.cells.found;
    header.is_some_and(|header| is_same_row(header, line))
        || (columns > 2 && first.is_some_and(|first| first.cells.found == columns))
}

/// How many lines at the front are full-width rows that lost their separators: short lines right between two rows, one
/// or all numbered. A caption before another header is none.
fn full_width_rows(lines: &[Line<'_>], header: Option<&Line<'_>>) -> usize {
    const LONGEST: usize = 60;
    let short = |line: &Line<'_>| line.as_str().chars().nth(LONGEST).is_none();
    let plain =
        |line: &&Line<'_>| line.cells.ranges.is_empty() && !line.after_gap && line.heading.is_none() && short(line);
    let numbered = lines.iter().take_while(plain).take_while(|line| enumerator::length(line.as_str()) > 0).count();
    let rows = numbered.max(usize::from(lines.first().is_some_and(|line| plain(&line))));
    let next = lines.get(rows).filter(|next| !next.cells.ranges.is_empty() && !next.after_gap);
    if next.is_some_and(|next| !header.is_some_and(|header| is_same_row(header, next))) { rows } else { 0 }
}

/// Whether a line before the rows is a paragraph that is indented or aligned with tabs.
fn is_lead(line: &Line<'_>, next: &Line<'_>) -> bool {
    filled(line) < 2 && line.cells.found != next.cells.found
}

/// Whether lines are rows of a table: two of them fill two cells, and they are no list with tabs after its marks.
fn is_table(lines: &[Line<'_>]) -> bool {
    let is_item = |line: &Line<'_>| {
        let mut cells = line.cell_texts();
        line.cells.found < 3 && cells.next().is_none_or(|mark| enumerator::length(mark) == mark.len())
    };
    lines.iter().filter(|line| filled(line) > 1).nth(1).is_some() && !lines.iter().all(is_item)
}

/// Cells of a line that hold something.
fn filled(line: &Line<'_>) -> usize {
    line.cell_texts().filter(|cell| !cell.is_empty()).count()
}

fn is_same_row(one: &Line<'_>, other: &Line<'_>) -> bool {
    one.cells.found == other.cells.found && one.cell_texts().eq(other.cell_texts())
}

/// Whether a line may be the row of a header: short words, no number.
fn is_header(line: &Line<'_>) -> bool {
    const LONGEST: usize = 20;
    let numbered = |cell: &str| enumerator::length(cell) > 0 || cell.starts_with(|c: char| c.is_ascii_digit());
    filled(line) > 1
        && line.cell_texts().all(|cell| cell.chars().nth(LONGEST).is_none())
        && !line.cell_texts().find(|cell| !cell.is_empty()).is_some_and(numbered)
}

/// Makes a table of its lines. A header that is printed again is dropped, with a note.
pub(super) fn table(lines: &[Line<'_>], syntax: &impl Syntax, notes: &mut Vec<Note>) -> Table {
    // A title may stand in a row of its own above the header; the header may have a second row.
    let header = lines.iter().skip_while(|line| filled(line) < 2).take_while(|line| is_header(line)).take(2);
    let header: Vec<&Line<'_>> = header.collect();
    let mut rows = Vec::with_capacity(lines.len());
    let (mut after_header, mut after_break) = (false, false);
    for line in lines {
        let repeats =
            |row: Option<&&Line<'_>>| row.is_some_and(|row| row.number < line.number && is_same_row(row, line));
        after_header = repeats(header.first()) || (after_header && repeats(header.get(1)));
        if after_header {
            notes.push(line.note(NoteCode::RepeatedHeader, line.as_str()));
            after_break = true;
            continue;
        }
        if line.cells.found > line.cells.ranges.len() {
            notes.push(line.note(NoteCode::LongRow, line.cells.found.to_string()));
        }
        let row = row(line, syntax);
        let broken_off =
            rows.last_mut().filter(|_| std::mem::take(&mut after_break)).and_then(|last| broken_off(last, &row));
        if let Some((above, rest)) = broken_off {
            above.push(rest);
            notes.push(line.note(NoteCode::JoinedRow, rest.as_str()));
        } else if row.cells.iter().any(|cell| !cell.text.is_empty()) {
            rows.push(row);
        }
    }
    Table { rows, shows_merges: false }
}

/// The cell of the last row before a page break whose sentence goes on in the next row, and the rest of it: all that the
/// next row holds, behind a first cell that is blank.
fn broken_off<'r>(last: &'r mut Row, next: &'r Row) -> Option<(&'r mut Text, &'r Text)> {
    let mut filled = next.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
    let (column, rest) = filled.next().filter(|(column, _)| *column > 0 && filled.next().is_none())?;
    let above = &mut last.cells.get_mut(column)?.text;
    joint::carries_on_cell(above.as_str(), rest.text.as_str()).then_some((above, &rest.text))
}

/// The cells of a line, each with its place; the whole line where it lost its separators.
fn row(line: &Line<'_>, syntax: &impl Syntax) -> Row {
    if line.cells.ranges.is_empty() {
        return Row { cells: vec![Cell::new(syntax.text(line.as_str(), line.place()))] };
    }
    let (mut at, mut column) = (0, 1);
    let cells = line.cells.ranges.iter().map(|range| {
        let range = trimmed(line.printed, range.clone());
        let printed = line.printed.get(range.clone()).unwrap_or_default();
        column += line.printed.get(at..range.start).unwrap_or_default().chars().count();
        at = range.start;
        Cell::new(syntax.text(printed, Place::in_line(line.number, column, printed.chars().count())))
    });
    Row { cells: cells.collect() }
}

#[cfg(test)]
mod tests {
    use crate::text::{Decoded, Tabs, assemble};
    use crate::{Limits, lines};
    use govplan_document::{Block, NoteCode};

    /// The blocks of a text: the rows of a table with `|` between the cells, or the paragraph.
    fn blocks(text: &str) -> Vec<Vec<String>> {
        let document = assemble(&Decoded::new(text.as_bytes()).unwrap(), &Tabs, &Limits::default());
        let blocks = document.blocks.into_iter().map(|block| match block {
            Block::Table(table) => table
                .rows
                .into_iter()
                .map(|row| row.cells.iter().map(|cell| cell.text.as_str().to_owned()).collect::<Vec<_>>().join("|"))
                .collect(),
            Block::Paragraph(paragraph) => vec![format!("¶{}", paragraph.text.as_str())],
            _ => vec![],
        });
        blocks.collect()
    }

    #[test]
    fn rows_that_stand_together_are_a_table() {
        let cases: &[(&str, &[&[&str]])] = &[
            (
                "表\n任务\t单位\n一、公开\t\n1.预算\t财务科\n\t办公室\n",
                &[&["¶表"], &["任务|单位", "一、公开|", "1.预算|财务科", "|办公室"]],
            ),
            // A page break: the header again, or as many cells as before.
            ("任务\t单位\n甲\t乙\n\n任务\t单位\n\t丙\n", &[&["任务|单位", "甲|乙", "|丙"]]),
            ("任务\t要求\t单位\n\n1\t甲\t乙\n\n2\t丙\t丁\n", &[&["任务|要求|单位", "1|甲|乙", "2|丙|丁"]]),
            ("任务\t单位\n甲\t乙\n— 2 —\n丙\t丁\n", &[&["任务|单位", "甲|乙", "丙|丁"]]),
            // A full-width row that lost its tabs, and a caption that is none.
            (
                "任务\t单位\n一、公开\n二、管理\n甲\t乙\n其他\n丙\t丁\n",
                &[&["任务|单位", "一、公开", "二、管理", "甲|乙", "其他", "丙|丁"]],
            ),
            (
                "任务\t单位\n甲\t乙\n附表二\n任务\t单位\n丙\t丁\n",
                &[&["任务|单位", "甲|乙"], &["¶附表二"], &["任务|单位", "丙|丁"]],
            ),
            // Rows that hold nothing.
            ("任务\t单位\n\t\n甲\t乙\n", &[&["任务|单位", "甲|乙"]]),
            // An indented paragraph right above.
            ("\t现印发如下：\n任务\t要求\t单位\n1\t甲\t乙\n", &[&["¶现印发如下："], &["任务|要求|单位", "1|甲|乙"]]),
        ];
        for (text, expected) in cases {
            assert_eq!(blocks(text), *expected, "{text}");
        }
    }

    #[test]
    fn a_row_split_by_a_page_break_is_one() {
        let broken =
            "做好依申请公开接收、登记、办理、调查、答复等各个环节工作，提高答复的精准度，推动办理工作的程序化、规范";
        let text =
            |rest: &str| format!("任务\t要求\t单位\n1\t{broken}\t办公室\n\n任务\t要求\t单位\n{rest}\n2\t丙\t丁\n");
        let joined = format!("1|{broken}化、标准化。|办公室");
        assert_eq!(
            blocks(&text("\t化、标准化。\t")),
            [vec!["任务|要求|单位".to_owned(), joined, "2|丙|丁".to_owned()]]
        );
        for apart in ["\t\t财务科", "\t化、标准化。\t财务科", "二、化解矛盾。\t\t"] {
            assert_eq!(blocks(&text(apart))[0].len(), 4, "{apart}");
        }
    }

    #[test]
    fn tabs_in_prose_make_no_table() {
        for text in [
            "\t为贯彻落实部署，现通知如下。\n\t各单位要高度重视。\n",
            "附件：\t1.方案\n\t2.名单\n",
            "1.\t加强领导\n2.\t强化督导\n3.\t落实责任\n",
            "\t\t某某局\n\t\t2020年8月27日\n",
            "联系人：张三\t电话：123\n\n负责人：李四\t电话：456\n",
            "姓名\t电话\n",
        ] {
            assert!(blocks(text).iter().all(|block| block[0].starts_with('¶')), "{text}: {:?}", blocks(text));
            assert_eq!(blocks(text).len(), lines(text).filter(|line| !line.is_empty()).count(), "{text}");
        }
    }

    #[test]
    fn a_row_beyond_the_limit_of_columns_keeps_all_that_it_holds() {
        let limits = Limits { columns: 2, ..Limits::default() };
        let decoded = Decoded::new("甲\t乙\t丙\n一\t二\n".as_bytes()).unwrap();
        let document = assemble(&decoded, &Tabs, &limits);
        let Block::Table(table) = &document.blocks[0] else { panic!() };
        assert_eq!(table.rows[0].cells[1].text.as_str(), "乙\t丙");
        assert_eq!(document.notes[0].code, NoteCode::LongRow);
        assert_eq!(document.notes[0].found, "3");
    }

    #[test]
    fn lines_beyond_a_limit_are_left_out_and_noted() {
        let text = "甲\t乙\n丙\t丁\n戊\t己\n庚\n";
        for limits in [Limits { lines: 2, ..Limits::default() }, Limits { cells: 4, ..Limits::default() }] {
            let document = assemble(&Decoded::new(text.as_bytes()).unwrap(), &Tabs, &limits);
            let Block::Table(table) = &document.blocks[0] else { panic!() };
            assert_eq!(table.rows.len(), 2);
            let [note] = document.notes.as_slice() else { panic!() };
            assert_eq!((note.code, note.found.as_str()), (NoteCode::LimitReached, "2"));
            assert_eq!(note.place.as_ref().unwrap().to_string(), "3:1");
        }
    }
}
