use super::parts::Parts;
use super::properties::Properties;
use super::styles::{Styled, Styles};
use super::xml::{Broken, Xml};
use crate::ReadError;
use crate::numbering::{Counters, Numbering};
use crate::package::PartError;
use govplan_document::{Note, NoteCode};
use std::rc::Rc;

/// What a document defines beside its text: styles and lists. Their parts are read when a paragraph first needs them;
/// most of a small file is styles that nothing uses.
pub(super) struct Definitions<'a> {
    parts: Option<Parts<'a>>,
    styles_part: String,
    numbering_part: String,
    styles: Option<Styles>,
    numbering: Option<Numbering>,
    counters: Counters,
    depth: usize,
    pub(super) notes: Vec<Note>,
    /// Why a part could not be unpacked, where that ends the reading.
    pub(super) failure: Option<ReadError>,
}

impl<'a> Definitions<'a> {
    /// Definitions in the parts of a document.
    pub(super) fn in_parts(parts: Parts<'a>, styles_part: String, numbering_part: String, depth: usize) -> Self {
        let (styles, numbering) = (None, None);
        Self { parts: Some(parts), styles_part, numbering_part, styles, numbering, ..Self::in_text(depth) }
    }

    /// Definitions that stand in the document's text, before they are needed.
    pub(super) fn in_text(depth: usize) -> Self {
        Self {
            parts: None,
            styles_part: String::new(),
            numbering_part: String::new(),
            styles: Some(Styles::default()),
            numbering: Some(Numbering::default()),
            counters: Counters::default(),
            depth,
            notes: Vec::new(),
            failure: None,
        }
    }

    /// Takes styles that stand in the text.
    pub(super) fn read_styles(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        self.styles.get_or_insert_default().read(xml)
    }

    /// Takes lists that stand in the text.
    pub(super) fn read_numbering(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        self.numbering.get_or_insert_default().read(xml)
    }

    /// What a style says.
    pub(super) fn styled(&mut self, id: &str) -> Rc<Styled> {
        if self.styles.is_none() {
            self.styles = Some(Styles::default());
            let part = self.styles_part.clone();
            self.read_part(&part, Self::read_styles);
        }
        self.styles.as_mut().map(|styles| styles.styled(id)).unwrap_or_default()
    }

    /// Counts a paragraph that may belong to a list and gives what is printed before it.
    pub(super) fn label(&mut self, own: &Properties, styled: &Styled) -> Option<String> {
        let list = own.list.or(styled.properties.list).filter(|list| *list != 0)?;
        if self.numbering.is_none() {
            self.numbering = Some(Numbering::default());
            let part = self.numbering_part.clone();
            self.read_part(&part, Self::read_numbering);
        }
        let numbering = self.numbering.as_ref()?;
        let of_style = || styled.chain.iter().find_map(|style| numbering.level_of_style(list, style));
        let level = match own.list {
            Some(_) => own.level,
            None => own.level.or_else(of_style).or(styled.properties.level),
        };
        self.counters.count(numbering, list, level.unwrap_or_default())
    }

    /// Begins a text whose lists count from their start.
    pub(super) fn begin_text(&mut self) {
        self.counters = Counters::default();
    }

    /// The XML of a part; a note where it is there and can not be read.
    pub(super) fn part(&mut self, name: &str) -> Option<String> {
        match self.parts.as_mut()?.part(name, &mut self.notes) {
            Ok(text) => return Some(text.into_owned()),
            Err(PartError::TooLarge(error)) => self.failure = Some(error),
            Err(PartError::Missing | PartError::Damaged) => self.note_damage(name),
        }
        None
    }

    /// Notes that a part is damaged or missing.
    pub(super) fn note_damage(&mut self, part: &str) {
        self.notes.push(Note { code: NoteCode::DamagedPart, place: None, found: part.to_owned() });
    }

    fn read_part(&mut self, name: &str, read: impl FnOnce(&mut Self, &mut Xml<'_>) -> Result<(), Broken>) {
        let Some(text) = self.part(name) else { return };
        if read(self, &mut Xml::new(&text, self.depth)).is_err() {
            self.note_damage(name);
        }
    }
}
