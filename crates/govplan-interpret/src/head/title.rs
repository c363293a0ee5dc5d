//! Titles: joined from the lines that they are broken over, with the issuer and the years that they name.

use crate::party::is_unit_name;
use chrono::NaiveDate;
use govplan_core::PlanPeriod;
use govplan_document::Text;

/// The title of the document: of several above the body, the one that names its kind; a web page prints it twice.
pub(super) fn document_title(titles: &[Vec<Text>]) -> Option<String> {
    let joined: Vec<String> =
        titles.iter().map(|lines| joined_title(lines)).filter(|title| !title.is_empty()).collect();
    let named = joined.iter().rev().find(|title| crate::vocabulary::document_kind_of(title).is_some());
    let plan = || joined.iter().rev().find(|title| crate::vocabulary::is_plan_title(title));
    named.or_else(plan).or(joined.first()).cloned()
}

/// One title from the lines that it is broken over, without the white space that only breaks it.
pub(crate) fn joined_title(lines: &[Text]) -> String {
    lines.iter().map(|line| without_spaces(line.as_str())).collect()
}

/// The text without the white space between Chinese characters and marks; between Latin words it stays.
pub(crate) fn without_spaces(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut characters = text.trim().chars().peekable();
    while let Some(character) = characters.next() {
        let between_words = kept.ends_with(|c: char| c.is_ascii_alphabetic())
            && characters.peek().is_some_and(char::is_ascii_alphabetic);
        if !character.is_whitespace() || between_words {
            kept.push(character);
        }
    }
    kept
}

/// The organ that a title begins with: what stands before 关于, if that is the name of one.
pub(super) fn issuer_in_title(title: &str) -> Option<String> {
    let (organ, _) = title.split_once("关于")?;
    is_unit_name(organ).then(|| organ.to_owned())
}

/// What a title says that its plan covers: the years that it names, the first to the last.
pub(crate) fn period_of(title: &str) -> Option<PlanPeriod> {
    let years = years(title);
    let (first, last) = (years.iter().min()?, years.iter().max()?);
    Some(PlanPeriod { start: NaiveDate::from_ymd_opt(*first, 1, 1), end: NaiveDate::from_ymd_opt(*last, 12, 31) })
}

/// The years in a title: four digits before 年, or joined to such by a dash.
fn years(title: &str) -> Vec<i32> {
    let characters: Vec<char> = title.chars().collect();
    let mut years = Vec::new();
    let mut at = 0;
    while let Some(character) = characters.get(at) {
        if !character.is_ascii_digit() {
            at += 1;
            continue;
        }
        let digits: String = characters.iter().skip(at).take_while(|c| c.is_ascii_digit()).collect();
        at += digits.len();
        let next = characters.iter().skip(at).find(|c| !c.is_whitespace());
        let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        if is_year && next.is_some_and(|c| "年-—–－~～至到".contains(*c)) {
            years.extend(digits.parse::<i32>());
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_of_a_title_are_the_plans_period() {
        let period = |title: &str| period_of(title).map(|p| (p.start.unwrap().to_string(), p.end.unwrap().to_string()));
        let years = |start: &str, end: &str| Some((format!("{start}-01-01"), format!("{end}-12-31")));
        assert_eq!(period("2020年区教育和体育局政务公开重点工作实施方案"), years("2020", "2020"));
        assert_eq!(period("打赢蓝天保卫战实施方案（2019-2020年）"), years("2019", "2020"));
        assert_eq!(period("三年行动计划（2018—2020年）"), years("2018", "2020"));
        assert_eq!(period("关于进一步做好信访工作的通知"), None);
    }
}
