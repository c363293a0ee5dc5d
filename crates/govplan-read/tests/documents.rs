//! Excerpts of real plans, read as documents.

#![expect(clippy::unwrap_used, reason = "a test that can not go on has failed")]

use encoding_rs::GB18030;
use govplan_document::{Block, Document, NoteCode, Place};
use govplan_read::{Format, Limits, Options, ReadError, read};

const YANZHOU: &str = include_str!("fixtures/yanzhou-2020-46.txt");
const DAZHU: &str = include_str!("fixtures/dazhu-2016-20.txt");
const GUOBANFA: &str = include_str!("fixtures/guobanfa-2019-39.txt");
const JIANGMEN: &str = include_str!("fixtures/jiangmen-table.md");
const FOOD_SAFETY: &str = include_str!("fixtures/food-safety-2025.md");

fn document(text: &str) -> Document {
    read(text.as_bytes(), &Options::default()).unwrap()
}

/// The start of each paragraph, with `#` for each level of a heading.
fn paragraphs(document: &Document) -> Vec<String> {
    let start = |text: &str| text.chars().take(14).collect::<String>();
    let paragraphs = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => {
            Some("#".repeat(paragraph.heading.unwrap_or(0).into()) + &start(paragraph.text.as_str()))
        }
        _ => None,
    });
    paragraphs.collect()
}

/// The cells of the only table.
fn rows(document: &Document) -> Vec<Vec<&str>> {
    let mut tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let table = tables.next().unwrap();
    assert!(tables.next().is_none() && !table.shows_merges);
    table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

#[test]
fn a_text_gives_its_headings_paragraphs_and_one_table() {
    let document = document(YANZHOU);
    assert_eq!(
        paragraphs(&document),
        [
            "兖教体发〔2020〕46号",
            "##济宁市兖州区教育和体育局 关",
            "一、加强组织领导。各镇（街）",
            "附件：2020年区教育和体育",
            "济宁市兖州区教育和体育局",
            "2020年8月27日",
            "（此件公开发布）",
            "附件：",
            "##2020 年区教育和体育局政",
        ]
    );
    let rows = rows(&document);
    assert_eq!(rows.len(), 8);
    assert!(rows.iter().all(|row| row.len() == 3));
    assert_eq!(rows[0], ["工作任务", "具体要求", "责任单位"]);
    assert_eq!(rows[1], ["一、聚焦中心工作和重点领域，拓展公开广度和深度", "", ""]);
    assert_eq!((rows[3][0], rows[3][2]), ("", "计财科 校产办 体育运动服务中心"));
    assert_eq!((rows[6][0], rows[6][2]), ("3. 聚焦教育发展，加强政策解读回应", "机关各相关科室"));
}

#[test]
fn a_paragraph_broken_over_a_page_is_joined_and_keeps_both_places() {
    let document = document(YANZHOU);
    let Block::Paragraph(paragraph) = &document.blocks[2] else { panic!() };
    assert!(paragraph.text.as_str().ends_with("配齐配强工作人员，落实政务公开工作责任制，确保各项公开工作任务完成。"));
    let [first, second] = paragraph.text.runs() else { panic!() };
    assert_eq!((first.place.line, first.place.column), (Place::in_line(7, 1, 0).line, Place::in_line(7, 1, 0).column));
    assert_eq!(second.place, Place::in_line(9, 1, 27));
    let noted: Vec<_> =
        document.notes.iter().map(|note| (note.code, note.place.as_ref().unwrap().to_string())).collect();
    assert_eq!(noted, [(NoteCode::JoinedParagraph, "9:1".to_owned()), (NoteCode::RepeatedHeader, "30:1".to_owned())]);
}

#[test]
fn a_table_with_one_cell_a_line_stays_lines() {
    let document = document(DAZHU);
    assert!(document.notes.is_empty());
    assert_eq!(document.blocks.len(), DAZHU.lines().filter(|line| !line.trim().is_empty()).count());
    let Some(Block::Paragraph(signature)) = document.blocks.get(8) else { panic!() };
    assert_eq!(signature.text.as_str(), "大竹县人民政府办公室");
    assert_eq!(signature.text.runs()[0].place, Place::in_line(18, 32, 10));
}

#[test]
fn titles_clauses_and_signatures_stay_apart() {
    let document = document(GUOBANFA);
    assert!(document.notes.is_empty());
    assert_eq!(paragraphs(&document).len(), GUOBANFA.lines().filter(|line| !line.is_empty()).count());
    assert_eq!(
        paragraphs(&document)[..3],
        ["国务院办公厅关于印发全国深化", "优化营商环境电视电话会议", "重点任务分工方案的通知"]
    );
}

#[test]
fn pipe_tables_without_a_delimiter_row_are_read_as_printed() {
    let document = document(JIANGMEN);
    let rows = rows(&document);
    assert_eq!(rows[0], ["工作任务", "具体要求", "责任部门"]);
    assert_eq!(rows[3], ["3.对网民在调查征集栏目的意见及时回复。", "各科室", ""]);

    let document = self::document(FOOD_SAFETY);
    let rows = self::rows(&document);
    assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [5, 5, 5, 5, 5]);
    assert_eq!(rows[1][3], "****分局牵头，各有关部门按照职责分工负责");
    assert_eq!(rows[2][1..], ["县农业农村局", "2025年11月底前，并长期坚持", "", ""]);
    assert_eq!(paragraphs(&document), ["2025年**县食品安全重点", "发布时间 ：2025-07-"]);
}

#[test]
fn pipe_tables_with_a_delimiter_row_break_and_escape() {
    let document = document("# 题\n\n| 任务 | 单位 |\n|:---|---:|\n| 甲\\|乙 | 财政局<br>教育局 |\n");
    assert_eq!(rows(&document), [["任务", "单位"], ["甲|乙", "财政局\n教育局"]]);
    assert_eq!(paragraphs(&document), ["#题"]);
}

#[test]
fn the_source_says_what_the_bytes_were() {
    let options = Options { name: Some("报送/政务公开.md".to_owned()), ..Options::default() };
    let source = read(&GB18030.encode(YANZHOU).0, &options).unwrap().source.unwrap();
    assert_eq!(source.name.as_deref(), Some("政务公开.md"));
    assert_eq!(source.media_type.as_deref(), Some("text/markdown"));
    assert_eq!(source.encoding.as_deref(), Some("gb18030"));
    assert_eq!(source.reader.as_deref(), Some("markdown"));
    let source = read(b"abc", &Options::default()).unwrap().source.unwrap();
    assert_eq!((source.media_type.as_deref(), source.encoding.as_deref()), (Some("text/plain"), Some("UTF-8")));
    // FIPS 180-4, the example of one block.
    let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(source.sha256.map(|sum| sum.to_string()).as_deref(), Some(sum));
}

#[test]
fn every_encoding_and_line_end_gives_the_same_blocks() {
    for text in [YANZHOU, DAZHU, GUOBANFA, JIANGMEN, FOOD_SAFETY] {
        let expected = document(text).blocks;
        let utf_16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
        let ways = [
            GB18030.encode(text).0.into_owned(),
            utf_16(u16::to_le_bytes),
            utf_16(u16::to_be_bytes),
            [b"\xFF\xFE", utf_16(u16::to_le_bytes).as_slice()].concat(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            text.replace('\n', "\r\n").into_bytes(),
            text.replace('\n', "\r").into_bytes(),
            text.replace('\n', "\u{85}").into_bytes(),
        ];
        for bytes in ways {
            assert_eq!(read(&bytes, &Options::default()).unwrap().blocks, expected);
        }
    }
}

#[test]
fn broken_characters_are_noted_and_spoil_nothing_else() {
    let mut bytes = YANZHOU.as_bytes().to_vec();
    let at = YANZHOU.find("校产办").unwrap();
    bytes.splice(at..at + 1, [0xC0, 0x20]);
    let document = read(&bytes, &Options::default()).unwrap();
    assert_eq!(document.source.as_ref().unwrap().encoding.as_deref(), Some("UTF-8"));
    assert_eq!(rows(&document).len(), 8);
    let note = document.notes.iter().find(|note| note.code == NoteCode::BrokenCharacters).unwrap();
    assert_eq!(note.place.as_ref().unwrap().line, Place::in_line(25, 1, 0).line);
}

#[test]
fn what_can_not_be_read_says_why() {
    let limits = Limits { bytes: 8, ..Limits::default() };
    let small = Options { limits, ..Options::default() };
    let as_text = Options { format: Some(Format::Text), ..Options::default() };
    let png = [b"\x89PNG\r\n\x1a\n".as_slice(), &[0; 64]].concat();
    let code = |bytes: &[u8], options: &Options| read(bytes, options).map_err(|error| error.code());
    assert_eq!(code(b"", &Options::default()), Err("empty"));
    assert_eq!(code(" \u{3000}\n".as_bytes(), &Options::default()), Err("blank"));
    assert_eq!(code(&png, &Options::default()), Err("unsupported"));
    assert_eq!(code(&png, &as_text), Err("binary"));
    assert_eq!(read(b"123456789", &small), Err(ReadError::TooLarge { allowed: 8, found: 9 }));
    assert!(code("<p>甲</p>".as_bytes(), &as_text).is_ok());
}
