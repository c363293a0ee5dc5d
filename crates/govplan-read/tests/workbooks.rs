//! Workbooks of each format, read as documents.

#![cfg(feature = "workbook")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that can not go on has failed")]

use govplan_document::{AsideKind, Block, Document, NoteCode, Place};
use govplan_read::{Format, Limits, Options, ReadError, read};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const XLS: &[u8] = include_bytes!("fixtures/ledger.xls");
const ODS: &[u8] = include_bytes!("fixtures/ledger.ods");
const XML: &str = include_str!("fixtures/ledger-2003.xml");

/// An archive of parts, stored as they are.
fn archive<'a>(parts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        archive.start_file(name, options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const ROOT: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

/// A workbook of sheets, each a name, the attributes of its entry and the content of its part.
fn xlsx(sheets: &[(&str, &str, &str)], more: &[(&str, &str)]) -> Vec<u8> {
    let mut entries = String::new();
    let mut relationships = String::new();
    let mut parts = Vec::new();
    for (index, (name, attributes, content)) in (1..).zip(sheets) {
        entries += &format!("<sheet name=\"{name}\" sheetId=\"{index}\" r:id=\"rId{index}\" {attributes}/>");
        relationships += &format!(
            "<Relationship Id=\"rId{index}\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet{index}.xml\"/>"
        );
        parts.push((format!("xl/worksheets/sheet{index}.xml"), format!("<worksheet>{content}</worksheet>")));
    }
    for name in ["sharedStrings", "styles"] {
        relationships += &format!("<Relationship Id=\"{name}\" Type=\"http://x/{name}\" Target=\"/xl/{name}.xml\"/>");
    }
    parts.push(("xl/workbook.xml".to_owned(), format!("<workbook><sheets>{entries}</sheets></workbook>")));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships>{relationships}</Relationships>")));
    parts.push(("_rels/.rels".to_owned(), ROOT.to_owned()));
    let parts = parts.iter().map(|(name, content)| (name.as_str(), content.as_str()));
    archive(parts.chain(more.iter().copied()))
}

/// The content of a sheet's part: rows of cells parted by `|`, then what follows them.
fn rows(rows: &[&str], after: &str) -> String {
    let cell = |text: &str| match text.is_empty() {
        true => "<c/>".to_owned(),
        false => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    };
    let row = |row: &&str| format!("<row>{}</row>", row.split('|').map(cell).collect::<String>());
    format!("<sheetData>{}</sheetData>{after}", rows.iter().map(row).collect::<String>())
}

fn document(bytes: &[u8]) -> Document {
    read(bytes, &Options::default()).unwrap()
}

/// A line for each paragraph (`¶`), table (`#`) and row; `^` is the rest of a merged cell.
fn printed(document: &Document) -> Vec<String> {
    let mut printed = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => printed.push(format!("¶{}", paragraph.text.as_str())),
            Block::Table(table) => {
                assert!(table.shows_merges);
                printed.push("#".to_owned());
                printed.extend(table.rows.iter().map(|row| {
                    let cells = row.cells.iter().map(|cell| if cell.covered { "^" } else { cell.text.as_str() });
                    cells.collect::<Vec<_>>().join("|")
                }));
            }
            _ => panic!(),
        }
    }
    printed
}

fn notes(document: &Document) -> Vec<(NoteCode, &str)> {
    document.notes.iter().map(|note| (note.code, note.found.as_str())).collect()
}

/// The place of the first cell of the last table that shows a text.
fn place(document: &Document, shown: &str) -> String {
    let Some(Block::Table(table)) = document.blocks.last() else { panic!() };
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    let cell = cells.find(|cell| cell.text.as_str() == shown).unwrap();
    cell.text.place(0..shown.len()).unwrap().to_string()
}

#[test]
fn an_old_workbook_keeps_its_merges_values_and_hidden_parts() {
    let document = document(XLS);
    let expected = [
        "¶某县住建局2024年安全隐患整改台账",
        "¶单位：某县住建局",
        "#",
        "序号|问题|整改责任单位|^|^|^|整改期限",
        "^|^|建设|设计|施工|监理|^",
        "1|扬尘治理不到位\n裸土未覆盖|甲公司||乙公司||2024年3月15日",
        "2|脚手架验收缺失||丙院||丁监理|2024年6月",
        "3|完成率|98.5%|0.3|TRUE||长期坚持",
        "#",
        "任务|单位",
        "排查|住建局",
    ];
    assert_eq!(printed(&document), expected);
    let hidden = ["6", "D", "附表2"].map(|found| (NoteCode::HiddenContent, found));
    assert_eq!(notes(&document), hidden);
    assert_eq!(place(&document, "住建局"), "附表2!B2");
    assert_eq!(document.source.unwrap().reader.as_deref(), Some("xls"));
}

#[test]
fn an_opendocument_spreadsheet_is_read_with_its_spans_and_repeats() {
    let document = document(ODS);
    let expected = [
        "¶某县住建局2024年安全隐患整改台账",
        "#",
        "问题|责任单位|^|整改期限",
        "^|建设|施工|^",
        "扬尘治理不到位\n裸土未覆盖|甲公司|乙公司|2024年3月15日",
        "完成率|98.5%|0.3|2024年6月",
        "#",
        "任务|单位",
        "排查|住建局",
        "排查|住建局",
    ];
    assert_eq!(printed(&document), expected);
    assert_eq!(notes(&document), ["5", "C", "附表2"].map(|found| (NoteCode::HiddenContent, found)));
    assert_eq!(document.asides.len(), 1);
}

#[test]
fn an_excel_2003_xml_workbook_is_read_under_any_name() {
    let options = Options { name: Some("台账.xls".to_owned()), ..Options::default() };
    let document = read(XML.as_bytes(), &options).unwrap();
    let expected = [
        "¶整改台账",
        "#",
        "序号|问题|责任单位|^|期限",
        "^|^|建设|施工|^",
        "1|扬尘\n治理|甲公司|^|2024年3月15日",
        "2|完成率|98.5%|TRUE|2024年6月",
        "¶#REF!",
    ];
    assert_eq!(printed(&document), expected);
    assert_eq!(notes(&document), ["6", "D", "隐藏表"].map(|found| (NoteCode::HiddenContent, found)));
    let Some(Block::Paragraph(error)) = document.blocks.last() else { panic!() };
    assert_eq!(error.text.place(0..1), Some(Place::in_sheet("隐藏表", "A4")));
    let [comment] = document.asides.as_slice() else { panic!() };
    let [Block::Paragraph(comment)] = comment.blocks.as_slice() else { panic!() };
    assert_eq!(comment.text.as_str(), "请核实");
    assert_eq!(document.source.unwrap().reader.as_deref(), Some("spreadsheet-xml"));
}

#[test]
fn values_of_a_workbook_are_read_as_shown() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/></numFmts>\
                  <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"9\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>";
    let strings = "<sst><si><r><t>县</t></r><r><t>教育局</t></r><rPh><t>jiaoyuju</t></rPh></si></sst>";
    let cells = [
        ("<c t=\"s\"><v>0</v></c>", "县教育局"),
        ("<c t=\"inlineStr\"><is><t>一_x000D_\n二</t></is></c>", "一\n二"),
        ("<c><v>1.0</v></c>", "1"),
        ("<c><v>0.30000000000000004</v></c>", "0.3"),
        ("<c s=\"1\"><v>45366</v></c>", "2024年3月15日"),
        ("<c s=\"2\"><v>45366</v></c>", "2024年3月"),
        ("<c s=\"4\"><v>45366.5</v></c>", "2024年3月15日 12:00"),
        ("<c s=\"3\"><v>0.985</v></c>", "99%"),
        ("<c t=\"b\"><v>1</v></c>", "TRUE"),
        ("<c t=\"e\"><f>A1</f><v>#REF!</v></c>", "#REF!"),
        ("<c t=\"str\"><f>A1&amp;B1</f><v>甲乙</v></c>", "甲乙"),
        ("<c t=\"d\" s=\"1\"><v>2024-03-15T00:00:00Z</v></c>", "2024年3月15日"),
        ("<c t=\"s\"><v>7</v></c>", ""),
        ("<c><f>SUM(A1)</f></c>", ""),
        ("<c><v>约5</v></c>", "约5"),
    ];
    let sheet =
        cells.iter().map(|(cell, _)| format!("<row>{cell}<c t=\"str\"><v>列</v></c></row>")).collect::<String>();
    let sheet = format!("<sheetData>{sheet}</sheetData>");
    let parts = [("xl/styles.xml", styles), ("xl/sharedStrings.xml", strings)];
    let document = document(&xlsx(&[("表", "", &sheet)], &parts));
    let expected: Vec<String> = cells.iter().map(|(_, shown)| format!("{shown}|列")).collect();
    assert_eq!(printed(&document).get(1..).unwrap(), expected);
}

#[test]
fn a_ledger_of_many_regions_keeps_each() {
    let mut lines =
        vec!["问题整改台账".to_owned(), "序号|事项|整改责任单位||期限".to_owned(), "||建设|施工|".to_owned()];
    let mut regions = vec!["A1:E1".to_owned(), "A2:A3".into(), "B2:B3".into(), "C2:D2".into(), "E2:E3".into()];
    for number in 1..=20 {
        lines.extend([format!("{number}|甲|乙|丙|6月"), "|丁|戊|己|".to_owned()]);
        let row = 2 * number + 2;
        regions.extend([format!("A{row}:A{}", row + 1), format!("E{row}:E{}", row + 1)]);
    }
    assert_eq!(regions.len(), 45);
    let regions: String = regions.iter().map(|region| format!("<mergeCell ref=\"{region}\"/>")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let sheet = rows(&lines, &format!("<mergeCells>{regions}</mergeCells>"));
    let printed = printed(&document(&xlsx(&[("台账", "", &sheet)], &[])));
    assert_eq!(printed.get(..4).unwrap(), ["¶问题整改台账", "#", "序号|事项|整改责任单位|^|期限", "^|^|建设|施工|^"]);
    assert_eq!(printed.get(42..).unwrap(), ["20|甲|乙|丙|6月", "^|丁|戊|己|^"]);
}

#[test]
fn hidden_sheets_rows_columns_and_comments_are_read_and_told() {
    let shown = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols><sheetData>\
        <row r=\"1\"><c r=\"A1\" t=\"str\"><v>任务</v></c><c r=\"B1\" t=\"str\"><v>单位</v></c></row>\
        <row r=\"3\" hidden=\"true\"><c r=\"A3\" t=\"str\"><v>甲</v></c><c r=\"B3\" t=\"str\"><v>乙</v></c></row></sheetData>";
    let hidden = rows(&["任务|时限"], "");
    let relationships = "<Relationships><Relationship Id=\"a\" Type=\"http://x/comments\" Target=\"../comments1.xml\"/></Relationships>";
    let comments = "<comments><commentList><comment ref=\"B3\"><text><r><t>审核人:</t></r><r><t>\n请核实</t></r></text></comment></commentList></comments>";
    let parts = [("xl/worksheets/_rels/sheet1.xml.rels", relationships), ("xl/comments1.xml", comments)];
    let document = document(&xlsx(&[("附表1", "", shown), ("附表2", "state=\"veryHidden\"", &hidden)], &parts));
    assert_eq!(printed(&document), ["#", "任务|单位", "甲|乙", "#", "任务|时限"]);
    assert_eq!(notes(&document), ["3", "B", "附表2"].map(|found| (NoteCode::HiddenContent, found)));
    let [comment] = document.asides.as_slice() else { panic!() };
    let [Block::Paragraph(text)] = comment.blocks.as_slice() else { panic!() };
    assert_eq!((comment.kind, text.text.as_str()), (AsideKind::Comment, "审核人:\n请核实"));
    assert_eq!(text.text.place(0..3), Some(Place::in_sheet("附表1", "B3")));
}

#[test]
fn a_value_at_the_far_corner_costs_one_cell() {
    let sheet = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
        <row r=\"1048576\"><c r=\"A1048576\"><v>2</v></c><c r=\"XFD1048576\"><v>3</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"B1:XFC1048576\"/></mergeCells>";
    let strings = "<sst count=\"99999999999\" uniqueCount=\"99999999999\"/>";
    let document = document(&xlsx(&[("表", "", sheet)], &[("xl/sharedStrings.xml", strings)]));
    assert_eq!(printed(&document), ["¶1", "#", "2|3"]);
    assert_eq!(place(&document, "3"), "表!XFD1048576");
}

/// A spreadsheet of one table with one row.
fn ods(row: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"表\">{row}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    archive([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

#[test]
fn repeats_end_with_the_limits() {
    let row = "<table:table-row table:number-rows-repeated=\"4294967295\">\
        <table:table-cell table:number-columns-repeated=\"3\"><text:p>甲</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"4294967295\" table:number-columns-spanned=\"2\"/></table:table-row>";
    let options = Options { limits: Limits { cells: 10, ..Limits::default() }, ..Options::default() };
    let document = read(&ods(row), &options).unwrap();
    // Ten cells are taken; the four rows that they stand in cost four of the cells that a table may have.
    assert_eq!(printed(&document), ["#", "甲|甲|甲", "甲|甲|甲"]);
    let left_out = (3_u64 << 20) - 10;
    assert_eq!(notes(&document), ["4", left_out.to_string().as_str()].map(|found| (NoteCode::LimitReached, found)));
}

#[test]
fn text_of_a_cell_is_its_paragraphs_alone() {
    let row = "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><dc:creator>审核人</dc:creator>\
        <text:p>请核实</text:p></office:annotation><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame>\
        <text:p><text:span>教育</text:span><text:s text:c=\"2\"/><text:a>局</text:a></text:p><text:p>财政<text:line-break/>局\
        <text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zi</text:ruby-text></text:ruby></text:p></table:table-cell>\
        <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>真</text:p></table:table-cell></table:table-row>";
    let document = document(&ods(row));
    assert_eq!(printed(&document), ["#", "教育  局\n财政\n局字|TRUE"]);
    assert_eq!(document.asides.len(), 1);
}

#[test]
fn a_damaged_sheet_is_noted_and_the_others_are_read() {
    let good = rows(&["任务|单位"], "");
    let broken = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v";
    let bytes = xlsx(&[("表1", "", broken), ("表2", "", &good)], &[]);
    let document = document(&bytes);
    assert_eq!(printed(&document), ["#", "1|2", "#", "任务|单位"]);
    assert_eq!(notes(&document), [(NoteCode::DamagedPart, "表1")]);
    let lost = archive([
        ("xl/worksheets/sheet7.xml", format!("<worksheet>{good}</worksheet>").as_str()),
        ("xl/workbook.xml", "<"),
    ]);
    assert_eq!(printed(&self::document(&lost)), ["#", "任务|单位"]);
}

#[test]
fn what_can_not_be_read_says_why() {
    let read_as = |bytes: &[u8], format| read(bytes, &Options { format: Some(format), ..Options::default() });
    let reason = |result: Result<Document, ReadError>| result.unwrap_err().code();
    assert_eq!(reason(read(&xlsx(&[("表", "", "<sheetData/>")], &[]), &Options::default())), "blank");
    assert_eq!(reason(read(&xlsx(&[("表", "", "<sheetData")], &[]), &Options::default())), "damaged");
    for format in [Format::Xlsx, Format::Xls, Format::Ods, Format::SpreadsheetXml] {
        assert_eq!(reason(read_as(b"<html>", format)), "damaged", "{format}");
    }
    let options = Options { limits: Limits { unpacked_bytes: 1000, ..Limits::default() }, ..Options::default() };
    let bomb = rows(&["甲|乙".repeat(1000).as_str()], "");
    assert_eq!(reason(read(&xlsx(&[("表", "", &bomb)], &[]), &options)), "unpacks_too_large");
}

#[test]
fn encrypted_workbooks_are_told() {
    let encrypted = |bytes: &[u8], format| {
        let result = read(bytes, &Options { format: Some(format), ..Options::default() });
        assert_eq!(result, Err(ReadError::Encrypted { format }));
    };
    let package = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0";
    encrypted(package, Format::Xlsx);
    let named = |name: &str| read(package, &Options { name: Some(name.to_owned()), ..Options::default() });
    assert_eq!(named("台账.xlsx"), Err(ReadError::Encrypted { format: Format::Xlsx }));
    assert_eq!(named("通知.DOCX"), Err(ReadError::Encrypted { format: Format::Docx }));
    assert_eq!(named("附件").unwrap_err().code(), "unsupported");
    // The record that names the last writer becomes the one that says how the rest is encrypted.
    let mut bytes = XLS.to_vec();
    let writer = bytes.windows(4).position(|bytes| bytes == [0x5C, 0, 0x70, 0]).unwrap();
    bytes.splice(writer..writer + 1, [0x2F]);
    encrypted(&bytes, Format::Xls);
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    encrypted(&archive([("META-INF/manifest.xml", manifest), ("content.xml", "\u{1}")]), Format::Ods);
}

/// Numbers that look random and are the same in every run (the constants of Knuth's MMIX).
fn noise(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap()
}

#[test]
fn no_damage_makes_a_reader_panic() {
    let sheet =
        rows(&["台账", "任务|单位|时限", "甲|办公室|6月"], "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>");
    let xlsx = xlsx(&[("表", "", &sheet)], &[]);
    let cases =
        [(XLS, Format::Xls), (ODS, Format::Ods), (XML.as_bytes(), Format::SpreadsheetXml), (&xlsx, Format::Xlsx)];
    let mut state = 1;
    for (whole, format) in cases {
        for round in 0..300 {
            let mut bytes = whole.to_vec();
            for _ in 0..=round % 7 {
                let index = noise(&mut state) % bytes.len();
                bytes.splice(index..=index, [noise(&mut state).to_le_bytes()[0]]);
            }
            if round % 3 == 0 {
                bytes.truncate(noise(&mut state) % bytes.len());
            }
            let _ = read(&bytes, &Options { format: Some(format), ..Options::default() });
        }
    }
}
