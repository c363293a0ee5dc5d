use super::bytes::{part, plc, size_at, u16_at};
use super::information::{Information, Table};
use super::property::Property;

/// A stretch of text (MS-DOC §2.9.177 and §2.8.35).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// Position of its first character.
    pub(super) start: usize,
    /// Position after its last.
    pub(super) end: usize,
    /// Byte of its first character.
    offset: usize,
    /// Whether a character takes one byte, not two.
    is_compressed: bool,
    /// What changes the properties of all its text.
    pub(super) modifier: Modifier<'a>,
}

/// Properties that a fast save laid over a piece (MS-DOC §2.9.210 to 213).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Modifier<'a> {
    /// One property.
    One(Option<(u16, [u8; 1])>),
    /// A list of them.
    Many(&'a [u8]),
}

/// Numbers of single properties in a modifier, with the codes that they have elsewhere (MS-DOC §2.9.214).
const SINGLE: [(u16, u16); 5] = [
    (0x18, Property::IN_TABLE),
    (0x19, Property::ROW_END),
    (0x41, Property::DELETED),
    (0x42, Property::INSERTED),
    (0x5C, Property::HIDDEN),
];

/// Characters of compressed text that are not those of Latin 1, from 0x80 on (MS-DOC §2.9.73).
const COMPRESSED: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// Bit of a piece's offset that marks compressed text.
const COMPRESSED_BIT: usize = 0x4000_0000;

impl<'a> Piece<'a> {
    /// Byte of the character at a position.
    pub(super) fn offset_of(&self, position: usize) -> usize {
        let before = position.saturating_sub(self.start);
        self.offset.saturating_add(if self.is_compressed { before } else { before.saturating_mul(2) })
    }

    /// The UTF-16 unit at a position; absent where the stream ends before.
    pub(super) fn unit_at(&self, word: &[u8], position: usize) -> Option<u16> {
        let offset = self.offset_of(position);
        if !self.is_compressed {
            return u16_at(word, offset);
        }
        let byte = *word.get(offset)?;
        let special = byte.checked_sub(0x80).and_then(|index| COMPRESSED.get(usize::from(index)));
        Some(special.map_or(u16::from(byte), |special| special.encode_utf16(&mut [0; 2]).first().copied().unwrap_or(0)))
    }
}

/// The pieces of a text, in order; where the piece table is lost, the whole text as one, if it can be found.
pub(super) struct Pieces<'a> {
    pub(super) pieces: Vec<Piece<'a>>,
    /// Whether the piece table was lost.
    pub(super) are_guessed: bool,
}

pub(super) fn pieces<'a>(word: &[u8], table: &'a [u8], information: &Information) -> Pieces<'a> {
    let pieces = listed(information.table(table, Table::Pieces));
    if !pieces.is_empty() {
        return Pieces { pieces, are_guessed: false };
    }
    let (first, last) = information.text;
    let (bytes, length) = (last.min(word.len()).saturating_sub(first), information.length());
    let is_compressed = bytes < length.saturating_mul(2);
    let end = length.min(if is_compressed { bytes } else { bytes / 2 });
    let whole = Piece { start: 0, end, offset: first, is_compressed, modifier: Modifier::One(None) };
    Pieces { pieces: if end > 0 { vec![whole] } else { Vec::new() }, are_guessed: true }
}

/// The pieces of a Clx: lists of properties, each after a 1, then the piece table after a 2 (MS-DOC §2.9.38).
fn listed(mut clx: &[u8]) -> Vec<Piece<'_>> {
    let mut modifiers = Vec::new();
    while let Some((1, rest)) = clx.split_first().map(|(kind, rest)| (*kind, rest)) {
        let length = u16_at(rest, 0).map_or(0, usize::from);
        modifiers.push(part(rest, 2, length));
        clx = rest.get(2 + length..).unwrap_or_default();
    }
    let Some((2, rest)) = clx.split_first().map(|(kind, rest)| (*kind, rest)) else { return Vec::new() };
    let mut pieces = Vec::new();
    let mut reached = 0;
    for (start, end, data) in plc(part(rest, 4, size_at(rest, 0).unwrap_or_default()), 8) {
        // Positions ascend; where damage has them fall, what was there first stays.
        let (Some(offset), true) = (size_at(data, 2), start >= reached && end > start) else { continue };
        reached = end;
        let is_compressed = offset & COMPRESSED_BIT != 0;
        let offset = offset & !COMPRESSED_BIT;
        let modifier = modifier(u16_at(data, 6).unwrap_or_default(), &modifiers);
        let offset = if is_compressed { offset / 2 } else { offset };
        pieces.push(Piece { start, end, offset, is_compressed, modifier });
    }
    pieces
}

fn modifier<'a>(code: u16, lists: &[&'a [u8]]) -> Modifier<'a> {
    if code & 1 != 0 {
        return Modifier::Many(lists.get(usize::from(code >> 1)).copied().unwrap_or_default());
    }
    let [low, value] = code.to_le_bytes();
    let single = SINGLE.iter().find(|(number, _)| *number == u16::from(low >> 1));
    Modifier::One(single.map(|(_, code)| (*code, [value])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_say_where_their_characters_stand_and_what_changes_them() {
        let mut clx = vec![1, 3, 0, 0x00, 0x08, 1, 2, 40, 0, 0, 0];
        for position in [0_u32, 2, 4, 3] {
            clx.extend(position.to_le_bytes());
        }
        for (offset, modifier) in [(1_u32, 1_u16), (0x4000_0008, 0x0182), (9, 0)] {
            clx.extend([0, 0]);
            clx.extend(offset.to_le_bytes());
            clx.extend(modifier.to_le_bytes());
        }
        let pieces = listed(&clx);
        assert_eq!(pieces.iter().map(|piece| (piece.start, piece.end)).collect::<Vec<_>>(), [(0, 2), (2, 4)]);
        assert_eq!(pieces[0].modifier, Modifier::Many(&[0x00, 0x08, 1]));
        assert_eq!(pieces[1].modifier, Modifier::One(Some((Property::DELETED, [1]))));
        let word = [0, 0x00, 0x4E, 0x01, 0x4E, 0x93];
        assert_eq!(pieces[0].unit_at(&word, 1), Some(0x4E01));
        assert_eq!((pieces[1].unit_at(&word, 3), pieces[1].unit_at(&word, 4)), (Some(0x201C), None));
    }
}
