//! Documents made of a few lines of XML, and documents shown as a few lines of text.

use govplan_document::{Block, Document, NoteCode};
use govplan_read::{Format, Options, read};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
    Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    Target="word/document.xml"/></Relationships>"#;

/// The namespaces of a document.
pub(crate) const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#;

/// A ZIP archive of parts.
pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The main part with this body.
pub(crate) fn main_part(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
}

/// A document with this body and other parts.
pub(crate) fn docx_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let main = main_part(body);
    archive(&[&[("_rels/.rels", ROOT), ("word/document.xml", main.as_str())], parts].concat())
}

/// A document with this body and nothing else, read.
pub(crate) fn document(body: &str) -> Document {
    document_with(body, &[])
}

/// A document with this body and other parts, read.
pub(crate) fn document_with(body: &str, parts: &[(&str, &str)]) -> Document {
    let options = Options { format: Some(Format::Docx), ..Options::default() };
    read(&docx_with(body, parts), &options).unwrap()
}

/// A paragraph of one run.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// Cells of a table, each a paragraph, with properties before a `|`: `<w:gridSpan w:val="2"/>|责任单位`.
pub(crate) fn tr(cells: &[&str]) -> String {
    let cell = |cell: &&str| {
        let (properties, text) = cell.split_once('|').unwrap_or(("", cell));
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
    };
    format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
}

/// A table of rows.
pub(crate) fn tbl(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

/// Blocks as lines: `#` for each level of a heading, the cells of a row between bars, `^` for a covered one.
pub(crate) fn shown(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                lines.push("#".repeat(paragraph.heading.unwrap_or(0).into()) + paragraph.text.as_str());
            }
            Block::Table(table) => {
                assert!(table.shows_merges);
                for row in &table.rows {
                    let cells = row.cells.iter().map(|cell| if cell.covered { "^" } else { cell.text.as_str() });
                    lines.push(format!("|{}|", cells.collect::<Vec<_>>().join("|")));
                }
            }
            _ => {}
        }
    }
    lines
}

/// The lines of a document with this body.
pub(crate) fn lines(body: &str) -> Vec<String> {
    shown(&document(body).blocks)
}

/// The notes of a document: code and what was found.
pub(crate) fn notes(document: &Document) -> Vec<(NoteCode, &str)> {
    document.notes.iter().map(|note| (note.code, note.found.as_str())).collect()
}
