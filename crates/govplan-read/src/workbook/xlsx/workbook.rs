use super::super::value::is_true;
use super::super::{Epoch, Markup, Piece, attribute};
use super::Relationships;
use std::borrow::Cow;

/// What the workbook part says.
#[derive(Default)]
pub(super) struct Workbook {
    pub(super) entries: Vec<Entry>,
    pub(super) epoch: Epoch,
    /// Name of the part with the shared strings.
    pub(super) strings: Option<String>,
    /// Name of the part with the styles.
    pub(super) styles: Option<String>,
}

/// A sheet as the workbook lists it.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// Name of its part; `None` where the workbook names none.
    pub(super) part: Option<String>,
}

impl Workbook {
    /// Reads the workbook part; sheets that are charts or dialogues are left out.
    pub(super) fn read(markup: &str, relationships: &Relationships) -> Self {
        let mut workbook = Self {
            strings: relationships.of_kind("sharedStrings"),
            styles: relationships.of_kind("styles"),
            ..Self::default()
        };
        for piece in Markup::new(markup) {
            let Piece::Open(tag) = piece else { continue };
            match tag.local_name().as_ref() {
                "workbookPr" if attribute(&tag, "date1904").is_some_and(|value| is_true(&value)) => {
                    workbook.epoch = Epoch::Of1904;
                }
                "sheet" => {
                    let part = attribute(&tag, "id").and_then(|id| relationships.named(&id));
                    if part.is_none_or(|(kind, _)| kind == "worksheet") {
                        workbook.entries.push(Entry {
                            name: attribute(&tag, "name").unwrap_or_default().into_owned(),
                            hidden: attribute(&tag, "state").is_some_and(|state| state != "visible"),
                            part: part.map(|(_, part)| part.to_owned()),
                        });
                    }
                }
                _ => {}
            }
        }
        workbook
    }

    /// The workbook of an archive whose workbook part is lost: its sheets in the order of the archive, by the names of
    /// their parts.
    pub(super) fn usual<'a>(parts: impl Iterator<Item = Cow<'a, str>>) -> Self {
        let entry = |part: Cow<'_, str>| {
            let name = part.strip_prefix("xl/worksheets/")?.strip_suffix(".xml")?.to_owned();
            Some(Entry { name, hidden: false, part: Some(part.into_owned()) })
        };
        Self {
            entries: parts.filter_map(entry).collect(),
            epoch: Epoch::default(),
            strings: Some("xl/sharedStrings.xml".to_owned()),
            styles: Some("xl/styles.xml".to_owned()),
        }
    }
}
