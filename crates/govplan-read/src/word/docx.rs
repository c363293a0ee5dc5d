use super::assemble::assemble;
use super::definitions::Definitions;
use super::parts::Parts;
use super::relationships::{Relationships, of_part};
use super::story::Story;
use super::xml::Xml;
use crate::package::PartError;
use crate::{Format, Limits, ReadError};
use govplan_document::{Document, Note, NoteCode};
use std::borrow::Cow;

/// Where the main part, the styles and the lists stand where nothing says so.
const MAIN_PART: &str = "word/document.xml";
const STYLES: &str = "styles.xml";
const NUMBERING: &str = "numbering.xml";

/// The kinds of part that stand beside the text, in the order in which they are read.
const ASIDES: &[&str] = &["header", "footer", "footnotes", "endnotes", "comments"];

/// Parts beside the text that are read: a header and a footer for each kind of page of hundreds of sections.
const MOST_ASIDES: usize = 1000;

/// Reads a document from its parts.
pub(super) fn read(
    mut parts: Parts<'_>,
    format: Format,
    mut notes: Vec<Note>,
    limits: &Limits,
) -> Result<Document, ReadError> {
    let depth = super::depth(limits);
    let root = relationships(&mut parts, "_rels/.rels", "", &mut notes)?;
    let named = root.parts("officeDocument").into_iter().next();
    let (main, text) = match named.map(|name| parts.part(&name, &mut notes).map(|text| (name, text))) {
        Some(Ok(found)) => found,
        Some(Err(PartError::TooLarge(error))) => return Err(error),
        _ => (MAIN_PART.to_owned(), main_part(&mut parts, format, &mut notes)?),
    };
    let (folder, beside) = of_part(&main);
    let related = relationships(&mut parts, &beside, folder, &mut notes)?;
    let part_of = |kind, file: &str| {
        let named = related.parts(kind).into_iter().next();
        named.unwrap_or_else(|| format!("{folder}{}{file}", if folder.is_empty() { "" } else { "/" }))
    };
    let mut definitions =
        Definitions::in_parts(parts, part_of("styles", STYLES), part_of("numbering", NUMBERING), depth);
    definitions.notes = notes;
    let mut story = Story::new(&mut definitions, limits);
    if story.read(Xml::new(&text, depth)).is_err() {
        story.definitions.note_damage(&main);
    }
    for (count, name) in ASIDES.iter().flat_map(|kind| related.parts(kind)).enumerate() {
        if count == MOST_ASIDES {
            let found = MOST_ASIDES.to_string();
            story.definitions.notes.push(Note { code: NoteCode::LimitReached, place: None, found });
            break;
        }
        let Some(text) = story.definitions.part(&name) else { continue };
        if story.read(Xml::new(&text, depth)).is_err() {
            story.definitions.note_damage(&name);
        }
    }
    match story.definitions.failure.take() {
        Some(error) => Err(error),
        None => Ok(assemble(story, limits)),
    }
}

fn main_part<'a>(parts: &mut Parts<'a>, format: Format, notes: &mut Vec<Note>) -> Result<Cow<'a, str>, ReadError> {
    parts.part(MAIN_PART, notes).map_err(|error| match error {
        PartError::TooLarge(error) => error,
        PartError::Missing => ReadError::Damaged { format, reason: format!("no part {MAIN_PART}") },
        PartError::Damaged => ReadError::Damaged { format, reason: format!("the part {MAIN_PART} is damaged") },
    })
}

/// What a part is related to; nothing where nobody can say.
fn relationships(
    parts: &mut Parts<'_>,
    name: &str,
    folder: &str,
    notes: &mut Vec<Note>,
) -> Result<Relationships, ReadError> {
    match parts.part(name, notes) {
        Ok(text) => Ok(Relationships::read(&text, folder)),
        Err(PartError::TooLarge(error)) => Err(error),
        Err(PartError::Missing | PartError::Damaged) => Ok(Relationships::default()),
    }
}
