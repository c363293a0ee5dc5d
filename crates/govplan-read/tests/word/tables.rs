//! Tables.

use super::fixture::{document, lines, notes, p, tbl, tr};
use govplan_document::{Block, NoteCode};

const RESTART: &str = "<w:vMerge w:val=\"restart\"/>|";
const CONTINUE: &str = "<w:vMerge/>|";

#[test]
fn merged_cells_cover_the_rest_of_their_rectangle() {
    let rows = [
        tr(&[&format!("{RESTART}序号"), "<w:gridSpan w:val=\"2\"/>|责任清单"]),
        tr(&[CONTINUE, "责任领导", "责任人"]),
        tr(&["1", &format!("<w:gridSpan w:val=\"2\"/>{RESTART}张三")]),
        tr(&["2", &format!("<w:gridSpan w:val=\"2\"/>{CONTINUE}")]),
    ];
    let document = document(&tbl(&rows));
    let Some(Block::Table(table)) = document.blocks.first() else { panic!() };
    let number = &table.rows[0].cells[0];
    assert_eq!((number.row_span, number.column_span), (2, 1));
    let name = &table.rows[2].cells[1];
    assert_eq!((name.row_span, name.column_span), (2, 2));
    assert_eq!(lines(&tbl(&rows)), ["|序号|责任清单|^|", "|^|责任领导|责任人|", "|1|张三|^|", "|2|^|^|"]);
}

#[test]
fn columns_without_cells_stand_at_either_end_of_a_row() {
    let shifted =
        tr(&["乙"]).replace("<w:tr>", "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>");
    assert_eq!(lines(&tbl(&[tr(&["甲", "", "丙"]), shifted])), ["|甲||丙|", "||乙||"]);
}

#[test]
fn old_horizontal_merges_are_read() {
    let rows =
        [tr(&["<w:hMerge w:val=\"restart\"/>|责任单位", "<w:hMerge/>|", "时限"]), tr(&["牵头", "配合", "年底前"])];
    assert_eq!(lines(&tbl(&rows)), ["|责任单位|^|时限|", "|牵头|配合|年底前|"]);
}

#[test]
fn what_a_covered_cell_holds_is_hidden() {
    let document = document(&tbl(&[tr(&[&format!("{RESTART}甲"), "乙"]), tr(&[&format!("{CONTINUE}甲"), "丙"])]));
    assert_eq!(notes(&document), [(NoteCode::HiddenContent, "甲")]);
}

#[test]
fn the_paragraphs_and_lines_of_a_cell_are_its_lines() {
    let cell = p("1.理论学习") + &p(" ") + "<w:p><w:r><w:t>2.例会</w:t><w:br/><w:t>培训</w:t></w:r></w:p>";
    assert_eq!(
        lines(&tbl(&[format!("<w:tr><w:tc>{cell}</w:tc><w:tc>{}</w:tc></w:tr>", p("乙"))])),
        ["|1.理论学习\n2.例会\n培训|乙|"]
    );
}

#[test]
fn a_table_in_a_cell_is_lines_of_that_cell() {
    let inner = tbl(&[tr(&["牵头", "县教育局"]), tr(&["配合", "各镇"])]);
    let outer = tbl(&[format!("<w:tr><w:tc>{}{inner}{}</w:tc><w:tc>{}</w:tc></w:tr>", p("单位"), p(""), p("乙"))]);
    assert_eq!(lines(&outer), ["|单位\n牵头\t县教育局\n配合\t各镇|乙|"]);
}

#[test]
fn a_table_that_only_lays_out_is_what_stands_in_it() {
    let inner = tbl(&[tr(&["任务", "单位"]), tr(&["公开", "办公室"])]);
    let layout =
        tbl(&[format!("<w:tr><w:tc>{}{inner}</w:tc><w:tc>{}</w:tc></w:tr>", p("工作方案"), p("")), tr(&["", ""])]);
    assert_eq!(lines(&(layout + &p("附件"))), ["工作方案", "|任务|单位|", "|公开|办公室|", "附件"]);
    assert!(lines(&tbl(&[tr(&["", ""])])).is_empty());
    assert_eq!(lines(&tbl(&[tr(&["甲", ""]), tr(&["", "乙"])])), ["|甲||", "||乙|"]);
}

#[test]
fn rows_and_cells_in_content_controls_are_read() {
    let control = |content: String| format!("<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>");
    let cell = control(format!("<w:tc>{}</w:tc>", p("甲")));
    let row = control(format!("<w:tr>{cell}<w:tc>{}</w:tc></w:tr>", control(p("乙"))));
    assert_eq!(lines(&tbl(&[row, tr(&["丙", "丁"])])), ["|甲|乙|", "|丙|丁|"]);
}

#[test]
fn rows_and_cells_without_a_table_are_read_as_text() {
    assert_eq!(lines(&(tr(&["甲", "乙"]) + &format!("<w:tc>{}</w:tc>", p("丙")))), ["甲", "乙", "丙"]);
}
