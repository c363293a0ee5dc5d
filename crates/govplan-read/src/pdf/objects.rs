use super::damaged;
use super::nesting::Nesting;
use super::scan::find;
use super::unpack::{ascii85, inflate};
use crate::{Limits, ReadError};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::BTreeMap;

/// What the streams of a file cost to read, once it has been checked that all of them can be read.
pub(super) struct Streams(BTreeMap<ObjectId, Cost>);

/// The cost of one stream.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    bytes: usize,
    /// How often it draws another.
    drawn: usize,
    /// Codes that it names, if it is a character map.
    codes: u64,
}

/// Levels of forms in forms that are drawn.
pub(super) const FORMS: usize = 10;
/// Codes that the tables of a font may name.
const CODES: u64 = 1 << 18;
/// Bytes of content that take as long to read as a code of a character map.
const CODE: usize = 8;
/// Graphics states that may be put by.
const STATES: usize = 1024;

impl Streams {
    /// Checks the objects of a file for what pages are read by: streams that unpack beyond the limit or hold objects
    /// nested too deeply, colour spaces that go in circles, tables of fonts that name more codes than there are.
    pub(super) fn check(file: &Document, depth: usize, limits: &Limits) -> Result<Self, ReadError> {
        let mut costs = BTreeMap::new();
        let mut left = limits.unpacked_bytes;
        for (id, object) in &file.objects {
            if !is_bounded(file, object, depth) {
                return Err(damaged(format!("object {} can not be resolved", id.0)));
            }
            let Object::Stream(stream) = object else { continue };
            if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image") {
                continue;
            }
            let content =
                unpacked(stream, left).ok_or(ReadError::UnpacksTooLarge { allowed: limits.unpacked_bytes })?;
            left -= content.len();
            if !Nesting::new(depth).follow(&content) {
                return Err(damaged(format!("objects in stream {} nested deeper than {depth}", id.0)));
            }
            let codes = codes(&content);
            if codes > CODES {
                return Err(damaged(format!("stream {} names more codes than there are", id.0)));
            }
            let Some(drawn) = drawn(&content) else {
                return Err(damaged(format!("stream {} never restores its states", id.0)));
            };
            costs.insert(*id, Cost { bytes: content.len(), drawn, codes });
        }
        Ok(Self(costs))
    }

    /// How many bytes of content it takes to draw a page, the forms in it counted as often as they are drawn.
    pub(super) fn cost(&self, file: &Document, page: ObjectId) -> usize {
        let contents = file.get_page_contents(page);
        let (own, inherited) = file.get_page_resources(page).unwrap_or_default();
        let inherited = inherited.into_iter().filter_map(|id| file.get_dictionary(id).ok());
        let forms: Vec<ObjectId> =
            own.into_iter().chain(inherited).flat_map(|resources| forms(file, resources)).collect();
        let mut known = BTreeMap::new();
        let streams = contents.into_iter().map(|id| self.drawing(file, id, &forms, FORMS, &mut known));
        let drawn = streams.fold(0, usize::saturating_add);
        let maps = file.get_page_fonts(page).unwrap_or_default().into_values();
        let maps = maps.filter_map(|font| self.0.get(&font.get(b"ToUnicode").and_then(Object::as_reference).ok()?));
        let codes = maps.map(|map| usize::try_from(map.codes).unwrap_or(usize::MAX).saturating_mul(CODE));
        drawn.saturating_add(codes.fold(0, usize::saturating_add))
    }

    /// The cost of a stream that draws some forms.
    fn drawing(
        &self,
        file: &Document,
        id: ObjectId,
        forms: &[ObjectId],
        depth: usize,
        known: &mut BTreeMap<(ObjectId, usize), usize>,
    ) -> usize {
        let Some(cost) = self.0.get(&id) else { return 0 };
        if cost.drawn == 0 || depth == 0 {
            return cost.bytes;
        }
        let dearest = forms.iter().map(|form| {
            if let Some(known) = known.get(&(*form, depth)) {
                return *known;
            }
            let resources = file.get_object(*form).and_then(Object::as_stream).ok();
            let resources = resources.and_then(|form| form.dict.get_deref(b"Resources", file).ok()?.as_dict().ok());
            // A form without resources takes those of what draws it.
            let inner = resources.map_or_else(|| forms.to_vec(), |resources| self::forms(file, resources));
            let cost = self.drawing(file, *form, &inner, depth - 1, known);
            known.insert((*form, depth), cost);
            cost
        });
        cost.bytes.saturating_add(cost.drawn.saturating_mul(dearest.max().unwrap_or(0)))
    }
}

/// The streams that resources name for drawing.
fn forms(file: &Document, resources: &Dictionary) -> Vec<ObjectId> {
    let named = resources.get_deref(b"XObject", file).and_then(Object::as_dict);
    named.map_or_else(|_| Vec::new(), |named| named.iter().filter_map(|(_, form)| form.as_reference().ok()).collect())
}

/// The content of a stream, unless it unpacks to more bytes than allowed.
fn unpacked(stream: &Stream, allowed: usize) -> Option<Vec<u8>> {
    /// How many times its size a stream may unpack to: LZW to more than Flate.
    const RATIO: usize = 2048;
    let packed_at_most = |bytes, filters| (0..filters).fold(bytes, |bytes: usize, _| bytes.saturating_mul(RATIO));
    let filters = stream.filters().unwrap_or_default();
    let content = match filters.as_slice() {
        [] => stream.content.clone(),
        [b"FlateDecode"] => inflated(&stream.content, allowed)?,
        [b"ASCII85Decode", b"FlateDecode"] => inflated(&ascii85(&stream.content), allowed)?,
        filters if packed_at_most(stream.content.len(), filters.len()) <= allowed => {
            stream.decompressed_content().unwrap_or_default()
        }
        // Filters of pictures, which content does not have.
        [.., last] if !matches!(*last, b"FlateDecode" | b"LZWDecode" | b"ASCII85Decode") => Vec::new(),
        _ => return None,
    };
    (content.len() <= allowed).then_some(content)
}

fn inflated(packed: &[u8], allowed: usize) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    inflate(packed, |piece| {
        content.extend_from_slice(piece);
        content.len() <= allowed
    });
    (content.len() <= allowed).then_some(content)
}

/// Whether an object can be read without end: its colour spaces, and the widths that a font names.
fn is_bounded(file: &Document, object: &Object, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    match object {
        Object::Array(items) => {
            color_space_ends(file, object, COLOR_SPACES) && items.iter().all(|item| is_bounded(file, item, depth))
        }
        Object::Dictionary(dictionary) | Object::Stream(Stream { dict: dictionary, .. }) => {
            let widths = [b"W".as_slice(), b"W2"].into_iter().filter_map(|key| dictionary.get_deref(key, file).ok());
            widths.filter_map(|widths| widths.as_array().ok()).all(|widths| named_codes(widths) <= CODES)
                && dictionary.iter().all(|(_, value)| is_bounded(file, value, depth))
        }
        _ => true,
    }
}

/// Colour spaces that may be built on one another.
const COLOR_SPACES: usize = 8;

/// Whether a colour space, if an object is one, is built on others to a bounded depth.
fn color_space_ends(file: &Document, object: &Object, depth: usize) -> bool {
    let object = file.dereference(object).map_or(object, |(_, object)| object);
    let Object::Array(items) = object else { return true };
    let base = match items.first().and_then(|name| name.as_name().ok()) {
        Some(b"Separation" | b"DeviceN") => items.get(2),
        Some(b"Indexed" | b"I" | b"Pattern") => items.get(1),
        _ => None,
    };
    base.is_none_or(|base| depth.checked_sub(1).is_some_and(|depth| color_space_ends(file, base, depth)))
}

/// How many codes an array of widths names by ranges: a first code, a last one, and the width; others are a first code
/// and an array of widths.
fn named_codes(widths: &[Object]) -> u64 {
    let mut named = 0_u64;
    let mut rest = widths;
    loop {
        rest = match rest {
            [_, Object::Array(_), rest @ ..] => rest,
            [Object::Integer(first), Object::Integer(last), _, rest @ ..] => {
                named = named.saturating_add(u64::try_from(last.saturating_sub(*first)).unwrap_or(0));
                rest
            }
            [_, rest @ ..] => rest,
            [] => return named,
        };
    }
}

/// How many codes the ranges of a character map name: `<first> <last> <start>`, or an array in place of the start.
fn codes(content: &[u8]) -> u64 {
    let mut named = 0_u64;
    let mut rest = content;
    while let Some(at) = find(rest, b"range") {
        let (before, after) = rest.split_at(at);
        rest = after.get(b"range".len()..).unwrap_or_default();
        // In a range of glyphs, the third number is none in brackets.
        let length = match before {
            [.., b'b', b'e', b'g', b'i', b'n', b'b', b'f'] => 3,
            [.., b'b', b'e', b'g', b'i', b'n', b'c', b'i', b'd'] => 2,
            _ => continue,
        };
        let section = rest.get(..find(rest, b"end").unwrap_or(rest.len())).unwrap_or_default();
        let mut entry: Vec<u64> = Vec::new();
        let mut is_in_array = false;
        for token in section.split_inclusive(|byte| b"<>[]".contains(byte)) {
            let Some((end, digits)) = token.split_last() else { continue };
            match end {
                b'[' => is_in_array = true,
                b']' => {
                    is_in_array = false;
                    entry.clear();
                }
                b'>' if !is_in_array => {
                    let digits = std::str::from_utf8(digits).unwrap_or_default().trim();
                    entry.push(u64::from_str_radix(digits, 16).unwrap_or(u64::MAX));
                }
                _ => {}
            }
            if let [first, last, ..] = entry.as_slice()
                && entry.len() == length
            {
                named = named.saturating_add(last.saturating_sub(*first));
                entry.clear();
            }
        }
    }
    named
}

/// How often a content draws a form or picture; none where it puts by states without end.
fn drawn(content: &[u8]) -> Option<usize> {
    let (mut drawn, mut states) = (0, 0_usize);
    for word in content.split(u8::is_ascii_whitespace) {
        match word {
            b"q" => states += 1,
            b"Q" => states = states.saturating_sub(1),
            word if word.ends_with(b"Do") => drawn += 1,
            _ => {}
        }
        if states > STATES {
            return None;
        }
    }
    Some(drawn)
}

/// Whether the line of nodes above a page ends at the root of its tree, and not in a circle.
pub(super) fn has_root(file: &Document, page: ObjectId) -> bool {
    /// Levels of a tree of pages.
    const LEVELS: usize = 256;
    let parent = |id: &ObjectId| file.get_dictionary(*id).and_then(|node| node.get(b"Parent")?.as_reference()).ok();
    std::iter::successors(Some(page), parent).nth(LEVELS).is_none()
}

/// How many pages the tree of pages says that it holds.
pub(super) fn pages(file: &Document) -> usize {
    let root = file.catalog().and_then(|catalog| catalog.get_deref(b"Pages", file)?.as_dict());
    let count = root.and_then(|root| root.get_deref(b"Count", file)?.as_i64());
    count.ok().and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
}
