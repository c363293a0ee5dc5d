use super::bytes::{part, u16_at};
use super::pieces::Modifier;

/// One change of a property (a Prl with its sprm, MS-DOC §2.2.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Property<'a> {
    pub(super) code: u16,
    pub(super) operand: &'a [u8],
}

impl<'a> Property<'a> {
    // Of characters (MS-DOC §2.6.1).
    pub(super) const DELETED: u16 = 0x0800;
    pub(super) const INSERTED: u16 = 0x0801;
    pub(super) const HIDDEN: u16 = 0x083C;
    pub(super) const SYMBOL: u16 = 0x6A09;
    /// Font of the characters that are neither Latin nor Chinese, symbols among them.
    pub(super) const FONT: u16 = 0x4A51;
    // Of paragraphs (MS-DOC §2.6.2).
    pub(super) const STYLE: u16 = 0x4600;
    pub(super) const IN_TABLE: u16 = 0x2416;
    pub(super) const ROW_END: u16 = 0x2417;
    pub(super) const TABLE_DEPTH: u16 = 0x6649;
    pub(super) const TABLE_DEPTH_CHANGE: u16 = 0x664A;
    pub(super) const OUTLINE_LEVEL: u16 = 0x2640;
    pub(super) const LIST_LEVEL: u16 = 0x260A;
    pub(super) const LIST: u16 = 0x460B;
    /// Properties that stand in the stream Data, because there are too many for a page.
    pub(super) const ELSEWHERE: [u16; 3] = [0x6645, 0x6646, 0x646B];
    // Of rows of tables (MS-DOC §2.6.3).
    pub(super) const ROW: u16 = 0xD608;
    const OLD_ROW: u16 = 0xD606;
    pub(super) const MERGE_ACROSS: u16 = 0x5624;
    pub(super) const MERGE_DOWN: u16 = 0xD62B;
    const TABS: u16 = 0xC615;

    /// Whether a switch is turned on; one that is the opposite of its style is taken as on.
    pub(super) fn is_on(self) -> bool {
        matches!(self.operand.first(), Some(1 | 0x81))
    }
}

/// The properties of a list, one after the other (a grpprl); the rest of a damaged list is left out.
pub(super) fn properties(mut list: &[u8]) -> impl Iterator<Item = Property<'_>> {
    std::iter::from_fn(move || {
        let code = u16_at(list, 0)?;
        let (start, length) = operand(code, list)?;
        let operand = part(list, start, length);
        list = list.get(start + length..).unwrap_or_default();
        Some(Property { code, operand })
    })
}

/// Where the operand of a property starts and how long it is: the upper bits of the code say so.
fn operand(code: u16, list: &[u8]) -> Option<(usize, usize)> {
    let counted = |at: usize| list.get(at).copied().map(usize::from);
    Some(match (code, code >> 13) {
        (Property::ROW | Property::OLD_ROW, _) => (4, usize::from(u16_at(list, 2)?).saturating_sub(1)),
        (Property::TABS, _) if counted(2)? == 255 => {
            let deleted = counted(3)?.saturating_mul(4);
            let added = counted(4 + deleted).unwrap_or_default().saturating_mul(3);
            (3, 2 + deleted + added)
        }
        (_, 6) => (3, counted(2)?),
        (_, 0 | 1) => (2, 1),
        (_, 3) => (2, 4),
        (_, 7) => (2, 3),
        _ => (2, 2),
    })
}

impl<'a> Modifier<'a> {
    /// Gives each of its properties to a function.
    pub(super) fn apply(&self, mut apply: impl FnMut(Property<'_>)) {
        match self {
            Self::One(single) => {
                if let Some((code, operand)) = single {
                    apply(Property { code: *code, operand });
                }
            }
            Self::Many(list) => properties(list).for_each(apply),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_follow_each_other_by_the_length_that_their_code_tells() {
        let list = [
            0x16, 0x24, 1, // one byte
            0x0B, 0x46, 2, 0, // two bytes
            0x49, 0x66, 1, 0, 0, 0, // four bytes
            0x08, 0xD6, 3, 0, 9, 9, // a row: its length takes two bytes and counts one too many
            0x15, 0xC6, 255, 1, 0, 0, 0, 0, 1, 0, 0, 0, // tabs that count themselves
            0x2B, 0xD6, 2, 1, 3, // counted
            0x17, 0x24, // cut off
        ];
        let found: Vec<_> = properties(&list).map(|property| (property.code, property.operand.len())).collect();
        let expected = [(0x2416, 1), (0x460B, 2), (0x6649, 4), (0xD608, 2), (0xC615, 9), (0xD62B, 2), (0x2417, 0)];
        assert_eq!(found, expected);
        assert_eq!(properties(&[0x15, 0xC6]).count(), 0);
    }
}
