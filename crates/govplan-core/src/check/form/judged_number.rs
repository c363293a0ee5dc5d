use super::malformed_document_number::{MALFORMED_DOCUMENT_NUMBER, reasons};
use crate::model::{decimal, is_close, is_han, is_open};
use crate::{DocNumber, Finding, Flaw, Message, Severity};
use serde::Serialize;

/// A document number (发文字号) judged by itself, without a plan.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct JudgedNumber {
    /// What came of it.
    pub verdict: NumberVerdict,
    /// The canonical form; absent where it cannot be recovered safely.
    pub canonical: Option<DocNumber>,
    /// What is to be said of it; nothing of a canonical number.
    pub findings: Vec<Finding>,
}

/// What came of judging a document number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NumberVerdict {
    /// It is canonical.
    Ok,
    /// It is well-formed but for white space, or stands in other text.
    Warning,
    /// It is malformed.
    Error,
    /// It is no document number of a known series.
    Other,
}

impl DocNumber {
    /// Judges a text that should be a document number and nothing else.
    ///
    /// ```
    /// use govplan_core::{DocNumber, NumberVerdict};
    ///
    /// let judged = DocNumber::judge("国办发［2018］37号");
    /// assert_eq!(judged.verdict, NumberVerdict::Error);
    /// assert_eq!(judged.canonical.as_ref().map(DocNumber::as_str), Some("国办发〔2018〕37号"));
    /// assert_eq!(DocNumber::judge("HFGS—2017—9").verdict, NumberVerdict::Other);
    /// ```
    #[must_use]
    pub fn judge(text: &str) -> JudgedNumber {
        let text = text.trim();
        if let Ok(number) = text.parse() {
            return JudgedNumber { verdict: NumberVerdict::Ok, canonical: Some(number), findings: Vec::new() };
        }
        let printed = printed(text).or_else(|| announcement(text)).unwrap_or(Printed {
            number: None,
            flaws: if is_alike(text) { vec![Flaw::Unrecoverable] } else { Vec::new() },
        });
        let verdict = printed.verdict();
        let finding = finding(text, &printed, verdict);
        JudgedNumber { verdict, canonical: printed.number, findings: vec![finding] }
    }
}

/// What was made out in the text.
struct Printed {
    number: Option<DocNumber>,
    flaws: Vec<Flaw>,
}

impl Printed {
    fn verdict(&self) -> NumberVerdict {
        match &self.number {
            None if self.flaws.is_empty() => NumberVerdict::Other,
            Some(_) if self.flaws.iter().all(|flaw| *flaw == Flaw::Space) => NumberVerdict::Warning,
            _ => NumberVerdict::Error,
        }
    }
}

/// The one number that the text holds.
fn printed(text: &str) -> Option<Printed> {
    let found = DocNumber::scan(text);
    let first = found.first()?;
    let before = text.get(..first.span.start).unwrap_or_default();
    let after = text.get(first.span.end..).unwrap_or_default();
    let mut flaws = first.flaws.clone();
    // A sign at the code, as in X市财发, is a part of the code that cannot be read; of several numbers none is the one.
    let is_cut = before.chars().next_back().is_some_and(is_part_of_code) || after.starts_with(is_part_of_code);
    let is_one = found.len() == 1 && !is_cut;
    if !is_one && !flaws.contains(&Flaw::Unrecoverable) {
        flaws.push(Flaw::Unrecoverable);
    }
    let number = first.number.clone().filter(|_| is_one);
    Some(Printed { number, flaws })
}

/// The number of an announcement (公告2020年第5号), which is not looked for in running text.
fn announcement(text: &str) -> Option<Printed> {
    let mut flaws = Vec::new();
    let mut note = |flaw: Flaw| {
        if !flaws.contains(&flaw) {
            flaws.push(flaw);
        }
    };
    let mut plain = String::new();
    for character in text.chars() {
        match decimal(character) {
            _ if character.is_whitespace() => note(Flaw::Space),
            Some(digit) => {
                if digit != character {
                    note(Flaw::Digits);
                }
                plain.push(digit);
            }
            None => plain.push(character),
        }
    }
    let (head, rest) = plain.split_once('年')?;
    let serial = rest.strip_suffix('号')?;
    let serial = serial.strip_prefix('第').unwrap_or_else(|| {
        note(Flaw::MissingOrdinal);
        serial
    });
    if serial.starts_with('0') {
        note(Flaw::LeadingZero);
    }
    let number = format!("{head}年第{}号", serial.trim_start_matches('0')).parse().ok()?;
    flaws.sort_unstable();
    Some(Printed { number: Some(number), flaws })
}

/// Whether a sign that touches a number belongs to its code: a letter or digit, or what masks a character.
fn is_part_of_code(character: char) -> bool {
    character.is_alphanumeric() && !is_han(character) || is_mask(character)
}

fn is_mask(character: char) -> bool {
    matches!(
        character,
        'X' | 'x' | 'Ｘ' | '×' | '╳' | '✕' | '*' | '＊' | '○' | '〇' | '□' | '■' | '●' | '\u{fffd}' | '?' | '？'
    )
}

/// Whether a text was meant for a document number though none can be made out: an agency code of Chinese characters, and
/// behind it a year or a serial number with 号.
fn is_alike(text: &str) -> bool {
    let has_letters = text.chars().any(|c| c.is_alphabetic() && !is_han(c) && !is_mask(c));
    let code = text.chars().filter(|c| is_han(*c) && !"〇零一二三四五六七八九十百第年号字".contains(*c)).count();
    let longest = text.split(|c| decimal(c).is_none()).map(|digits| digits.chars().count()).max().unwrap_or(0);
    let is_numbered = longest > 0 || text.chars().any(|c| is_mask(c) || "一二三四五六七八九十".contains(c));
    let has_year = text.split(is_open).skip(1).any(|rest| {
        let year = rest.chars().take_while(|c| decimal(*c).is_some()).count();
        (2..=4).contains(&year) && rest.chars().nth(year).is_some_and(is_close)
    });
    !has_letters && longest < 10 && (has_year || code > 0 && text.ends_with('号') && is_numbered)
}

fn finding(text: &str, printed: &Printed, verdict: NumberVerdict) -> Finding {
    let (zh, en) = reasons(&printed.flaws);
    let message = match &printed.number {
        Some(number) if printed.flaws.is_empty() => Message::new(
            format!("`{text}`中除发文字号外还有其他文字，应为`{number}`"),
            format!("`{text}` holds other text beside the document number, expected `{number}`"),
        ),
        Some(number) => Message::new(
            format!("发文字号`{text}`{zh}，应为`{number}`"),
            format!("document number `{text}` has {en}, expected `{number}`"),
        ),
        None if verdict == NumberVerdict::Other => Message::new(
            format!("`{text}`不是已知系列的发文字号，发文字号形如`国办发〔2020〕17号`"),
            format!("`{text}` is no document number of a known series, one is such as `国办发〔2020〕17号`"),
        ),
        None => Message::new(
            format!("发文字号`{text}`无法复原，应形如`国办发〔2020〕17号`；请核对原件"),
            format!(
                "document number `{text}` cannot be recovered, expected one such as `国办发〔2020〕17号`; see the original"
            ),
        ),
    };
    let severity = match verdict {
        NumberVerdict::Error => Severity::Error,
        NumberVerdict::Ok | NumberVerdict::Warning => Severity::Warning,
        NumberVerdict::Other => Severity::Note,
    };
    Finding {
        severity,
        subject: Some(text.to_owned()).filter(|text| !text.is_empty()),
        found: Some(text.to_owned()).filter(|text| !text.is_empty()),
        expected: printed.number.as_ref().map(DocNumber::to_string),
        ..MALFORMED_DOCUMENT_NUMBER.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str) -> (&'static str, String) {
        let JudgedNumber { verdict, canonical, findings } = DocNumber::judge(text);
        assert_eq!(findings.len(), usize::from(verdict != NumberVerdict::Ok), "{text}");
        let verdict = match verdict {
            NumberVerdict::Ok => "ok",
            NumberVerdict::Warning => "warn",
            NumberVerdict::Error => "error",
            NumberVerdict::Other => "other",
        };
        (verdict, canonical.map(|number| number.to_string()).unwrap_or_default())
    }

    #[test]
    fn the_public_cases_are_judged_as_the_table_says() {
        for line in include_str!("../../../data/doc_number_cases.csv").lines().skip(2) {
            let fields: Vec<&str> = line.splitn(4, ',').collect();
            let [text, verdict, normal, _] = fields[..] else { panic!("{line}") };
            assert_eq!(judged(text), (verdict, normal.to_owned()), "{text}");
        }
    }

    #[test]
    fn others_of_the_same_kinds_are_judged_by_the_same_rules() {
        for (text, verdict, normal) in [
            ("粤府办(2017)5号", "error", "粤府办〔2017〕5号"),
            ("鲁政发【2016】８号", "error", "鲁政发〔2016〕8号"),
            ("苏政办发〔2019〕第005号", "error", "苏政办发〔2019〕5号"),
            ("国发〔2018〕 12号", "warn", "国发〔2018〕12号"),
            (" 教育部令第40号 ", "ok", "教育部令第40号"),
            ("教育部令40号", "error", "教育部令第40号"),
            ("国家税务总局公告2020年 第5号", "warn", "国家税务总局公告2020年第5号"),
            ("国家税务总局公告2020年第05号", "error", "国家税务总局公告2020年第5号"),
            ("（国办发〔2018〕37号）", "warn", "国办发〔2018〕37号"),
            ("×政发〔2019〕3号", "error", ""),
            ("京政办发2018〔22〕号", "error", ""),
            ("沪府规201912号", "error", ""),
            ("国办发〔18〕37号", "error", ""),
            ("国办发〔2018〕X号", "error", ""),
            ("国办发〔2018〕37号、国办发〔2018〕38号", "error", ""),
            ("JNCR-2020-0010001", "other", ""),
            ("GB/T 9704-2012", "other", ""),
            ("京公网安备11040202430054号", "other", ""),
            ("办公室", "other", ""),
            ("", "other", ""),
        ] {
            assert_eq!(judged(text), (verdict, normal.to_owned()), "{text}");
        }
    }
}
