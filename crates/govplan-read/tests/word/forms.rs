//! The forms that a Word document comes in.

use super::fixture::{archive, docx_with, main_part, p, shown};
use govplan_document::{AsideKind, Document};
use govplan_read::{Format, Options, read};

fn opened(bytes: &[u8]) -> (Document, String) {
    let document = read(bytes, &Options::default()).unwrap();
    let format = document.source.clone().unwrap().reader.unwrap();
    (document, format)
}

#[test]
fn the_properties_that_another_program_leaves_say_nothing() {
    let app = "<Properties><Application>Microsoft Office Word</Application></Properties>";
    let custom =
        "<Properties><property name=\"KSOProductBuildVer\"><vt:lpwstr>2052-12.1</vt:lpwstr></property></Properties>";
    let (document, format) =
        opened(&docx_with(&p("甲"), &[("docProps/app.xml", app), ("docProps/custom.xml", custom)]));
    assert_eq!((shown(&document.blocks), format.as_str()), (vec!["甲".to_owned()], "docx"));
    assert!(document.notes.is_empty());
}

#[test]
fn the_main_part_is_the_one_that_the_root_names() {
    let root = r#"<Relationships><Relationship Target="/word/document2.xml"
        Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/></Relationships>"#;
    let strict = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>甲</x:t>\
        </x:r></x:p></x:body></x:document>";
    let decoy = main_part(&p("旧"));
    let (document, format) = opened(&archive(&[("_rels/.rels", root), ("word/document2.xml", strict)]));
    assert_eq!((shown(&document.blocks), format.as_str()), (vec!["甲".to_owned()], "docx"));
    let (document, _) =
        opened(&archive(&[("_rels/.rels", root), ("word/document2.xml", strict), ("word/document.xml", &decoy)]));
    assert_eq!(shown(&document.blocks), ["甲"]);
    let (document, _) = opened(&archive(&[("_rels/.rels", root), ("word/document.xml", &decoy)]));
    assert_eq!(shown(&document.blocks), ["旧"]);
    let (document, _) = opened(&archive(&[("word/document.xml", &decoy)]));
    assert_eq!(shown(&document.blocks), ["旧"]);
}

#[test]
fn a_part_may_be_in_utf_16() {
    let main = main_part(&p("加强领导"));
    let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain(main.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let flat = read(&bytes, &Options { format: Some(Format::WordXml), ..Options::default() }).unwrap();
    assert_eq!(shown(&flat.blocks), ["加强领导"]);
}

#[test]
fn flat_opc_is_read_as_its_parts_are() {
    let part =
        |name: &str, xml: &str| format!("<pkg:part pkg:name=\"/{name}\"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>");
    let item = p("总体要求").replace("<w:p>", "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>");
    let main = main_part(&item);
    let main = main.split_once("?>").unwrap().1;
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
        <w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">\
        <w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let text = format!(
        "<?xml version=\"1.0\" standalone=\"yes\"?><?mso-application progid=\"Word.Document\"?>\n\
        <pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">{}{}</pkg:package>",
        part("word/document.xml", main),
        part("word/numbering.xml", numbering)
    );
    let (document, format) = opened(text.as_bytes());
    assert_eq!((shown(&document.blocks), format.as_str()), (vec!["一、总体要求".to_owned()], "flat-opc"));
}

#[test]
fn word_2003_xml_is_read_as_the_newer_formats_are() {
    let text = r#"<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
        <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xml:space="preserve"
        xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint">
        <w:docPr><w:view w:val="print"/></w:docPr><w:lists><w:listDef w:listDefId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/>
        <w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="2"><w:ilst w:val="4"/></w:list>
        </w:lists><w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:listPr><w:ilfo
        w:val="2"/></w:listPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles><w:body><wx:sect><wx:sub-section>
        <w:p><w:pPr><w:pStyle w:val="1"/><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>总体</w:t></w:r>
        <aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>要求</w:t></w:r></aml:content></aml:annotation>
        <aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>原则</w:delText></w:r></aml:content></aml:annotation>
        <aml:annotation w:type="Word.Comment"><aml:content><w:p><w:r><w:t>请核实</w:t></w:r></w:p></aml:content></aml:annotation>
        <w:r><w:footnote><w:p><w:r><w:t>见附件</w:t></w:r></w:p></w:footnote></w:r></w:p>
        <w:p><w:pPr><w:sectPr><w:ftr w:type="odd"><w:p><w:r><w:t>页脚</w:t></w:r></w:p></w:ftr></w:sectPr></w:pPr></w:p>
        <w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>
        <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc>
        <w:tc><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:tc></w:tr></w:tbl></wx:sub-section>
        <w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>"#;
    let (document, format) = opened(text.as_bytes());
    assert_eq!(format, "word-xml");
    assert_eq!(shown(&document.blocks), ["#一、总体要求", "|甲|乙|^|", "|^|丙|丁|"]);
    let asides: Vec<_> = document.asides.iter().map(|aside| (aside.kind, shown(&aside.blocks).concat())).collect();
    let expected = [
        (AsideKind::Comment, "请核实"),
        (AsideKind::Note, "见附件"),
        (AsideKind::PageFooter, "页脚"),
        (AsideKind::PageHeader, "页眉"),
    ];
    assert_eq!(asides, expected.map(|(kind, text)| (kind, text.to_owned())));
}
