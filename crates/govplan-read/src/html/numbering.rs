use super::style::properties;
use super::tree::{Element, Tree};
use std::collections::HashMap;
use std::sync::LazyLock;

/// How lists are numbered.
const STYLES: &str = include_str!("../../data/html_list_styles.tsv");

/// The counter of a list whose items are numbered by the page.
pub(super) struct Numbering {
    style: &'static Style,
    next: i64,
    step: i64,
}

struct Style {
    numerals: Numerals,
    before: &'static str,
    after: &'static str,
}

#[derive(Clone, Copy)]
enum Numerals {
    Decimal,
    LowerAlpha,
    UpperAlpha,
    LowerRoman,
    UpperRoman,
    Chinese,
}

static LIST_STYLES: LazyLock<HashMap<&'static str, Style>> = LazyLock::new(|| {
    let rows = STYLES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let [name, numerals, before, after] = <[&str; 4]>::try_from(Vec::from_iter(line.split('\t'))).ok()?;
        Some((name, Style { numerals: Numerals::named(numerals)?, before, after }))
    });
    rows.collect()
});

impl Numbering {
    /// The numbering of a list, where the page numbers its items.
    pub(super) fn of(tree: &Tree, index: usize, list: &Element) -> Option<Self> {
        if &*list.name != "ol" {
            return None;
        }
        let style = LIST_STYLES.get(marker(list).or_else(|| list.attribute("type")).unwrap_or("decimal"))?;
        let is_reversed = list.attribute("reversed").is_some();
        let start = list.attribute("start").and_then(|start| start.trim().parse().ok());
        let items =
            || tree.children(index).filter(|child| tree.element(*child).is_some_and(|item| &*item.name == "li"));
        let start = start.unwrap_or_else(|| if is_reversed { i64::try_from(items().count()).unwrap_or(1) } else { 1 });
        Some(Self { style, next: start, step: if is_reversed { -1 } else { 1 } })
    }

    /// The number that is printed before the next item, if any is.
    pub(super) fn number(&mut self, item: &Element) -> Option<String> {
        if &*item.name != "li" {
            return None;
        }
        let value = item.attribute("value").and_then(|value| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = value.saturating_add(self.step);
        let style = match marker(item) {
            Some(marker) => LIST_STYLES.get(marker)?,
            None => self.style,
        };
        Some(format!("{}{}{}", style.before, style.numerals.print(value), style.after))
    }
}

/// The kind of mark that the style of a list or of an item asks for.
fn marker(element: &Element) -> Option<&str> {
    properties(element.attribute("style")?).find_map(|(property, value)| match property {
        "list-style-type" => Some(value),
        "list-style" => value.split_ascii_whitespace().find(|word| *word == "none" || LIST_STYLES.contains_key(word)),
        _ => None,
    })
}

impl Numerals {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "decimal" => Self::Decimal,
            "lower-alpha" => Self::LowerAlpha,
            "upper-alpha" => Self::UpperAlpha,
            "lower-roman" => Self::LowerRoman,
            "upper-roman" => Self::UpperRoman,
            "chinese" => Self::Chinese,
            _ => return None,
        })
    }

    /// A number in these numerals; in decimal ones where they have no such number.
    fn print(self, value: i64) -> String {
        let printed = match (self, u32::try_from(value)) {
            (Self::LowerAlpha, Ok(value)) => alphabetic(value),
            (Self::UpperAlpha, Ok(value)) => alphabetic(value).map(|letters| letters.to_ascii_uppercase()),
            (Self::LowerRoman, Ok(value)) => roman(value),
            (Self::UpperRoman, Ok(value)) => roman(value).map(|letters| letters.to_ascii_uppercase()),
            (Self::Chinese, Ok(value)) => chinese(value),
            _ => None,
        };
        printed.unwrap_or_else(|| value.to_string())
    }
}

/// a to z, aa, ab and so on.
fn alphabetic(value: u32) -> Option<String> {
    let mut letters = Vec::new();
    let mut rest = value;
    while rest > 0 {
        letters.push(char::from_digit((rest - 1) % 26 + 10, 36)?);
        rest = (rest - 1) / 26;
    }
    // `from_digit` counts a to z as the digits 10 to 35.
    (!letters.is_empty()).then(|| letters.iter().rev().collect())
}

fn roman(value: u32) -> Option<String> {
    const STEPS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = (1..4000).contains(&value).then_some(value)?;
    let mut letters = String::new();
    for (step, letter) in STEPS {
        while rest >= step {
            letters.push_str(letter);
            rest -= step;
        }
    }
    Some(letters)
}

/// 一 to 九十九.
fn chinese(value: u32) -> Option<String> {
    let digit = |digit: u32| "一二三四五六七八九".chars().nth(usize::try_from(digit).ok()?.checked_sub(1)?);
    let (tens, ones) = (value / 10, value % 10);
    if !(1..100).contains(&value) {
        return None;
    }
    let tens = [digit(tens).filter(|_| tens > 1), (tens > 0).then_some('十'), digit(ones)];
    Some(tens.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_printed_and_fall_back_to_decimal_ones() {
        let cases = [
            (Numerals::Decimal, -3, "-3"),
            (Numerals::LowerAlpha, 3, "c"),
            (Numerals::UpperAlpha, 28, "AB"),
            (Numerals::LowerAlpha, 0, "0"),
            (Numerals::LowerRoman, 1949, "mcmxlix"),
            (Numerals::UpperRoman, 4000, "4000"),
            (Numerals::Chinese, 10, "十"),
            (Numerals::Chinese, 21, "二十一"),
            (Numerals::Chinese, 100, "100"),
            (Numerals::Chinese, i64::MIN, "-9223372036854775808"),
        ];
        for (numerals, value, printed) in cases {
            assert_eq!(numerals.print(value), printed);
        }
    }

    #[test]
    fn every_row_of_the_data_is_understood() {
        assert_eq!(LIST_STYLES.len(), STYLES.lines().filter(|line| !line.starts_with('#')).count());
    }
}
