//! Damaged documents.

use super::fixture::{archive, docx_with, main_part, notes, p, shown, tbl, tr};
use govplan_document::{Document, NoteCode};
use govplan_read::{Format, Limits, Options, ReadError, read};
use proptest::prelude::*;

fn as_docx(bytes: &[u8]) -> Result<Document, ReadError> {
    read(bytes, &Options { format: Some(Format::Docx), ..Options::default() })
}

#[test]
fn broken_xml_is_read_as_far_as_it_goes() {
    let main = main_part(&(p("甲") + &tbl(&[tr(&["乙", "丙"]), tr(&["丁", "戊"])])));
    let (cut, _) = main.split_once("戊").unwrap();
    let document = as_docx(&archive(&[("word/document.xml", cut)])).unwrap();
    assert_eq!(shown(&document.blocks), ["甲", "|乙|丙|", "|丁||"]);
    assert_eq!(notes(&document), [(NoteCode::DamagedPart, "word/document.xml")]);
}

#[test]
fn a_broken_part_beside_the_text_is_noted() {
    let related = r#"<Relationships><Relationship Type="a/header" Target="header1.xml"/>
        <Relationship Type="a/footer" Target="footer1.xml"/></Relationships>"#;
    let header = format!("<w:hdr>{}<w:p></w:hdr>", p("内部资料"));
    let parts = [("word/_rels/document.xml.rels", related), ("word/header1.xml", header.as_str())];
    let document = as_docx(&docx_with(&p("甲"), &parts)).unwrap();
    assert_eq!(
        (shown(&document.blocks), shown(&document.asides[0].blocks)),
        (vec!["甲".into()], vec!["内部资料".into()])
    );
    assert_eq!(notes(&document), ["word/header1.xml", "word/footer1.xml"].map(|part| (NoteCode::DamagedPart, part)));
}

#[test]
fn without_a_main_part_there_is_no_document() {
    for bytes in [archive(&[("word/styles.xml", "<w:styles/>")]), b"PK\x03\x04".to_vec(), vec![0; 99]] {
        assert!(matches!(as_docx(&bytes), Err(ReadError::Damaged { format: Format::Docx, .. })));
    }
    let flat = read(b"<?xml version='1.0'?><pkg:package/>", &Options::default());
    assert!(matches!(flat, Err(ReadError::Damaged { format: Format::FlatOpc, .. })));
}

#[test]
fn a_document_cut_or_changed_anywhere_is_read_or_refused() {
    let body = p("甲") + &tbl(&[tr(&["<w:vMerge w:val=\"restart\"/>|乙", "丙"]), tr(&["<w:vMerge/>|", "丁"])]);
    let bytes = docx_with(&body, &[("word/styles.xml", "<w:styles/>")]);
    let main = main_part(&body);
    for index in 0..bytes.len() {
        let _refused_or_read = as_docx(&bytes[..index]).is_ok();
        let mut changed = bytes.clone();
        changed[index] ^= 0x15;
        let _refused_or_read = as_docx(&changed).is_ok();
    }
    for (index, _) in main.char_indices() {
        for format in [Format::WordXml, Format::FlatOpc] {
            let options = Options { format: Some(format), ..Options::default() };
            let _refused_or_read = read(&main.as_bytes()[index..], &options).is_ok();
        }
    }
}

/// Elements that hold others.
const ELEMENTS: &[&str] = &[
    "w:p",
    "w:r",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:ins",
    "w:txbxContent",
    "mc:AlternateContent",
    "mc:Choice",
    "mc:Fallback",
    "w:footnote",
    "w:pPr",
    "w:rPr",
    "w:trPr",
    "w:tcPr",
    "w:numPr",
    "w:styles",
    "w:lists",
    "w:list",
    "w:listDef",
    "w:lvl",
];

/// Elements that hold none.
const LEAVES: &[&str] = &[
    "<w:t>甲</w:t>",
    "<w:br/>",
    "<w:vMerge/>",
    "<w:vMerge w:val=\"restart\"/>",
    "<w:hMerge/>",
    "<w:vanish/>",
    "<w:del/>",
    "<w:hMerge w:val=\"restart\"/>",
    "<w:gridSpan w:val=\"3\"/>",
    "<w:gridBefore w:val=\"2\"/>",
    "<w:cellDel/>",
    "<w:gridAfter w:val=\"9\"/>",
    "<w:numId w:val=\"1\"/>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:ilst w:val=\"0\"/>",
    "<w:fldChar w:fldCharType=\"separate\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:lvlText w:val=\"%1\"/>",
    "<w:tcPr><w:vMerge/></w:tcPr>",
    "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>",
    "<w:p><w:r><w:t>乙</w:t></w:r></w:p>",
];

proptest! {
    #[test]
    fn elements_in_any_order_are_read(
        steps in prop::collection::vec((0_usize..4, any::<prop::sample::Index>()), 0..80),
        columns in 0_usize..4,
        cells in 0_usize..20,
        depth in 0_usize..12,
    ) {
        let (mut body, mut open) = (String::new(), Vec::new());
        for (step, index) in steps {
            match (step, open.last().copied()) {
                (0 | 1, _) => {
                    let element = *index.get::<&str>(ELEMENTS);
                    body.push_str(&format!("<{element}>"));
                    open.push(element);
                }
                (2, _) => body.push_str(index.get::<&str>(LEAVES)),
                (_, Some(element)) => {
                    body.push_str(&format!("</{element}>"));
                    open.pop();
                }
                _ => {}
            }
        }
        open.reverse();
        body.extend(open.iter().map(|element| format!("</{element}>")));
        let limits = Limits { columns, cells, depth, ..Limits::default() };
        let options = Options { format: Some(Format::WordXml), limits, ..Options::default() };
        let document = read(main_part(&body).as_bytes(), &options).unwrap();
        prop_assert!(document.notes.iter().all(|note| note.code != NoteCode::DamagedPart), "{body}");
        prop_assert_eq!(read(main_part(&body).as_bytes(), &options).unwrap(), document);
    }
}
