//! Budgets of work.

use super::fixture::{docx_with, notes, p, shown, tbl, tr};
use govplan_document::{Document, NoteCode, Place};
use govplan_read::{Limits, Options, ReadError, read};

fn limited(body: &str, limits: Limits) -> Document {
    read(&docx_with(body, &[]), &Options { limits, ..Options::default() }).unwrap()
}

#[test]
fn paragraphs_beyond_the_limit_are_left_out() {
    let document = limited(&p("甲").repeat(5), Limits { lines: 2, ..Limits::default() });
    assert_eq!(shown(&document.blocks), ["甲", "甲"]);
    assert_eq!(notes(&document), [(NoteCode::LimitReached, "2")]);
    assert_eq!(document.notes[0].place, Some(Place::in_paragraph(2)));
    assert!(limited(&p("甲").repeat(2), Limits { lines: 2, ..Limits::default() }).notes.is_empty());
}

#[test]
fn cells_beyond_the_limit_are_left_out() {
    let table = tbl(&[tr(&["甲", "乙"]), tr(&["丙", "丁"])]);
    let document = limited(&table.repeat(2), Limits { cells: 6, ..Limits::default() });
    assert_eq!(notes(&document).len(), 1);
    assert_eq!(notes(&document)[0], (NoteCode::LimitReached, "6"));
    assert_eq!(shown(&document.blocks)[..2], ["|甲|乙|", "|丙|丁|"]);
}

#[test]
fn the_rest_of_a_long_row_stands_in_its_last_cell() {
    let document =
        limited(&tbl(&[tr(&["甲", "乙", "丙", "丁"]), tr(&["戊", "己"])]), Limits { columns: 2, ..Limits::default() });
    assert_eq!(shown(&document.blocks), ["|甲|乙\n丙\n丁|", "|戊|己|"]);
    assert_eq!(notes(&document), [(NoteCode::LongRow, "2")]);
}

#[test]
fn spans_beyond_all_bounds_cost_no_more_than_the_limits() {
    let wide = "<w:gridSpan w:val=\"4000000000\"/>|甲";
    let before = tr(&["丙", "丁"]).replace("<w:tr>", "<w:tr><w:trPr><w:gridBefore w:val=\"99999999999\"/></w:trPr>");
    let document = limited(&tbl(&[tr(&[wide, "乙"]), before]), Limits { columns: 3, ..Limits::default() });
    assert_eq!(shown(&document.blocks), ["|甲\n乙|^|^|", "|||丙\n丁|"]);
}

#[test]
fn tables_nested_without_end_are_cut() {
    let open = "<w:tbl><w:tr><w:tc>";
    let deep = format!("{}{}{}", p("甲") + &open.repeat(10_000), p("乙"), "</w:tc></w:tr></w:tbl>".repeat(10_000));
    let document = limited(&(deep + &p("丙")), Limits::default());
    assert_eq!(shown(&document.blocks), ["甲", "丙"]);
    assert_eq!(notes(&document), [(NoteCode::LimitReached, "256")]);
    let level = |inner: String| tbl(&[format!("<w:tr><w:tc>{}{inner}</w:tc><w:tc>{}</w:tc></w:tr>", p("甲"), p("乙"))]);
    let nested = (0..2000).fold(String::new(), |inner, _| level(inner));
    let document = limited(&nested, Limits { depth: usize::MAX, ..Limits::default() });
    assert_eq!(shown(&document.blocks).len(), 1);
}

#[test]
fn parts_that_unpack_to_more_than_the_limit_are_refused() {
    let bytes = docx_with(&p("甲").repeat(1000), &[]);
    let limits = Limits { unpacked_bytes: 1000, ..Limits::default() };
    let refused = read(&bytes, &Options { limits, ..Options::default() });
    assert_eq!(refused, Err(ReadError::UnpacksTooLarge { allowed: 1000 }));
    let body = p("甲").replace("<w:p>", "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr>");
    let styles = " ".repeat(5000);
    let limits = Limits { unpacked_bytes: 4000, ..Limits::default() };
    let refused = read(&docx_with(&body, &[("word/styles.xml", &styles)]), &Options { limits, ..Options::default() });
    assert_eq!(refused, Err(ReadError::UnpacksTooLarge { allowed: 4000 }));
}

#[test]
fn headers_without_end_are_cut() {
    let names: Vec<String> = (0..1001).map(|number| format!("word/{number}.xml")).collect();
    let related = names.iter().map(|name| format!("<Relationship Type=\"a/header\" Target=\"/{name}\"/>"));
    let related = format!("<Relationships>{}</Relationships>", related.collect::<String>());
    let header = format!("<w:hdr>{}</w:hdr>", p("页眉"));
    let mut parts = vec![("word/_rels/document.xml.rels", related.as_str())];
    parts.extend(names.iter().map(|name| (name.as_str(), header.as_str())));
    let document = read(&docx_with(&p("甲"), &parts), &Options::default()).unwrap();
    assert_eq!((document.asides.len(), notes(&document)), (1000, vec![(NoteCode::LimitReached, "1000")]));
}
