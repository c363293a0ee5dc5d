//! Numbers as documents print them (GB/T 15835-2011): 2020, ２０２０, 二〇二〇, 三十一, 廿五, 两.

use super::Character;

/// A number that was printed, and with how many digits (0 where the tens are a word, as in 三十).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) value: u32,
    pub(crate) digits: u8,
}

/// The number that some text begins with: the count of its characters and the number, absent where they make none.
pub(super) fn number(text: &[Character]) -> Option<(usize, Option<Number>)> {
    let run = |belongs: fn(char) -> bool| {
        let mut characters = text.iter().enumerate();
        // A gap inside a number divides it: two columns that ran together are no number.
        characters.find(|(i, c)| !belongs(c.letter) || (*i > 0 && c.spaced)).map_or(text.len(), |(i, _)| i)
    };
    match run(|c| c.is_ascii_digit()) {
        0 => match run(|c| digit(c).is_some() || place(c).is_some()) {
            0 => None,
            length => Some((length, chinese(text.get(..length)?))),
        },
        length => Some((length, arabic(text.get(..length)?))),
    }
}

fn arabic(text: &[Character]) -> Option<Number> {
    let value = text.iter().try_fold(0_u32, |value, c| value.checked_mul(10)?.checked_add(c.letter.to_digit(10)?))?;
    Some(Number { value, digits: u8::try_from(text.len()).unwrap_or(u8::MAX) })
}

/// Digits alone are a year (二〇二〇) or one digit: 二三 is as often “two or three” as 23.
fn chinese(text: &[Character]) -> Option<Number> {
    if text.iter().all(|c| digit(c.letter).is_some()) {
        let value = text.iter().take(4).filter_map(|c| digit(c.letter)).fold(0, |value, digit| value * 10 + digit);
        return matches!(text.len(), 1 | 4)
            .then_some(Number { value, digits: u8::try_from(text.len()).unwrap_or(u8::MAX) });
    }
    let (mut value, mut pending, mut least) = (0, None, u32::MAX);
    for c in text {
        match (digit(c.letter), place(c.letter)) {
            (Some(0), _) if pending.is_none() => {}
            (Some(digit), _) if pending.is_none() => pending = Some(digit),
            (None, Some((count, unit))) if unit < least => {
                value += pending.take().unwrap_or(1).checked_mul(count * unit)?;
                least = unit;
            }
            _ => return None,
        }
    }
    Some(Number { value: value + pending.unwrap_or(0), digits: 0 })
}

fn digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().zip(0..).find_map(|(figure, value)| (figure == c).then_some(value)).or(match c {
        '○' | '零' | '◯' => Some(0),
        '两' => Some(2),
        _ => None,
    })
}

/// How many of which place a sign stands for: 廿 is two tens.
fn place(c: char) -> Option<(u32, u32)> {
    match c {
        '十' => Some((1, 10)),
        '廿' => Some((2, 10)),
        '卅' => Some((3, 10)),
        '百' => Some((1, 100)),
        '千' => Some((1, 1000)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::characters;
    use super::number;

    #[test]
    fn numbers_are_read_in_every_style() {
        let cases = [
            ("2020年", 4, Some(2020)),
            ("２０２０", 4, Some(2020)),
            ("二〇二〇年", 4, Some(2020)),
            ("二○一二", 4, Some(2012)),
            ("二零二一", 4, Some(2021)),
            ("十", 1, Some(10)),
            ("十二月", 2, Some(12)),
            ("三十一日", 3, Some(31)),
            ("廿五", 2, Some(25)),
            ("廿", 1, Some(20)),
            ("卅", 1, Some(30)),
            ("一百二十", 4, Some(120)),
            ("一百零五", 4, Some(105)),
            ("两", 1, Some(2)),
            ("二三", 2, None),
            ("十四五", 3, None),
            ("99999999999", 11, None),
            ("一二三四五六七八九一二三", 12, None),
            ("20 20", 2, Some(20)),
        ];
        for (text, length, value) in cases {
            let read = number(&characters(text)).unwrap();
            assert_eq!((read.0, read.1.map(|number| number.value)), (length, value), "{text}");
        }
        assert!(number(&characters("年")).is_none());
    }
}
