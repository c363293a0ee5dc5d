//! Numbers at the head of a paragraph or cell: 一、 （一） 1. （1） ① 第一部分.

use std::sync::LazyLock;

/// How a number is written; the order is that of GB/T 9704-2012 7.3.3, the highest level first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    /// 第一部分, 第二章.
    Part,
    /// 一、
    Chinese,
    /// （一）
    BracketedChinese,
    /// 1. 1、 1．
    Arabic,
    /// （1）
    BracketedArabic,
    /// ①
    Circled,
}

/// A number at the head of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) style: Style,
    /// As printed, without punctuation.
    pub(crate) text: String,
    /// Byte offset of what follows it.
    pub(crate) end: usize,
}

/// One way to write a number.
#[derive(Debug)]
struct Form {
    style: Style,
    open: Vec<&'static str>,
    /// First and last characters of what numbers are made of.
    digits: Vec<(char, char)>,
    close: Vec<&'static str>,
}

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| forms(include_str!("../data/numbering_styles.csv")));

/// Reads the table; a line that can not be understood is a fault of the table that a test finds.
fn forms(csv: &'static str) -> Vec<Form> {
    let lines = csv.lines().filter(|line| !line.starts_with('#')).skip(1);
    let alternatives = |field: &'static str| field.split('|').filter(|one| !one.is_empty()).collect();
    let form = |line: &'static str| match line.split(',').collect::<Vec<_>>()[..] {
        [level, open, digits, close] => Some(Form {
            style: style(level)?,
            open: alternatives(open),
            digits: ranges(digits),
            close: alternatives(close),
        }),
        _ => None,
    };
    lines.filter_map(form).collect()
}

fn style(level: &str) -> Option<Style> {
    Some(match level {
        "part" => Style::Part,
        "chinese" => Style::Chinese,
        "bracketed_chinese" => Style::BracketedChinese,
        "arabic" => Style::Arabic,
        "bracketed_arabic" => Style::BracketedArabic,
        "circled" => Style::Circled,
        _ => return None,
    })
}

/// The ranges of characters that a field lists: `0-9` is one.
fn ranges(field: &str) -> Vec<(char, char)> {
    let mut ranges = Vec::new();
    let mut characters = field.chars().peekable();
    while let Some(first) = characters.next() {
        let last = if characters.next_if_eq(&'-').is_some() { characters.next() } else { None };
        ranges.push((first, last.unwrap_or(first)));
    }
    ranges
}

/// Characters that a number has at most.
const DIGITS: usize = 8;

/// The number at the head of a text, if one stands there.
pub(crate) fn label(text: &str) -> Option<Label> {
    FORMS.iter().find_map(|form| form.read(text))
}

impl Form {
    fn read(&self, text: &str) -> Option<Label> {
        let rest = strip(text, &self.open)?.trim_start();
        let digits = rest.find(|c| !self.is_digit(c)).unwrap_or(rest.len());
        let digits = if self.close.is_empty() { rest.chars().next()?.len_utf8().min(digits) } else { digits };
        let (number, rest) = rest.split_at_checked(digits)?;
        let after = strip(rest, &self.close)?;
        if number.is_empty() || number.chars().count() > DIGITS || !self.may_stand(number, after) {
            return None;
        }
        // A comma after the number belongs to it.
        let after = after.strip_prefix('、').unwrap_or(after);
        let after = if self.style == Style::Part { after.trim_start_matches(['：', ':']) } else { after };
        let number = match self.style {
            Style::Part => text.get(..text.len() - strip(rest, &self.close)?.len())?,
            _ => number,
        };
        let end = text.len() - after.trim_start().len();
        Some(Label { style: self.style, text: number.to_owned(), end })
    }

    fn is_digit(&self, c: char) -> bool {
        self.digits.iter().any(|(first, last)| (*first..=*last).contains(&c))
    }

    /// Whether a number that looks so is one, by what follows it.
    fn may_stand(&self, number: &str, after: &str) -> bool {
        let digits = number.chars().count();
        let figure = after.trim_start_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
        match self.style {
            // 第一章的规定 is no heading: a heading's number is followed by space, a mark, or the end of the line.
            Style::Part => after.chars().next().is_none_or(|c| c.is_whitespace() || "、：:".contains(c)),
            // A point that a digit follows belongs to a decimal or to a number of several levels, unless a date follows.
            Style::Arabic => digits <= 3 && (figure.len() == after.len() || figure.starts_with(['年', '月'])),
            // A year in brackets is part of a sentence.
            Style::BracketedArabic => digits <= 2,
            _ => true,
        }
    }
}

/// What follows one of some marks and the white space before it; the text itself where there are no marks to strip.
fn strip<'t>(text: &'t str, marks: &[&str]) -> Option<&'t str> {
    if marks.is_empty() {
        return Some(text);
    }
    marks.iter().find_map(|mark| text.trim_start().strip_prefix(mark))
}

/// The number at the head of a text that goes on counting: 11.121人才项目 is the eleventh where the one before is the
/// tenth, though the point might be that of a decimal.
pub(crate) fn next_label(text: &str, before: u32) -> Option<Label> {
    let number = (before + 1).to_string();
    let rest = text.strip_prefix(&number)?.strip_prefix(['.', '．', '、'])?;
    Some(Label { style: Style::Arabic, end: text.len() - rest.trim_start().len(), text: number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_without_their_punctuation() {
        for (text, style, label_text, rest) in [
            ("一、聚焦中心工作", Style::Chinese, "一", "聚焦中心工作"),
            ("十二、落实", Style::Chinese, "十二", "落实"),
            ("（一）升级产业结构", Style::BracketedChinese, "一", "升级产业结构"),
            ("(三) 保障", Style::BracketedChinese, "三", "保障"),
            ("1. 聚焦", Style::Arabic, "1", "聚焦"),
            ("6.推进执行", Style::Arabic, "6", "推进执行"),
            ("1．发行", Style::Arabic, "1", "发行"),
            ("12、完成", Style::Arabic, "12", "完成"),
            ("1.2019年9月底前修订", Style::Arabic, "1", "2019年9月底前修订"),
            ("（1）开展", Style::BracketedArabic, "1", "开展"),
            ("①清理", Style::Circled, "①", "清理"),
            ("㈡保障", Style::BracketedChinese, "㈡", "保障"),
            ("⑶开展", Style::BracketedArabic, "⑶", "开展"),
            ("2）开展", Style::BracketedArabic, "2", "开展"),
            ("第一部分 总体要求", Style::Part, "第一部分", "总体要求"),
        ] {
            let label = label(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (label.style, label.text.as_str(), text.get(label.end..).unwrap_or_default()),
                (style, label_text, rest),
                "{text}"
            );
        }
    }

    #[test]
    fn every_line_of_the_table_is_understood() {
        let lines = include_str!("../data/numbering_styles.csv").lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(FORMS.len(), lines - 1);
    }

    #[test]
    fn what_only_looks_like_a_label_is_none() {
        for text in
            ["2020年9月底前", "3.5%", "（试行）", "（2019-2020年）", "一网通办", "第一章的规定", "十四五", "", "（"]
        {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
