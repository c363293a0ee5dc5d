//! The text of paragraphs.

use super::fixture::{document, document_with, lines, notes, p, shown, tbl, tr};
use govplan_document::{Block, NoteCode, Place};

/// A paragraph with these runs.
fn runs(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn field(mark: &str) -> String {
    format!("<w:r><w:fldChar w:fldCharType=\"{mark}\"/></w:r>")
}

#[test]
fn runs_are_joined_as_they_stand() {
    let fragments = ["2025", " 年8", "月", "6", "日", "，各镇", "（街）", " 报送", "。"];
    let runs = fragments.map(|run| format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{run}</w:t></w:r>"));
    assert_eq!(lines(&format!("<w:p>{}</w:p>", runs.concat())), ["2025 年8月6日，各镇（街） 报送。"]);
}

#[test]
fn white_space_around_characters_counts_only_where_the_xml_keeps_it() {
    let body = runs("<w:r><w:t>\n   甲 &amp; 乙 </w:t></w:r><w:r><w:t xml:space='preserve'> 丙\t丁&#10;戊</w:t></w:r>");
    assert_eq!(lines(&body), ["甲 & 乙 丙 丁 戊"]);
}

#[test]
fn padding_by_spaces_is_taken_off() {
    let body = p("\u{3000}\u{3000}附件：1.\u{a0}任务分解表") + &p("\u{a0}\u{a0}\u{3000}2025年8月6日\u{200b} ");
    assert_eq!(lines(&body), ["附件：1.\u{a0}任务分解表", "2025年8月6日"]);
}

#[test]
fn breaks_part_lines_and_tabs_are_spaces() {
    let body = runs(
        "<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>普法责任制</w:t><w:br/><w:t>四清单</w:t>\
        <w:tab/><w:t>2</w:t><w:noBreakHyphen/><w:t>3</w:t><w:cr/><w:br w:type=\"page\"/><w:t>通知</w:t></w:r>",
    );
    let document = document(&body);
    assert_eq!(shown(&document.blocks), ["普法责任制", "四清单 2-3", "通知"]);
    let gaps = document.blocks.iter().map(|block| matches!(block, Block::Paragraph(it) if it.after_gap));
    assert_eq!(gaps.collect::<Vec<_>>(), [true, false, true]);
}

#[test]
fn places_count_the_paragraphs_outside_of_tables() {
    let body = [p("甲"), p(""), tbl(&[tr(&["乙", "丙"]), tr(&["", "丁"])]), p("戊")].concat();
    let document = document(&body);
    let [Block::Paragraph(first), Block::Table(table), Block::Paragraph(last)] = document.blocks.as_slice() else {
        panic!("{:?}", document.blocks)
    };
    assert_eq!(first.text.place(0..3), Some(Place::in_paragraph(1)));
    assert_eq!(last.text.place(0..3), Some(Place::in_paragraph(3)));
    assert_eq!(table.rows[1].cells[1].text.place(0..3), Some(Place::in_table(1, 2, 2)));
    assert!(first.after_gap && !last.after_gap);
}

#[test]
fn results_of_fields_are_read_and_what_they_are_computed_from_is_not() {
    let enumerator = |code, result| {
        let code = format!("<w:r><w:instrText>= {code} \\* GB2</w:instrText></w:r>");
        let result = format!("<w:r><w:t>{result}</w:t></w:r>");
        [field("begin"), code, field("separate"), result, field("end")].concat()
    };
    let one = runs(&(enumerator(1, "⑴") + "<w:r><w:t>加强领导</w:t></w:r>"));
    let two = runs(&(enumerator(2, "⑵") + "<w:r><w:t>强化督查</w:t></w:r>"));
    assert_eq!(lines(&(one + &two)), ["⑴加强领导", "⑵强化督查"]);
    let inner = [field("begin"), "<w:r><w:t>条件</w:t></w:r>".into(), enumerator(3, "⑶")].concat();
    let nested = [inner, field("separate"), "<w:r><w:t>结果</w:t></w:r>".into(), field("end")].concat();
    assert_eq!(lines(&runs(&nested)), ["结果"]);
    let simple = "<w:fldSimple w:instr=\"DATE\"><w:r><w:t>2025年8月6日</w:t></w:r></w:fldSimple>";
    assert_eq!(lines(&runs(simple)), ["2025年8月6日"]);
}

#[test]
fn a_field_that_never_ends_hides_no_later_paragraph() {
    let body = runs(&field("begin")) + &p("加强领导") + &runs(&(field("end") + &field("end"))) + &p("强化督查");
    assert_eq!(lines(&body), ["加强领导", "强化督查"]);
}

#[test]
fn containers_are_read_through() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = runs(
        &[
            format!(
                "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
                run("甲")
            ),
            format!("<w:smartTag>{}</w:smartTag><w:customXml>{}</w:customXml>", run("乙"), run("丙")),
            format!("<w:hyperlink>{}</w:hyperlink><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", run("丁")),
            format!("<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>", run("wù"), run("戊")),
            "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F081\"/><w:drawing><a:p><a:t>图</a:t></a:p></w:drawing></w:r>"
                .into(),
        ]
        .concat(),
    );
    assert_eq!(lines(&format!("<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>")), ["甲乙丙丁x=1戊①"]);
}

#[test]
fn one_branch_of_alternate_content_is_read() {
    let boxed = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let alternate = |choice: &str, fallback: &str| {
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{choice}</w:drawing></mc:Choice>\
            <mc:Fallback><w:pict>{fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>"
        )
    };
    let shape = |text| format!("<wps:txbx>{}</wps:txbx>", boxed(text));
    let vml = |text| format!("<v:textbox>{}</v:textbox>", boxed(text));
    assert_eq!(lines(&alternate(&shape("签发：张三"), &vml("签发：张三"))), ["签发：张三", "正文"]);
    assert_eq!(lines(&alternate("<wps:wsp/>", &vml("签发：张三"))), ["签发：张三", "正文"]);
    assert_eq!(lines(&alternate("<wps:wsp/>", "<v:line/>")), ["正文"]);
    let cell = tbl(&[format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", alternate(&shape("甲"), ""), p("乙"))]);
    assert_eq!(lines(&cell), ["|甲\n正文|乙|"]);
}

#[test]
fn what_stands_before_the_title_stays_before_it() {
    let body = p("签发：张三") + &p("县2025年重点工作方案") + &p("图13  流程图");
    assert_eq!(lines(&body), ["签发：张三", "县2025年重点工作方案", "图13  流程图"]);
}

#[test]
fn hidden_text_is_left_out_with_a_note() {
    let styles = r#"<w:styles><w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"#;
    let run = |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    let body = [
        runs(&(run("<w:vanish/>", "内部") + &run("<w:vanish w:val=\"0\"/>", "公开"))),
        runs(&(run("<w:rStyle w:val=\"h\"/>", "批注") + &run("", "正文"))),
        runs(&format!("<w:pPr><w:pStyle w:val=\"h\"/></w:pPr>{}", run("", "全隐"))),
        tbl(&[tr(&["甲", "乙"]), tr(&["丙", "丁"]).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")]),
        p("末"),
    ];
    let document = document_with(&body.concat(), &[("word/styles.xml", styles)]);
    assert_eq!(shown(&document.blocks), ["公开", "正文", "|甲|乙|", "|||", "末"]);
    let hidden = ["内部", "批注", "全隐", "丙", "丁"].map(|found| (NoteCode::HiddenContent, found));
    let mut found = notes(&document);
    found.sort_unstable_by_key(|(_, found)| hidden.iter().position(|(_, hidden)| hidden == found));
    assert_eq!(found, hidden);
}

#[test]
fn headings_are_known_by_the_outline_of_the_paragraph_or_its_style() {
    let styles = r#"<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:styleId="2"><w:basedOn w:val="1"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>"#;
    let styled = |properties: &str, text: &str| p(text).replace("<w:p>", &format!("<w:p><w:pPr>{properties}</w:pPr>"));
    let body = [
        styled("<w:pStyle w:val=\"T\"/>", "方案"),
        styled("<w:pStyle w:val=\"2\"/>", "总体要求"),
        styled("<w:outlineLvl w:val=\"2\"/>", "目标"),
        styled("<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>", "正文"),
    ];
    let document = document_with(&body.concat(), &[("word/styles.xml", styles)]);
    assert_eq!(shown(&document.blocks), ["方案", "#总体要求", "###目标", "正文"]);
}
