use super::definitions::Definitions;
use super::frame::{Flow, Frame};
use super::item::Item;
use super::xml::{Broken, Token, Xml};
use crate::Limits;
use govplan_document::AsideKind;

/// The text of a document as the events of its XML are read: a frame for each element that is open.
pub(super) struct Story<'d, 'a> {
    pub(super) definitions: &'d mut Definitions<'a>,
    pub(super) limits: &'d Limits,
    pub(super) frames: Vec<Frame>,
    /// The fields that are open, and of each whether its result has begun.
    pub(super) fields: Vec<bool>,
    /// Whether white space counts where an element does not say so.
    pub(super) keeps_space: bool,
    /// Characters that were read, blanks aside.
    pub(super) written: usize,
    /// Paragraphs that were read.
    pub(super) paragraphs: usize,
    pub(super) body: Flow,
    pub(super) asides: Vec<(AsideKind, Vec<Item>)>,
    /// Insertions and deletions.
    pub(super) changes: usize,
    /// Whether there are more paragraphs than the limit.
    pub(super) is_full: bool,
    /// Whether elements are nested deeper than the limit.
    pub(super) is_cut: bool,
}

impl<'d, 'a> Story<'d, 'a> {
    pub(super) fn new(definitions: &'d mut Definitions<'a>, limits: &'d Limits) -> Self {
        Self {
            definitions,
            limits,
            frames: Vec::new(),
            fields: Vec::new(),
            keeps_space: false,
            written: 0,
            paragraphs: 0,
            body: Flow::default(),
            asides: Vec::new(),
            changes: 0,
            is_full: false,
            is_cut: false,
        }
    }

    /// Reads a text to its end, or as far as its XML is whole; its lists count from their start.
    pub(super) fn read(&mut self, mut xml: Xml<'_>) -> Result<(), Broken> {
        self.definitions.begin_text();
        let result = self.events(&mut xml);
        while let Some(frame) = self.frames.pop() {
            self.close(frame);
        }
        self.fields.clear();
        self.is_cut |= xml.is_cut;
        result
    }

    fn events(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        while !self.is_full {
            match xml.next()? {
                Token::Open(element) if element.is_word("styles") => self.definitions.read_styles(xml)?,
                Token::Open(element) if element.is_word("lists") => self.definitions.read_numbering(xml)?,
                Token::Open(element) => match self.open(&element) {
                    Some(frame) => self.frames.push(frame),
                    None => xml.skip()?,
                },
                Token::Close => {
                    if let Some(frame) = self.frames.pop() {
                        self.close(frame);
                    }
                }
                Token::Text(characters) => {
                    if let Some(Frame::Characters { text, .. }) = self.frames.last_mut() {
                        text.push_str(&characters);
                    }
                }
                Token::End => break,
            }
        }
        Ok(())
    }
}
