//! PDF: real files against the same documents in other formats, files written by hand, damaged and hostile ones.

#![expect(clippy::unwrap_used, reason = "a test that can not go on has failed")]

use govplan_document::{Block, Document, NoteCode, Table};
use govplan_read::{Format, Limits, Options, ReadError, read};
use std::fmt::Write;

const SEED: &[u8] = include_bytes!("../../../tests/corpus/00-seed/source.pdf");
const SEED_TEXT: &[u8] = include_bytes!("../../../tests/corpus/00-seed/source.txt");
const CHIZHOU: &[u8] = include_bytes!("../../../tests/corpus/01-chizhou-xinfang/source.pdf");

fn document(bytes: &[u8]) -> Document {
    read(bytes, &Options::default()).unwrap()
}

fn as_pdf(bytes: &[u8]) -> Result<Document, ReadError> {
    read(bytes, &Options { format: Some(Format::Pdf), ..Options::default() })
}

fn tables(document: &Document) -> Vec<&Table> {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

fn paragraphs(document: &Document) -> Vec<&str> {
    let paragraphs = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
        _ => None,
    });
    paragraphs.collect()
}

/// The texts of the cells that hold something, row by row, without white space: a text has a space where a PDF has a line
/// break.
fn cells(document: &Document) -> Vec<Vec<String>> {
    let rows = tables(document).into_iter().flat_map(|table| &table.rows);
    let rows = rows.map(|row| {
        let texts = row.cells.iter().map(|cell| cell.text.as_str().split_whitespace().collect::<String>());
        texts.filter(|text| !text.is_empty()).collect()
    });
    rows.collect()
}

#[test]
fn a_table_over_seven_pages_holds_what_the_text_of_the_document_does() {
    let pdf = document(SEED);
    let text = document(SEED_TEXT);
    assert_eq!(tables(&pdf).len(), 1);
    assert_eq!(cells(&pdf), cells(&text));
    let squeezed = |document: &Document| -> Vec<String> {
        paragraphs(document).iter().map(|text| text.split_whitespace().collect()).collect()
    };
    assert_eq!(squeezed(&pdf), squeezed(&text));
    let count = |code| pdf.notes.iter().filter(|note| note.code == code).count();
    assert_eq!((count(NoteCode::RepeatedHeader), count(NoteCode::JoinedRow)), (6, 6));
}

#[test]
fn a_table_of_one_page_holds_what_the_web_page_does() {
    let pdf = document(CHIZHOU);
    let [table] = tables(&pdf)[..] else { panic!() };
    let rows = table.rows.iter().map(|row| {
        let texts = row.cells.iter().map(|cell| if cell.covered { "<" } else { cell.text.as_str() });
        texts.collect::<Vec<_>>().join("|")
    });
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            "工作任务|具体要求|<|责任科室|时限要求",
            "推进行政规范性文件集中公开|1|集中梳理现有行政规范性文件，形成现行有效文件清单后对外公布。|办公室|年底前",
            "丰富政策解读形式|2|主动做好政策解读，不断提高解读质量，采用更多样的解读方式。|各科室|持续推进",
            "夯实主动公开基础|3|按规定维护政府信息公开专栏，法定应当公开的内容要及时、集中、规范发布；落实信息公开各项制度，强化保密审查，防止失泄密。|各科室|持续推进",
            "<|4|依规编写并发布政府信息公开年度报告，把年度重点任务完成情况写入年报，做到体例统一、数据真实，自觉接受监督。|办公室|持续推进",
            "依法办理依申请公开|5|依法办理政府信息公开申请，做好相关复议答复和应诉工作，减少法律风险。|各科室|持续推进",
            "切实抓好工作落实|6|编制并公布本部门政务公开重点任务清单，列明要求、责任科室和完成时限，逐条抓好落实|办公室|持续推进",
            "做好宣传|7|踊跃参加“政务公开交流”征稿，及时总结并报送好稿件。|各科室|持续推进",
            "强化指导监督|8|派员参加政务公开培训与研讨，持续提高业务水平。|各科室|持续推进",
        ]
    );
}

#[test]
fn damaged_files_give_a_document_or_an_error() {
    for (file, mutants) in [(SEED, 60), (CHIZHOU, 300)] {
        let mut read = 0;
        for seed in 0..mutants {
            let mut state: usize = seed + 1;
            let mut random = |below: usize| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) % below
            };
            let mut bytes = file.to_vec();
            for _ in 0..=random(10) {
                let at = random(bytes.len() - 1);
                match seed % 4 {
                    0 => bytes[at] = b"/<>[]()0123456789 \x00\xff"[random(20)],
                    1 => bytes.truncate(at.max(bytes.len() / 2)),
                    2 => drop(bytes.drain(at..(at + random(500)).min(file.len() / 4).max(at))),
                    _ => bytes.splice(at..at, file[at / 3..at / 2].iter().copied()).for_each(drop),
                }
                if bytes.len() < 1000 {
                    break;
                }
            }
            read += usize::from(as_pdf(&bytes).is_ok());
        }
        assert!(read * 2 > mutants, "{read} of {mutants}");
    }
}

#[test]
fn a_file_without_its_cross_reference_table_is_rebuilt() {
    let whole = document(CHIZHOU);
    let start = CHIZHOU.windows(9).rposition(|window| window == b"startxref").unwrap();
    assert_eq!(as_pdf(&CHIZHOU[..start]).unwrap().blocks, whole.blocks);
}

/// A file of these objects: 1 is the catalog, 2 the tree of pages.
fn file(objects: &[(u32, &[u8])]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    for (number, object) in objects {
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(*object);
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer\n<</Root 1 0 R>>\n%%EOF\n");
    file
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary}/Length {}>>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

const CATALOG: &[u8] = b"<</Type/Catalog/Pages 2 0 R>>";
const PAGES: &[u8] = b"<</Type/Pages/Kids[3 0 R]/Count 1>>";
const HELVETICA: &[u8] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const PAGE: &[u8] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
    /Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>/ColorSpace<</C 8 0 R>>>>>>";

/// A file of one page of this content, with a font and other objects.
fn one_page(content: &[u8], font: &[u8], others: &[(u32, &[u8])]) -> Vec<u8> {
    let content = stream("", content);
    let objects = [(1, CATALOG), (2, PAGES), (3, PAGE), (4, content.as_slice()), (5, font)];
    file(&[&objects[..], others].concat())
}

const HELLO: &[u8] = b"BT /F 12 Tf 72 700 Td (Hello) Tj ET";

fn texts(bytes: &[u8]) -> Vec<String> {
    paragraphs(&as_pdf(bytes).unwrap()).into_iter().map(str::to_owned).collect()
}

/// A composite font of this map of characters.
fn composite(name: &[u8], map: &str, ordering: &str) -> Vec<u8> {
    let rest = format!(
        "/Encoding/{map}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/A\
         /CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 0>>/W [1 [250 600]]>>]>>"
    );
    [b"<</Type/Font/Subtype/Type0/BaseFont/", name, rest.as_bytes()].concat()
}

/// A content that shows a text in a two-byte encoding.
fn shown(codes: impl Iterator<Item = u16>) -> Vec<u8> {
    let codes = codes.fold(String::new(), |mut text, code| {
        write!(text, "{code:04X}").unwrap();
        text
    });
    format!("BT /F 12 Tf 72 700 Td <{codes}> Tj ET").into_bytes()
}

#[test]
fn chinese_fonts_are_read_by_predefined_character_maps() {
    let unicode = shown("责任单位 2024".encode_utf16());
    for map in ["UniGB-UCS2-H", "UniGB-UTF16-H"] {
        assert_eq!(
            texts(&one_page(&unicode, &composite(b"STSong-Light", map, "GB1"), &[])),
            ["责任单位 2024"],
            "{map}"
        );
    }
    // 责任单位 in GB 2312.
    let gbk = shown([0xD4F0, 0xC8CE, 0xB5A5, 0xCEBB].into_iter());
    assert_eq!(texts(&one_page(&gbk, &composite(b"SimSun", "GBK-EUC-H", "GB1"), &[])), ["责任单位"]);
}

#[test]
fn a_font_that_does_not_say_what_its_characters_are_is_noted_by_its_name() {
    // 宋体 in GBK, as Word writes it.
    let font = composite(b"ABCDEF+#CB#CE#CC#E5", "Identity-H", "Identity");
    let document = as_pdf(&one_page(&shown([3, 4].into_iter()), &font, &[])).unwrap();
    assert_eq!(paragraphs(&document), ["\u{FFFD}\u{FFFD}"]);
    let [note] = &document.notes[..] else { panic!() };
    assert_eq!((note.code, note.found.as_str()), (NoteCode::UnreadableFont, "宋体"));
}

#[test]
fn overprinted_turned_and_slanted_text_is_read_as_it_is_seen() {
    let bold = b"BT /F 12 Tf 1 0 0 1 72 700 Tm (Hello) Tj 1 0 0 1 72.3 700 Tm (Hello) Tj ET";
    assert_eq!(texts(&one_page(bold, HELVETICA, &[])), ["Hello"]);
    let turned = b"BT /F 12 Tf 0 1 -1 0 200 72 Tm (first line) Tj 0 1 -1 0 220 72 Tm (second) Tj ET";
    assert_eq!(texts(&one_page(turned, HELVETICA, &[])), ["first line", "second"]);
    let watermark = b"BT /F 12 Tf 1 0 0 1 72 700 Tm (Hello) Tj 40 40 -40 40 100 300 Tm (DRAFT) Tj ET";
    assert_eq!(texts(&one_page(watermark, HELVETICA, &[])), ["Hello"]);
}

#[test]
fn strokes_and_thin_bars_rule_tables() {
    let cells = b"BT /F 12 Tf 1 0 0 1 60 705 Tm (A) Tj 1 0 0 1 160 705 Tm (B) Tj ET ";
    let strokes = b"50 700 200 20 re S 150 700 m 150 720 l S";
    let bars = b"50 700 200 .5 re f 50 720 200 .5 re f 50 700 .5 20 re f 150 700 .5 20 re f 250 700 .5 20 re f";
    for lines in [&strokes[..], bars] {
        let document = as_pdf(&one_page(&[cells, lines].concat(), HELVETICA, &[])).unwrap();
        assert_eq!(self::cells(&document), [["A", "B"]]);
    }
    let shade = b"50 700 200 20 re f";
    assert!(tables(&as_pdf(&one_page(&[&cells[..], shade].concat(), HELVETICA, &[])).unwrap()).is_empty());
}

#[test]
fn scanned_pages_are_noted() {
    let picture =
        stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", b"\0");
    let document = as_pdf(&one_page(b"100 0 0 100 0 0 cm /X Do", HELVETICA, &[(6, &picture)])).unwrap();
    let [note] = &document.notes[..] else { panic!() };
    assert!(document.blocks.is_empty());
    assert_eq!((note.code, note.place.as_ref().unwrap().to_string()), (NoteCode::ScannedPage, "page 1".to_owned()));
}

#[test]
fn passwords_are_asked_for_only_where_they_are_needed() {
    let encrypted = ReadError::Encrypted { format: Format::Pdf };
    assert_eq!(as_pdf(include_bytes!("fixtures/encrypted.pdf")), Err(encrypted));
    assert_eq!(texts(include_bytes!("fixtures/owner-only.pdf")), ["Hello"]);
}

#[test]
fn the_object_written_last_holds() {
    let changed = stream("", b"BT /F 12 Tf 72 700 Td (Changed) Tj ET");
    assert_eq!(texts(&one_page(HELLO, HELVETICA, &[(4, &changed)])), ["Changed"]);
    // Also where the first one stands in an object stream, here one that is not packed.
    let packed = stream("/Type/ObjStm/N 1/First 4", &[b"5 0 ", HELVETICA].concat());
    let content = stream("", HELLO);
    assert_eq!(texts(&file(&[(1, CATALOG), (2, PAGES), (3, PAGE), (4, &content), (9, &packed)])), ["Hello"]);
}

#[test]
fn pages_beyond_the_limit_are_left_out() {
    let pages = b"<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>";
    let bytes = one_page(HELLO, HELVETICA, &[(7, PAGE), (2, pages)]);
    assert_eq!(texts(&bytes).len(), 2);
    let limits = Limits { pages: 1, ..Limits::default() };
    let document = read(&bytes, &Options { limits, ..Options::default() }).unwrap();
    assert_eq!((document.blocks.len(), document.notes[0].code), (1, NoteCode::LimitReached));
    let missing = one_page(HELLO, HELVETICA, &[(2, pages)]);
    assert_eq!(as_pdf(&missing).unwrap().notes[0].code, NoteCode::DamagedPart);
}

/// Whether a file is refused as damaged.
fn is_refused(bytes: &[u8]) -> bool {
    matches!(as_pdf(bytes), Err(ReadError::Damaged { .. }))
}

#[test]
fn objects_nested_without_end_are_refused() {
    let deep = "[".repeat(200_000);
    assert!(is_refused(&one_page(HELLO, deep.as_bytes(), &[])));
    assert!(is_refused(&one_page(HELLO, "<</A ".repeat(200_000).as_bytes(), &[])));
    assert!(is_refused(&one_page(deep.as_bytes(), HELVETICA, &[])));
    let packed = stream("/Type/ObjStm/N 1/First 4", ["5 0 ", &deep].concat().as_bytes());
    assert!(is_refused(&one_page(HELLO, HELVETICA, &[(9, &packed)])));
    let within = ["[".repeat(250), "]".repeat(250)].concat();
    assert_eq!(texts(&one_page(HELLO, HELVETICA, &[(7, within.as_bytes())])), ["Hello"]);
}

#[test]
fn circles_and_ranges_without_end_are_refused() {
    assert!(is_refused(&one_page(HELLO, HELVETICA, &[(8, b"[/Separation/X 8 0 R 9 0 R]")])));
    assert!(is_refused(&one_page(HELLO, HELVETICA, &[(7, b"<</Subtype/CIDFontType2/W[0 4294967295 500]>>")])));
    let map = stream("", b"1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange");
    assert!(is_refused(&one_page(HELLO, HELVETICA, &[(7, &map)])));
    let identity = stream("", b"1 begincidrange\n<0000> <FFFF> 0\nendcidrange");
    assert_eq!(texts(&one_page(HELLO, HELVETICA, &[(7, &identity)])), ["Hello"]);
    assert!(is_refused(&one_page(&b"q ".repeat(5000), HELVETICA, &[])));
    assert!(is_refused(&one_page(HELLO, HELVETICA, &[(7, b"<</Predictor 12/Columns 99999999999>>")])));
}

#[test]
fn forms_in_forms_and_trees_in_circles_end() {
    let draws = b"/X Do ".repeat(50);
    let form = |next: u32| stream(&format!("/Subtype/Form/Resources<</XObject<</X {next} 0 R>>>>"), &draws);
    let forms: Vec<Vec<u8>> = (11..21).map(form).collect();
    let mut others: Vec<(u32, &[u8])> = (10..20).zip(forms.iter().map(Vec::as_slice)).collect();
    let first = form(10);
    others.push((6, &first));
    let document = as_pdf(&one_page(&draws, HELVETICA, &others)).unwrap();
    assert_eq!(document.notes[0].code, NoteCode::LimitReached);
    let itself = form(6);
    assert!(as_pdf(&one_page(&draws, HELVETICA, &[(6, &itself)])).is_ok());
    let orphan = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>";
    let circle = b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R>>";
    assert!(as_pdf(&one_page(HELLO, HELVETICA, &[(3, orphan), (2, circle)])).is_ok());
    let kids = b"<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 100000000>>";
    assert!(as_pdf(&one_page(HELLO, HELVETICA, &[(2, kids)])).is_err());
}

#[test]
fn streams_that_unpack_beyond_the_limit_are_not_unpacked() {
    let limits = Limits { unpacked_bytes: 1000, ..Limits::default() };
    let bytes = one_page(&b" ".repeat(2000), HELVETICA, &[]);
    let refused = read(&bytes, &Options { limits, ..Options::default() });
    assert_eq!(refused, Err(ReadError::UnpacksTooLarge { allowed: 1000 }));
}
