//! A plan as a Word document (.docx) in the shape of an official document (GB/T 9704-2012): paper and margins of 5.1 and 5.2,
//! faces and sizes of 7.2 and 7.3, page numbers of 7.5.
//!
//! What an issuer alone may set stands nowhere: no issuer's mark (发文机关标志), no seal, no imprint (版记).

mod document;
mod paragraph;
mod table;
mod xml;

use govplan_core::Plan;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Parts that are the same in every document.
const PARTS: [(&str, &str); 7] = [
    ("[Content_Types].xml", include_str!("../../data/docx/content_types.xml")),
    ("_rels/.rels", include_str!("../../data/docx/package_rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("../../data/docx/document_rels.xml")),
    ("word/styles.xml", include_str!("../../data/docx/styles.xml")),
    ("word/settings.xml", include_str!("../../data/docx/settings.xml")),
    ("word/footer1.xml", include_str!("../../data/docx/footer_odd.xml")),
    ("word/footer2.xml", include_str!("../../data/docx/footer_even.xml")),
];

/// A plan as a Word document (Office Open XML, ISO/IEC 29500), which is read as the same plan.
///
/// A plan out of clauses stands in clauses, each closed by its phrase of responsibility; one out of a table, and one whose shape
/// clauses do not tell without doubt, in a table on pages of its own. Time is linear in the plan's size.
///
/// ```
/// use govplan_core::Plan;
/// use govplan_write::plan_docx;
///
/// assert!(plan_docx(&Plan::new("p".parse()?)).starts_with(b"PK"));
/// # Ok::<(), govplan_core::TokenError>(())
/// ```
#[must_use]
pub fn plan_docx(plan: &Plan) -> Vec<u8> {
    let (core, document) = (properties(plan), document::document(plan));
    let parts = PARTS.into_iter().chain([("docProps/core.xml", &*core), ("word/document.xml", &*document)]);
    // Writing to memory does not fail, and no part is too large for its place in the package.
    package(parts).unwrap_or_default()
}

fn package<'p>(parts: impl Iterator<Item = (&'p str, &'p str)>) -> zip::result::ZipResult<Vec<u8>> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        package.start_file(name, options)?;
        package.write_all(text.as_bytes())?;
    }
    Ok(package.finish()?.into_inner())
}

/// What the file says of itself; for a moment the date of the document, for there is no clock.
fn properties(plan: &Plan) -> String {
    let title = plan.title.as_deref().or(plan.head.title.as_deref()).unwrap_or_default();
    let day = plan.head.issued_on.map_or_else(|| "1980-01-01".to_owned(), |day| day.to_string());
    include_str!("../../data/docx/core.xml")
        .replace("{day}", &day)
        .replace("{issuers}", &xml::text(&plan.head.issuers.join("、")))
        .replace("{title}", &xml::text(title))
}
