//! Insertions and deletions that nobody accepted yet.

use super::fixture::{document, lines, notes, p, shown, tbl, tr};
use govplan_document::NoteCode;

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn deleted(text: &str) -> String {
    format!("<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>")
}

/// A paragraph whose mark is deleted.
fn joined(runs: &str) -> String {
    format!("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{runs}</w:p>")
}

#[test]
fn the_text_reads_as_if_all_were_accepted() {
    let body = format!(
        "<w:p>{}<w:ins>{}</w:ins>{}<w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>",
        run("10月"),
        run("底前"),
        deleted("上旬"),
        run("乙"),
        run("丙")
    );
    let document = document(&body);
    assert_eq!(shown(&document.blocks), ["10月底前丙"]);
    assert_eq!(notes(&document), [(NoteCode::TrackedChanges, "4")]);
}

#[test]
fn what_a_property_was_before_is_no_property() {
    let body = "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr>\
        <w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>";
    let document = document(body);
    assert_eq!((shown(&document.blocks), notes(&document)), (vec!["甲".to_owned()], vec![]));
}

#[test]
fn a_deleted_mark_joins_two_paragraphs() {
    assert_eq!(
        lines(&(joined(&run("加强")) + &joined(&run("组织")) + &p("领导") + &p("督查"))),
        ["加强组织领导", "督查"]
    );
    assert_eq!(lines(&(joined(&deleted("删去的段落")) + &p("领导"))), ["领导"]);
    assert_eq!(lines(&joined(&run("末段"))), ["末段"]);
    assert_eq!(lines(&(joined(&run("甲")) + &tbl(&[tr(&["乙", "丙"])]) + &p("丁"))), ["甲", "|乙|丙|", "丁"]);
}

#[test]
fn deleted_rows_and_cells_are_left_out() {
    let row = |mark: &str, cells: &[&str]| {
        tr(cells).replace("<w:tr>", &format!("<w:tr><w:trPr><w:{mark} w:id=\"1\"/></w:trPr>"))
    };
    let rows = [tr(&["甲", "乙"]), row("del", &["丙", "丁"]), row("ins", &["戊", "<w:cellDel/>|己", "庚"])];
    let document = document(&tbl(&rows));
    assert_eq!(shown(&document.blocks), ["|甲|乙|", "|戊|庚|"]);
    assert_eq!(notes(&document), [(NoteCode::TrackedChanges, "3")]);
    assert!(lines(&tbl(&[row("del", &["丙", "丁"])])).is_empty());
}
