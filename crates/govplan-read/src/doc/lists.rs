use super::bytes::{part, size_at, u16_at, u32_at};
use crate::numbering::{Definition, LEVELS, Level, List, NumberFormat, Numbering};

/// Bytes of a list definition, of the fixed part of a level, of a list, of the fixed part of a list's level.
const DEFINITION: usize = 28;
const LEVEL: usize = 28;
const LIST: usize = 16;
const LIST_LEVEL: usize = 8;

/// The largest number that a list may start with (MS-DOC §2.9.150).
const MOST_START: u32 = 0x7FFF;

/// Characters of a level's text that count; Word allows no more.
const MOST_TEXT: usize = 63;

/// Reads the list definitions (PlfLst, MS-DOC §2.9.187) and the lists that follow them (PlfLfo, §2.9.186).
pub(super) fn numbering(definitions: &[u8], lists: &[u8]) -> Numbering {
    let mut numbering = Numbering::default();
    read_definitions(definitions, &mut numbering);
    read_lists(lists, &mut numbering);
    numbering
}

/// The definitions, then the levels of all: one for a simple definition, nine for the others.
fn read_definitions(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = usize::from(u16_at(bytes, 0)?);
    let mut at = 2 + count * DEFINITION;
    for index in 0..count {
        let stored = part(bytes, 2 + index * DEFINITION, DEFINITION);
        let is_simple = stored.get(26)? & 1 != 0;
        let mut definition = Definition::default();
        for level in 0..if is_simple { 1 } else { LEVELS } {
            let (read, length) = read_level(bytes.get(at..)?)?;
            definition.levels.insert(level, read);
            at += length;
        }
        numbering.definitions.insert(i64::from(u32_at(stored, 0)?), definition);
    }
    Some(())
}

/// The lists, then what each does differently from its definition.
fn read_lists(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = size_at(bytes, 0)?.min(bytes.len() / LIST);
    let mut at = 4 + count * LIST;
    for index in 0..count {
        let stored = part(bytes, 4 + index * LIST, LIST);
        let list = List { definition: i64::from(u32_at(stored, 0)?), ..List::default() };
        numbering.lists.insert(i64::try_from(index + 1).ok()?, list);
    }
    for index in 0..count {
        let overrides = *part(bytes, 4 + index * LIST, LIST).get(12)?;
        at += 4;
        for _ in 0..overrides {
            let (start, flags) = (u32_at(bytes, at)?, u32_at(bytes, at + 4)?);
            at += LIST_LEVEL;
            let list = numbering.lists.get_mut(&i64::try_from(index + 1).ok()?)?;
            let own = list.overrides.entry(usize::try_from(flags & 0xF).ok()?).or_default();
            if flags & 0x20 != 0 {
                let (level, length) = read_level(bytes.get(at..)?)?;
                own.level = Some(level);
                at += length;
            } else if flags & 0x10 != 0 {
                own.start = Some(start.min(MOST_START));
            }
        }
    }
    Some(())
}

/// A level (MS-DOC §2.9.149 and 150) and its length: a fixed part, two lists of properties, the text.
fn read_level(bytes: &[u8]) -> Option<(Level, usize)> {
    let fixed = bytes.get(..LEVEL)?;
    let [.., characters, paragraphs, restart, _] = *fixed else { return None };
    let text_at = LEVEL + usize::from(characters) + usize::from(paragraphs);
    let length = usize::from(u16_at(bytes, text_at)?);
    let units = (0..length).map_while(|index| u16_at(bytes, text_at + 2 + index * 2));
    let flags = *fixed.get(5)?;
    let level = Level {
        start: u32_at(fixed, 0)?.min(MOST_START),
        format: NumberFormat::coded(&fixed.get(4)?.to_string()),
        text: text(units),
        restart: (flags & 8 != 0).then_some(usize::from(restart)),
        is_legal: flags & 4 != 0,
        ..Level::default()
    };
    Some((level, text_at + 2 + length * 2))
}

/// The text of a level: a character below nine stands for the number of that level.
fn text(units: impl Iterator<Item = u16>) -> String {
    let characters = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).take(MOST_TEXT);
    characters.fold(String::new(), |mut text, c| {
        match char::from_digit(u32::from(c) + 1, 10) {
            Some(level) => text.extend(['%', level]),
            None => text.push(c),
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbering::Counters;

    fn level(start: u32, format: u8, flags: u8, restart: u8, text: &str) -> Vec<u8> {
        let mut bytes = start.to_le_bytes().to_vec();
        bytes.extend([format, flags]);
        bytes.resize(24, 0);
        bytes.extend([1, 2, restart, 0, 0xAA, 0xBB, 0xBB]);
        let units: Vec<u16> = text.encode_utf16().collect();
        bytes.extend(u16::try_from(units.len()).unwrap().to_le_bytes());
        bytes.extend(units.into_iter().flat_map(u16::to_le_bytes));
        bytes
    }

    #[test]
    fn definitions_and_lists_give_the_printed_numbers() {
        let mut definitions = vec![2, 0];
        for (id, is_simple) in [(7_u32, 1), (9, 0)] {
            definitions.extend(id.to_le_bytes());
            definitions.resize(definitions.len() + 22, 0);
            definitions.extend([is_simple, 0]);
        }
        definitions.extend(level(1, 0, 0, 0, "\u{0}."));
        for index in 0..9 {
            definitions.extend(level(1, 39, if index == 1 { 8 } else { 0 }, 0, &format!("（{}）", char::from(index))));
        }
        let mut lists = vec![2, 0, 0, 0];
        for (definition, overrides) in [(7_u32, 1), (9, 0)] {
            lists.extend(definition.to_le_bytes());
            lists.extend([0, 0, 0, 0, 0, 0, 0, 0, overrides, 0, 0, 0]);
        }
        lists.extend([0xFF, 0xFF, 0xFF, 0xFF, 4, 0, 0, 0, 0x10, 0, 0, 0]);
        let (numbering, mut counters) = (numbering(&definitions, &lists), Counters::default());
        let mut label = |(list, level)| counters.count(&numbering, list, level).unwrap();
        let labels = [(1, 0), (1, 0), (2, 0), (2, 1), (2, 0), (2, 1), (2, 8)].map(&mut label);
        assert_eq!(labels, ["4.", "5.", "（一）", "（一）", "（二）", "（二）", "（一）"]);
    }

    #[test]
    fn lists_that_are_cut_off_keep_what_is_whole() {
        let list = [3, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 9];
        let numbering = numbering(&[255, 255, 1], &list);
        assert_eq!((numbering.definitions.len(), numbering.definition(1)), (0, Some(7)));
    }
}
