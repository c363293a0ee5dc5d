//! Tables, pages and lines without end.

use crate::outcome::{is_limited, read, used};
use crate::package::{DOCX, ODS, XLSX, packed};
use govplan::{Error, Plan};
use std::fmt::Write;

/// The findings of the plans, as JSON, where the file is read at all.
fn requirements(plans: &Result<Vec<Plan>, Error>) -> usize {
    plans.iter().flatten().map(|plan| plan.requirements().count()).sum()
}

fn docx(body: &str) -> Vec<u8> {
    let paragraph = |text: &str| format!("</w:t></w:r></w:p>{text}<w:p><w:r><w:t>");
    packed(&DOCX.parts(&DOCX.main_part(&paragraph(body))))
}

#[test]
fn ten_thousand_nested_tables_are_read_to_the_limit_of_depth() {
    let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    let word = docx(&(open.repeat(10_000) + "<w:p><w:r><w:t>办公室</w:t></w:r></w:p>" + &close.repeat(10_000)));
    let (open, close) = ("<table><tr><td>甲", "</td></tr></table>");
    let page = format!("<html><body>{}办公室{}</body></html>", open.repeat(10_000), close.repeat(10_000));
    for bytes in [word, page.into_bytes()] {
        assert!(is_limited(&read(&bytes)));
        assert_eq!(used(&bytes), Ok(()));
    }
}

#[test]
fn a_hundred_thousand_nested_elements_are_read_to_the_limit_of_depth() {
    for name in ["div", "span", "b", "ul><li", "font", "blockquote"] {
        let page = format!("<html><body>{}工作要点</body></html>", format!("<{name}>").repeat(100_000));
        assert_eq!(used(page.as_bytes()), Ok(()), "{name}");
    }
}

#[test]
fn spans_of_a_billion_rows_and_columns_cover_what_is_there() {
    let page = "<table><tr><th>工作任务<th>具体要求<th>责任单位<tr><td rowspan=1000000000>推进公开<td>抓好落实。<td \
        colspan=1000000000>办公室<tr><td>加强培训。<td>人事科</table>";
    let plans = read(page.as_bytes());
    assert_eq!((requirements(&plans), used(page.as_bytes())), (2, Ok(())));
    let billions = format!("<table>{}</table>", "<tr><td rowspan=1000000000 colspan=1000000000>办公室".repeat(2000));
    assert!(is_limited(&read(billions.as_bytes())));
}

/// A workbook with these rows after the row of its text.
fn xlsx(rows: &str) -> Vec<u8> {
    let main = XLSX.main_part("工作要点").replace("</sheetData>", &format!("{rows}</sheetData>"));
    packed(&XLSX.parts(&main))
}

#[test]
fn the_far_corner_of_a_sheet_costs_one_cell() {
    let bytes = xlsx(r#"<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>办公室</t></is></c></row>"#);
    assert!(read(&bytes).is_ok());
    assert_eq!(used(&bytes), Ok(()));
}

#[test]
fn rows_that_are_declared_and_hold_nothing_are_none() {
    let rows = (2..=1_048_576).fold(String::new(), |mut rows, row| {
        write!(rows, "<row r=\"{row}\"/>").unwrap();
        rows
    });
    let declared = r#"<dimension ref="A1:XFD1048576"/><sheetData>"#;
    let main =
        XLSX.main_part("工作要点").replace("<sheetData>", declared).replace("</sheetData>", &(rows + "</sheetData>"));
    assert_eq!(used(&packed(&XLSX.parts(&main))), Ok(()));
}

#[test]
fn a_row_repeated_two_billion_times_is_cut() {
    let row = "<table:table-row table:number-rows-repeated=\"2147483648\">";
    let main = ODS.main_part("办公室").replace("<table:table-row>", row);
    assert!(is_limited(&read(&packed(&ODS.parts(&main)))));
    let cell = "<table:table-cell table:number-columns-repeated=\"2147483648\" ";
    let main = ODS.main_part("办公室").replace("<table:table-cell ", cell);
    assert!(is_limited(&read(&packed(&ODS.parts(&main)))));
}

#[test]
fn a_page_tree_that_is_its_own_child_has_no_page() {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 3 0 R>>",
        "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 1000000000/Parent 2 0 R>>",
    ];
    let mut pdf = "%PDF-1.7\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (object, number) in objects.iter().zip(1..) {
        writeln!(table, "{:010} 00000 n ", pdf.len()).unwrap();
        write!(pdf, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let start = pdf.len();
    write!(pdf, "xref\n0 4\n{table}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").unwrap();
    assert_eq!(used(pdf.as_bytes()), Ok(()));
}

#[test]
fn a_line_of_sixty_megabytes_is_read() {
    let sentence = "各单位要认真落实政务公开工作责任制，";
    assert_eq!(used(sentence.repeat((60 << 20) / sentence.len()).as_bytes()), Ok(()));
}

#[test]
fn two_hundred_thousand_rows_are_read() {
    let rows = (1..=200_000).fold("工作任务\t具体要求\t责任单位\n".to_owned(), |mut rows, row| {
        writeln!(rows, "{row}.推进公开\t抓好落实。\t办公室").unwrap();
        rows
    });
    assert_eq!(requirements(&read(rows.as_bytes())), 200_000);
}
