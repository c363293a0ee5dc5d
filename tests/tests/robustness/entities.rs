//! Document types whose entities grow without end, or name a file.

use crate::outcome::read;
use crate::package::{DOCX, FORMATS, packed};
use govplan::{Error, Plan, ReadError};

/// What stands in the file that an entity names, and in no document of these tests.
const SECRET: &str = "govplan-tests";

/// Entities of which the last is ten to the tenth of the first.
fn laughs() -> String {
    let grown = |n: usize| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10));
    format!("<!DOCTYPE d [<!ENTITY l0 \"政务公开\">{}]>", (1..=10).map(grown).collect::<String>())
}

/// An entity that is this package's manifest.
fn outside() -> String {
    let file = concat!("file://", env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    format!("<!DOCTYPE d [<!ENTITY l10 SYSTEM \"{file}\"><!ENTITY % p SYSTEM \"{file}\"> %p;]>")
}

/// Every document that is XML, with this before its root and a reference to the entity `l10` within its text.
fn documents(doctype: &str) -> Vec<(&'static str, Vec<u8>)> {
    let text = "政务公开工作要点&l10;";
    let xml = |root: &str| format!("<?xml version=\"1.0\"?>{doctype}{root}").into_bytes();
    let packages = FORMATS.iter().map(|format| {
        let main = String::from_utf8(xml(&format.main_part(text))).unwrap();
        (format.name, packed(&format.parts(&main)))
    });
    let flat_opc = format!(
        r#"<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part
        pkg:name="/word/document.xml"><pkg:xmlData>{}</pkg:xmlData></pkg:part></pkg:package>"#,
        DOCX.main_part(text)
    );
    let word_xml = format!(
        r#"<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t
        >{text}</w:t></w:r></w:p></w:body></w:wordDocument>"#
    );
    let spreadsheet_xml = format!(
        r#"<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
        xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="附表"><Table><Row><Cell><Data
        ss:Type="String">{text}</Data></Cell></Row></Table></Worksheet></Workbook>"#
    );
    let html = format!("{doctype}<html><body><p>{text}</p></body></html>").into_bytes();
    let whole = [("flat-opc", xml(&flat_opc)), ("word-xml", xml(&word_xml)), ("xls-xml", xml(&spreadsheet_xml))];
    packages.chain(whole).chain([("html", html)]).collect()
}

/// The plans as JSON; empty where the document is refused.
fn written(plans: Result<Vec<Plan>, Error>, name: &str) -> String {
    match plans {
        Ok(plans) => plans.iter().map(Plan::to_json).collect(),
        Err(Error::Document(ReadError::NoReader { .. })) => "政务公开".to_owned(),
        Err(error) => panic!("{name}: {error}"),
    }
}

#[test]
fn entities_that_grow_without_end_are_not_unfolded() {
    for (name, bytes) in documents(&laughs()) {
        let json = written(read(&bytes), name);
        assert!(json.contains("政务公开"), "{name}: {json}");
        assert!(json.len() < 10_000, "{name}: {} bytes", json.len());
    }
}

#[test]
fn nothing_is_read_from_outside_of_the_file() {
    assert!(include_str!("../../Cargo.toml").contains(SECRET));
    for (name, bytes) in documents(&outside()) {
        let json = written(read(&bytes), name);
        assert!(json.contains("政务公开"), "{name}: {json}");
        assert!(!json.contains(SECRET), "{name}: {json}");
    }
}
