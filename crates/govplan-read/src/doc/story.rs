use super::characters::Characters;
use super::fields::Fields;
use super::fonts::Fonts;
use super::pages::{Run, Runs};
use super::paragraph::{Formatting, Properties};
use super::pieces::Piece;
use crate::symbol::symbol;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Where text and its properties come from.
pub(super) struct Source<'a> {
    pub(super) word: &'a [u8],
    pub(super) pieces: &'a [Piece<'a>],
    pub(super) characters: Runs<'a>,
    pub(super) paragraphs: Runs<'a>,
    pub(super) formatting: Formatting<'a>,
    pub(super) fonts: Fonts,
    /// How deep fields may stand in each other.
    pub(super) depth: usize,
}

/// A paragraph as it is stored, without what is not printed.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// The part of it that is hidden.
    pub(super) hidden: String,
    pub(super) properties: Properties,
    /// Whether its mark ends a cell or a row.
    pub(super) ends_cell: bool,
    /// Position after its mark.
    pub(super) end: usize,
}

/// What may still be read of a document, and what was seen on the way.
#[derive(Debug, Default)]
pub(super) struct Progress {
    /// Characters that may still be read.
    pub(super) budget: usize,
    /// Runs that were inserted or deleted by changes that nobody accepted.
    pub(super) changes: usize,
    /// Surrogates without their other half.
    pub(super) broken_characters: usize,
    /// Fields whose end is lost.
    pub(super) broken_fields: usize,
    /// Whether text stands beyond the end of the stream.
    pub(super) is_cut: bool,
    /// Whether there was more text than the budget.
    pub(super) is_too_long: bool,
    /// Symbols as they are printed, by their font and code.
    pub(super) symbols: BTreeMap<(Option<u16>, u16), char>,
    /// Fonts of symbols that nobody knows.
    pub(super) fonts: BTreeSet<String>,
}

/// Marks of MS-DOC §2.4.1 and what else stands for something (§2.8.25).
const CELL: u16 = 0x07;
const LINE: u16 = 0x0B;
const PAGE: u16 = 0x0C;
const PARAGRAPH: u16 = 0x0D;
const COLUMN: u16 = 0x0E;
const HYPHEN: u16 = 0x1E;
const TAB: u16 = 0x09;
/// The parenthesis that a symbol stands in the text as.
const SYMBOL: u16 = 0x28;
const SPACE: u16 = 0x20;

/// Reads the paragraphs of a part of the text.
pub(super) struct Story<'a> {
    source: &'a Source<'a>,
    position: usize,
    end: usize,
    /// The piece that is being read.
    piece: usize,
    /// Properties of the characters between two bytes of that piece.
    characters: (Range<usize>, Characters),
    fields: Fields,
}

/// Characters of a paragraph as they are gathered.
#[derive(Default)]
struct Units {
    shown: Vec<u16>,
    hidden: Vec<u16>,
}

impl<'a> Story<'a> {
    pub(super) fn new(source: &'a Source<'a>, positions: (usize, usize)) -> Self {
        let (position, end) = positions;
        let piece = source.pieces.partition_point(|piece| piece.end <= position);
        Self { source, position, end, piece, characters: (0..0, Characters::default()), fields: Fields::default() }
    }

    /// The next piece and the unit at the position that is read next.
    fn next_unit(&mut self, progress: &mut Progress) -> Option<(&'a Piece<'a>, u16)> {
        loop {
            let piece = self.source.pieces.get(self.piece)?;
            self.position = self.position.max(piece.start);
            if self.position >= self.end {
                return None;
            }
            if self.position >= piece.end {
                self.move_on();
                continue;
            }
            match piece.unit_at(self.source.word, self.position) {
                Some(unit) => return Some((piece, unit)),
                None => {
                    progress.is_cut = true;
                    self.position = piece.end.min(self.end);
                    self.move_on();
                }
            }
        }
    }

    fn move_on(&mut self) {
        self.piece += 1;
        self.characters.0 = 0..0;
    }

    /// The properties of the character that is read next.
    fn characters(&mut self, piece: &Piece<'_>, progress: &mut Progress) -> Characters {
        let offset = piece.offset_of(self.position);
        if !self.characters.0.contains(&offset) {
            let run = self.source.characters.at(offset);
            let characters = Characters::of(run, piece.modifier);
            progress.changes += usize::from(characters.is_deleted || characters.is_inserted);
            self.characters = (offset..run.map_or(offset + 1, |run| run.end), characters);
        }
        self.characters.1
    }

    /// Whether a page break at a byte is also the end of its paragraph: that of a section is.
    fn ends_section(&self, piece: &Piece<'_>) -> bool {
        let offset = piece.offset_of(self.position);
        let next = piece.offset_of(self.position + 1);
        self.source.paragraphs.at(offset).is_none_or(|run: &Run<'_>| run.end <= next)
    }

    fn finish(&mut self, units: Units, last: Option<(&Piece<'_>, u16)>, progress: &mut Progress) -> Paragraph {
        progress.broken_fields += usize::from(self.fields.end_paragraph());
        let properties = last.map(|(piece, _)| {
            let run = self.source.paragraphs.at(piece.offset_of(self.position));
            self.source.formatting.properties(run, piece.modifier)
        });
        self.position += usize::from(last.is_some());
        let mut decode = |units: Vec<u16>| -> String {
            let decoded = char::decode_utf16(units).map(|c| c.map_err(|_| progress.broken_characters += 1));
            decoded.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        };
        Paragraph {
            text: decode(units.shown),
            hidden: decode(units.hidden),
            properties: properties.unwrap_or_default(),
            ends_cell: last.is_some_and(|(_, mark)| mark == CELL),
            end: self.position,
        }
    }

    /// Takes a unit that is printed, or stands for something that is.
    fn print(&self, unit: u16, characters: Characters, units: &mut Units, progress: &mut Progress) {
        let mut buffer = [0; 2];
        let printed: &[u16] = match (unit, characters.symbol) {
            (SYMBOL, Some((font, code))) => self.symbol(Some(font), code, progress).encode_utf16(&mut buffer),
            (0xF000..=0xF0FF, _) => self.symbol(characters.font, unit, progress).encode_utf16(&mut buffer),
            (LINE | COLUMN | PAGE, _) => &[0x0A],
            (HYPHEN, _) => &[0x2D],
            (TAB | SPACE.., _) => &[unit],
            // Anchors of pictures, notes and comments; hyphens that show at the end of a line alone.
            _ => &[],
        };
        units.shown.extend(printed);
        if characters.is_hidden {
            units.hidden.extend(printed);
        }
    }

    /// The character that a font shows for a code.
    fn symbol(&self, font: Option<u16>, code: u16, progress: &mut Progress) -> char {
        *progress.symbols.entry((font, code)).or_insert_with(|| {
            let name = self.source.fonts.name(font);
            symbol(name, &format!("{code:X}")).unwrap_or_else(|| {
                // Where the font is not known, the code is all there is.
                progress.fonts.insert(if name.is_empty() { format!("U+{code:04X}") } else { name.to_owned() });
                char::REPLACEMENT_CHARACTER
            })
        })
    }

    /// The next paragraph.
    pub(super) fn next(&mut self, progress: &mut Progress) -> Option<Paragraph> {
        let mut units = Units::default();
        let start = self.position;
        while let Some((piece, unit)) = self.next_unit(progress) {
            let Some(budget) = progress.budget.checked_sub(1) else {
                progress.is_too_long = true;
                break;
            };
            progress.budget = budget;
            let characters = self.characters(piece, progress);
            let ends = match unit {
                CELL => true,
                PARAGRAPH => !characters.is_deleted,
                PAGE => !characters.is_deleted && self.ends_section(piece),
                _ => false,
            };
            if ends {
                return Some(self.finish(units, Some((piece, unit)), progress));
            }
            let is_printed = !characters.is_deleted && unit != PARAGRAPH;
            if is_printed && !self.fields.take(unit, self.source.depth) && !self.fields.is_code() {
                self.print(unit, characters, &mut units, progress);
            }
            self.position += 1;
        }
        (self.position > start && !units.shown.is_empty()).then(|| self.finish(units, None, progress))
    }
}
