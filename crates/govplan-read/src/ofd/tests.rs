//! What real files hold, point by point.

use super::fixture::{self, Fixture, notice};
use super::read;
use super::reading::pages;
use crate::layout::Page;
use crate::{Format, Limits, Options, ReadError};
use govplan_document::{Note, NoteCode, Place};

const FIRST: &str = "Doc_0/Pages/Page_0/Content.xml";

fn drawn(fixture: &Fixture) -> (Vec<Page>, Vec<Note>) {
    pages(&fixture.bytes(), &Limits::default()).unwrap()
}

/// The only page of a file, of which there is nothing to say.
fn page(layer: &str) -> Page {
    let (mut pages, notes) = drawn(&Fixture::of_pages(&[layer]));
    assert_eq!(notes, []);
    assert_eq!(pages.len(), 1);
    pages.remove(0)
}

/// The characters in the order in which they are drawn.
fn text(page: &Page) -> String {
    page.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
}

fn texts(fixture: &Fixture) -> Vec<String> {
    drawn(fixture).0.iter().map(text).collect()
}

/// Left and bottom edge of each character, in tenths of a millimetre.
fn places(page: &Page) -> Vec<(i64, i64)> {
    #[expect(clippy::cast_possible_truncation, reason = "a page is no larger")]
    let tenths = |edge: f64| (edge * 10.0).round() as i64;
    page.glyphs.iter().map(|glyph| (tenths(glyph.left), tenths(glyph.bottom))).collect()
}

fn codes(notes: &[Note]) -> Vec<(NoteCode, &str)> {
    notes.iter().map(|note| (note.code, note.found.as_str())).collect()
}

#[test]
fn a_notice_gives_two_pages_with_its_table() {
    let (pages, notes) = drawn(&notice());
    assert_eq!(notes, []);
    let sizes: Vec<_> = pages.iter().map(|page| (page.number, page.width, page.height)).collect();
    assert_eq!(sizes, [(1, 210.0, 297.0), (2, 210.0, 297.0)]);
    let (first, second) = (text(&pages[0]), text(&pages[1]));
    assert!(first.starts_with("信访局政务公开 政务公开重点任务分工各科室：现将 2025 年政务公开"), "{first}");
    assert!(first.contains("减少法律风险。") && first.ends_with("— 1 —"), "{first}");
    assert!(second.starts_with("信访局政务公开工作任务具体要求责任科室时限要求切实抓好"), "{second}");
    assert!(!first.contains("内部资料"), "a watermark is left out");
    let level = pages[0].rulings.iter().filter(|line| line.top == line.bottom).count();
    let plumb = pages[0].rulings.iter().filter(|line| line.left == line.right).count();
    assert_eq!((level, plumb), (7, 5 + 5 * 6));
}

#[test]
fn the_fixture_on_file_is_the_notice() {
    let on_file = include_bytes!("../../tests/fixtures/openness-notice.ofd");
    assert!(pages(on_file, &Limits::default()).unwrap() == drawn(&notice()));
    let document = crate::read(on_file, &Options::default()).unwrap();
    assert_eq!(document.source.unwrap().reader.as_deref(), Some(Format::Ofd.name()));
}

#[test]
fn a_text_broken_at_every_script_keeps_its_places() {
    let page = page(
        r#"<ofd:TextObject Boundary="20 30 100 6" Size="5"><ofd:TextCode X="0" Y="4.3"
        DeltaX="g 2 2.5">202</ofd:TextCode><ofd:TextCode X="7.5">3</ofd:TextCode><ofd:TextCode X="10"> </ofd:TextCode>
        <ofd:TextCode X="12.5" DeltaX="5">年底</ofd:TextCode></ofd:TextObject>"#,
    );
    assert_eq!(text(&page), "2023 年底");
    assert_eq!(places(&page), [(200, 350), (225, 350), (250, 350), (275, 350), (300, 350), (325, 350), (375, 350)]);
    let widths: Vec<f64> = page.glyphs.iter().map(|glyph| glyph.right - glyph.left).collect();
    assert_eq!(widths, [2.5, 2.5, 2.5, 2.5, 2.5, 5.0, 5.0]);
}

#[test]
fn distances_that_are_missing_are_mended() {
    let code = |deltas: &str, text: &str| {
        let layer = format!(
            r#"<ofd:TextObject Boundary="0 0 90 9" Size="4"><ofd:TextCode X="1" Y="10"{deltas}>{text}</ofd:TextCode>
            </ofd:TextObject>"#
        );
        page(&layer).glyphs.iter().map(|glyph| glyph.left).collect::<Vec<_>>()
    };
    assert_eq!(code(r#" DeltaX="5""#, "一二三"), [1.0, 6.0, 11.0]);
    assert_eq!(code(r#" DeltaX="g 2 4 9""#, "一二三四五"), [1.0, 5.0, 9.0, 18.0, 27.0]);
    assert_eq!(code("", "第12条"), [1.0, 5.0, 7.0, 9.0]);
    assert_eq!(code(r#" DeltaY="6""#, "一二"), [1.0, 1.0]);
}

#[test]
fn text_runs_and_turns_as_the_object_says() {
    let object = |attributes: &str, deltas: &str| {
        let layer = format!(
            r#"<ofd:TextObject Boundary="100 100 90 9" Size="5" {attributes}><ofd:TextCode X="0"
            Y="0" {deltas}>一二</ofd:TextCode></ofd:TextObject>"#
        );
        let glyphs = page(&layer).glyphs;
        let round = |edge: f64| (edge * 10.0).round() / 10.0;
        glyphs.iter().map(|g| [g.left, g.top, g.right, g.bottom].map(round)).collect::<Vec<_>>()
    };
    assert_eq!(object("", ""), [[100.0, 95.7, 105.0, 100.7], [105.0, 95.7, 110.0, 100.7]]);
    assert_eq!(object("ReadDirection='90'", ""), [[100.0, 95.7, 105.0, 100.7], [100.0, 100.7, 105.0, 105.7]]);
    assert_eq!(object("ReadDirection='90'", "DeltaY='6'")[1], [100.0, 101.7, 105.0, 106.7]);
    assert_eq!(object("ReadDirection='180'", "")[1], [95.0, 95.7, 100.0, 100.7]);
    assert_eq!(object("ReadDirection='270'", "")[1], [100.0, 90.7, 105.0, 95.7]);
    assert_eq!(object("CharDirection='90'", "DeltaX='6'")[1], [105.3, 100.0, 110.3, 105.0]);
    assert_eq!(object("HScale='0.5'", ""), [[100.0, 95.7, 102.5, 100.7], [102.5, 95.7, 105.0, 100.7]]);
    assert_eq!(object("CTM='2 0 0 2 10 0'", "")[1], [120.0, 91.4, 130.0, 101.4]);
    assert_eq!(object("CTM='0 1 -1 0 0 0'", "")[1], [99.3, 105.0, 104.3, 110.0]);
}

#[test]
fn a_watermark_turned_askew_is_left_out_and_one_that_stands_upright_stays() {
    let code = r#"<ofd:TextCode X="0" Y="9">内部</ofd:TextCode></ofd:TextObject>"#;
    let askew = format!(r#"<ofd:TextObject Boundary="0 0 9 9" Size="9" CTM="0.8 0.6 -0.6 0.8 0 0">{code}"#);
    assert_eq!(text(&page(&askew)), "");
    let upright = format!(r#"<ofd:TextObject Boundary="0 0 9 9" Size="9" Alpha="30">{code}"#);
    assert_eq!(text(&page(&upright)), "内部");
}

#[test]
fn what_is_not_shown_or_belongs_to_the_style_of_an_object_is_not_read() {
    let shown = fixture::text(20.0, 30.0, 5.0, "公开");
    let hidden = shown.replace("公开", "隐藏").replace("<ofd:TextObject", r#"<ofd:TextObject Visible="false""#);
    let pattern = format!(
        "<ofd:FillColor><ofd:Pattern><ofd:CellContent>{shown}</ofd:CellContent></ofd:Pattern>
        </ofd:FillColor>"
    );
    let clipped = format!(
        r#"<ofd:PathObject Boundary="0 0 9 9">{pattern}<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path>
        <ofd:AbbreviatedData>M 0 0 L 9 0</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>
        <ofd:AbbreviatedData>M 0 0 L 5 5</ofd:AbbreviatedData></ofd:PathObject>"#
    );
    let page = page(&format!(
        "{hidden}{clipped}<ofd:PageBlock><ofd:PageBlock>{shown}</ofd:PageBlock>
    </ofd:PageBlock>"
    ));
    assert_eq!(text(&page), "公开");
    assert_eq!(page.rulings, []);
}

#[test]
fn pictures_are_told_even_where_there_is_no_text() {
    assert!(page(r#"<ofd:ImageObject ID="7" Boundary="0 0 210 297" ResourceID="6"/>"#).has_pictures);
    assert!(!page(r#"<ofd:ImageObject ID="7" Boundary="0 0 210 297" ResourceID="6" Visible="false"/>"#).has_pictures);
}

#[test]
fn escaped_and_indented_text_is_read_as_it_is_shown() {
    let code = |text: &str| {
        self::text(&page(&format!(
            "<ofd:TextObject Size='4'><ofd:TextCode Y='9'>{text}</ofd:TextCode></ofd:TextObject>"
        )))
    };
    assert_eq!(code("A&amp;B&lt;&#x4E00;<![CDATA[>]]>"), "A&B<一>");
    assert_eq!(code("\n      公开\n    "), "公开");
    assert_eq!(code(" 公 开 "), " 公 开 ");
}

#[test]
fn a_file_of_any_namespace_or_none_is_read() {
    let namespaces = [
        ("ofd:", ""),
        ("ofd:", "o:"),
        ("xmlns:ofd=\"http://www.ofdspec.org/2016\"", "xmlns=\"http://www.ofdspec.org\""),
    ];
    for (from, to) in namespaces {
        let mut fixture = notice();
        for (_, bytes) in &mut fixture.parts {
            *bytes = String::from_utf8_lossy(bytes).replace(from, to).into_bytes();
        }
        assert!(drawn(&fixture) == drawn(&notice()), "{to}");
    }
}

#[test]
fn marks_and_cases_and_slashes_that_differ_do_no_harm() {
    let mut fixture = notice();
    for (name, bytes) in &mut fixture.parts {
        bytes.splice(0..0, *b"\xEF\xBB\xBF");
        if name != "OFD.xml" {
            *name = name.to_uppercase().replace('/', "\\");
        }
    }
    assert!(drawn(&fixture) == drawn(&notice()));
    let fixture = notice().replace("Doc_0/Document.xml", "\"Pages/Page_1", "\"Doc_0/Pages/Page_1");
    assert!(drawn(&fixture) == drawn(&notice()), "a location from the root that looks like a relative one");
}

#[test]
fn several_documents_follow_one_another() {
    let bodies = "</ofd:DocBody><ofd:DocBody><ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody>";
    let page = r#"<ofd:Page ID="1" BaseLoc="Content.xml"/>"#;
    let fixture = Fixture::of_pages(&[&fixture::text(20.0, 30.0, 5.0, "甲"), ""])
        .replace("OFD.xml", "</ofd:DocBody>", bodies)
        .with("Doc_1/Document.xml", &fixture::document("", page))
        .with("Doc_1/Content.xml", &fixture::page("", &fixture::text(20.0, 30.0, 5.0, "乙")));
    let pages = drawn(&fixture).0;
    assert_eq!(
        pages.iter().map(|page| (page.number, text(page))).collect::<Vec<_>>(),
        [(1, "甲".to_owned()), (2, String::new()), (3, "乙".to_owned())]
    );
}

#[test]
fn templates_lie_under_the_page_or_over_it() {
    let line = |content: &str| fixture::text(20.0, 30.0, 5.0, content);
    let templates = r#"<ofd:TemplatePage ID="2" BaseLoc="Tpls/2.xml"/><ofd:TemplatePage ID="3" ZOrder="Foreground"
    BaseLoc="Tpls/3.xml"/>"#;
    let list = r#"<ofd:Page BaseLoc="1.xml"/><ofd:Page BaseLoc="2.xml"/>"#;
    let named = r#"<ofd:Template TemplateID="3"/><ofd:Template TemplateID="2"/><ofd:Template TemplateID="9"/>"#;
    let turned =
        r#"<ofd:Template TemplateID="3" ZOrder="Background"/><ofd:Template TemplateID="2" ZOrder="Foreground"/>"#;
    let fixture = Fixture::of_pages(&[])
        .with("Doc_0/Document.xml", &fixture::document(templates, list))
        .with("Doc_0/Tpls/2.xml", &fixture::page("", &line("下")))
        .with("Doc_0/Tpls/3.xml", &fixture::page("", &line("上")))
        .with("Doc_0/1.xml", &fixture::page(named, &line("页")))
        .with("Doc_0/2.xml", &fixture::page(turned, &line("页")));
    assert_eq!(texts(&fixture), ["下页上", "上页下"]);
}

#[test]
fn composite_objects_are_drawn_where_they_stand() {
    let unit = |id: u32, content: &str| {
        format!(
            r#"<ofd:CompositeGraphicUnit ID="{id}" Width="9" Height="9"><ofd:Content>{content}</ofd:Content>
            </ofd:CompositeGraphicUnit>"#
        )
    };
    let object = |id: u32, attributes: &str| format!(r#"<ofd:CompositeObject ResourceID="{id}" {attributes}/>"#);
    let resources = unit(7, &fixture::text(1.0, 5.0, 4.0, "章"))
        + &unit(8, &object(7, "Boundary='10 0 9 9'"))
        + &unit(9, &object(9, ""));
    let resources = format!("<ofd:Res><ofd:CompositeGraphicUnits>{resources}</ofd:CompositeGraphicUnits></ofd:Res>");
    let own = format!("<ofd:Res>{}</ofd:Res>", unit(7, &fixture::text(1.0, 5.0, 4.0, "己")));
    let askew = "CTM='0.8 0.6 -0.6 0.8 0 0'";
    let layer =
        object(7, "Boundary='100 50 9 9' CTM='2 0 0 2 0 0'") + &object(8, "") + &object(9, "") + &object(7, askew);
    let fixture = Fixture::of_pages(&[&layer, ""])
        .replace("Doc_0/Document.xml", "<ofd:MaxUnitID>", "<ofd:DocumentRes>Res.xml</ofd:DocumentRes><ofd:MaxUnitID>")
        .with("Doc_0/Res.xml", &resources)
        .with("Doc_0/Pages/Page_1/Content.xml", &fixture::page("<ofd:PageRes>Res.xml</ofd:PageRes>", &layer))
        .with("Doc_0/Pages/Page_1/Res.xml", &own);
    assert_eq!(texts(&fixture), ["章章", "己章"]);
    let places = places(&drawn(&fixture).0[0]);
    assert_eq!(places, [(1020, 611), (110, 56)]);
}

#[test]
fn the_size_of_a_page_is_its_own_or_that_of_the_document_or_a4() {
    let area = "<ofd:Area><ofd:PhysicalBox>0 0 420 297</ofd:PhysicalBox></ofd:Area>";
    let fixture = Fixture::of_pages(&["", "", ""])
        .replace("Doc_0/Document.xml", "0 0 210 297", "0 0 184 260")
        .with(FIRST, &fixture::page(area, ""))
        .with("Doc_0/Pages/Page_1/Content.xml", &fixture::page(&area.replace("420", "0"), ""));
    let sizes = |fixture: &Fixture| drawn(fixture).0.iter().map(|page| (page.width, page.height)).collect::<Vec<_>>();
    assert_eq!(sizes(&fixture), [(420.0, 297.0), (184.0, 260.0), (184.0, 260.0)]);
    let fixture = fixture.replace("Doc_0/Document.xml", "0 0 184 260", "");
    assert_eq!(sizes(&fixture)[2], (210.0, 297.0));
}

#[test]
fn annotations_attachments_and_signatures_are_not_read() {
    let annotations = "</ofd:Pages><ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>";
    let stamp = format!(
        "<ofd:PageAnnot><ofd:Annot><ofd:Appearance>{}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>",
        fixture::text(9.0, 9.0, 9.0, "章")
    );
    let fixture = notice()
        .replace("Doc_0/Document.xml", "</ofd:Pages>", annotations)
        .with("Doc_0/Annots/Annotations.xml", &stamp)
        .with("Doc_0/Signs/Signatures.xml", "<ofd:Signatures/>");
    assert!(drawn(&fixture) == drawn(&notice()));
}

#[test]
fn a_page_that_is_missing_or_breaks_off_is_noted_and_the_others_are_read() {
    let (first, second) = (FIRST, "Doc_0/Pages/Page_1/Content.xml");
    let layers = [fixture::text(20.0, 30.0, 5.0, "甲"), fixture::text(20.0, 30.0, 5.0, "乙")];
    let fixture = Fixture::of_pages(&[&layers[0], &layers[1]]);
    let (pages, notes) = drawn(&fixture.clone().without(first));
    assert_eq!(pages.iter().map(|page| (page.number, text(page))).collect::<Vec<_>>(), [(2, "乙".to_owned())]);
    assert_eq!(codes(&notes), [(NoteCode::DamagedPart, first)]);
    let broken = fixture.clone().replace(second, "</ofd:Layer>", "<ofd:TextObject").replace(second, "</ofd:Page>", "");
    let (pages, notes) = drawn(&broken);
    assert_eq!(pages.iter().map(text).collect::<Vec<_>>(), ["甲", "乙"]);
    assert_eq!(codes(&notes), [(NoteCode::DamagedPart, second)]);
    assert_eq!(notes[0].place, Some(Place::default().on_page(2)));
    let mut garbled = fixture;
    let bytes = garbled.parts[2].1.iter().map(|byte| if *byte == "甲".as_bytes()[1] { 0xFF } else { *byte });
    let bytes: Vec<u8> = bytes.collect();
    garbled.put_bytes(first, &bytes);
    let (pages, notes) = drawn(&garbled);
    assert!(text(&pages[0]).contains('\u{FFFD}'));
    assert_eq!(codes(&notes), [(NoteCode::BrokenCharacters, first)]);
}

#[test]
fn a_file_without_its_entry_is_mended_and_one_without_pages_is_an_error() {
    let (pages, notes) = drawn(&notice().without("OFD.xml"));
    assert_eq!((pages.len(), codes(&notes)), (2, vec![(NoteCode::DamagedPart, "OFD.xml")]));
    let limits = Limits::default();
    for fixture in [notice().without("Doc_0/Document.xml"), Fixture::of_pages(&[]), Fixture { parts: Vec::new() }] {
        let error = read(&fixture.bytes(), &limits).unwrap_err();
        assert_eq!(error.code(), "damaged");
    }
    assert_eq!(read(b"PK\x03\x04 OFD.xml", &limits).unwrap_err().code(), "damaged");
}

#[test]
fn an_encrypted_file_is_an_error() {
    let fixture = notice().with("Encryptions.xml", "<ofd:Encryptions/>");
    let error = read(&fixture.bytes(), &Limits::default()).unwrap_err();
    assert!(matches!(error, ReadError::Encrypted { .. }), "{error}");
}

#[test]
fn limits_cut_pages_and_depth_with_a_note() {
    let layers = [fixture::text(20.0, 30.0, 5.0, "甲"), fixture::text(20.0, 30.0, 5.0, "乙"), String::new()];
    let fixture = Fixture::of_pages(&layers.each_ref().map(String::as_str));
    let (drawn, notes) = pages(&fixture.bytes(), &Limits { pages: 1, ..Limits::default() }).unwrap();
    assert_eq!(drawn.iter().map(text).collect::<Vec<_>>(), ["甲"]);
    let place = Some(Place::default().on_page(2));
    assert_eq!(notes, [Note { code: NoteCode::LimitReached, place, found: "2".to_owned() }]);

    let nested = |depth: usize| "<ofd:PageBlock>".repeat(depth) + &layers[0] + &"</ofd:PageBlock>".repeat(depth);
    let fixture = Fixture::of_pages(&[&(nested(250) + &nested(100_000) + &layers[1])]);
    let (drawn, notes) = pages(&fixture.bytes(), &Limits::default()).unwrap();
    assert_eq!(text(&drawn[0]), "甲乙");
    assert_eq!(codes(&notes), [(NoteCode::LimitReached, FIRST)]);
}

#[test]
fn parts_that_unpack_too_large_and_things_drawn_too_often_stop_at_the_limit() {
    let limits = Limits { unpacked_bytes: 20_000, ..Limits::default() };
    let fixture = Fixture::of_pages(&[&" ".repeat(30_000)]);
    assert_eq!(read(&fixture.bytes(), &limits).unwrap_err(), ReadError::UnpacksTooLarge { allowed: 20_000 });

    let units = (1..60).fold(String::new(), |units, id| {
        let twice = format!(r#"<o:CompositeObject ResourceID="{}"/>"#, id - 1).repeat(2);
        units + &format!(r#"<o:CompositeGraphicUnit ID="{id}">{twice}</o:CompositeGraphicUnit>"#)
    });
    let first =
        format!(r#"<o:CompositeGraphicUnit ID="0">{}</o:CompositeGraphicUnit>"#, fixture::text(9.0, 9.0, 9.0, "笑"));
    let fixture = Fixture::of_pages(&[r#"<o:CompositeObject ResourceID="59"/>"#])
        .replace("Doc_0/Document.xml", "<ofd:MaxUnitID>", "<ofd:PublicRes>Res.xml</ofd:PublicRes><ofd:MaxUnitID>")
        .with("Doc_0/Res.xml", &format!("<o:Res>{first}{units}</o:Res>"));
    let (drawn, notes) = pages(&fixture.bytes(), &limits).unwrap();
    assert!(drawn.iter().map(|page| page.glyphs.len()).sum::<usize>() < 20_000 / 64);
    assert!(notes.iter().any(|note| note.code == NoteCode::LimitReached), "{notes:?}");
}

#[test]
fn lists_without_end_stop_at_the_limit() {
    let limits = Limits { pages: 3, ..Limits::default() };
    let list = format!(
        "{}{}{}",
        "<PublicRes>没有.xml</PublicRes>".repeat(100),
        "<TemplatePage BaseLoc='没有.xml'/>".repeat(100),
        r#"<Page BaseLoc="没有.xml"/>"#.repeat(100)
    );
    let roots = "<DocRoot>Doc_0/Document.xml</DocRoot>".repeat(100);
    let fixture = Fixture::of_pages(&[]).with("Doc_0/Document.xml", &list).with("OFD.xml", &roots);
    let (drawn, notes) = pages(&fixture.bytes(), &limits).unwrap();
    assert_eq!(drawn, []);
    assert_eq!(notes.iter().filter(|note| note.code == NoteCode::LimitReached).count(), 1);
    assert_eq!(notes.iter().filter(|note| note.code == NoteCode::DamagedPart).count(), 3 * (3 + 3) + 3);
    let last = notes.last().unwrap();
    assert_eq!((&last.place, last.found.as_str()), (&Some(Place::default().on_page(4)), "297"));
}

#[test]
fn pages_reach_the_document() {
    let document = read(&notice().bytes(), &Limits::default()).unwrap();
    assert!(!document.blocks.is_empty());
    assert_eq!(document, read(&notice().bytes(), &Limits::default()).unwrap());
}
