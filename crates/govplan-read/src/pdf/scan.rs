use super::unpack::inflate;
use crate::{Limits, ReadError};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// An object as it stands in the file.
pub(super) struct Raw<'a> {
    pub(super) generation: u16,
    /// What stands before the data: the dictionary of a stream, or the whole of another object.
    pub(super) head: Cow<'a, [u8]>,
    /// The data of a stream, as packed.
    pub(super) data: Option<&'a [u8]>,
}

impl Raw<'_> {
    pub(super) fn has(&self, name: &[u8]) -> bool {
        find(&self.head, name).is_some()
    }

    /// The number that an entry of the dictionary holds.
    pub(super) fn number(&self, name: &[u8]) -> Option<u64> {
        let rest = self.head.get(find(&self.head, name)? + name.len()..)?.trim_ascii_start();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let digits = std::str::from_utf8(rest.get(..digits)?).ok()?;
        (!digits.is_empty()).then(|| digits.parse().unwrap_or(u64::MAX))
    }
}

/// The objects of a file by their numbers, each as it was written last, those in object streams among them.
///
/// The cross-reference table is not asked: it is wrong in damaged files, and a forged one sends the parser to one object
/// a million times. Data ends with the first `endstream`, whatever its length is said to be.
pub(super) fn objects<'a>(bytes: &'a [u8], limits: &Limits) -> Result<BTreeMap<u32, Raw<'a>>, ReadError> {
    let mut objects: BTreeMap<u32, Raw<'_>> = BTreeMap::new();
    let mut left = limits.unpacked_bytes;
    let mut at = 0;
    while let Some(Header { number, generation, end, .. }) = next_header(bytes, at) {
        let (head, data, length) = extent(bytes.get(end..).unwrap_or_default());
        at = end + length;
        let raw = Raw { generation, head: Cow::Borrowed(head), data };
        if let Some(data) = data.filter(|_| raw.has(b"/ObjStm")) {
            let content =
                content(&raw, data, left).ok_or(ReadError::UnpacksTooLarge { allowed: limits.unpacked_bytes })?;
            left -= content.len();
            let packed = packed(&raw, &content).into_iter();
            objects.extend(packed.map(|(number, object)| {
                (number, Raw { generation: 0, head: Cow::Owned(object.to_vec()), data: None })
            }));
        } else if !raw.has(b"/XRef") {
            objects.insert(number, raw);
        }
    }
    Ok(objects)
}

/// What an object stream holds, if it is no more than allowed. Such streams are packed by Flate or not at all.
fn content(raw: &Raw<'_>, data: &[u8], allowed: usize) -> Option<Vec<u8>> {
    if !raw.has(b"/Filter") {
        return (data.len() <= allowed).then(|| data.to_vec());
    }
    let mut content = Vec::new();
    inflate(data, |piece| {
        content.extend_from_slice(piece);
        content.len() <= allowed
    });
    (content.len() <= allowed).then_some(content)
}

/// The objects of an object stream: it begins with the number and offset of each.
fn packed<'c>(raw: &Raw<'_>, content: &'c [u8]) -> Vec<(u32, &'c [u8])> {
    let first = raw.number(b"/First").and_then(|first| usize::try_from(first).ok()).unwrap_or(0);
    let index = content.get(..first).and_then(|index| std::str::from_utf8(index).ok()).unwrap_or_default();
    let numbers: Vec<u32> = index.split_ascii_whitespace().map_while(|number| number.parse().ok()).collect();
    let starts: Vec<(u32, usize)> = numbers
        .chunks_exact(2)
        .filter_map(|pair| match pair {
            [number, offset] => Some((*number, first.saturating_add(usize::try_from(*offset).ok()?))),
            _ => None,
        })
        .collect();
    let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([content.len()]);
    let objects = starts.iter().zip(ends);
    objects.filter_map(|((number, start), end)| Some((*number, content.get(*start..end)?))).collect()
}

/// The word `obj` with the numbers before it.
struct Header {
    number: u32,
    generation: u16,
    /// Where it begins, and where the object does.
    start: usize,
    end: usize,
}

/// The header whose word `obj` stands at a place, if one does.
fn header(bytes: &[u8], word: usize) -> Option<Header> {
    let (before, generation) = last_number(bytes.get(..word)?);
    let (before, number) = last_number(before);
    let (number, generation) = (u32::try_from(number?).ok()?, u16::try_from(generation?).ok()?);
    Some(Header { number, generation, start: before.len(), end: word + b"obj".len() })
}

/// The next header from a place on.
fn next_header(bytes: &[u8], from: usize) -> Option<Header> {
    let mut at = from;
    loop {
        let word = at + find(bytes.get(at..)?, b"obj")?;
        if let Some(header) = header(bytes, word) {
            return Some(header);
        }
        at = word + 1;
    }
}

/// The number that bytes end with, but for white space, and what stands before it.
fn last_number(bytes: &[u8]) -> (&[u8], Option<u64>) {
    const DIGITS: usize = 10;
    const SPACES: usize = 8;
    let spaces = bytes.iter().rev().take(SPACES).take_while(|byte| byte.is_ascii_whitespace()).count();
    let (bytes, _) = bytes.split_at(bytes.len() - spaces);
    let digits = bytes.iter().rev().take(DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
    let (before, digits) = bytes.split_at(bytes.len() - digits);
    (before, std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok()))
}

/// What stands before the data of an object or before its end, the data, and the length of both.
fn extent(object: &[u8]) -> (&[u8], Option<&[u8]>, usize) {
    let mut at = 0;
    while let Some(step) = object.get(at..).and_then(|rest| rest.iter().position(|byte| b"eso".contains(byte))) {
        at += step;
        let (before, rest) = object.split_at(at);
        if rest.starts_with(b"endobj") {
            return (before, None, at);
        }
        if let Some(data) = rest.strip_prefix(b"stream")
            && before.trim_ascii_end().ends_with(b">>")
            && let Some(data) = without_line_end(data)
        {
            let end = find(data, b"endstream").unwrap_or(data.len());
            let data = data.get(..end).unwrap_or_default();
            let length = at + rest.len().min(end + b"stream\r\n".len());
            let data = data.strip_suffix(b"\n").unwrap_or(data);
            return (before, Some(data.strip_suffix(b"\r").unwrap_or(data)), length);
        }
        // An object that was not closed ends where the next one begins.
        if rest.starts_with(b"obj")
            && let Some(header) = header(object, at)
        {
            return (object.get(..header.start).unwrap_or_default(), None, header.start);
        }
        at += 1;
    }
    (object, None, object.len())
}

fn without_line_end(data: &[u8]) -> Option<&[u8]> {
    data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).or_else(|| data.strip_prefix(b"\r"))
}

/// Where a word first stands in bytes.
pub(super) fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let Some(first) = word.first() else { return Some(0) };
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| byte == first)?;
        if bytes.get(at..)?.starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
}
