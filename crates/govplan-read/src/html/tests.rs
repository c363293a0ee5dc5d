use super::*;
use govplan_document::{AsideKind, Block, NoteCode};

fn document(page: &str) -> Document {
    read(page.as_bytes(), &Limits::default()).unwrap()
}

/// Paragraphs as they are, tables with `|` between cells and `^` for the rest of a merged one.
fn printed(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(paragraph.text.as_str().to_owned()),
            Block::Table(table) => lines.extend(table.rows.iter().map(|row| {
                let cell = |cell: &govplan_document::Cell| match cell.covered {
                    true => "^".to_owned(),
                    false => cell.text.as_str().replace('\n', "/"),
                };
                row.cells.iter().map(cell).collect::<Vec<_>>().join("|")
            })),
            _ => {}
        }
    }
    lines
}

#[test]
fn paragraphs_stand_where_the_page_breaks() {
    let page = "<h2>工作\n方案</h2><div>一、<b>加强</b>领导<br>　　各单位要落实。<p>Word 97 文件&nbsp;</p></div><ol start=3><li>甲<li>乙</ol>";
    assert_eq!(
        printed(&document(page).blocks),
        ["工作方案", "一、加强领导", "各单位要落实。", "Word 97 文件", "3.甲", "4.乙"]
    );
    let Block::Paragraph(title) = &document(page).blocks[0] else { panic!() };
    assert_eq!((title.heading, title.text.place(0..3).unwrap().to_string()), (Some(2), "paragraph 1".to_owned()));
}

#[test]
fn spans_make_an_exact_grid() {
    let page = "<table><tr><td rowspan=2>序号<td rowspan=2>任务<th colspan=2>责任单位</tr><tr><td>牵头<td>配合</tr>\
                <tr><td>1<td><p>修订</p><p>办法</p><td rowspan=1000000000>办公室<td colspan=99999999>各科室</tr><tr><td>2<td>公开</table>";
    let limits = Limits { columns: 4, ..Limits::default() };
    let grid = printed(&read(page.as_bytes(), &limits).unwrap().blocks);
    assert_eq!(grid, ["序号|任务|责任单位|^", "^|^|牵头|配合", "1|修订/办法|办公室|各科室", "2|公开|^"]);
}

#[test]
fn tables_for_layout_dissolve_and_inner_tables_are_lines_of_their_cell() {
    let layout =
        "<table><tr><td><table><tr><td>工作任务<td>责任单位</tr><tr><td>修订办法<td>办公室</table><p>说明</p></table>";
    assert_eq!(printed(&document(layout).blocks), ["工作任务|责任单位", "修订办法|办公室", "说明"]);
    let inner = "<table><tr><td>工作任务内容详细说明<td>责任单位</tr><tr><td>修订<table><tr><td>甲<td>乙</table><td>办公室</table>";
    assert_eq!(printed(&document(inner).blocks), ["工作任务内容详细说明|责任单位", "修订/甲/乙|办公室"]);
}

#[test]
fn menus_and_footers_stand_apart_from_the_article() {
    let page = "<body><ul><li><a href=/>首页</a><li><a href=/zw>政务</a></ul><table><tr><td>索引号<td>000014349</tr><tr><td>发文机关<td>国务院办公厅</table>\
                <h1>关于某事的通知</h1><div class='TRS_Editor a'><p>一、加强领导，各单位要认真落实各项任务，按时完成，确保取得实效。</p></div><p>版权所有</p></body>";
    let document = document(page);
    assert_eq!(
        printed(&document.blocks),
        [
            "索引号|000014349",
            "发文机关|国务院办公厅",
            "关于某事的通知",
            "一、加强领导，各单位要认真落实各项任务，按时完成，确保取得实效。"
        ]
    );
    assert_eq!(document.asides[0].kind, AsideKind::Navigation);
    assert_eq!(printed(&document.asides[0].blocks), ["首页", "政务", "版权所有"]);
}

#[test]
fn hidden_text_is_noted_and_scripts_are_nothing() {
    let document = document("<p>甲<script>x('乙')</script></p><p style='display: none'>丙</p><!-- 丁 -->");
    assert_eq!(printed(&document.blocks), ["甲"]);
    assert_eq!((document.notes[0].code, document.notes[0].found.as_str()), (NoteCode::HiddenContent, "丙"));
}

#[test]
fn the_declared_encoding_counts_where_it_fits() {
    let page = "<meta http-equiv=Content-Type content='text/html; charset=gb2312'><p>二〇二〇年，各镇（街）镕基</p>";
    let bytes = encoding_rs::GB18030.encode(page).0.into_owned();
    let read_as = |bytes: &[u8]| {
        let document = read(bytes, &Limits::default()).unwrap();
        (printed(&document.blocks), document.source.unwrap().encoding.unwrap())
    };
    assert_eq!(read_as(&bytes), (vec!["二〇二〇年，各镇（街）镕基".to_owned()], "GBK".to_owned()));
    assert_eq!(read_as(page.as_bytes()).1, "UTF-8");
}

#[test]
fn depth_without_bound_is_cut() {
    for deep in ["<div>", "<table><tr><td>", "<b>"] {
        let page = format!("<p>甲</p>{}乙", deep.repeat(100_000));
        let document = document(&page);
        assert_eq!(printed(&document.blocks)[0], "甲");
        assert!(document.notes.iter().any(|note| note.code == NoteCode::LimitReached), "{deep}");
    }
}
