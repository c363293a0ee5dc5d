//! PDF (ISO 32000) with a text layer.
//!
//! Pages are read to characters and lines here; [`layout`] makes paragraphs and tables of them.
//!
//! File
//! - `[x]` damaged cross-reference tables, wrong lengths, missing ends: the file is rebuilt from the objects found in it
//! - `[x]` object streams, incremental updates: the object written last holds
//! - `[x]` encrypted with an empty password; another password is asked for by the error
//! - `[ ]` encrypted and damaged: an encrypted file is read by its own cross-reference table, and what that table, its
//!   object streams and the depth of its encrypted objects cost is not bounded beforehand
//! - `[ ]` pages that nothing but a lost page tree or object stream names
//! - `[x]` bombs: streams beyond the limit, arrays in arrays, forms in forms, tables of fonts without end
//!
//! Characters
//! - `[x]` fonts with a table to Unicode, an encoding, or a character collection of Adobe
//! - `[x]` predefined character maps of Chinese: GBK, Big5, UCS-2, UTF-16
//! - `[x]` fonts that do not say what their characters are: U+FFFD, with a note that names the font, also in GBK
//! - `[ ]` such characters by the shapes or the names in the embedded font
//! - `[x]` bold by overprinting; pages and tables that are turned; text aslant, as watermarks are, left out
//! - `[-]` pale watermarks that stand upright: they are text
//! - `[ ]` vertical writing, and text turned within an upright page: lines of one character each
//! - `[-]` form fields, annotations, bookmarks, attachments
//!
//! Lines
//! - `[x]` strokes and thin filled bars that are horizontal or vertical
//! - `[ ]` borders that are drawn as filled boxes within one another, or as pictures
//!
//! Pages
//! - `[x]` scanned pages noted; a file of nothing else gives a document without blocks
//! - `[ ]` recognition of characters in pictures

mod canvas;
mod character_maps;
mod contained;
mod fonts;
mod heads;
mod nesting;
mod objects;
mod overprint;
mod rebuilt;
mod scan;
mod turn;
mod unpack;

use crate::layout::{self, Page};
use crate::{Format, Limits, ReadError};
use canvas::Canvas;
use contained::contained;
use fonts::Fonts;
use govplan_document::{Document, Note, NoteCode, Place};
use objects::Streams;
use pdfplumber::{ExtractOptions, LopdfBackend, LopdfDocument, LopdfPage, PdfBackend, PdfError};
use turn::Turn;

/// The part of what a file may unpack to that the content of its pages may take: a byte of content makes many bytes of
/// operators and characters.
const CONTENT: usize = 16;

/// Depth of arrays and dictionaries that the parser, which reads them by recursion, has room for on any stack.
const DEPTH: usize = 256;

/// Reads a PDF.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let objects = scan::objects(bytes, limits)?;
    let depth = limits.depth.min(DEPTH);
    heads::check(&objects, depth)?;
    // An encrypted file stays as it is: its cross-reference table alone says which objects stand in which stream.
    let is_encrypted = scan::find(bytes, b"/Encrypt").is_some();
    let rebuilt = if is_encrypted { bytes.to_vec() } else { rebuilt::rebuilt(bytes, objects)? };
    let file = contained(|| LopdfBackend::open(&rebuilt)).ok_or_else(|| damaged("no objects".to_owned()))?;
    let file = file.map_err(|error| match PdfError::from(error) {
        PdfError::PasswordRequired | PdfError::InvalidPassword => ReadError::Encrypted { format: Format::Pdf },
        error => damaged(error.to_string()),
    })?;
    let streams = Streams::check(file.inner(), depth, limits)?;
    let count = LopdfBackend::page_count(&file);
    if count == 0 {
        return Err(damaged("no page tree".to_owned()));
    }
    let mut notes = Vec::new();
    let missing = objects::pages(file.inner()).saturating_sub(count);
    if missing > 0 {
        notes.push(Note { code: NoteCode::DamagedPart, place: None, found: format!("{missing} pages") });
    }
    let mut pages = Vec::new();
    let mut budget = limits.unpacked_bytes / CONTENT;
    for index in 0..count {
        let number = index + 1;
        let place = || Some(Place::default().on_page(number));
        let Ok(handle) = LopdfBackend::get_page(&file, index) else { break };
        let left = budget.checked_sub(streams.cost(file.inner(), handle.object_id)).filter(|_| index < limits.pages);
        let Some(left) = left else {
            notes.push(Note { code: NoteCode::LimitReached, place: place(), found: (count - index).to_string() });
            break;
        };
        budget = left;
        match contained(|| page(&file, &handle, number, &mut notes)).flatten() {
            Some(page) => pages.push(page),
            None => notes.push(Note { code: NoteCode::DamagedPart, place: place(), found: format!("page {number}") }),
        }
    }
    Ok(layout::document(pages, notes, limits))
}

/// Why a file can not be read.
fn damaged(reason: String) -> ReadError {
    ReadError::Damaged { format: Format::Pdf, reason }
}

/// One page as drawn; none where it can not be read.
fn page(file: &LopdfDocument, handle: &LopdfPage, number: usize, notes: &mut Vec<Note>) -> Option<Page> {
    let mut note = |code, found| notes.push(Note { code, place: Some(Place::default().on_page(number)), found });
    if !objects::has_root(file.inner(), handle.object_id) {
        return None;
    }
    let fonts = Fonts::of(file.inner(), handle.object_id);
    let mut canvas = Canvas { without_text: fonts.without_text(), ..Canvas::default() };
    let options =
        ExtractOptions { max_recursion_depth: objects::FORMS, collect_warnings: false, ..ExtractOptions::default() };
    let media_box = LopdfBackend::page_media_box(file, handle).unwrap_or(A4);
    if let Err(error) = LopdfBackend::interpret_page(file, handle, &mut canvas, &options) {
        note(NoteCode::DamagedPart, error.to_string());
    }
    for font in std::mem::take(&mut canvas.unreadable) {
        note(NoteCode::UnreadableFont, fonts.printed(&font));
    }
    if canvas.left_out > 0 {
        note(NoteCode::LimitReached, canvas.left_out.to_string());
    }
    let turn = Turn::new(media_box, canvas.glyphs.iter().map(|drawn| drawn.quarter));
    let (glyphs, rulings) = canvas.turned(&turn);
    if glyphs.is_empty() && canvas.has_pictures {
        note(NoteCode::ScannedPage, String::new());
    }
    let glyphs = overprint::without_repeats(glyphs);
    Some(Page {
        number,
        width: turn.width(),
        height: turn.height(),
        glyphs,
        rulings,
        has_pictures: canvas.has_pictures,
    })
}

/// The size of a page that does not say its own.
const A4: pdfplumber::BBox = pdfplumber::BBox { x0: 0.0, top: 0.0, x1: 595.0, bottom: 842.0 };
