//! OFD files as office programs write them, made in memory.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The parts of a file, in order.
#[derive(Clone)]
pub(super) struct Fixture {
    pub(super) parts: Vec<(String, Vec<u8>)>,
}

const OFD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>
<ofd:DocID>2f7a</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"#;

impl Fixture {
    /// A file of one document with these pages and nothing else; `content` is what stands in a layer.
    pub(super) fn of_pages(contents: &[&str]) -> Self {
        let pages = (0..contents.len()).fold(String::new(), |mut pages, page| {
            write!(pages, r#"<ofd:Page ID="{}" BaseLoc="Pages/Page_{page}/Content.xml"/>"#, page + 10).unwrap();
            pages
        });
        let mut fixture = Self { parts: Vec::new() };
        fixture.put("OFD.xml", OFD);
        fixture.put("Doc_0/Document.xml", &document("", &pages));
        for (page, content) in contents.iter().enumerate() {
            fixture.put(&format!("Doc_0/Pages/Page_{page}/Content.xml"), &self::page("", content));
        }
        fixture
    }

    /// Adds a part, or replaces the one of that name.
    pub(super) fn put(&mut self, name: &str, text: &str) {
        self.put_bytes(name, text.as_bytes());
    }

    pub(super) fn put_bytes(&mut self, name: &str, bytes: &[u8]) {
        match self.parts.iter_mut().find(|(other, _)| other == name) {
            Some((_, old)) => *old = bytes.to_vec(),
            None => self.parts.push((name.to_owned(), bytes.to_vec())),
        }
    }

    /// The same file with another part.
    pub(super) fn with(mut self, name: &str, text: &str) -> Self {
        self.put(name, text);
        self
    }

    /// The same file with something else in a part.
    pub(super) fn replace(mut self, name: &str, from: &str, to: &str) -> Self {
        let text = self.parts.iter().find(|(other, _)| other == name).unwrap();
        let text = String::from_utf8(text.1.clone()).unwrap();
        assert!(text.contains(from), "{from}");
        self.put(name, &text.replace(from, to));
        self
    }

    /// The same file without a part.
    pub(super) fn without(mut self, name: &str) -> Self {
        self.parts.retain(|(other, _)| other != name);
        self
    }

    /// The file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            archive.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }
}

/// A `Document.xml` of A4 pages, with more common data.
pub(super) fn document(common_data: &str, pages: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>900</ofd:MaxUnitID><ofd:PageArea>
<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common_data}</ofd:CommonData>
<ofd:Pages>{pages}</ofd:Pages></ofd:Document>"#
    )
}

/// A `Content.xml` with one layer.
pub(super) fn page(before: &str, layer: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">{before}<ofd:Content><ofd:Layer Type="Body"
ID="20">{layer}</ofd:Layer></ofd:Content></ofd:Page>"#
    )
}

/// A line of text from a point on its base line: one `TextCode` for each script, as offices' programs break it.
pub(super) fn text(x: f64, y: f64, size: f64, text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut codes = String::new();
    let mut offset = 0.0;
    for run in characters.chunk_by(|one, next| one.is_ascii() == next.is_ascii()) {
        let width = width(run[0], size);
        let deltas = match run.len() {
            1 => String::new(),
            2 => format!(r#" DeltaX="{width}""#),
            count => format!(r#" DeltaX="g {} {width}""#, count - 1),
        };
        let run: String = run.iter().collect();
        write!(codes, r#"<ofd:TextCode X="{offset:.3}" Y="{size}"{deltas}>{run}</ofd:TextCode>"#).unwrap();
        offset += run.chars().map(|c| self::width(c, size)).sum::<f64>();
    }
    let top = y - size;
    format!(
        r#"<ofd:TextObject ID="30" Boundary="{x:.3} {top:.3} {offset:.3} {size}" Font="5" Size="{size}">
        <ofd:FillColor Value="0 0 0"/><ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1">
        <ofd:Glyphs>4460</ofd:Glyphs></ofd:CGTransform>{codes}</ofd:TextObject>"#
    )
}

fn width(character: char, size: f64) -> f64 {
    if character.is_ascii() { size / 2.0 } else { size }
}

/// Heading of the notice and the sentence under it.
const TITLE: &str = "政务公开重点任务分工";
const OPENING: [&str; 3] = ["各科室：", "现将 2025 年政务公开重点任务分工印发给你们，", "请于12月31日前完成。"];

/// The table of 池州市信访局's work on openness, as the corpus of real plans holds it in other formats: task, number,
/// requirement, department, time. An empty task is the rest of the one above.
const ROWS: &[[&str; 5]] = &[
    [
        "推进行政规范性文件集中公开",
        "1",
        "集中梳理现有行政规范性文件，形成现行有效文件清单后对外公布。",
        "办公室",
        "年底前",
    ],
    ["丰富政策解读形式", "2", "主动做好政策解读，不断提高解读质量，采用更多样的解读方式。", "各科室", "持续推进"],
    [
        "夯实主动公开基础",
        "3",
        "按规定维护政府信息公开专栏，法定应当公开的内容要及时、集中、规范发布；落实信息公开各项制度，强化保密审查，防止失泄密。",
        "各科室",
        "持续推进",
    ],
    [
        "",
        "4",
        "依规编写并发布政府信息公开年度报告，把年度重点任务完成情况写入年报，做到体例统一、数据真实，自觉接受监督。",
        "办公室",
        "持续推进",
    ],
    [
        "依法办理依申请公开",
        "5",
        "依法办理政府信息公开申请，做好相关复议答复和应诉工作，减少法律风险。",
        "各科室",
        "持续推进",
    ],
    [
        "切实抓好工作落实",
        "6",
        "编制并公布本部门政务公开重点任务清单，列明要求、责任科室和完成时限，逐条抓好落实",
        "办公室",
        "持续推进",
    ],
    ["做好宣传", "7", "踊跃参加“政务公开交流”征稿，及时总结并报送好稿件。", "各科室", "持续推进"],
    ["强化指导监督", "8", "派员参加政务公开培训与研讨，持续提高业务水平。", "各科室", "持续推进"],
];

/// Rows on the first page.
const ON_FIRST: usize = 5;

/// Left edges of the columns, and the right edge of the last, in millimetres.
const EDGES: [f64; 6] = [28.0, 63.0, 73.0, 138.0, 161.0, 184.0];

/// Size of the table's characters and height of its lines.
const SIZE: f64 = 4.2;
const LINE: f64 = 6.0;

/// A horizontal line, stroked.
fn across(left: f64, right: f64, y: f64) -> String {
    let width = right - left;
    format!(
        r#"<ofd:PathObject ID="40" Boundary="{left:.3} {y:.3} {width:.3} 0.176" LineWidth="0.176"><ofd:StrokeColor
        Value="0 0 0"/><ofd:AbbreviatedData>M 0 0 L {width:.3} 0</ofd:AbbreviatedData></ofd:PathObject>"#
    )
}

/// A vertical line, as a thin rectangle that is filled.
fn down(x: f64, top: f64, bottom: f64) -> String {
    let (left, height) = (x - 0.1, bottom - top);
    format!(
        r#"<ofd:PathObject ID="41" Boundary="{left:.3} {top:.3} 0.2 {height:.3}" Stroke="false" Fill="true">
        <ofd:AbbreviatedData>M 0 0 L 0.2 0 L 0.2 {height:.3} L 0 {height:.3} C</ofd:AbbreviatedData>
        </ofd:PathObject>"#
    )
}

/// A table's rows from `top`, under a header whose second cell covers two columns.
fn table(rows: &[[&str; 5]], top: f64) -> String {
    let header = ["工作任务", "具体要求", "", "责任科室", "时限要求"];
    let mut out = across(EDGES[0], EDGES[5], top);
    let mut top = top;
    for (index, row) in std::iter::once(&header).chain(rows).enumerate() {
        let right = |column: usize| if (index, column) == (0, 1) { EDGES[3] } else { EDGES[column + 1] };
        let cells = row.iter().enumerate().map(|(column, cell)| wrapped(cell, right(column) - EDGES[column]));
        let lines: Vec<Vec<String>> = cells.collect();
        let count = lines.iter().map(Vec::len).max().unwrap();
        let bottom = top + LINE * u32::try_from(count).map(f64::from).unwrap() + 2.0;
        for (cell, left) in lines.iter().zip(EDGES) {
            let mut y = top + LINE;
            for line in cell {
                out += &text(left + 1.5, y, SIZE, line);
                y += LINE;
            }
        }
        for x in EDGES.into_iter().filter(|x| index > 0 || *x != EDGES[2]) {
            out += &down(x, top, bottom);
        }
        let goes_on = rows.get(index).is_some_and(|next| next[0].is_empty());
        out += &across(EDGES[usize::from(goes_on)], EDGES[5], bottom);
        top = bottom;
    }
    out
}

/// A cell's lines, as many characters on each as its width takes; a comma or full stop hangs out, as in print.
fn wrapped(cell: &str, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut left = width - 3.0;
    for character in cell.chars() {
        if left < self::width(character, SIZE) && !"，。；、".contains(character) {
            lines.push(String::new());
            left = width - 3.0;
        }
        left -= self::width(character, SIZE);
        lines.last_mut().unwrap().push(character);
    }
    lines
}

/// A notice of two pages with a table over both, a letterhead from a template, page numbers, and a watermark.
pub(super) fn notice() -> Fixture {
    let template = r#"<ofd:Template TemplateID="3" ZOrder="Background"/>"#;
    let watermark = r#"<ofd:TextObject ID="50" Boundary="40 100 140 140" CTM="0.7071 -0.7071 0.7071 0.7071 0 90"
    Font="5" Size="14" Alpha="60"><ofd:TextCode X="0" Y="14" DeltaX="g 3 14">内部资料</ofd:TextCode></ofd:TextObject>"#;
    let blank = r#"<ofd:TextObject ID="51" Boundary="28 30 10 6" Font="5" Size="5.6"><ofd:TextCode X="0"
    Y="5"> </ofd:TextCode></ofd:TextObject>"#;
    let (first_rows, second_rows) = ROWS.split_at(ON_FIRST);
    let mut first = format!("{watermark}{blank}<ofd:PageBlock ID=\"52\">{}", text(66.8, 50.0, 7.84, TITLE));
    first += &text(28.0, 68.0, 5.6, OPENING[0]);
    first += &text(39.2, 78.0, 5.6, OPENING[1]);
    first += &text(28.0, 88.0, 5.6, OPENING[2]);
    first += &table(first_rows, 98.0);
    first += "</ofd:PageBlock>";
    let second = table(second_rows, 40.0);
    let mut fixture = Fixture { parts: Vec::new() };
    fixture.put("OFD.xml", OFD);
    fixture.put(
        "Doc_0/Document.xml",
        &document(
            r#"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID="3"
            BaseLoc="Tpls/Tpl_0/Content.xml"/>"#,
            r#"<ofd:Page ID="1" BaseLoc="/Doc_0/Pages/Page_0/Content.xml"/><ofd:Page ID="2"
            BaseLoc="Pages/Page_1/Content.xml"/>"#,
        ),
    );
    fixture.put(
        "Doc_0/PublicRes.xml",
        r#"<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:Fonts><ofd:Font ID="5"
        FontName="FangSong"/></ofd:Fonts></ofd:Res>"#,
    );
    fixture.put("Doc_0/Tpls/Tpl_0/Content.xml", &page("", &text(28.0, 25.0, 4.2, "信访局政务公开")));
    for (number, body) in [(0, first), (1, second)] {
        let body = body + &text(98.0, 280.0, 4.94, &format!("— {} —", number + 1));
        fixture.put(&format!("Doc_0/Pages/Page_{number}/Content.xml"), &page(template, &body));
    }
    fixture
}
