use super::location;
use super::xml::Elements;
use crate::package::{Package, PartError};
use crate::{Format, Limits, ReadError};
use govplan_document::{Note, NoteCode, Place};
use std::collections::BTreeMap;

/// The parts of the file, and what there was to say of them.
pub(super) struct Parts<'a> {
    package: Package<'a>,
    /// The name of each part as the archive writes it, by the key of that name.
    names: BTreeMap<String, String>,
    pub(super) limits: &'a Limits,
    pub(super) notes: Vec<Note>,
}

/// A part as text, with the name under which it was found.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) text: String,
}

/// The list of encrypted parts, as GM/T 0099 names it.
const ENCRYPTIONS: &str = "Encryptions.xml";

impl<'a> Parts<'a> {
    /// Opens a file; one that says it is encrypted is not opened.
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ReadError> {
        let package = Package::open(bytes, Format::Ofd, limits)?;
        let names = package.names().map(|name| (key(&name), name.into_owned())).collect();
        let parts = Self { package, names, limits, notes: Vec::new() };
        if parts.named(ENCRYPTIONS).next().is_some() {
            return Err(ReadError::Encrypted { format: Format::Ofd });
        }
        Ok(parts)
    }

    /// The names of all parts of a file name, in any folder.
    pub(super) fn named(&self, file_name: &str) -> impl Iterator<Item = &String> {
        let file_name = key(file_name);
        self.names.keys().filter(move |name| name.rsplit('/').next() == Some(&file_name))
    }

    /// The part that a location in another part means; a note where there is none that can be read.
    pub(super) fn part(&mut self, holder: &str, location: &str) -> Result<Option<Part>, ReadError> {
        let names = location::names(holder, location);
        let known = names.iter().find_map(|name| self.names.get(&key(name)));
        let found = known.map_or(Err(PartError::Missing), |known| self.package.part(known));
        let name = known.unwrap_or(&names[0]).clone();
        match found {
            Ok(bytes) => Ok(Some(self.decoded(name, bytes))),
            Err(PartError::TooLarge(error)) => Err(error),
            Err(PartError::Missing | PartError::Damaged) => {
                self.notes.push(Note { code: NoteCode::DamagedPart, place: None, found: name });
                Ok(None)
            }
        }
    }

    fn decoded(&mut self, name: String, bytes: Vec<u8>) -> Part {
        let text = String::from_utf8(bytes).unwrap_or_else(|error| {
            self.notes.push(Note { code: NoteCode::BrokenCharacters, place: None, found: name.clone() });
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        });
        Part { name, text }
    }

    /// Notes what was wrong with the elements of a part, once they are read.
    pub(super) fn note(&mut self, name: &str, elements: &Elements<'_>, place: Option<Place>) {
        if elements.is_damaged {
            self.notes.push(Note { code: NoteCode::DamagedPart, place: place.clone(), found: name.to_owned() });
        }
        if elements.is_too_deep {
            self.notes.push(Note { code: NoteCode::LimitReached, place, found: name.to_owned() });
        }
    }
}

/// What two names of one part have in common: case and kind of slashes tell no parts apart.
fn key(name: &str) -> String {
    location::normalized(name).to_ascii_lowercase()
}
