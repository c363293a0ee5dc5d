use super::scan::{Raw, find};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Predefined character maps whose codes are UTF-16 (ISO 32000-1, table 118), which the parser takes for GBK or Big5.
const UNICODE: &[&str] = &["UniGB-UCS2", "UniGB-UTF16", "UniCNS-UCS2", "UniCNS-UTF16"];
/// Predefined character maps of one and two bytes.
const LEGACY: &[&str] =
    &["GB-EUC", "GBpc-EUC", "GBK-EUC", "GBKp-EUC", "GBK2K", "B5pc", "HKscs-B5", "ETen-B5", "ETenms-B5"];

/// A character map by which each code is the character of that number.
const IDENTITY: &[u8] = b"1 begincidrange\n<0000> <FFFF> 0\nendcidrange\n";
/// The glyphs of the ASCII characters in the character collections of Adobe, from the space, and the code of the first.
const ASCII_GLYPHS: std::ops::RangeInclusive<u32> = 1..=95;
const FIRST_CODE: u32 = 32;

/// Mends fonts that are read by predefined character maps: where codes are Unicode, that is said; and the widths of letters
/// and digits, which the parser looks up by code, are named by code.
pub(super) fn mend(objects: &mut BTreeMap<u32, Raw<'_>>) {
    let Some(identity) = objects.last_key_value().and_then(|(number, _)| number.checked_add(1)) else { return };
    let mut is_used = false;
    let mut descendants = Vec::new();
    for raw in objects.values_mut().filter(|raw| raw.has(b"/Type0")) {
        let mapped = |maps: &[&str]| maps.iter().find_map(|map| Some((position(&raw.head, map)?, map.len())));
        if let Some((at, length)) = mapped(UNICODE) {
            let (before, rest) = raw.head.split_at(at);
            let direction = rest.get(length..).unwrap_or_default();
            raw.head = Cow::Owned([before, b"Identity", direction].concat());
            if !raw.has(b"/ToUnicode") {
                insert(raw, b"", &format!("/ToUnicode {identity} 0 R"));
                is_used = true;
            }
        } else if mapped(LEGACY).is_none() {
            continue;
        }
        match reference(raw, b"/DescendantFonts") {
            Some(number) => descendants.push(number),
            None => name_widths_by_code(raw, b"/DescendantFonts"),
        }
    }
    for number in descendants {
        let Some(raw) = objects.get(&number) else { continue };
        // The array of descendants may be an object of its own.
        let number = if raw.head.trim_ascii_start().starts_with(b"[") { reference(raw, b"") } else { Some(number) };
        if let Some(raw) = number.and_then(|number| objects.get_mut(&number)) {
            name_widths_by_code(raw, b"");
        }
    }
    if is_used {
        objects.insert(identity, Raw { generation: 0, head: Cow::Borrowed(b"<<>>"), data: Some(IDENTITY) });
    }
}

/// The widths of the ASCII characters in an entry of widths by glyph: half of a Chinese character where it names none.
fn ascii_widths(entry: &str) -> String {
    let mut widths: Vec<String> = ASCII_GLYPHS.map(|_| "500".to_owned()).collect();
    let text = entry.replace('[', " [ ").replace(']', " ] ");
    let mut words = text.split_ascii_whitespace().skip_while(|word| word.starts_with('/')).skip(1);
    // `1 [500 270]` names glyphs from a first one on, `3 9 500` glyphs from a first to a last one.
    while let Some(first) = words.next().and_then(|word| word.parse::<u32>().ok()) {
        let mut set = |glyph: u32, width: &str| {
            let index = glyph.checked_sub(*ASCII_GLYPHS.start()).and_then(|index| usize::try_from(index).ok());
            if let Some(place) = index.and_then(|index| widths.get_mut(index)).filter(|_| width.parse::<f64>().is_ok())
            {
                width.clone_into(place);
            }
        };
        match words.next() {
            Some("[") => (first..)
                .zip(words.by_ref().take_while(|word| *word != "]"))
                .for_each(|(glyph, width)| set(glyph, width)),
            Some(last) => {
                let (Ok(last), Some(width)) = (last.parse::<u32>(), words.next()) else { break };
                (first..=last.min(*ASCII_GLYPHS.end())).for_each(|glyph| set(glyph, width));
            }
            None => break,
        }
    }
    widths.join(" ")
}

/// Where a character map is named: for either direction of writing.
fn position(head: &[u8], map: &str) -> Option<usize> {
    let at = |direction| find(head, format!("/{map}-{direction}").as_bytes());
    at('H').or_else(|| at('V')).map(|at| at + 1)
}

/// The number of the object that an entry refers to, in an array or by itself.
fn reference(raw: &Raw<'_>, name: &[u8]) -> Option<u32> {
    let rest = raw.head.get(find(&raw.head, name)? + name.len()..)?.trim_ascii_start();
    let rest = rest.strip_prefix(b"[").unwrap_or(rest).trim_ascii_start();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(rest.get(..digits)?).ok()?.parse().ok()
}

/// Puts an entry into the first dictionary after a name.
fn insert(raw: &mut Raw<'_>, after: &[u8], entry: &str) {
    let place = find(&raw.head, after).and_then(|at| {
        let begin = find(raw.head.get(at..)?, b"<<")?;
        Some(at + begin + b"<<".len())
    });
    if let Some(place) = place {
        raw.head.to_mut().splice(place..place, entry.bytes());
    }
}

/// Names the widths of the ASCII characters by their codes in the font that stands after a name.
fn name_widths_by_code(raw: &mut Raw<'_>, after: &[u8]) {
    let widths = widths(&raw.head);
    let numbers = widths.as_ref().map_or_else(String::new, |at| {
        String::from_utf8_lossy(raw.head.get(at.clone()).unwrap_or_default()).into_owned()
    });
    if let Some(at) = widths {
        raw.head.to_mut().drain(at);
    }
    insert(raw, after, &format!("/W[{FIRST_CODE}[{}]]", ascii_widths(&numbers)));
}

/// Where a dictionary holds widths: the entry and its array.
fn widths(head: &[u8]) -> Option<std::ops::Range<usize>> {
    let start = find(head, b"/W[").or_else(|| find(head, b"/W ["))?;
    let mut depth = 0_usize;
    for (at, byte) in head.iter().enumerate().skip(start) {
        match byte {
            b'[' => depth += 1,
            b']' if depth <= 1 => return Some(start..at + 1),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}
