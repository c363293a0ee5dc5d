//! Numbers as they are printed before a title or a text (GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）).

/// The level that a number is printed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// A section, a paragraph of a notice.
    Section,
    /// A task.
    Task,
    /// A requirement.
    Requirement,
}

/// A number with its punctuation, before a text; numbers that carry theirs (①, ㈠, 第一部分) stand as they are.
pub(crate) fn printed_number(label: &str, level: Level, before: &str) -> String {
    let is_chinese = !label.is_empty() && label.chars().all(|c| "〇零一二三四五六七八九十百".contains(c));
    let is_arabic = !label.is_empty() && label.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    // Behind a point a digit would make the number a decimal.
    let gap = if before.starts_with(|c: char| c.is_ascii_digit()) { " " } else { "" };
    match level {
        Level::Section if is_chinese => format!("{label}、"),
        _ if is_chinese => format!("（{label}）"),
        Level::Requirement if is_arabic => format!("（{label}）"),
        _ if is_arabic => format!("{label}.{gap}"),
        _ if label.starts_with('第') => format!("{label} "),
        _ => label.to_owned(),
    }
}
