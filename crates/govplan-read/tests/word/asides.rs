//! What stands beside the text.

use super::fixture::{document_with, p, shown};
use govplan_document::{AsideKind, Document};

const RELATED: &str = r#"<Relationships><Relationship Type="a/header" Target="header1.xml"/>
    <Relationship Type="a/header" Target="/word/header2.xml"/><Relationship Type="a/footer" Target="footer1.xml"/>
    <Relationship Type="a/footnotes" Target="footnotes.xml"/><Relationship Type="a/endnotes" Target="endnotes.xml"/>
    <Relationship Type="a/comments" Target="comments.xml"/><Relationship Type="a/styles" Target="s/styles.xml"/>
    </Relationships>"#;

fn asides(document: &Document) -> Vec<(AsideKind, String)> {
    document.asides.iter().map(|aside| (aside.kind, shown(&aside.blocks).join(" "))).collect()
}

#[test]
fn headers_notes_and_comments_stand_beside_the_text() {
    let part = |root: &str, content: &str| format!("<w:{root}>{content}</w:{root}>");
    let note = |id: &str, content: &str| format!("<w:footnote {id}>{}</w:footnote>", p(content));
    let header = part("hdr", &p("内部资料"));
    let empty = part("hdr", &p(""));
    let footer = part("ftr", &p("— 1 —"));
    let footnotes = part("footnotes", &(note("w:type=\"separator\"", "线") + &note("w:id=\"1\"", "见附件")));
    let endnotes = part("endnotes", &format!("<w:endnote>{}</w:endnote>", p("完")));
    let comments = part("comments", &format!("<w:comment w:author=\"李四\">{}</w:comment>", p("请核实")));
    let body = "<w:p><w:commentRangeStart w:id=\"1\"/><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>";
    let document = document_with(
        body,
        &[
            ("word/_rels/document.xml.rels", RELATED),
            ("word/header1.xml", &header),
            ("word/header2.xml", &empty),
            ("word/footer1.xml", &footer),
            ("word/footnotes.xml", &footnotes),
            ("word/endnotes.xml", &endnotes),
            ("word/comments.xml", &comments),
        ],
    );
    assert_eq!(shown(&document.blocks), ["正文"]);
    let expected = [
        (AsideKind::PageHeader, "内部资料"),
        (AsideKind::PageFooter, "— 1 —"),
        (AsideKind::Note, "见附件"),
        (AsideKind::Note, "完"),
        (AsideKind::Comment, "请核实"),
    ];
    assert_eq!(asides(&document), expected.map(|(kind, text)| (kind, text.to_owned())));
    assert!(document.notes.is_empty());
}

#[test]
fn a_table_of_contents_is_navigation() {
    let styles = r#"<w:styles><w:style w:styleId="10"><w:name w:val="toc 1"/></w:style>
        <w:style w:styleId="TOC"><w:name w:val="TOC Heading"/></w:style></w:styles>"#;
    let line = |style: &str, text: &str| {
        p(text).replace("<w:p>", &format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"))
    };
    let entry = line("10", "一、总体要求</w:t><w:tab/><w:t>1");
    let body = [line("TOC", "目录"), entry, p("一、总体要求")].concat();
    let parts = [("word/_rels/document.xml.rels", RELATED), ("word/s/styles.xml", styles)];
    let document = document_with(&body, &parts);
    assert_eq!(shown(&document.blocks), ["一、总体要求"]);
    assert_eq!(asides(&document), [(AsideKind::Navigation, "目录 一、总体要求 1".to_owned())]);
}
