//! A file, damaged.

use crate::package;
use crate::random::Random;
use std::ops::Range;

/// What the mutants of one file are made from.
pub(crate) struct Original {
    bytes: Vec<u8>,
    /// The parts of an archive, unpacked: damage done to them is not stopped by their checksums.
    parts: Option<Vec<package::Part>>,
}

impl Original {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        let parts = package::unpacked(&bytes);
        Self { bytes, parts }
    }

    /// A mutant; the same for the same number. Of an archive every other one is packed anew from damaged parts.
    pub(crate) fn mutant(&self, number: u64) -> Vec<u8> {
        let mut random = Random::new(number);
        match &self.parts {
            Some(parts) if number % 2 == 1 => package::packed(&with_damaged_part(parts, &mut random)),
            _ => damaged(&self.bytes, &mut random),
        }
    }
}

/// An archive with one part damaged, emptied or removed.
fn with_damaged_part(parts: &[package::Part], random: &mut Random) -> Vec<package::Part> {
    let mut parts = parts.to_vec();
    let index = random.below(parts.len());
    match random.below(10) {
        0 => drop(parts.remove(index)),
        1 => parts[index].1.clear(),
        _ => parts[index].1 = damaged(&parts[index].1, random),
    }
    parts
}

/// Bytes with one kind of damage.
fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let chunk = chunk(&bytes, random);
    let piece = piece(&bytes, chunk.start);
    match random.below(7) {
        0 => {
            for _ in 0..=random.below(64) {
                let place = random.below(bytes.len());
                if let Some(byte) = bytes.get_mut(place) {
                    *byte ^= u8::try_from(1 + random.below(255)).unwrap();
                }
            }
        }
        1 => bytes.truncate(chunk.start),
        2 => bytes[chunk].fill(0),
        3 => drop(bytes.drain(chunk)),
        4 => repeat(&mut bytes, chunk),
        5 => drop(bytes.drain(piece)),
        _ => repeat(&mut bytes, piece),
    }
    bytes
}

/// Anything from one byte to a quarter of the whole.
fn chunk(bytes: &[u8], random: &mut Random) -> Range<usize> {
    let start = random.below(bytes.len());
    let length = 1 + random.below(bytes.len() / 4);
    start..(start + length).min(bytes.len())
}

fn repeat(bytes: &mut Vec<u8>, chunk: Range<usize>) {
    let copy = bytes[chunk.clone()].to_vec();
    bytes.splice(chunk.end..chunk.end, copy);
}

/// What stands around a place, as the format has pieces: in markup the element that opens next, or where none closes
/// again the tag; in text a cell or a line.
fn piece(bytes: &[u8], from: usize) -> Range<usize> {
    let delimiter = if bytes.trim_ascii_start().starts_with(b"<") { b"<".as_slice() } else { b"\t|\n" };
    let next = |from: usize| bytes[from..].iter().position(|byte| delimiter.contains(byte)).map(|at| from + at);
    let Some(start) = next(from) else { return from..bytes.len() };
    let name = bytes[start + 1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b':');
    let closing = [b"</", name.copied().collect::<Vec<_>>().as_slice(), b">"].concat();
    let close = bytes[start..].windows(closing.len()).position(|window| window == closing);
    let end = close.filter(|_| bytes[start] == b'<').map(|at| start + at + closing.len());
    start..end.or_else(|| next(start + 1)).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_an_element_a_tag_a_cell_or_a_line() {
        let piece = |text: &str, from| text[piece(text.as_bytes(), from)].to_owned();
        assert_eq!(piece("<tr><td>甲</td><td>乙</td></tr>", 1), "<td>甲</td>");
        assert_eq!(piece("<tr><br>甲</tr>", 1), "<br>甲");
        assert_eq!(piece("任务\t单位\n一\t二\n", 0), "\t单位");
        assert_eq!(piece("任务\t单位\n一\t二\n", 7), "\n一");
        assert_eq!(piece("任务", 3), "务");
    }

    #[test]
    fn mutants_differ_from_the_file_and_are_the_same_in_every_run() {
        let text = "工作任务\t责任单位\n1.推进公开\t办公室\n".repeat(9).into_bytes();
        let archive = package::packed(&[("word/document.xml".to_owned(), text.clone())]);
        for bytes in [text, archive] {
            let original = Original::new(bytes.clone());
            let same = (0..100).filter(|number| original.mutant(*number) == bytes).count();
            assert!(same < 5, "{same} of 100 mutants are no mutants");
            assert!((0..100).all(|number| original.mutant(number) == original.mutant(number)));
        }
    }
}
