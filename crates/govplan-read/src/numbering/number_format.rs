use std::iter::successors;

/// Formats of numbers, one a line; the file says what its fields are.
const FORMATS: &str = include_str!("../../data/number-formats.tsv");

/// How many times a letter is repeated at most; Word starts over then.
const MOST_REPEATS: usize = 30;

/// How an automatic number is printed: ECMA-376 Part 1 §17.18.59.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NumberFormat {
    system: &'static str,
    symbols: &'static str,
    units: &'static str,
    rules: &'static str,
    beyond: &'static str,
}

impl NumberFormat {
    /// 1, 2, 3.
    pub(crate) const DECIMAL: Self = Self { system: "decimal", symbols: "", units: "", rules: "", beyond: "" };

    /// The format of a name; one that is not known prints as digits.
    pub(crate) fn named(name: &str) -> Self {
        Self::find(|named, _| named == name)
    }

    /// The format of a code in Word 2003 XML.
    pub(crate) fn coded(code: &str) -> Self {
        Self::find(|_, coded| coded == code)
    }

    fn find(wanted: impl Fn(&str, &str) -> bool) -> Self {
        let mut rows = FORMATS.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'));
        let found = rows.find_map(|mut fields| {
            let (name, code) = (fields.next()?, fields.next()?);
            let mut next = || fields.next().unwrap_or_default();
            wanted(name, code).then(|| Self {
                system: next(),
                symbols: next(),
                units: next(),
                rules: next(),
                beyond: next(),
            })
        });
        found.unwrap_or(Self::DECIMAL)
    }

    /// Whether it marks items and numbers none.
    pub(crate) fn is_bullet(self) -> bool {
        self.system == "bullet"
    }

    /// A number as printed.
    pub(crate) fn print(self, number: u32) -> String {
        match self.system {
            "none" | "bullet" => return String::new(),
            "padded" => Some(format!("{number:02}")),
            "dashed" => Some(format!("- {number} -")),
            "hexadecimal" => Some(format!("{number:X}")),
            "ordinal" => Some(format!("{number}{}", ordinal_ending(number))),
            "positional" => self.positional(number),
            "listed" => self.listed(number),
            "repeated" => self.repeated(number),
            "roman" => Some(self.roman(number)),
            "counting" => self.counting(number),
            _ => Some(number.to_string()),
        }
        .filter(|printed| !printed.is_empty())
        .unwrap_or_else(|| match self.beyond {
            "" => number.to_string(),
            beyond => Self::named(beyond).print(number),
        })
    }

    fn symbol(self, index: usize) -> Option<&'static str> {
        self.symbols.split(' ').nth(index)
    }

    /// Each digit by its symbol.
    fn positional(self, number: u32) -> Option<String> {
        digits(number).into_iter().rev().map(|digit| self.symbol(digit)).collect()
    }

    /// A symbol for each number.
    fn listed(self, number: u32) -> Option<String> {
        self.symbol(index(number)?).map(str::to_owned)
    }

    /// A symbol for each number, then all of them twice, three times and so on.
    fn repeated(self, number: u32) -> Option<String> {
        let (index, count) = (index(number)?, self.symbols.split(' ').count());
        Some(self.symbol(index % count)?.repeat(index / count % MOST_REPEATS + 1))
    }

    /// Values added up, the largest first.
    fn roman(self, mut number: u32) -> String {
        let values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        let mut printed = String::new();
        for (value, symbol) in values.into_iter().zip(self.symbols.split(' ')) {
            while number >= value {
                printed.push_str(symbol);
                number -= value;
            }
        }
        printed
    }

    /// Each digit with its unit (一百零一).
    fn counting(self, number: u32) -> Option<String> {
        let has_rule = |rule| self.rules.split(' ').any(|other| other == rule);
        let digits = digits(number);
        let (mut printed, mut gap) = (String::new(), false);
        for (place, digit) in digits.iter().copied().enumerate().rev() {
            let unit = match place.checked_sub(1) {
                Some(unit) => self.units.split(' ').nth(unit)?,
                None => "",
            };
            if digit == 0 {
                gap = !has_rule("no-zero");
                continue;
            }
            if std::mem::take(&mut gap) {
                printed.push_str(self.symbol(0)?);
            }
            let hides_one = has_rule("teens") && place == 1 && printed.is_empty();
            if digit > 1 || place == 0 || !(hides_one || has_rule("no-one") && place < 4) {
                printed.push_str(self.symbol(digit)?);
            }
            printed.push_str(unit);
        }
        Some(printed)
    }
}

/// The decimal digits of a number, the last first.
fn digits(number: u32) -> Vec<usize> {
    let rests = successors(Some(number), |rest| Some(rest / 10).filter(|rest| *rest > 0));
    rests.map(|rest| usize::try_from(rest % 10).unwrap_or_default()).collect()
}

/// The index of a number that counts from 1.
fn index(number: u32) -> Option<usize> {
    usize::try_from(number.checked_sub(1)?).ok()
}

fn ordinal_ending(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(name: &str, numbers: &[u32]) -> String {
        let format = NumberFormat::named(name);
        numbers.iter().map(|number| format.print(*number)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_print_in_chinese_as_word_prints_them() {
        let numbers = [1, 10, 11, 20, 21, 99, 100, 101, 110, 1001, 10_010];
        let expected = [
            ("chineseCounting", "一 十 十一 二十 二十一 九十九 一○○ 一○一 一一○ 一○○一 一○○一○"),
            ("chineseCountingThousand", "一 十 十一 二十 二十一 九十九 一百 一百零一 一百一十 一千零一 一万零一十"),
            ("japaneseCounting", "一 十 十一 二十 二十一 九十九 百 百一 百十 千一 一万十"),
            ("taiwaneseCountingThousand", "一 十 十一 二十 二十一 九十九 一百 一百零一 一百一十 一千零一 一萬零一十"),
            ("ideographDigital", "一 一〇 一一 二〇 二一 九九 一〇〇 一〇一 一一〇 一〇〇一 一〇〇一〇"),
            ("chineseLegalSimplified", "壹 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹仟零壹 壹万零壹拾"),
        ];
        for (name, expected) in expected {
            assert_eq!(printed(name, &numbers), expected, "{name}");
        }
    }

    #[test]
    fn other_numbers_print_as_word_prints_them() {
        let expected = [
            ("decimal", "0 1 12 21 27"),
            ("decimalZero", "00 01 12 21 27"),
            ("decimalFullWidth", "０ １ １２ ２１ ２７"),
            ("decimalEnclosedCircle", "0 ① ⑫ 21 27"),
            ("decimalEnclosedParen", "0 ⑴ ⑿ 21 27"),
            ("decimalEnclosedFullstop", "0 ⒈ ⒓ 21 27"),
            ("ideographEnclosedCircle", "0 ㈠ 十二 二十一 二十七"),
            ("ideographTraditional", "0 甲 12 21 27"),
            ("ideographZodiac", "0 子 亥 21 27"),
            ("ideographZodiacTraditional", "0 甲子 乙亥 甲申 庚寅"),
            ("upperLetter", "0 A L U AA"),
            ("lowerRoman", "0 i xii xxi xxvii"),
            ("ordinal", "0th 1st 12th 21st 27th"),
            ("numberInDash", "- 0 - - 1 - - 12 - - 21 - - 27 -"),
            ("hex", "0 1 C 15 1B"),
            ("thaiNumbers", "0 1 12 21 27"),
        ];
        for (name, expected) in expected {
            assert_eq!(printed(name, &[0, 1, 12, 21, 27]), expected, "{name}");
        }
        assert_eq!(printed("none", &[0, 1]), " ");
        assert!(NumberFormat::named("lowerLetter").print(u32::MAX).len() <= MOST_REPEATS);
    }

    #[test]
    fn every_format_prints_numbers_of_any_size() {
        for line in FORMATS.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (name, code) = (fields.next().unwrap(), fields.next().unwrap());
            assert_eq!((fields.count(), NumberFormat::named(name)), (5, NumberFormat::coded(code)), "{name}");
            for number in [0, 1, 9, 10, 20, 60, 100, 1000, 32_767] {
                let printed = NumberFormat::named(name).print(number);
                assert!(matches!(name, "none" | "bullet") || !printed.is_empty(), "{name} {number}");
            }
        }
    }
}
