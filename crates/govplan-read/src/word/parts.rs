use crate::package::{Package, PartError};
use crate::text::Decoded;
use govplan_document::Note;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The parts of a document, by their names from the root without a leading slash.
pub(super) enum Parts<'a> {
    /// Those of a ZIP archive.
    Zip(Package<'a>),
    /// Those of a Flat OPC file: the XML of each.
    Flat(BTreeMap<String, &'a str>),
}

impl<'a> Parts<'a> {
    /// The XML of a part.
    pub(super) fn part(&mut self, name: &str, notes: &mut Vec<Note>) -> Result<Cow<'a, str>, PartError> {
        match self {
            Self::Zip(package) => decoded(Cow::Owned(package.part(name)?), notes).ok_or(PartError::Damaged),
            Self::Flat(parts) => parts.get(name).map(|part| Cow::Borrowed(*part)).ok_or(PartError::Missing),
        }
    }
}

/// The characters of XML; nearly all of it is UTF-8. Nothing where the bytes are no text in any encoding.
pub(super) fn decoded<'a>(bytes: Cow<'a, [u8]>, notes: &mut Vec<Note>) -> Option<Cow<'a, str>> {
    let bytes = match bytes {
        Cow::Borrowed(bytes) => match str::from_utf8(bytes) {
            Ok(text) => return Some(Cow::Borrowed(text)),
            Err(_) => Cow::Borrowed(bytes),
        },
        Cow::Owned(bytes) => match String::from_utf8(bytes) {
            Ok(text) => return Some(Cow::Owned(text)),
            Err(error) => Cow::Owned(error.into_bytes()),
        },
    };
    let decoded = Decoded::new(&bytes).ok()?;
    // A line of the XML is no place in the document.
    notes.extend(decoded.note().map(|note| Note { place: None, ..note }));
    Some(Cow::Owned(decoded.text.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_document::NoteCode;

    #[test]
    fn other_encodings_are_read_and_broken_characters_noted() {
        let utf_16: Vec<u8> = "\u{FEFF}<a>甲</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut notes = Vec::new();
        assert_eq!(decoded(Cow::Owned(utf_16), &mut notes).as_deref(), Some("<a>甲</a>"));
        assert!(notes.is_empty());
        let broken = ["<a>各镇人民政府办公室".as_bytes(), b"\xFF</a>"].concat();
        assert_eq!(decoded(Cow::Borrowed(&broken), &mut notes).as_deref(), Some("<a>各镇人民政府办公室\u{FFFD}</a>"));
        let [note] = notes.as_slice() else { panic!("{notes:?}") };
        assert_eq!((note.code, note.found.as_str(), &note.place), (NoteCode::BrokenCharacters, "1", &None));
        assert_eq!(decoded(Cow::Borrowed(b"\x00\x01\xFF\x02\x81\xFF\x03"), &mut notes), None);
    }
}
