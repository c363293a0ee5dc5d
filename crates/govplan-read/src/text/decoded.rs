use crate::{ReadError, lines};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use govplan_document::{Note, NoteCode, Place};
use std::borrow::Cow;

/// Bytes as characters, and how they were understood.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Name of the encoding in the WHATWG Encoding Standard.
    pub(crate) encoding: &'static str,
    /// Parts that are no text in the encoding; each shows as U+FFFD.
    broken: usize,
}

/// The characters of a text document, decoded as [`read`](crate::read) does: line `n` of a place is the `n`th of
/// [`lines`].
///
/// # Errors
/// [`ReadError::Binary`] where the bytes are no text, [`ReadError::Blank`] where there is nothing but white space.
///
/// ```
/// let text = govplan_read::decode(b"\xD2\xBB\xA1\xA2\xBC\xD3\xC7\xBF\r\n\xC1\xEC\xB5\xBC")?;
/// assert_eq!(govplan_read::lines(&text).collect::<Vec<_>>(), ["一、加强", "领导"]);
/// # Ok::<(), govplan_read::ReadError>(())
/// ```
pub fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    Decoded::new(bytes).map(|decoded| decoded.text.into_owned())
}

impl<'a> Decoded<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Result<Self, ReadError> {
        Self::declared(bytes, None)
    }

    /// Decodes bytes that may declare their encoding.
    pub(crate) fn declared(bytes: &'a [u8], declared: Option<&'static Encoding>) -> Result<Self, ReadError> {
        let decoded = Self::of(bytes, declared);
        decoded.check()?;
        Ok(decoded)
    }

    /// A byte order mark decides; then the shape of the bytes, the stricter encoding first. A declared one goes before
    /// all but Unicode, whose shape nothing has by chance and which is often declared wrongly.
    fn of(bytes: &'a [u8], declared: Option<&'static Encoding>) -> Self {
        if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
            return Self::with(encoding, bytes.get(mark..).unwrap_or_default());
        }
        if may_be_utf_16(bytes) {
            let mut ways = [UTF_16LE, UTF_16BE].into_iter().map(|encoding| Self::with(encoding, bytes));
            if let Some(decoded) = ways.find(|way| way.broken == 0 && way.is_plausible()) {
                return decoded;
            }
        }
        let unicode = Self::with(UTF_8, bytes);
        if unicode.is_sound() {
            return unicode;
        }
        let mut ways = declared.into_iter().chain([GB18030, BIG5]).map(|encoding| Self::with(encoding, bytes));
        ways.find(|way| way.is_sound() && way.is_plausible()).unwrap_or(unicode)
    }

    fn with(encoding: &'static Encoding, bytes: &'a [u8]) -> Self {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        let broken = if damaged { text.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
        Self { text, encoding: encoding.name(), broken }
    }

    /// Whether the encoding explains the bytes: a text read in a wrong one breaks at every few characters.
    fn is_sound(&self) -> bool {
        let wide = || self.text.chars().filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER).count();
        self.broken == 0 || wide() > self.broken.saturating_mul(4)
    }

    /// Whether nine characters in ten are such as Chinese office texts hold: a text read in a wrong encoding is spread
    /// over all of Unicode.
    fn is_plausible(&self) -> bool {
        let (mut common, mut all) = (0_usize, 0_usize);
        for c in self.text.chars().filter(|c| *c != char::REPLACEMENT_CHARACTER) {
            all += 1;
            common += usize::from(is_common(c));
        }
        common.saturating_mul(10) >= all.saturating_mul(9)
    }

    /// Whether these are characters that somebody wrote.
    fn check(&self) -> Result<(), ReadError> {
        let (mut characters, mut controls, mut blank) = (0_usize, 0_usize, true);
        for c in self.text.chars() {
            characters += 1;
            controls += usize::from(c.is_control() && !c.is_whitespace());
            blank = blank && super::line::is_blank(c);
        }
        if blank {
            return Err(ReadError::Blank);
        }
        // Random bytes hold a control character in nine and a text hardly any; a damaged text stays mostly whole.
        if controls > characters / 20 || self.broken > characters / 4 {
            return Err(ReadError::Binary { found: controls + self.broken, characters });
        }
        Ok(())
    }

    /// What there is to say of the damage: where it begins and how many parts are broken.
    pub(crate) fn note(&self) -> Option<Note> {
        if self.broken == 0 {
            return None;
        }
        let place = lines(&self.text).enumerate().find_map(|(index, line)| {
            let before = line.split_once(char::REPLACEMENT_CHARACTER)?.0.chars().count();
            Some(Place::in_line(index + 1, before + 1, 1))
        });
        Some(Note { code: NoteCode::BrokenCharacters, place, found: self.broken.to_string() })
    }
}

/// Characters of ASCII, general and Chinese punctuation, enclosed numbers, the main block of Han, full-width forms.
fn is_common(c: char) -> bool {
    matches!(c, ' '..='~' | '\t' | '\n' | '\r' | '\u{A0}' | '\u{B7}' | '\u{2010}'..='\u{206F}' | '\u{2460}'..='\u{249B}'
        | '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FEFF}' | '\u{FF01}'..='\u{FF5E}')
}

/// Whether bytes without a byte order mark may be UTF-16: each character of ASCII then has a zero byte. Chinese text
/// holds few besides its line ends; bytes that are valid UTF-8 too must be mostly of them.
fn may_be_utf_16(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    let needed = if std::str::from_utf8(bytes).is_ok() { bytes.len() / 4 } else { bytes.len() / 400 };
    zeros > needed && bytes.len().is_multiple_of(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、加强组织领导\n各镇（街）教委要高度重视，2020年9月底前完成。\n";

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_of_a_chinese_text_gives_the_same_characters() {
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
        let cases = [
            ("UTF-8", TEXT.as_bytes().to_vec()),
            ("UTF-8", marked(b"\xEF\xBB\xBF", TEXT.as_bytes().to_vec())),
            ("UTF-16LE", utf_16(TEXT, u16::to_le_bytes)),
            ("UTF-16BE", utf_16(TEXT, u16::to_be_bytes)),
            ("UTF-16LE", marked(b"\xFF\xFE", utf_16(TEXT, u16::to_le_bytes))),
            ("UTF-16BE", marked(b"\xFE\xFF", utf_16(TEXT, u16::to_be_bytes))),
            ("gb18030", GB18030.encode(TEXT).0.into_owned()),
        ];
        for (encoding, bytes) in cases {
            let decoded = Decoded::new(&bytes).unwrap();
            assert_eq!((decoded.encoding, decoded.text.as_ref(), decoded.broken), (encoding, TEXT, 0));
        }
    }

    #[test]
    fn traditional_characters_in_big5_are_understood() {
        let text = "各鄉鎮公所應於每季結束後十日內，將督導情形函報縣政府，並副知教育處及主計處。\n".repeat(3);
        let bytes = BIG5.encode(&text).0.into_owned();
        let decoded = Decoded::new(&bytes).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_ref()), ("Big5", text.as_str()));
    }

    #[test]
    fn damaged_bytes_break_characters_and_not_the_text() {
        for encoding in [UTF_8, GB18030] {
            let mut bytes = encoding.encode(&TEXT.repeat(4)).0.into_owned();
            bytes.splice(4..4, [0xFF]);
            let decoded = Decoded::new(&bytes).unwrap();
            assert_eq!(decoded.encoding, encoding.name());
            assert!(decoded.text.ends_with(TEXT), "{}", decoded.text);
            let note = decoded.note().unwrap();
            assert_eq!(note.found, decoded.broken.to_string());
            assert_eq!(note.place.unwrap().line.unwrap().get(), 1);
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let noise: Vec<u8> = (0..4096_u32).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
        for bytes in [noise.as_slice(), &[0; 512], b"\x01\x02\x03abc\x04"] {
            assert!(matches!(Decoded::new(bytes), Err(ReadError::Binary { .. })), "{bytes:?}");
        }
        assert!(matches!(Decoded::new("\u{3000}\u{FEFF} \r\n\t\n".as_bytes()), Err(ReadError::Blank)));
    }
}
