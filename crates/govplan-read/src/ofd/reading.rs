use super::directory::{self, Directory};
use super::drawing::Ink;
use super::page::Pages;
use super::parts::Parts;
use crate::layout::{self, Page};
use crate::{Format, Limits, ReadError};
use govplan_document::{Document, Note, NoteCode, Place};

/// Reads an OFD file: the pages of all its documents, one after the other.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let (pages, notes) = pages(bytes, limits)?;
    Ok(layout::document(pages, notes, limits))
}

/// The pages as drawn, and what there was to say of the parts.
pub(super) fn pages(bytes: &[u8], limits: &Limits) -> Result<(Vec<Page>, Vec<Note>), ReadError> {
    let mut parts = Parts::open(bytes, limits)?;
    let mut ink = Ink::new(limits.unpacked_bytes);
    let mut pages = Vec::new();
    let mut listed = 0;
    let mut cut = None;
    for location in directory::documents(&mut parts)?.into_iter().take(limits.pages) {
        let Some(directory) = Directory::read(&mut parts, &location)? else { continue };
        let shared = Pages::new(&mut parts, &directory, &mut ink)?;
        for (number, location) in (listed + 1..).zip(&directory.pages) {
            if cut.is_none() && number <= limits.pages {
                pages.extend(shared.page(&mut parts, location, number, &mut ink)?);
            }
            if number > limits.pages || ink.is_spent {
                cut = cut.or(Some(number));
                break;
            }
        }
        listed += directory.pages.len();
    }
    let mut notes = parts.notes;
    if let Some(number) = cut {
        let (place, found) = (Some(Place::default().on_page(number)), (listed + 1 - number).to_string());
        notes.push(Note { code: NoteCode::LimitReached, place, found });
    } else if pages.is_empty() {
        let reason = "no page can be reached from OFD.xml".to_owned();
        return Err(ReadError::Damaged { format: Format::Ofd, reason });
    }
    Ok((pages, notes))
}
