//! Word 97–2003 documents, read whole.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on has failed; the documents of the corpus are files"
)]

use govplan_document::{Aside, AsideKind, Block, Document, NoteCode, Place, Table};
use govplan_read::{Limits, Options, ReadError, read};

fn corpus(file: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/00-seed/");
    std::fs::read(format!("{folder}{file}")).unwrap()
}

/// Every kind of thing that a document may hold, one of each.
const WORD_97: &[u8] = include_bytes!("fixtures/word97.doc");

fn document(bytes: &[u8]) -> Document {
    read(bytes, &Options::default()).unwrap()
}

/// The text in one line: where lines of a cell end is not what is compared.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn paragraphs(document: &Document) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => Some(line(paragraph.text.as_str())),
        _ => None,
    };
    document.blocks.iter().filter_map(text).collect()
}

fn rows(document: &Document) -> Vec<Vec<String>> {
    let rows = tables(document).into_iter().flat_map(|table| &table.rows);
    rows.map(|row| row.cells.iter().map(|cell| line(cell.text.as_str())).collect()).collect()
}

#[test]
fn the_seed_reads_as_its_text_does() {
    let (doc, text) = (document(&corpus("source.doc")), document(&corpus("source.txt")));
    // The plain text joins a sentence that the document breaks over two paragraphs.
    assert_eq!(paragraphs(&doc).concat(), paragraphs(&text).concat());
    assert_eq!(rows(&doc), rows(&text));
    assert_eq!(notes(&doc), [(NoteCode::JoinedParagraph, "员，落实政务公开工作责任")]);
}

/// The cells of a table: rows and columns that each covers where it is more than one, `^` for the rest of a merged one.
fn printed(table: &Table) -> Vec<String> {
    let cell = |cell: &govplan_document::Cell| match (cell.covered, cell.row_span, cell.column_span) {
        (true, ..) => "^".to_owned(),
        (_, 1, 1) => cell.text.as_str().to_owned(),
        (_, rows, columns) => format!("{} {rows}x{columns}", cell.text.as_str()),
    };
    table.rows.iter().map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
}

fn tables(document: &Document) -> Vec<&Table> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

fn notes(document: &Document) -> Vec<(NoteCode, &str)> {
    document.notes.iter().map(|note| (note.code, note.found.as_str())).collect()
}

/// The bytes with one part replaced by another as long.
fn replaced(bytes: &[u8], part: &[u8], by: &[u8]) -> Vec<u8> {
    let at = bytes.windows(part.len()).position(|window| window == part).unwrap();
    [&bytes[..at], by, &bytes[at + part.len()..]].concat()
}

#[test]
fn automatic_numbers_fields_and_changes_read_as_printed() {
    let document = document(WORD_97);
    let expected = [
        "工作方案标题",
        "一、第一项",
        "（一）子项甲",
        "（二）子项乙",
        "二、第二项",
        "（一）子项丙",
        "三、",
        "五、重新开始",
        "保留插入的隐藏的文字 第二行 制表",
        "域：⑴之后①\u{FFFD}",
        "文本框所在段",
        "文本框内容",
        "前半句，后半句。",
        "表间段落",
        "空行之后",
        "末段",
    ];
    assert_eq!(paragraphs(&document), expected);
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.heading,
        _ => None,
    });
    assert_eq!(headings.collect::<Vec<_>>(), [1]);
    let expected =
        [(NoteCode::HiddenContent, "隐藏的"), (NoteCode::UnreadableFont, "Wingdings"), (NoteCode::TrackedChanges, "3")];
    assert_eq!(notes(&document), expected);
}

#[test]
fn tables_keep_their_merges_and_what_stands_in_a_nested_one() {
    let document = document(WORD_97);
    let tables = tables(&document);
    let expected = [
        "序号 2x1|责任单位 1x2|^|时限 2x1",
        "^|牵头|配合|^",
        "1|县教育局|甲\n乙|6月底前",
        "2|全宽x 1x3|^|^",
        "2x2 2x2|^|a|b",
        "^|^|c|d",
    ];
    assert_eq!(printed(tables[0]), expected);
    assert_eq!(printed(tables[1]), ["外|前\n内一\n内二\n内三\n内四\n后|尾|末"]);
    assert_eq!(tables[2].rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [12, 12]);
    assert_eq!(tables[0].rows[2].cells[3].text.place(0..1), Some(Place::in_table(1, 3, 4)));
}

#[test]
fn what_stands_beside_the_text_is_kept_apart() {
    let document = document(WORD_97);
    let aside = |aside: &Aside| {
        let block = &aside.blocks[0];
        let Block::Paragraph(paragraph) = block else { panic!("{block:?}") };
        (aside.kind, paragraph.text.as_str().to_owned())
    };
    let expected = [
        (AsideKind::PageHeader, "页眉文字".to_owned()),
        (AsideKind::PageFooter, "—1—".to_owned()),
        (AsideKind::Note, "脚注内容".to_owned()),
        (AsideKind::Note, "尾注内容".to_owned()),
        (AsideKind::Comment, "批注内容".to_owned()),
    ];
    assert_eq!(document.asides.iter().map(aside).collect::<Vec<_>>(), expected);
}

#[test]
fn encrypted_and_older_documents_say_what_they_are() {
    // The flag stands in the second byte after the tenth of the FIB, whose first bytes are these.
    let at = WORD_97.windows(2).position(|window| window == [0xEC, 0xA5]).unwrap();
    let mut encrypted = WORD_97.to_vec();
    encrypted[at + 11] |= 1;
    assert!(matches!(read(&encrypted, &Options::default()), Err(ReadError::Encrypted { .. })));
    let mut older = WORD_97.to_vec();
    older[at] = 0xDC;
    assert!(matches!(read(&older, &Options::default()), Err(ReadError::Unsupported { .. })));
    older[at] = 0;
    assert!(matches!(read(&older, &Options::default()), Err(ReadError::Damaged { .. })));
}

#[test]
fn text_is_reached_without_the_tables_that_say_where_it_stands() {
    let damaged = document(&replaced(WORD_97, b"1\0T\0a\0b\0l\0e\0", b"X\0T\0a\0b\0l\0e\0"));
    assert!(paragraphs(&damaged).contains(&"末段".to_owned()));
    let expected = [
        (NoteCode::UnreadableFont, "U+F020"),
        (NoteCode::UnreadableFont, "U+F081"),
        (NoteCode::DamagedPart, "1Table"),
        (NoteCode::DamagedPart, "Clx"),
    ];
    assert_eq!(notes(&damaged), expected);
}

#[test]
fn work_ends_at_the_limits_with_a_note() {
    let limited = |limits: Limits| read(WORD_97, &Options { limits, ..Options::default() }).unwrap();
    let lines = limited(Limits { lines: 3, ..Limits::default() });
    assert_eq!(paragraphs(&lines), ["工作方案标题", "一、第一项", "（一）子项甲"]);
    assert_eq!(notes(&lines)[0], (NoteCode::LimitReached, "3"));
    let cells = limited(Limits { cells: 9, ..Limits::default() });
    assert!(notes(&cells).contains(&(NoteCode::LimitReached, "9")));
    let columns = limited(Limits { columns: 2, ..Limits::default() });
    assert_eq!(printed(tables(&columns)[0])[2], "1|县教育局\n甲\n乙\n6月底前");
    assert!(notes(&columns).contains(&(NoteCode::LongRow, "4")));
    let text = limited(Limits { unpacked_bytes: 12, ..Limits::default() });
    assert_eq!(paragraphs(&text), ["工作方案标题"]);
}

#[test]
fn no_damage_is_the_end_of_the_program() {
    let mut state = 1_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let limits = Limits { unpacked_bytes: 1 << 20, ..Limits::default() };
    let options = Options { format: Some(govplan_read::Format::Doc), limits, ..Options::default() };
    let mut readable = 0;
    for round in 0..1000 {
        let mut bytes = if round % 2 == 0 { WORD_97.to_vec() } else { corpus("source.doc") };
        match round % 5 {
            0 => bytes.truncate(next(bytes.len())),
            kind => {
                for _ in 0..1 << (kind * 2) {
                    let at = next(bytes.len());
                    bytes[at] = u8::try_from(next(256)).unwrap();
                }
            }
        }
        readable += usize::from(read(&bytes, &options).is_ok());
    }
    assert!(readable > 600, "{readable}");
}
