use super::record::{u16_at, u32_at};
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, WINDOWS_1252};

/// How the strings of a workbook are written.
#[derive(Clone, Copy)]
pub(super) enum Strings {
    /// Excel 97 and later: UTF-16, or its low bytes where the high ones are all zero.
    Unicode,
    /// Excel 5: bytes of a code page.
    Bytes(&'static Encoding),
}

impl Strings {
    /// Strings of a code page; those that Chinese, Japanese and Korean Excel wrote, and the western one.
    pub(super) const fn of_code_page(page: u16) -> Self {
        Self::Bytes(match page {
            936 => GB18030,
            950 => BIG5,
            932 => SHIFT_JIS,
            949 => EUC_KR,
            _ => WINDOWS_1252,
        })
    }

    /// A string whose count of characters, of one byte or two, stands before it.
    pub(super) fn read(self, data: &[u8], is_short: bool) -> Option<String> {
        let (count, data) = match is_short {
            true => data.split_first().map(|(count, data)| (usize::from(*count), data))?,
            false => (usize::from(u16_at(data, 0)?), data.get(2..)?),
        };
        Some(match self {
            Self::Unicode => characters(data.get(1..)?, count, data.first()? & 1 != 0).0,
            Self::Bytes(encoding) => encoding.decode(data.get(..count).unwrap_or(data)).0.into_owned(),
        })
    }
}

/// So many characters, as far as the data goes, and how many there were.
fn characters(data: &[u8], count: usize, is_wide: bool) -> (String, usize) {
    if is_wide {
        let units = data.as_chunks::<2>().0;
        let units = units.get(..count).unwrap_or(units);
        let decoded = char::decode_utf16(units.iter().map(|unit| u16::from_le_bytes(*unit)));
        (decoded.map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(), units.len())
    } else {
        let bytes = data.get(..count).unwrap_or(data);
        (bytes.iter().map(|byte| char::from(*byte)).collect(), bytes.len())
    }
}

/// The shared strings ([MS-XLS] 2.4.265), from the record and those that continue it.
pub(super) fn shared(first: &[u8], continued: Vec<&[u8]>) -> Vec<String> {
    let mut parts = Parts { rest: first.get(8..).unwrap_or_default(), later: continued.into_iter() };
    std::iter::from_fn(|| parts.string()).collect()
}

/// The data of a record that others continue. A string may be parted anywhere; where its characters are, the next part
/// begins with a byte that says how they go on ([MS-XLS] 2.5.293).
struct Parts<'a> {
    rest: &'a [u8],
    later: std::vec::IntoIter<&'a [u8]>,
}

impl Parts<'_> {
    fn string(&mut self) -> Option<String> {
        if self.rest.is_empty() {
            self.rest = self.later.next()?;
        }
        let (count, flags) = (usize::from(u16_at(self.rest, 0)?), *self.rest.get(2)?);
        let mut at = 3;
        let mut after = 0;
        if flags & 8 != 0 {
            after += usize::from(u16_at(self.rest, at)?) * 4;
            at += 2;
        }
        if flags & 4 != 0 {
            after += usize::try_from(u32_at(self.rest, at)?).ok()?;
            at += 4;
        }
        self.rest = self.rest.get(at..)?;
        let string = self.characters(count, flags & 1 != 0);
        self.skip(after);
        Some(string)
    }

    fn characters(&mut self, count: usize, mut is_wide: bool) -> String {
        let (mut string, mut found) = characters(self.rest, count, is_wide);
        let mut used = found;
        loop {
            let width = if is_wide { 2 } else { 1 };
            self.rest = self.rest.get(used * width..).unwrap_or_default();
            let next = if found < count { self.later.next().and_then(<[u8]>::split_first) } else { None };
            let Some((flags, rest)) = next else { return string };
            (self.rest, is_wide) = (rest, flags & 1 != 0);
            let (more, length) = characters(rest, count - found, is_wide);
            string.push_str(&more);
            found += length;
            used = length;
        }
    }

    /// Goes past what stands after the characters: runs of fonts, the phonetic guide.
    fn skip(&mut self, mut length: usize) {
        while length > self.rest.len() {
            length -= self.rest.len();
            let Some(next) = self.later.next() else { return self.rest = &[] };
            self.rest = next;
        }
        self.rest = self.rest.get(length..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn shared_strings_go_on_over_records() {
        let mut first = vec![0; 8];
        first.extend([3, 0, 1]);
        first.extend(wide("教育局"));
        // Four characters with one run of fonts and two bytes of a guide, parted after two.
        first.extend([4, 0, 1 | 4 | 8, 1, 0, 2, 0, 0, 0]);
        first.extend(wide("财政"));
        let mut second = vec![1];
        second.extend(wide("局、"));
        second.extend([0, 0, 0]);
        let third = [0, 9, 9, 2, 0, 0, b'a'];
        let fourth = [0, b'b', 0, 0, 0];
        let strings = shared(&first, vec![&second, &third, &fourth]);
        assert_eq!(strings, ["教育局", "财政局、", "ab", ""]);
    }

    #[test]
    fn broken_tables_end_where_they_break() {
        assert_eq!(shared(&[], vec![]), [""; 0]);
        assert_eq!(shared(&[0; 10], vec![]), [""; 0]);
        assert_eq!(shared(&[0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, b'a'], vec![&[]]), ["a"]);
        assert_eq!(shared(&[0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 4, 255, 255, 255, 255, b'a'], vec![&[1]]), ["a"]);
    }

    #[test]
    fn strings_of_a_code_page_are_bytes() {
        let gbk = [4, 0, 0xBD, 0xCC, 0xD3, 0xFD];
        assert_eq!(Strings::of_code_page(936).read(&gbk, false).as_deref(), Some("教育"));
        assert_eq!(Strings::Unicode.read(&[2, 0, b'A', b'1'], true).as_deref(), Some("A1"));
        assert_eq!(Strings::Unicode.read(&[2], true), None);
    }
}
