//! Web pages, parts copied from them, and pages that Word and Excel saved.

#![cfg(feature = "html")]
#![expect(clippy::unwrap_used, reason = "a test that can not go on has failed")]

use encoding_rs::{BIG5, GB18030};
use govplan_document::{Block, Document, NoteCode};
use govplan_read::{Format, Limits, Options, ReadError, read};
use proptest::prelude::*;

const STATE_COUNCIL: &str = include_str!("fixtures/html/state-council.html");
const CITY: &str = include_str!("fixtures/html/city-cms.html");
const OLD: &str = include_str!("fixtures/html/old-page.html");
const WORD: &str = include_str!("fixtures/html/word-page.html");
const EXCEL: &str = include_str!("fixtures/html/excel-page.html");

fn read_bytes(bytes: &[u8], limits: Limits) -> Result<Document, ReadError> {
    read(bytes, &Options { name: None, format: Some(Format::Html), limits })
}

fn document(html: &str) -> Document {
    read_bytes(html.as_bytes(), Limits::default()).unwrap()
}

/// The blocks as text: `#` for each level of a heading, `~` after a gap, a table in brackets with a line for each row.
fn shown(blocks: &[Block]) -> Vec<String> {
    let mut shown = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let gap = if paragraph.after_gap { "~" } else { "" };
                shown.push(
                    gap.to_owned() + &"#".repeat(paragraph.heading.unwrap_or(0).into()) + paragraph.text.as_str(),
                );
            }
            Block::Table(table) => shown.extend(table.rows.iter().map(|row| {
                let cell = |cell: &govplan_document::Cell| match (cell.covered, cell.row_span, cell.column_span) {
                    (true, ..) => "^".to_owned(),
                    (_, 1, 1) => cell.text.as_str().replace('\n', "/"),
                    (_, down, across) => format!("{}({down}x{across})", cell.text.as_str().replace('\n', "/")),
                };
                format!("[{}]", row.cells.iter().map(cell).collect::<Vec<_>>().join("|"))
            })),
            _ => {}
        }
    }
    shown
}

/// The blocks of a part of a page; the gap before the first is not shown.
fn blocks(html: &str) -> Vec<String> {
    let mut shown = shown(&document(html).blocks);
    if let Some(first) = shown.first_mut() {
        *first = first.trim_start_matches('~').to_owned();
    }
    shown
}

fn asides(document: &Document) -> Vec<String> {
    document.asides.iter().flat_map(|aside| shown(&aside.blocks)).collect()
}

fn notes(document: &Document) -> Vec<(NoteCode, &str)> {
    document.notes.iter().map(|note| (note.code, note.found.as_str())).collect()
}

#[test]
fn layout_tables_of_a_state_council_page_dissolve_and_its_two_tables_stay() {
    let document = document(STATE_COUNCIL);
    assert_eq!(
        shown(&document.blocks),
        [
            "[索 引 号：|000014349/2019-00003|主题分类：|对外经贸合作\\其他]",
            "[发文机关：|国务院|成文日期：|2019年01月12日]",
            "[标　　题：|国务院关于促进综合保税区高水平开放高质量发展的若干意见(1x3)|^|^]",
            "[发文字号：|国发〔2019〕3号|发布日期：|2019年01月25日]",
            "[主 题 词：|(1x3)|^|^]",
            "国务院关于促进综合保税区高水平开放高质量发展的若干意见",
            "国发〔2019〕3号",
            "~各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
            "1.拓展两个市场。有步骤地推开增值税一般纳税人资格试点。（税务总局、财政部、海关总署负责）",
            "[序号|重点任务|负责部门]",
            "[1|提前适用政策|海关总署/财政部]",
            "国务院",
            "2019年1月12日",
            "（此件公开发布）",
        ]
    );
    assert_eq!(
        asides(&document),
        [
            "~中国政府网",
            "国务院",
            "政策",
            "互动",
            "首页\u{A0}>\u{A0}信息公开\u{A0}>\u{A0}国务院文件",
            "【打印本页】【关闭窗口】",
            "扫一扫在手机打开当前页",
            "主办单位：国务院办公厅　运行维护单位：中国政府网运行中心",
            "版权所有：中国政府网　京ICP备05070218号　网站标识码bm01000001",
        ]
    );
}

#[test]
fn a_city_page_gives_its_article_title_and_catalogue_entry() {
    let document = document(CITY);
    assert_eq!(
        shown(&document.blocks),
        [
            "~索引号：008611111/2020-00123",
            "发文机关：大竹县人民政府办公室",
            "发文字号：竹府办〔2020〕20号",
            "成文日期：2020-08-27",
            "#关于印发《大竹县2020年政务公开工作要点》的通知",
            "发布时间：2020-08-27 10:21　来源：县政府办　浏览次数：352",
            "各乡镇（街道）办事处，县级各部门：",
            "现将《大竹县2020年政务公开工作要点》印发给你们，请认真贯彻落实。",
            "1.推进决策公开。（县司法局牵头，各乡镇配合）",
            "2.推进执行公开。（县政府办牵头）",
            "[序号(2x1)|任务(2x1)|责任单位(1x2)|^]",
            "[^|^|牵头|配合]",
            "[1|公开目录|县政府办(2x1)|各乡镇]",
            "[2|公开指南|^|各部门]",
            "附件：任务分解表.docx",
            "大竹县人民政府办公室",
            "2020年8月27日",
        ]
    );
    let asides = asides(&document);
    for line in
        ["首页", "字体：【大 中 小】　打印　关闭", "一图读懂", "###相关链接", "上一篇：关于调整领导小组成员的通知"]
    {
        assert!(asides.iter().any(|aside| aside == line), "{line}");
    }
    assert_eq!(asides.len(), 14);
    assert_eq!(notes(&document), [(NoteCode::HiddenContent, "内部编号：不对外公开的一")]);
}

#[test]
fn an_old_page_in_gbk_keeps_its_paragraphs_apart() {
    let bytes = GB18030.encode(OLD).0.into_owned();
    let document = read_bytes(&bytes, Limits::default()).unwrap();
    assert_eq!(document.source.as_ref().unwrap().encoding.as_deref(), Some("gb18030"));
    assert_eq!(
        shown(&document.blocks),
        [
            "~关于开展春季农业生产工作的通知",
            "发布时间：2008-3-12",
            "各乡镇人民政府，县直有关单位：",
            "为做好春季农业生产，现将有关事项通知如下。",
            "一、落实播种面积。各乡镇要在3月底前完成。（县农业局负责）",
            "~二、加强物资供应。县供销社牵头，县农资公司配合。",
            "县人民政府办公室",
            "二○○八年三月十二日",
        ]
    );
    let beside = ["~首页", "信息公开", "通知公告", "领导信箱", "关闭窗口", "Copyright 2008 县人民政府 版权所有"];
    assert_eq!(asides(&document), beside);
}

#[test]
fn pages_that_office_programs_saved_are_read() {
    let word = document(WORD);
    assert_eq!(
        shown(&word.blocks),
        [
            "~2019年重点工作方案",
            "~一、\u{A0}加强组织领导，落实责任。",
            "[任务|责任单位(1x2)|^]",
            "[公开目录|办公室/财务科|LED screen2]",
            "请遵照执行。",
        ]
    );
    assert_eq!(notes(&word), [(NoteCode::HiddenContent, "修订痕迹")]);
    let excel = document(EXCEL);
    assert_eq!(
        shown(&excel.blocks),
        ["[2021年整改任务台账(1x3)|^|^]", "[序号|整改任务|责任单位]", "[1|更换消防栓/并补齐标识|后勤科]"]
    );
    assert_eq!(notes(&excel), [(NoteCode::HiddenContent, "2已经销号后勤科")]);
    let place = excel.notes[0].place.as_ref();
    assert_eq!(place.map(ToString::to_string).as_deref(), Some("table 1 row 3"), "the last row, below which it stands");
}

#[test]
fn elements_become_blocks() {
    let cases: &[(&str, &[&str])] = &[
        (
            "<h1>方案</h1><h2>一、目标</h2><div>总体<p>目标</p>任务</div>",
            &["#方案", "##一、目标", "总体", "目标", "任务"],
        ),
        ("<p>甲<p>乙<div>丙<div>丁</div>戊", &["甲", "乙", "丙", "丁", "戊"]),
        ("<p>甲</p><p>&nbsp;</p><p>乙</p><hr><p>丙</p><div></div><p>丁", &["甲", "~乙", "~丙", "丁"]),
        ("甲<b><p>乙</b>丙</p>丁</p>戊", &["甲", "乙丙", "丁", "戊"]),
        ("<p>第<span>一</span><font color=red>季</font><a href=x>度</a> <strong>完成</strong></p>", &["第一季度 完成"]),
        ("<p>面积10m<sup>2</sup>，H<sub>2</sub>O &amp; &lt;5%&gt;</p>", &["面积10m2，H2O & <5%>"]),
        ("<pre>一、目标\n  （一）总体\n\n二、任务</pre>", &["一、目标", "（一）总体", "~二、任务"]),
        ("<div style='white-space:pre-wrap'>甲\r\n乙</div>", &["甲", "乙"]),
        ("<ul><li>甲<li>乙<ul><li>丙</ul></ul>", &["甲", "乙", "丙"]),
        ("<dl><dt>牵头<dd>教育局</dl>", &["牵头", "教育局"]),
        ("<h1>甲<h2>乙</h2>", &["#甲", "##乙"]),
        ("<p>甲<script>'<p>乙'</script><style>p{}</style><noscript>丙</noscript><textarea>丁</textarea>戊", &["甲戊"]),
        ("<p>甲<select><option>乙</select><button>丙</button><svg><text>丁</text></svg>戊", &["甲戊"]),
        ("<p>甲<button>乙<p>丙", &["甲", "乙", "丙"]),
        ("<!-- <p>甲</p> --><p>乙<!--[if mso]>丙<![endif]--><![if !mso]>丁<![endif]>", &["乙丁"]),
    ];
    for (html, expected) in cases {
        assert_eq!(blocks(html), *expected, "{html}");
    }
}

#[test]
fn lists_print_the_numbers_that_the_page_computes() {
    let cases: &[(&str, &[&str])] = &[
        ("<ol><li>甲<li>乙</ol><ol><li>丙</ol>", &["1.甲", "2.乙", "1.丙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", &["3.甲", "7.乙", "8.丙"]),
        ("<ol reversed><li>甲<li>乙</ol>", &["2.甲", "1.乙"]),
        ("<ol type=a><li>甲</ol><ol type=I><li>乙</ol>", &["a.甲", "I.乙"]),
        ("<ol style='list-style-type:cn2'><li><p>甲</p></li></ol>", &["（一）甲"]),
        ("<ol style='list-style:none'><li>甲</ol><ol><li style='list-style-type:none'>乙</ol>", &["甲", "乙"]),
        ("<ol><li>一、甲<li>（二）乙</ol>", &["一、甲", "（二）乙"]),
        ("<ol><li>甲<ol><li>乙</ol><li>丙</ol>", &["1.甲", "1.乙", "2.丙"]),
        ("<ol start=9223372036854775807><li>甲<li>乙</ol>", &["9223372036854775807.甲", "9223372036854775807.乙"]),
    ];
    for (html, expected) in cases {
        assert_eq!(blocks(html), *expected, "{html}");
    }
}

#[test]
fn breaks_part_paragraphs_and_leave_titles_whole() {
    let cases: &[(&str, &[&str])] = &[
        ("<p>各科室：<br>现将方案印发。<br>办公室<br>2020年</p>", &["各科室：", "现将方案印发。", "办公室", "2020年"]),
        ("<p>甲<br><br>乙<br/>　　丙</p>", &["甲", "~乙", "丙"]),
        ("<p>由教育局、<br>财政局负责（含<br>试点）</p>", &["由教育局、财政局负责（含", "试点）"]),
        ("<h1>关于印发方案<br>的通知</h1>", &["#关于印发方案的通知"]),
        (
            "<p align=center>2020年<br>工作方案<br>（试行）<br>政办〔2020〕3号</p>",
            &["2020年工作方案", "（试行）", "政办〔2020〕3号"],
        ),
        ("<center>一、目标。<br>二、任务</center>", &["一、目标。", "二、任务"]),
        ("<p>甲<br></p><p>乙</p>", &["甲", "乙"]),
        ("<p>甲</p><br><p>乙</p>", &["甲", "~乙"]),
    ];
    for (html, expected) in cases {
        assert_eq!(blocks(html), *expected, "{html}");
    }
}

#[test]
fn tables_are_exact_grids() {
    let cases: &[(&str, &[&str])] = &[
        ("<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>", &["[甲(2x1)|乙(1x2)|^]", "[^|丙|丁]"]),
        (
            "<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tbody><tr><td>丁<td>戊</table>",
            &["[甲(2x1)|乙]", "[^|丙]", "[丁|戊]"],
        ),
        ("<table><tr><td rowspan=1000000000>甲<td>乙<tr><td>丙</table>", &["[甲(2x1)|乙]", "[^|丙]"]),
        ("<table><tr><td rowspan=x>甲<td colspan=0>乙<tr><td>丙<td>丁</table>", &["[甲|乙]", "[丙|丁]"]),
        (
            "<table><tfoot><tr><td>合计<td>2</tfoot><thead><tr><th>甲<th>乙</thead><tr><td>丙<td>丁</table>",
            &["[甲|乙]", "[丙|丁]", "[合计|2]"],
        ),
        ("<table><caption>分工表</caption><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", &["分工表", "[甲|乙]", "[丙|丁]"]),
        ("<table>错位<tr>错<td>甲<td>乙<tr><td>丙<td>丁</table>", &["错位", "错", "[甲|乙]", "[丙|丁]"]),
        ("<tr><td>甲<td>乙<tr><td>丙<td>丁", &["[甲|乙]", "[丙|丁]"]),
        ("<table><td>甲<td>乙<tr><td>丙</td></td><td>丁</table>", &["[甲|乙]", "[丙|丁]"]),
        ("<table><tr></tr><tr><td>甲<td>乙<tr></tr><tr><td>丙<td></table>", &["[甲|乙]", "[丙|]"]),
        (
            "<table><tr><td rowspan=2>甲<td rowspan=2>乙<tr></tr><tr><td>丙<td>丁</table>",
            &["[甲(2x1)|乙(2x1)]", "[^|^]", "[丙|丁]"],
        ),
        (
            "<table><tr><td><p>甲</p><p>　乙&nbsp;</p><td>丙<br>丁<br><br>戊<tr><td><ol><li>己<li>庚</ol><td><h2>辛</h2></table>",
            &["[甲/乙|丙/丁/戊]", "[1.己/2.庚|辛]"],
        ),
        (
            "<table border=1><tr><td>任务<td>单位<tr><td>公开目录、公开指南和年度报告<td><table><tr><td>甲<td>乙<tr><td>丙</table></table>",
            &["[任务|单位]", "[公开目录、公开指南和年度报告|甲/乙/丙]"],
        ),
    ];
    for (html, expected) in cases {
        assert_eq!(blocks(html), *expected, "{html}");
    }
}

#[test]
fn tables_that_only_lay_out_a_page_dissolve() {
    let data = "<table border=1><tr><td>甲<td>乙<tr><td>丙<td>丁</table>";
    let rows: &[&'static str] = &["[甲|乙]", "[丙|丁]"];
    let prose = "<p>段落。</p>".repeat(6);
    let dissolved = |before: &[&'static str]| [before, rows].concat();
    assert_eq!(blocks("<table><tr><td>通知<p>正文</table>"), ["通知", "正文"]);
    assert_eq!(blocks(&format!("<table><tr><td>通知<tr><td>{data}</table>")), dissolved(&["通知"]));
    assert_eq!(blocks(&format!("<table><tr><td>菜单<td>通知{data}</table>")), dissolved(&["菜单", "通知"]));
    let page = format!("<table><tr><td colspan=2>页眉<tr><td>菜单<td>{prose}{data}</table>");
    assert_eq!(blocks(&page).len(), 10);
    let deep = format!("<table><tr><td><table><tr><td><table><tr><td>{data}</table></table></table>");
    assert_eq!(blocks(&deep), rows);
    // A column of short cells says what its header says.
    assert_eq!(blocks("<table><tr><td>任务<tr><td>公开目录</table>"), ["[任务]", "[公开目录]"]);
    // A ruled table stays one, however much a cell holds.
    assert_eq!(blocks(&format!("<table border=1><tr><td>项目<td>内容<tr><td>要求<td>{prose}</table>")).len(), 2);
}

#[test]
fn two_tables_side_by_side_in_the_page_stay_two() {
    let document = document("<table><tr><td>索引号<td>1</table><table><tr><td>任务<td>单位<tr><td>甲<td>乙</table>");
    let last = |block: &Block| match block {
        Block::Table(table) => table.rows.last()?.cells.last()?.text.place(0..3).map(|place| place.to_string()),
        _ => None,
    };
    let places: Vec<_> = document.blocks.iter().filter_map(last).collect();
    assert_eq!(places.len(), 2);
    assert_ne!(places.first(), places.last());
}

#[test]
fn a_part_of_a_page_passes_untouched() {
    let html = "<p>当前位置：首页 &gt; 公开</p><p>打印 关闭</p><div class=footer>主办单位：县政府办</div><p><a href=x>附件1</a></p>";
    let document = document(html);
    assert_eq!(shown(&document.blocks), ["~当前位置：首页 > 公开", "打印 关闭", "主办单位：县政府办", "附件1"]);
    assert!(document.asides.is_empty());
}

#[test]
fn text_is_kept_where_a_page_leaves_open_what_it_is() {
    let menu = "<ul class=menu><li><a href=1>首页</a><li><a href=2>政务公开</a><li><a href=3>服务</a></ul>";
    // Neither a container nor links: all but the menu is text, and a table after the article is one of the document.
    let text =
        "<div><p>各科室要认真落实。</p></div><p>办公室</p><table><tr><td>任务<td>单位<tr><td>公开<td>办公室</table>";
    let page = document(&format!("<html><body>{menu}{text}"));
    assert_eq!(shown(&page.blocks), ["~各科室要认真落实。", "办公室", "[任务|单位]", "[公开|办公室]"]);
    assert_eq!(asides(&page), ["~首页", "政务公开", "服务"]);
    // Links alone are the text where there is no other.
    assert_eq!(document(&format!("<html><body>{menu}")).blocks.len(), 3);
    // Prose is none of a footer's lines, though a careless page puts it there.
    let footer = "<div id=footer><p>请于每季度末前报送，逾期不报的予以通报。</p><p>县政府办公室主办</p></div>";
    let page = document(&format!(
        "<html><body>{menu}<div id=zoom>{}</div>{footer}",
        "<p>各科室要认真落实，按期完成。</p>".repeat(9)
    ));
    assert_eq!(page.blocks.len(), 10);
    assert_eq!(asides(&page).last().map(String::as_str), Some("县政府办公室主办"));
}

#[test]
fn the_title_in_the_head_stands_for_one_that_is_not_shown() {
    let head = "<head><meta name=ArticleTitle content='关于印发方案的通知'></head>";
    assert_eq!(blocks(&format!("{head}<p>各科室：</p>")), ["#关于印发方案的通知", "~各科室："]);
    assert_eq!(blocks(&format!("{head}<p>关于印发<br>　方案的通知</p>")), ["关于印发", "方案的通知"]);
}

#[test]
fn encodings_are_told_from_the_bytes_and_the_declaration() {
    let text = "<p>一、各镇要加强组织领导，2020年9月底前完成。</p>";
    let page = |charset: &str| format!("<html><head><meta charset={charset}></head>{text}");
    let cases: [(Vec<u8>, &str); 6] = [
        (page("utf-8").into_bytes(), "UTF-8"),
        // Declared as what it no longer is.
        (page("gb2312").into_bytes(), "UTF-8"),
        ([b"\xEF\xBB\xBF".to_vec(), page("gbk").into_bytes()].concat(), "UTF-8"),
        (GB18030.encode(&page("gb2312")).0.into_owned(), "gb18030"),
        (GB18030.encode(&page("iso-8859-1")).0.into_owned(), "gb18030"),
        (GB18030.encode(text).0.into_owned(), "gb18030"),
    ];
    for (bytes, encoding) in cases {
        let document = read_bytes(&bytes, Limits::default()).unwrap();
        assert_eq!(document.source.as_ref().unwrap().encoding.as_deref(), Some(encoding));
        assert_eq!(shown(&document.blocks), ["~一、各镇要加强組织领导，2020年9月底前完成。".replace('組', "组")]);
    }
    let big5 = BIG5.encode("<meta charset=big5><p>各鄉鎮公所應函報縣政府。</p>").0.into_owned();
    assert_eq!(shown(&read_bytes(&big5, Limits::default()).unwrap().blocks), ["~各鄉鎮公所應函報縣政府。"]);
}

#[test]
fn limits_leave_out_the_rest_with_a_note() {
    let limits = |change: fn(&mut Limits)| {
        let mut limits = Limits::default();
        change(&mut limits);
        limits
    };
    let lines = read_bytes(b"<p>1<p>2<p>3", limits(|limits| limits.lines = 2)).unwrap();
    assert_eq!((shown(&lines.blocks).len(), notes(&lines)), (2, vec![(NoteCode::LimitReached, "3")]));
    let table = b"<table><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table>";
    let cells = read_bytes(table, limits(|limits| limits.cells = 6)).unwrap();
    assert_eq!((shown(&cells.blocks).len(), notes(&cells)), (2, vec![(NoteCode::LimitReached, "6")]));
    let columns = read_bytes(table, limits(|limits| limits.columns = 2)).unwrap();
    assert_eq!(shown(&columns.blocks), ["[1|2/3]", "[4|5/6]"]);
    assert_eq!(notes(&columns), [(NoteCode::LongRow, "3"), (NoteCode::LongRow, "3")]);
    let depth =
        read_bytes(b"<div>1<div>2<div>3<div>4</div>5</div>6</div>7</div>8", limits(|limits| limits.depth = 2)).unwrap();
    assert_eq!(shown(&depth.blocks), ["~1", "2", "3", "4", "5", "6", "7", "8"]);
    assert_eq!(notes(&depth), [(NoteCode::LimitReached, "2")]);
}

#[test]
fn pages_without_end_are_read_all_the_same() {
    let many = 20_000;
    let pages = [
        "<div>".repeat(many) + "文",
        "<table><tr><td>".repeat(many) + "文",
        (0..many).map(|n| format!("<b id={n}><p>文")).collect(),
        (0..many).map(|n| format!("a{n} ")).collect::<String>() + ">文",
        format!("<p {}>文", (0..many).map(|n| format!("a{n} ")).collect::<String>()),
        format!("<p>甲<!--{}-->文", "-".repeat(many)),
        format!("<p>甲<img src='{}'>文", "x".repeat(many)),
        format!("<p><span hidden>{}</p>文", "<span>".repeat(many)),
        format!("<table>{}</table>文", "<tr><td rowspan=9999999999 colspan=9999999999>文<td>字".repeat(many / 10)),
    ];
    for page in pages {
        let document = document(&page);
        assert!(shown(&document.blocks).last().is_some_and(|last| last.contains('文')), "{page:.40}");
    }
}

#[test]
fn a_long_comment_ends_wherever_its_end_falls() {
    for length in 8180..8200 {
        let document = document(&format!("<p>甲<!--{}--><p>乙>-->丙", "x".repeat(length)));
        assert_eq!(shown(&document.blocks), ["~甲", "乙>-->丙"], "{length}");
    }
}

#[test]
fn pages_that_show_nothing_are_refused() {
    for html in ["<html><body></body></html>", "<p>&nbsp;</p>", "<script>1</script>", "<table><tr><td></table>"] {
        assert_eq!(read_bytes(html.as_bytes(), Limits::default()), Err(ReadError::Blank), "{html}");
    }
}

/// Tags and texts that pages are made of, in any order.
fn page_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "<td rowspan=2>",
        "<td colspan=3>",
        "</td>",
        "<tbody>",
        "<tfoot>",
        "<caption>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<div class=nav>",
        "<div id=zoom>",
        "<h1>",
        "</h2>",
        "<ol>",
        "<li>",
        "</ol>",
        "<br>",
        "<a href=x>",
        "</a>",
        "<span hidden>",
        "</span>",
        "<select>",
        "</select>",
        "<pre>",
        "</pre>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<html>",
        "<title>",
        "</title>",
        "<",
        ">",
        "&nbsp;",
        "\n",
        " ",
        "　　",
        "任务",
        "责任单位：",
        "。",
        "首页",
        "1.",
        "打印",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_page_is_read_the_same_twice(page in page_like()) {
        let read = || read_bytes(page.as_bytes(), Limits { depth: 12, ..Limits::default() });
        prop_assert_eq!(read(), read());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_bytes(&bytes, Limits::default());
    }
}
