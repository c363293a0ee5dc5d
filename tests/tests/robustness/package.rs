//! Archives, and the smallest documents that are one.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A part of an archive: its name and what it holds.
pub(crate) type Part = (String, Vec<u8>);

/// The formats that are archives of parts, as a document with one line of text: the parts, that which holds the text,
/// and the text within it.
pub(crate) struct Format {
    pub(crate) name: &'static str,
    /// The parts, the one that holds the text last.
    parts: &'static [(&'static str, &'static str)],
}

/// Where the text stands in a part.
const TEXT: &str = "{text}";

pub(crate) const FORMATS: [Format; 4] = [DOCX, XLSX, ODS, OFD];

pub(crate) const DOCX: Format = Format {
    name: "docx",
    parts: &[
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
            Target="word/document.xml"/></Relationships>"#,
        ),
        (
            "word/document.xml",
            r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t
            >{text}</w:t></w:r></w:p></w:body></w:document>"#,
        ),
    ],
};

pub(crate) const XLSX: Format = Format {
    name: "xlsx",
    parts: &[
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
            Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
            Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="附表"
            sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/worksheets/sheet1.xml",
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"
            t="inlineStr"><is><t>{text}</t></is></c></row></sheetData></worksheet>"#,
        ),
    ],
};

pub(crate) const ODS: Format = Format {
    name: "ods",
    parts: &[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#,
        ),
        (
            "content.xml",
            r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table
            table:name="附表"><table:table-row><table:table-cell office:value-type="string"><text:p>{text}</text:p
            ></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body
            ></office:document-content>"#,
        ),
    ],
};

pub(crate) const OFD: Format = Format {
    name: "ofd",
    parts: &[
        (
            "OFD.xml",
            r#"<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo
            /><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"#,
        ),
        (
            "Doc_0/Document.xml",
            r#"<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID
            ><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages
            ><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>"#,
        ),
        (
            "Doc_0/Pages/Page_0/Content.xml",
            r#"<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="2"><ofd:TextObject ID="3"
            Boundary="20 20 150 10" Font="4" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 9 5">{text}</ofd:TextCode
            ></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"#,
        ),
    ],
};

impl Format {
    /// The part that holds the text.
    pub(crate) fn main_part(&self, text: &str) -> String {
        self.parts.last().unwrap().1.replace(TEXT, text)
    }

    /// The parts, with this as the one that holds the text.
    pub(crate) fn parts(&self, main: &str) -> Vec<Part> {
        let (last, others) = self.parts.split_last().unwrap();
        let parts = others.iter().copied().chain([(last.0, main)]);
        parts.map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec())).collect()
    }
}

/// An archive of parts, not compressed.
pub(crate) fn packed(parts: &[Part]) -> Vec<u8> {
    begun(parts).finish().unwrap().into_inner()
}

/// An archive of parts, not compressed, that is not yet closed.
pub(crate) fn begun(parts: &[Part]) -> ZipWriter<Cursor<Vec<u8>>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(name.as_str(), stored).unwrap();
        writer.write_all(content).unwrap();
    }
    writer
}

/// The parts of an archive; `None` of what is none.
pub(crate) fn unpacked(bytes: &[u8]) -> Option<Vec<Part>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let length = archive.len();
    let part = |index| {
        let mut file = archive.by_index(index).ok()?;
        let mut content = Vec::new();
        file.read_to_end(&mut content).ok()?;
        Some((file.name().ok()?.into_owned(), content))
    };
    (0..length).map(part).collect()
}
