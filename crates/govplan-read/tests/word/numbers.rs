//! Automatic numbers.

use super::fixture::{document_with, notes, p, shown, tbl};
use govplan_document::NoteCode;

const NUMBERING: &str = r#"<w:numbering>
    <w:abstractNum w:abstractNumId="0">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="S"/><w:suff w:val="space"/>
            <w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>
    <w:abstractNum w:abstractNumId="2"><w:styleLink w:val="L"/>
        <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/></w:lvl>
    </w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    </w:numbering>"#;

const STYLES: &str = r#"<w:styles><w:style w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId="B"><w:basedOn w:val="S"/></w:style>
    <w:style w:styleId="N"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#;

/// A paragraph with properties.
fn with(properties: &str, text: &str) -> String {
    p(text).replace("<w:p>", &format!("<w:p><w:pPr>{properties}</w:pPr>"))
}

/// A paragraph of a list, at a level.
fn item(list: i64, level: usize, text: &str) -> String {
    with(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), text)
}

fn numbered(body: &[String]) -> Vec<String> {
    let parts = [("word/numbering.xml", NUMBERING), ("word/styles.xml", STYLES)];
    shown(&document_with(&body.concat(), &parts).blocks)
}

#[test]
fn automatic_and_typed_numbers_stand_side_by_side() {
    let body =
        [item(1, 0, "总体要求"), p("二、主要任务"), item(1, 1, "加强领导"), item(1, 2, "成立专班"), p("2.定期会商")];
    assert_eq!(numbered(&body), ["一、总体要求", "二、主要任务", "（一）加强领导", "1.成立专班", "2.定期会商"]);
}

#[test]
fn numbers_come_from_styles_too() {
    let style = |style: &str, text| with(&format!("<w:pStyle w:val=\"{style}\"/>"), text);
    assert_eq!(
        numbered(&[style("S", "甲"), style("B", "乙"), style("N", "丙"), style("S", "丁")]),
        ["1.甲", "2.乙", "（一）丙", "1.丁"]
    );
    let off = with("<w:pStyle w:val=\"S\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "无");
    let level = with("<w:pStyle w:val=\"S\"/><w:numPr><w:ilvl w:val=\"1\"/></w:numPr>", "层");
    assert_eq!(numbered(&[off, level]), ["无", "（一）层"]);
}

#[test]
fn a_list_may_be_defined_by_a_list_style() {
    assert_eq!(numbered(&[item(2, 0, "甲"), item(2, 0, "乙")]), ["③ 甲", "④ 乙"]);
}

#[test]
fn empty_paragraphs_count_and_hidden_and_deleted_ones_do_not() {
    let hidden = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr>\
        <w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>";
    let deleted = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>";
    let row = format!("<w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr>", item(1, 0, "删"));
    let body = [item(1, 0, "甲"), item(1, 0, ""), hidden.into(), deleted.into(), tbl(&[row]), item(1, 0, "乙")];
    assert_eq!(numbered(&body), ["一、甲", "三、乙"]);
}

#[test]
fn cells_are_numbered_as_paragraphs_are() {
    let row =
        |text| format!("<w:tr><w:tc>{}{}</w:tc><w:tc>{}</w:tc></w:tr>", item(1, 2, text), item(1, 2, "又"), p("乙"));
    assert_eq!(numbered(&[tbl(&[row("甲"), row("丙")])]), ["|1.甲\n2.又|乙|", "|3.丙\n4.又|乙|"]);
}

#[test]
fn a_cell_may_hold_a_number_alone_and_a_covered_one_holds_none() {
    let row = |merge: &str, text| {
        let number = item(1, 2, "");
        format!("<w:tr><w:tc><w:tcPr>{merge}</w:tcPr>{number}</w:tc><w:tc>{}</w:tc></w:tr>", p(text))
    };
    let rows = [row("<w:vMerge w:val=\"restart\"/>", "甲"), row("<w:vMerge/>", "乙"), row("", "丙")];
    assert_eq!(numbered(&[tbl(&rows)]), ["|1.|甲|", "|^|乙|", "|2.|丙|"]);
}

#[test]
fn a_number_stands_before_the_first_line() {
    let body = item(1, 0, "总体</w:t><w:br/><w:t>要求");
    assert_eq!(numbered(&[body]), ["一、总体", "要求"]);
}

#[test]
fn missing_lists_and_styles_are_noted_where_they_are_needed() {
    let body = with("<w:pStyle w:val=\"S\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr>", "甲");
    let document = document_with(&body.repeat(2), &[]);
    assert_eq!(shown(&document.blocks), ["甲", "甲"]);
    let missing = ["word/styles.xml", "word/numbering.xml"].map(|part| (NoteCode::DamagedPart, part));
    assert_eq!(notes(&document), missing);
    assert!(document_with(&p("甲"), &[]).notes.is_empty());
}

#[test]
fn numbers_of_headers_and_notes_are_their_own() {
    let header = format!("<w:hdr>{}</w:hdr>", item(1, 0, "页眉"));
    let related = r#"<Relationships><Relationship Type="x/header" Target="header1.xml"/></Relationships>"#;
    let parts = [
        ("word/numbering.xml", NUMBERING),
        ("word/header1.xml", header.as_str()),
        ("word/_rels/document.xml.rels", related),
    ];
    let document = document_with(&item(1, 0, "甲"), &parts);
    assert_eq!(shown(&document.blocks), ["一、甲"]);
    assert_eq!(shown(&document.asides[0].blocks), ["一、页眉"]);
}
