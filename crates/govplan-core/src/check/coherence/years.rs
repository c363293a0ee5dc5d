use std::ops::RangeInclusive;

/// The years that a title names, first to last: 2020年, 2020年度, 2019—2020年. Absent where it names none.
pub(super) fn years(title: &str) -> Option<RangeInclusive<i32>> {
    let characters: Vec<char> = title.chars().filter(|character| !character.is_whitespace()).collect();
    let mut found: Vec<i32> = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let digits = characters.iter().skip(at).take_while(|character| character.is_ascii_digit()).count();
        let year = if digits == 4 { number(characters.get(at..at + 4)) } else { None };
        at += digits.max(1);
        // 2019—2020年: the sign of a stretch leads on to a year. 〔2020〕 is a document's number.
        let mut after = characters.iter().skip(at);
        let is_year = match after.next() {
            Some('年') => true,
            Some('—' | '-' | '－' | '–' | '~' | '～' | '至') => {
                after.find(|character| !matches!(character, '—' | '-')).is_some_and(char::is_ascii_digit)
            }
            _ => false,
        };
        found.extend(year.filter(|year| is_year && (1990..2100).contains(year)));
    }
    Some(*found.iter().min()?..=*found.iter().max()?)
}

fn number(digits: Option<&[char]>) -> Option<i32> {
    digits?.iter().collect::<String>().parse().ok()
}

/// Years for people: 2020, 2019-2020.
pub(super) fn shown(years: &RangeInclusive<i32>) -> String {
    if years.start() == years.end() { years.start().to_string() } else { format!("{}-{}", years.start(), years.end()) }
}

/// Whether two stretches of years have none in common.
pub(super) fn are_apart(one: &RangeInclusive<i32>, other: &RangeInclusive<i32>) -> bool {
    one.end() < other.start() || other.end() < one.start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_titles_are_read() {
        for (title, expected) in [
            ("2020年政务公开工作要点", Some(2020..=2020)),
            ("2020 年度工作要点", Some(2020..=2020)),
            ("实施方案（2019-2020年）", Some(2019..=2020)),
            ("行动计划（2022—2024年）", Some(2022..=2024)),
            ("2021年—2023年行动计划", Some(2021..=2023)),
            ("关于落实国发〔2020〕6号的通知", None),
            ("12345热线工作方案", None),
            ("关于促进就业的意见", None),
        ] {
            assert_eq!(years(title), expected, "{title}");
        }
    }
}
