use super::drawing::page;
use super::{Page, document};
use crate::Limits;
use govplan_document::{AsideKind, Block, Document, NoteCode};

fn read(pages: Vec<Page>) -> Document {
    document(pages, Vec::new(), &Limits::default())
}

/// Paragraphs as they are, `^` before one after a gap; rows of tables with `|` between their cells and `<` for covered.
fn printed(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                lines.push(["", "^"][usize::from(paragraph.after_gap)].to_owned() + paragraph.text.as_str());
            }
            Block::Table(table) => lines.extend(table.rows.iter().map(|row| {
                let texts = row.cells.iter().map(|cell| if cell.covered { "<" } else { cell.text.as_str() });
                texts.collect::<Vec<_>>().join("|")
            })),
            _ => {}
        }
    }
    lines
}

fn noted(document: &Document) -> Vec<(NoteCode, &str)> {
    document.notes.iter().map(|note| (note.code, note.found.as_str())).collect()
}

/// A paragraph of twenty characters a line, its first line set in by two.
const PARAGRAPH: [&str; 3] =
    ["为认真贯彻落实上级决策部署，切实提升服务", "水平，结合我县实际，制定本方案，请各单位认真", "抓好贯彻落实。"];

fn notice() -> Vec<Page> {
    let [first, second, third] = PARAGRAPH;
    let one = page(1)
        .write(150.0, 60.0, 22.0, "关于印发实施方案的通知")
        .write(75.0, 110.0, 20.0, "各镇人民政府：")
        .write(115.0, 140.0, 20.0, first)
        .write_lines(75.0, 170.0, 20.0, &[second, third])
        .write(115.0, 230.0, 20.0, first)
        .write(75.0, 260.0, 20.0, second)
        .write(280.0, 800.0, 14.0, "— 1 —");
    let two = page(2)
        .write(75.0, 60.0, 20.0, third)
        .write(300.0, 150.0, 20.0, "某某县人民政府办公室")
        .write(355.0, 180.0, 20.0, "2024年3月5日")
        .write(280.0, 800.0, 14.0, "— 2 —");
    vec![one, two]
}

#[test]
fn lines_make_paragraphs_also_over_pages() {
    let document = read(notice());
    let paragraph = PARAGRAPH.concat();
    assert_eq!(
        printed(&document),
        ["^关于印发实施方案的通知", "各镇人民政府：", &paragraph, &paragraph, "^某某县人民政府办公室", "2024年3月5日"]
    );
    assert_eq!(noted(&document), [(NoteCode::PageNumber, "— 1 —"), (NoteCode::PageNumber, "— 2 —")]);
    let Block::Paragraph(broken) = &document.blocks[3] else { panic!() };
    let places: Vec<String> = broken.text.runs().iter().map(|run| run.place.to_string()).collect();
    assert_eq!(places, ["page 1 paragraph 4", "page 2 paragraph 4"]);
}

#[test]
fn the_order_of_drawing_does_not_matter() {
    let mut pages = notice();
    pages.iter_mut().for_each(|page| page.glyphs.reverse());
    assert_eq!(read(pages), read(notice()));
}

#[test]
fn spaces_stand_between_words_and_where_pieces_are_set_apart() {
    let words = page(1).write(75.0, 60.0, 10.0, "Government").write(130.0, 60.0, 10.0, "Work");
    assert_eq!(printed(&read(vec![words])), ["^Government Work"]);
    let pieces = page(1).write(75.0, 60.0, 10.0, "签发人：张三").write(300.0, 60.0, 10.0, "电话：123");
    assert_eq!(printed(&read(vec![pieces])), ["^签发人：张三 电话：123"]);
    let spread = page(1).write(75.0, 60.0, 10.0, "通").write(95.0, 60.0, 10.0, "知");
    assert_eq!(printed(&read(vec![spread])), ["^通知"]);
    let padded = page(1).write(75.0, 60.0, 10.0, "\u{3000}\u{3000}通知 \u{A0}");
    assert_eq!(printed(&read(vec![padded])), ["^通知"]);
}

#[test]
fn a_raised_character_stays_on_its_line() {
    let raised =
        page(1).write(75.0, 60.0, 10.0, "占地3000").write(115.0, 57.0, 6.0, "2").write(118.0, 60.0, 10.0, "米");
    assert_eq!(printed(&read(vec![raised])), ["^占地30002米"]);
}

#[test]
fn a_cell_joins_the_lines_that_fill_it_and_keeps_the_others_apart() {
    let table = page(1)
        .rule(&[30.0, 110.0, 220.0, 300.0], &[50.0, 80.0, 160.0])
        .write(35.0, 60.0, 10.0, "任务")
        .write(115.0, 60.0, 10.0, "要求")
        .write(225.0, 60.0, 10.0, "单位")
        .write_lines(35.0, 90.0, 10.0, &["推进决策", "公开"])
        .write_lines(115.0, 90.0, 10.0, &["按照“应公开尽公开”", "，加强Open Data", "sharing落实。"])
        .write_lines(225.0, 90.0, 10.0, &["人事科", "许可服务科"]);
    assert_eq!(
        printed(&read(vec![table])),
        ["任务|要求|单位", "推进决策\n公开|按照“应公开尽公开”，加强Open Data sharing落实。|人事科\n许可服务科"]
    );
    let narrow = page(1)
        .rule(&[50.0, 70.0, 130.0], &[50.0, 100.0])
        .write_lines(55.0, 55.0, 10.0, &["序", "号"])
        .write(75.0, 55.0, 10.0, "任务");
    assert_eq!(printed(&read(vec![narrow])), ["序号|任务"]);
}

#[test]
fn a_missing_line_makes_a_merged_cell() {
    let mut table = page(1)
        .rule(&[50.0, 150.0, 300.0], &[50.0, 80.0, 110.0, 140.0])
        .write(55.0, 60.0, 10.0, "一、总体要求")
        .write(55.0, 100.0, 10.0, "推进公开")
        .write(155.0, 90.0, 10.0, "发布信息")
        .write(155.0, 120.0, 10.0, "回应关切");
    table.rulings.retain(|line| !(line.top == 110.0 && line.left == 50.0) && line.left != 150.0);
    table.rulings.push(super::Ruling { left: 150.0, top: 110.0, right: 300.0, bottom: 110.0 });
    table.rulings.push(super::Ruling { left: 150.0, top: 80.0, right: 150.0, bottom: 140.0 });
    let document = read(vec![table]);
    assert_eq!(printed(&document), ["一、总体要求|<", "推进公开|发布信息", "<|回应关切"]);
    let Block::Table(table) = &document.blocks[0] else { panic!() };
    assert!(table.shows_merges && table.rows[1].cells[0].row_span == 2);
    assert_eq!(table.rows[2].cells[1].text.place(0..3).unwrap().to_string(), "page 1 table 1 row 3 column 2");
}

/// The first page of a table, whose last row has these cells, and its next page, whose first row has those.
fn over_two_pages(last: [&[&str]; 3], first: [&[&str]; 3]) -> Vec<Page> {
    let columns = [50.0, 110.0, 220.0, 300.0];
    let written = |page: Page, top: f64, cells: [&[&str]; 3]| {
        cells.iter().zip(columns).fold(page, |page, (lines, left)| page.write_lines(left + 5.0, top, 10.0, lines))
    };
    let header: [&[&str]; 3] = [&["任务"], &["要求"], &["单位"]];
    let one = written(page(1).rule(&columns, &[700.0, 720.0, 740.0, 800.0]), 705.0, header);
    let one = written(one, 725.0, [&["推进公开"], &["发布信息。"], &["办公室"]]);
    let two = written(page(2).rule(&columns, &[50.0, 70.0, 130.0, 150.0]), 55.0, header);
    let two = written(two, 135.0, [&["健全机制"], &["定期调度。"], &["督查室"]]);
    vec![written(one, 745.0, last), written(two, 75.0, first)]
}

#[test]
fn a_row_split_by_a_page_break_is_one() {
    let last: [&[&str]; 3] = [&["回应关切"], &["对群众关心的热点问题", "要及时发出权威声音并"], &["宣传科"]];
    let document = read(over_two_pages(last, [&[], &["主动回应。"], &[]]));
    assert_eq!(
        printed(&document),
        [
            "任务|要求|单位",
            "推进公开|发布信息。|办公室",
            "回应关切|对群众关心的热点问题要及时发出权威声音并主动回应。|宣传科",
            "健全机制|定期调度。|督查室"
        ]
    );
    assert_eq!(noted(&document), [(NoteCode::RepeatedHeader, "任务\t要求\t单位"), (NoteCode::JoinedRow, "主动回应。")]);
    let Block::Table(table) = &document.blocks[0] else { panic!() };
    let places: Vec<String> = table.rows[2].cells[1].text.runs().iter().map(|run| run.place.to_string()).collect();
    assert_eq!(places, ["page 1 table 1 row 3 column 2", "page 2 table 1 row 3 column 2"]);
}

#[test]
fn rows_that_only_look_alike_stay_apart() {
    let full: [&[&str]; 3] = [&["回应关切"], &["对群众关心的热点问题", "要及时发出权威声音。"], &["宣传科"]];
    let document = read(over_two_pages(full, [&["跟踪问效"], &["主动回应。"], &["宣传科"]]));
    assert_eq!(printed(&document).len(), 5);
    // A merged cell goes on where the rest of it is blank: the row is one of its own.
    let document = read(over_two_pages(full, [&[], &["主动回应。"], &["办公室"]]));
    assert_eq!(printed(&document)[3], "<|主动回应。|办公室");
    // A column that holds blank cells elsewhere has one more.
    let blank: [&[&str]; 3] = [&[], &["对群众关心的热点问题", "要及时发出权威声音。"], &["宣传科"]];
    let document = read(over_two_pages(blank, [&[], &["主动回应。"], &["办公室"]]));
    assert_eq!(printed(&document)[3], "|主动回应。|办公室");
}

#[test]
fn tables_of_other_columns_or_with_text_between_are_two() {
    let cells: [&[&str]; 3] = [&["一"], &["二。"], &["三"]];
    let mut pages = over_two_pages(cells, cells);
    let tables = |pages: Vec<Page>| read(pages).blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
    assert_eq!(tables(pages.clone()), 1);
    let between = pages[1].clone().write(50.0, 30.0, 10.0, "附件二");
    assert_eq!(tables(vec![pages[0].clone(), between]), 2);
    pages[1]
        .rulings
        .iter_mut()
        .filter(|line| line.left == 110.0)
        .for_each(|line| (line.left, line.right) = (140.0, 140.0));
    assert_eq!(tables(pages), 2);
}

#[test]
fn a_table_cut_by_the_page_break_is_open_below() {
    let mut table = page(1)
        .rule(&[50.0, 150.0, 300.0], &[50.0, 80.0, 140.0])
        .write(55.0, 60.0, 10.0, "任务")
        .write(155.0, 60.0, 10.0, "要求")
        .write(55.0, 90.0, 10.0, "推进公开")
        .write(155.0, 90.0, 10.0, "发布信息");
    table.rulings.retain(|line| line.top != 140.0);
    assert_eq!(printed(&read(vec![table])), ["任务|要求", "推进公开|发布信息"]);
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let left = [
        "左栏第一行文字写满整行共十五字",
        "左栏第二行文字写满整行共十五字",
        "左栏第三行文字写满整行共十五字",
        "左栏第四行文字写满整行共十五字",
    ];
    let right = [
        "右栏第一行文字写满整行共十五字",
        "右栏第二行文字写满整行共十五字",
        "右栏第三行文字写满整行共十五字",
        "右栏末行",
    ];
    let both = page(1).write_lines(60.0, 100.0, 15.0, &left).write_lines(310.0, 100.0, 15.0, &right);
    assert_eq!(printed(&read(vec![both])), ["^".to_owned() + &left.concat() + &right.concat()]);
    let table = ["序号", "任务一", "任务二", "任务三"];
    let rows = page(1).write_lines(60.0, 100.0, 15.0, &table).write_lines(310.0, 100.0, 15.0, &["时限"; 4]);
    assert_eq!(printed(&read(vec![rows])), ["^序号 时限", "任务一 时限", "任务二 时限", "任务三 时限"]);
}

#[test]
fn what_stands_on_most_pages_stands_beside_the_text() {
    let numbered = |pages: usize| -> Vec<Page> {
        let pages = (1..=pages).map(|number| {
            page(number)
                .write(400.0, 30.0, 9.0, &format!("某某县人民政府文件（第{number}期）"))
                .write(75.0, 100.0, 15.0, ["甲", "乙", "丙", "丁"][number - 1])
                .write(290.0, 800.0, 9.0, &(number + 4).to_string())
        });
        pages.collect()
    };
    let document = read(numbered(4));
    assert_eq!(printed(&document), ["^甲", "乙", "丙", "丁"]);
    let [aside] = document.asides.as_slice() else { panic!() };
    assert_eq!((aside.kind, aside.blocks.len()), (AsideKind::PageHeader, 1));
    assert_eq!(noted(&document)[0], (NoteCode::PageNumber, "5"));
    let document = read(numbered(2));
    assert_eq!(printed(&document), ["^某某县人民政府文件（第1期）", "甲", "某某县人民政府文件（第2期）", "乙"]);
    // A bare number on one page may be anything.
    assert_eq!(printed(&read(numbered(1))).last().unwrap(), "^5");
}

#[test]
fn limits_leave_out_and_note_the_rest() {
    let limits = Limits { lines: 5, ..Limits::default() };
    let document = document(notice(), Vec::new(), &limits);
    assert!(document.blocks.is_empty() && noted(&document) == [(NoteCode::LimitReached, "1")]);
    // A table beyond the limit is read as lines: nothing of it is lost.
    let table = || {
        page(1).rule(&[50.0, 150.0, 300.0], &[50.0, 80.0]).write(55.0, 60.0, 10.0, "甲").write(155.0, 60.0, 10.0, "乙")
    };
    let limits = Limits { cells: 1, ..Limits::default() };
    assert_eq!(printed(&super::document(vec![table()], Vec::new(), &limits)), ["^甲 乙"]);
    assert_eq!(printed(&read(vec![table()])), ["甲|乙"]);
}

#[test]
fn any_coordinates_are_survived() {
    let odd = [f64::NAN, f64::INFINITY, -1e300, 0.0, 1e300, 100.0];
    let mut sheet = page(1).write(75.0, 60.0, 10.0, "文字");
    for (index, at) in odd.iter().cycle().take(36).enumerate() {
        let other = odd[index / 6];
        sheet.glyphs.push(super::Glyph { text: "字".to_owned(), left: *at, top: other, right: other, bottom: *at });
        sheet.rulings.push(super::Ruling { left: *at, top: other, right: other, bottom: *at });
    }
    assert!(!read(vec![sheet, page(2)]).blocks.is_empty());
    assert_eq!(read(Vec::new()), Document::default());
}
