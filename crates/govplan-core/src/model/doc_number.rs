use super::TokenError;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// Document number (发文字号) in canonical form.
///
/// Three series are known: the ordinary one, agency code, year in corner brackets, serial number (GB/T 9704-2012
/// 7.2.5: `兖教体发〔2020〕46号`); orders, which have no year (`国务院令第711号`); announcements
/// (`国家税务总局公告2020年第5号`).
///
/// ```
/// use govplan_core::DocNumber;
///
/// let number: DocNumber = "兖教体发〔2020〕46号".parse()?;
/// assert_eq!((number.agency_code(), number.year(), number.serial()), ("兖教体发", Some(2020), 46));
/// assert!("兖教体发[2020]46号".parse::<DocNumber>().is_err());
/// # Ok::<(), govplan_core::TokenError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocNumber {
    text: String,
    code_length: usize,
    year: Option<u16>,
    serial: u32,
}

/// The pattern that JSON Schema states; [`FromStr`] says the same.
#[cfg(feature = "schema")]
const PATTERN: &str =
    r"^[\u3400-\u9fff]{1,20}(〔(19|20)[0-9]{2}〕|(公告|通告)(19|20)[0-9]{2}年第|令第)[1-9][0-9]{0,4}号$";

const EXPECTED: &str = "a document number such as `国办发〔2020〕17号`";

/// How a printed number departs from the canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Flaw {
    /// Brackets round the year other than 〔〕.
    Brackets,
    /// White space inside.
    Space,
    /// Digits that are not ASCII.
    Digits,
    /// 第 before the serial number, or 字第.
    Ordinal,
    /// No 第 before the serial number of a series that has one (orders, announcements).
    MissingOrdinal,
    /// A zero before the serial number (虚位).
    LeadingZero,
    /// The serial number's 号 is missing.
    Unclosed,
    /// A year of two digits, which may be of either century.
    ShortYear,
    /// Year and serial number cannot be told apart, or stand in the wrong places.
    Unrecoverable,
}

/// A document number found in a text, as far as it can be made out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// The number; absent where it cannot be recovered safely.
    pub number: Option<DocNumber>,
    /// How the printed form departs from the canonical one; empty for a canonical number.
    pub flaws: Vec<Flaw>,
    /// Byte range of the printed number in the text.
    pub span: Range<usize>,
}

impl DocNumber {
    /// Agency code (机关代字), such as `兖教体发`; for an order and an announcement the organ with its 令 or 公告.
    #[must_use]
    pub fn agency_code(&self) -> &str {
        self.text.get(..self.code_length).unwrap_or_default()
    }

    /// Year, where the series has one.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        self.year
    }

    /// Serial number (序号).
    #[must_use]
    pub fn serial(&self) -> u32 {
        self.serial
    }

    /// The number in canonical form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The ordinary series, from its parts.
    ///
    /// # Errors
    /// Parts that make no canonical number.
    pub fn ordinary(agency_code: &str, year: u16, serial: u32) -> Result<Self, TokenError> {
        format!("{agency_code}〔{year}〕{serial}号").parse()
    }

    /// Every document number printed in a text, in order, damaged ones among them.
    ///
    /// ```
    /// use govplan_core::{DocNumber, Flaw};
    ///
    /// let found = DocNumber::scan("国办发[2019]3号");
    /// assert_eq!(found[0].number.as_ref().map(DocNumber::as_str), Some("国办发〔2019〕3号"));
    /// assert_eq!(found[0].flaws, [Flaw::Brackets]);
    /// ```
    #[must_use]
    pub fn scan(text: &str) -> Vec<Recovered> {
        let characters: Vec<(usize, char)> = text.char_indices().collect();
        let mut found: Vec<Recovered> = Vec::new();
        let mut from = 0;
        let mut at = 0;
        while let Some(&(_, character)) = characters.get(at) {
            let candidate = match character {
                _ if is_open(character) || decimal(character).is_some() => printed(text, &characters, from, at),
                '令' => order(text, &characters, from, at),
                _ => None,
            };
            match candidate {
                Some((recovered, next)) => {
                    found.push(recovered);
                    from = next;
                    at = next;
                }
                None => at += 1,
            }
        }
        found
    }
}

impl FromStr for DocNumber {
    type Err = TokenError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        canonical(text).ok_or_else(|| TokenError { found: text.to_owned(), expected: EXPECTED })
    }
}

/// The number that a canonical text is.
fn canonical(text: &str) -> Option<DocNumber> {
    let body = text.strip_suffix('号')?;
    let (head, serial) = body.rsplit_once(['〕', '第'])?;
    let is_serial = (1..=5).contains(&serial.len()) && !serial.starts_with('0');
    let serial: u32 = serial.bytes().all(|b| b.is_ascii_digit()).then(|| serial.parse().ok()).flatten()?;
    let ordinal = body.contains('第');
    let (code, year) = match head.split_once('〔') {
        Some((code, year)) if !ordinal => (code, Some(year_of(year)?)),
        None if ordinal && head.ends_with('令') => (head, None),
        None if ordinal => {
            let head = head.strip_suffix('年')?;
            let (code, year) = head.split_at_checked(head.len().checked_sub(4)?)?;
            if !code.ends_with("公告") && !code.ends_with("通告") {
                return None;
            }
            (code, Some(year_of(year)?))
        }
        _ => return None,
    };
    // An order's and an announcement's last word belongs to the series, not to the twenty characters of the code.
    let own = code.strip_suffix('令').filter(|_| year.is_none()).unwrap_or(code);
    let own = if ordinal && year.is_some() { own.strip_suffix("公告").or(own.strip_suffix("通告"))? } else { own };
    let is_code = (1..=20).contains(&own.chars().count()) && own.chars().all(is_han);
    (is_serial && is_code).then(|| DocNumber { text: text.to_owned(), code_length: code.len(), year, serial })
}

fn year_of(text: &str) -> Option<u16> {
    let shape = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    shape.then(|| text.parse().ok()).flatten().filter(|year| (1900..2100).contains(year))
}

/// A number of the ordinary series whose year starts at `at`, with or without its brackets, and where it ends.
fn printed(text: &str, characters: &[(usize, char)], from: usize, at: usize) -> Option<(Recovered, usize)> {
    let mut reader = Reader { characters, at, flaws: Vec::new() };
    let (start, code) = code_before(text, characters, from, at, &mut reader.flaws)?;
    let bracket = reader.accept(is_open);
    let year = reader.digits();
    let closed = reader.accept(is_close);
    // 字第 is of an older series, whose canonical form nobody wrote down: such a number stays open.
    let old_series = reader.accept(|c| c == '字').is_some();
    if reader.accept(|c| c == '第').is_some() || old_series {
        reader.flaw(Flaw::Ordinal);
    }
    let misplaced = bracket.is_none() && closed.is_none() && reader.accept(is_open).is_some();
    let serial = reader.digits();
    let misplaced = misplaced && reader.accept(is_close).is_some();
    let is_code = code.ends_with(['发', '字', '函', '办', '电']);
    // A bare run of digits is a damaged number only where the code ends as codes do; else it is any figure.
    let damaged = match (bracket, closed) {
        (Some('〔'), Some('〕')) => false,
        (Some(_), Some(_)) => {
            reader.flaw(Flaw::Brackets);
            false
        }
        _ => is_code && (year.len() >= 5 || misplaced),
    };
    let is_short = year.len() == 2 && is_code && bracket.is_some() && closed.is_some();
    if !damaged && !is_short && (bracket.is_none() || closed.is_none() || year.len() != 4 || serial.is_empty()) {
        return None;
    }
    if reader.accept(|c| c == '号').is_none() {
        if damaged || is_short {
            return None;
        }
        reader.flaw(Flaw::Unclosed);
    }
    if serial.starts_with('0') {
        reader.flaw(Flaw::LeadingZero);
    }
    let number = format!("{code}〔{year}〕{}号", serial.trim_start_matches('0')).parse().ok();
    let number = number.filter(|_| !damaged && !old_series && !reader.flaws.contains(&Flaw::Unclosed));
    if is_short {
        reader.flaw(Flaw::ShortYear);
    } else if number.is_none() {
        reader.flaw(Flaw::Unrecoverable);
    }
    Some(reader.finish(text, start, number))
}

/// An order's number whose 令 stands at `at`, and where it ends.
fn order(text: &str, characters: &[(usize, char)], from: usize, at: usize) -> Option<(Recovered, usize)> {
    let mut reader = Reader { characters, at: at + 1, flaws: Vec::new() };
    let (start, code) = code_before(text, characters, from, at, &mut reader.flaws)?;
    if reader.accept(|c| c == '第').is_none() {
        reader.flaw(Flaw::MissingOrdinal);
    }
    let serial = reader.digits();
    reader.accept(|c| c == '号')?;
    if serial.starts_with('0') {
        reader.flaw(Flaw::LeadingZero);
    }
    let number = format!("{code}令第{}号", serial.trim_start_matches('0')).parse().ok()?;
    Some(reader.finish(text, start, Some(number)))
}

/// The run of Chinese characters that ends before `at`: the index of its first character, and its text without spaces.
fn code_before(
    text: &str,
    characters: &[(usize, char)],
    from: usize,
    at: usize,
    flaws: &mut Vec<Flaw>,
) -> Option<(usize, String)> {
    let before = characters.get(from..at)?;
    let spaces = before.iter().rev().take_while(|(_, c)| c.is_whitespace()).count();
    let code = before.iter().rev().skip(spaces).take_while(|(_, c)| is_han(*c)).take(21).count();
    let start = at - spaces - code;
    let end = characters.get(at - spaces).map_or(text.len(), |(offset, _)| *offset);
    let code = text.get(characters.get(start)?.0..end)?;
    if spaces > 0 {
        flaws.push(Flaw::Space);
    }
    (!code.is_empty()).then(|| (start, code.to_owned()))
}

/// Reads the parts of a printed number one after the other.
struct Reader<'a> {
    characters: &'a [(usize, char)],
    at: usize,
    flaws: Vec<Flaw>,
}

impl Reader<'_> {
    fn flaw(&mut self, flaw: Flaw) {
        if !self.flaws.contains(&flaw) {
            self.flaws.push(flaw);
        }
    }

    /// The next character but white space, where it is one of those asked for.
    fn accept(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let rest = self.characters.get(self.at..)?;
        let spaces = rest.iter().take(4).take_while(|(_, c)| c.is_whitespace()).count();
        let (_, character) = rest.get(spaces).copied().filter(|(_, c)| wanted(*c))?;
        if spaces > 0 {
            self.flaw(Flaw::Space);
        }
        self.at += spaces + 1;
        Some(character)
    }

    /// The digits that come next, ten at most, in ASCII.
    fn digits(&mut self) -> String {
        let mut digits = String::new();
        while digits.len() < 10 {
            let Some(digit) = self.accept(|c| decimal(c).is_some()) else { break };
            if !digit.is_ascii_digit() {
                self.flaw(Flaw::Digits);
            }
            digits.extend(decimal(digit));
        }
        digits
    }

    fn finish(mut self, text: &str, start: usize, number: Option<DocNumber>) -> (Recovered, usize) {
        self.flaws.sort_unstable();
        let offset = |index: usize| self.characters.get(index).map_or(text.len(), |(offset, _)| *offset);
        (Recovered { number, span: offset(start)..offset(self.at), flaws: self.flaws }, self.at)
    }
}

/// The ASCII digit that an ASCII or full-width digit stands for.
pub(crate) fn decimal(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        '０'..='９' => char::from_u32(u32::from(character) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

pub(crate) fn is_open(character: char) -> bool {
    matches!(character, '〔' | '[' | '［' | '(' | '（' | '【' | '﹝' | '„' | '<' | '〈')
}

pub(crate) fn is_close(character: char) -> bool {
    matches!(character, '〕' | ']' | '］' | ')' | '）' | '】' | '﹞' | '‟' | '>' | '〉')
}

pub(crate) fn is_han(character: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&character)
}

impl serde::Serialize for DocNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> serde::Deserialize<'de> for DocNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for DocNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for DocNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DocNumber".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Document number (发文字号) in canonical form.",
            "pattern": PATTERN,
            "examples": ["兖教体发〔2020〕46号", "国务院令第711号"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Document numbers as printed: verdict, canonical form where one can be recovered, reason.
    const CASES: &str = include_str!("../../data/doc_number_cases.csv");

    #[test]
    fn printed_numbers_are_recovered_or_left_open() {
        for line in CASES.lines().skip(2) {
            let fields: Vec<&str> = line.splitn(4, ',').collect();
            let [raw, verdict, normal, _] = fields[..] else { panic!("{line}") };
            assert_eq!(raw.parse::<DocNumber>().is_ok(), verdict == "ok", "{raw}");
            let found = DocNumber::scan(raw);
            if verdict == "other" {
                assert!(found.is_empty(), "{raw}: {found:?}");
                continue;
            }
            let [found] = &found[..] else { panic!("{raw}: {found:?}") };
            assert_eq!(found.number.as_ref().map_or("", DocNumber::as_str), normal, "{raw}");
            assert_eq!(found.flaws.is_empty(), verdict == "ok", "{raw}: {:?}", found.flaws);
            assert_eq!(found.span.end, raw.len(), "{raw}");
        }
    }

    #[test]
    fn an_order_without_its_ordinal_or_with_zeros_is_recovered() {
        for (raw, flaw) in [("国务院令711号", Flaw::MissingOrdinal), ("国务院令第0711号", Flaw::LeadingZero)]
        {
            let [found] = &DocNumber::scan(raw)[..] else { panic!("{raw}") };
            assert_eq!(found.number.as_ref().map(DocNumber::as_str), Some("国务院令第711号"));
            assert_eq!(found.flaws, [flaw]);
        }
    }

    #[test]
    fn numbers_are_found_in_running_text() {
        let text = "《通知》（鲁政办字〔2020〕78号）、《通知》（济政办字〔2020〕31号）和2020年第3号文，PM2.5（2018）";
        let found: Vec<String> =
            DocNumber::scan(text).into_iter().filter_map(|f| Some(f.number?.to_string())).collect();
        assert_eq!(found, ["鲁政办字〔2020〕78号", "济政办字〔2020〕31号"]);
    }
}
