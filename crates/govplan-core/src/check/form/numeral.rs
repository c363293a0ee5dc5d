use std::sync::LazyLock;

/// Runs of numeral characters: first, last, series, value of the first.
const TABLE: &str = include_str!("../../../data/numerals.csv");

/// Longest label that is taken for a number, in characters.
const LENGTH: usize = 12;

/// The number that a label holds (`二`, `（12）`, `第三部分`, `1.2`), with what stands before and after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Numeral<'a> {
    /// Which labels count on from each other: those that differ in the value alone.
    pub(in crate::check) series: Series<'a>,
    pub(in crate::check) value: u32,
}

/// What all labels of one run have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) struct Series<'a> {
    before: &'a str,
    script: &'static str,
    after: &'a str,
}

/// A run of characters whose values count up.
struct Run {
    first: char,
    last: char,
    script: &'static str,
    value: u32,
}

static RUNS: LazyLock<Vec<Run>> = LazyLock::new(|| {
    let runs = TABLE.lines().skip(2).filter_map(|line| {
        let mut fields = line.split(',');
        let mut character = || fields.next().and_then(|field| field.chars().next());
        let (first, last) = (character()?, character()?);
        Some(Run { first, last, script: fields.next()?, value: fields.next()?.parse().ok()? })
    });
    runs.collect()
});

impl<'a> Numeral<'a> {
    /// Reads the last number of a label.
    pub(in crate::check) fn read(label: &'a str) -> Option<Self> {
        let label = label.trim();
        if label.bytes().all(|byte| byte.is_ascii_digit()) {
            // Most labels are digits and nothing else, which need no table.
            let value = label.parse().ok().filter(|_| label.len() <= LENGTH)?;
            return Some(Self { series: Series { before: "", script: "decimal", after: "" }, value });
        }
        let characters: Vec<(usize, Option<(&'static str, u32)>)> =
            label.char_indices().map(|(at, character)| (at, digit(character))).take(LENGTH + 1).collect();
        if characters.len() > LENGTH {
            return None;
        }
        let last = characters.iter().rposition(|(_, digit)| digit.is_some())?;
        let (_, script) = characters.get(last).and_then(|(at, digit)| Some((at, digit.as_ref()?.0)))?;
        let run = characters.get(..=last)?.iter().rev();
        let run = run.take_while(|(_, digit)| digit.is_some_and(|(other, _)| other == script)).count();
        let first = last + 1 - run;
        let digits: Vec<u32> =
            characters.get(first..=last)?.iter().filter_map(|(_, digit)| Some((*digit)?.1)).collect();
        let end = characters.get(last + 1).map_or(label.len(), |(at, _)| *at);
        let series = Series { before: label.get(..characters.get(first)?.0)?, script, after: label.get(end..)? };
        Some(Self { series, value: value(script, &digits)? })
    }
}

impl Series<'_> {
    /// Whether words stand around the number, as in `附件1`.
    pub(super) fn has_words(&self) -> bool {
        self.before.chars().chain(self.after.chars()).any(char::is_alphabetic)
    }

    /// The script of the numerals, where nothing but marks stands around them.
    pub(super) fn plain_script(&self) -> Option<&'static str> {
        (!self.before.chars().chain(self.after.chars()).any(char::is_alphanumeric)).then_some(self.script)
    }

    /// The label of a value in this series, where its characters reach that far.
    pub(super) fn label(&self, value: u32) -> Option<String> {
        let numeral = match self.script {
            "decimal" => value.to_string(),
            "chinese" => chinese(value)?,
            script => character(script, value)?.to_string(),
        };
        Some(format!("{}{numeral}{}", self.before, self.after))
    }
}

/// Series and value of a numeral character.
fn digit(character: char) -> Option<(&'static str, u32)> {
    let run = RUNS.iter().find(|run| (run.first..=run.last).contains(&character))?;
    Some((run.script, run.value + (u32::from(character) - u32::from(run.first))))
}

/// The character of a value.
fn character(script: &str, value: u32) -> Option<char> {
    let mut runs = RUNS.iter().filter(|run| run.script == script);
    runs.find_map(|run| {
        let character = char::from_u32(u32::from(run.first).checked_add(value.checked_sub(run.value)?)?)?;
        (character <= run.last).then_some(character)
    })
}

/// The value of the digits of one number.
fn value(script: &str, digits: &[u32]) -> Option<u32> {
    match (script, digits) {
        ("decimal", _) => digits.iter().try_fold(0_u32, |sum, digit| sum.checked_mul(10)?.checked_add(*digit)),
        ("chinese", _) => chinese_value(digits),
        (_, [value]) => Some(*value),
        _ => None,
    }
}

/// 二十三 and 二三 are both 23.
fn chinese_value(digits: &[u32]) -> Option<u32> {
    let mut sum = 0_u32;
    let mut pending: Option<u32> = None;
    for digit in digits {
        if *digit < 10 {
            pending = Some(pending.unwrap_or(0).checked_mul(10)?.checked_add(*digit)?);
        } else {
            sum = sum.checked_add(pending.take().unwrap_or(1).checked_mul(*digit)?)?;
        }
    }
    sum.checked_add(pending.unwrap_or(0))
}

/// Chinese numeral of a value under a hundred.
fn chinese(value: u32) -> Option<String> {
    let (tens, ones) = (value / 10, value % 10);
    let mut text = String::new();
    match tens {
        0 => {}
        1 => text.extend(character("chinese", 10)),
        2..=9 => text.extend([character("chinese", tens)?, character("chinese", 10)?]),
        _ => return None,
    }
    if ones > 0 {
        text.push(character("chinese", ones)?);
    }
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_and_written() {
        let cases = [
            ("一", 1, "二"),
            ("九", 9, "十"),
            ("十", 10, "十一"),
            ("十九", 19, "二十"),
            ("二十三", 23, "二十四"),
            ("12", 12, "13"),
            ("（一）", 1, "（二）"),
            ("第三部分", 3, "第四部分"),
            ("1.2", 2, "1.3"),
            ("附件1", 1, "附件2"),
            ("⑳", 20, "㉑"),
            ("Ⅲ", 3, "Ⅳ"),
            ("甲", 1, "乙"),
        ];
        for (label, value, next) in cases {
            let numeral = Numeral::read(label).unwrap();
            assert_eq!(numeral.value, value, "{label}");
            assert_eq!(numeral.series.label(value + 1).as_deref(), Some(next), "{label}");
            assert_eq!(Numeral::read(next).unwrap().series, numeral.series, "{label}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for label in ["", " ", "总体要求", "①②", "99999999999", "一个很长很长的标签不会是编号的一"]
        {
            assert_eq!(Numeral::read(label), None, "{label}");
        }
        assert_eq!(Numeral::read("一百一十").unwrap().value, 110);
        assert_eq!(Numeral::read("Z").unwrap().series.label(27), None);
        assert_eq!(Numeral::read("百").unwrap().series.label(100), None);
    }
}
