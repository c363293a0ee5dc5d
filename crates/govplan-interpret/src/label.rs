//! Numbers at the head of a paragraph or cell: 一、 （一） 1. （1） ① 第一部分.

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

/// The number at the head of a text that goes on counting: 11.121人才项目 is the eleventh where the one before is the
/// tenth, though the point might be that of a decimal.
pub(crate) fn next_label(text: &str, before: u32) -> Option<Label> {
    let number = (before + 1).to_string();
    let rest = text.strip_prefix(&number)?.strip_prefix(['.', '．', '、'])?;
    Some(Label { style: Style::Arabic, end: text.len() - rest.trim_start().len(), text: number })
}

const CHINESE: &str = "〇零一二三四五六七八九十百";

/// The number at the head of a text, if one stands there.
pub(crate) fn label(text: &str) -> Option<Label> {
    let first = text.chars().next()?;
    let found = match first {
        '（' | '(' => bracketed(text),
        '第' => part(text),
        '①'..='⑳' => Some((Style::Circled, first.to_string(), first.len_utf8())),
        _ if CHINESE.contains(first) => plain(text, Style::Chinese, |c| CHINESE.contains(c), &['、', '．', '.']),
        _ if first.is_ascii_digit() || ('０'..='９').contains(&first) => arabic(text),
        _ => None,
    };
    let (style, label, end) = found?;
    let rest = text.get(end..)?;
    let end = end + rest.len() - rest.trim_start().len();
    Some(Label { style, text: label, end })
}

/// A number and one of the marks that may close it.
fn plain(text: &str, style: Style, digit: impl Fn(char) -> bool, marks: &[char]) -> Option<(Style, String, usize)> {
    let digits = text.find(|c| !digit(c)).filter(|end| *end <= 24)?;
    let mark = text.get(digits..)?.trim_start().chars().next().filter(|c| marks.contains(c))?;
    let end = digits + text.get(digits..)?.find(mark)? + mark.len_utf8();
    Some((style, text.get(..digits)?.to_owned(), end))
}

/// 1. 1、 1．: a point that a digit follows belongs to a decimal or to a number of several levels, unless a date follows.
fn arabic(text: &str) -> Option<(Style, String, usize)> {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let found = plain(text, Style::Arabic, is_digit, &['.', '．', '、', '。', '﹒'])?;
    let after = text.get(found.2..)?;
    let figure = after.trim_start_matches(is_digit);
    let is_number = figure.len() < after.len() && !figure.starts_with(['年', '月']);
    let long = found.1.chars().count() > 3;
    (!long && !is_number).then_some(found)
}

fn bracketed(text: &str) -> Option<(Style, String, usize)> {
    let close = text.find(['）', ')']).filter(|close| *close <= 24)?;
    let open = text.chars().next()?.len_utf8();
    let inner = text.get(open..close)?.trim();
    let end = close + text.get(close..)?.chars().next()?.len_utf8();
    let all = |digit: &dyn Fn(char) -> bool| !inner.is_empty() && inner.chars().all(digit);
    let style = if all(&|c| CHINESE.contains(c)) {
        Style::BracketedChinese
    } else if all(&|c| c.is_ascii_digit()) && inner.len() <= 2 {
        Style::BracketedArabic
    } else {
        return None;
    };
    // A year in brackets and a comma after the number are parts of a sentence.
    Some((style, inner.to_owned(), end + text.get(end..)?.strip_prefix('、').map_or(0, |_| '、'.len_utf8())))
}

fn part(text: &str) -> Option<(Style, String, usize)> {
    let rest = text.strip_prefix('第')?;
    let digits =
        rest.find(|c: char| !CHINESE.contains(c) && !c.is_ascii_digit()).filter(|end| (1..=12).contains(end))?;
    let word = ["部分", "章", "篇"].into_iter().find(|word| rest.get(digits..).is_some_and(|r| r.starts_with(word)))?;
    let end = '第'.len_utf8() + digits + word.len();
    // 第一章的规定 is no heading: a heading's number is followed by space, a mark, or the end of the line.
    let follows = text.get(end..)?.chars().next();
    let open = follows.is_none_or(|c| c.is_whitespace() || "、：:".contains(c));
    let mark = follows.filter(|c| "、：:".contains(*c)).map_or(0, char::len_utf8);
    open.then(|| (Style::Part, text.get(..end).unwrap_or_default().to_owned(), end + mark))
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
    fn what_only_looks_like_a_label_is_none() {
        for text in
            ["2020年9月底前", "3.5%", "（试行）", "（2019-2020年）", "一网通办", "第一章的规定", "十四五", "", "（"]
        {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
