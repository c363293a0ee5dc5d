use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Marks that no line begins with (避头): GB/T 15834-2011 5.1.
const NOT_FIRST: &str = "，。、；：！？）》〉」』】〕”’…—～·,.;:!?)]}%％";
/// Marks that no line ends with (避尾): GB/T 15834-2011 5.1.
const NOT_LAST: &str = "（《〈「『【〔“‘([{";

/// Marks that open and close alike.
const QUOTES: [char; 2] = ['`', '"'];

/// Columns that a text takes.
pub(super) fn columns(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text in lines of at most a number of columns, broken between Chinese characters and between words.
pub(super) fn wrap(text: &str, limit: usize) -> Vec<&str> {
    let limit = limit.max(2);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        wrap_paragraph(paragraph, limit, &mut lines);
    }
    lines
}

fn wrap_paragraph<'t>(text: &'t str, limit: usize, lines: &mut Vec<&'t str>) {
    let mut start = 0;
    let mut used = 0;
    let mut last_chance: Option<(usize, usize)> = None;
    let mut previous = ' ';
    let mut is_quoted = false;
    for (at, character) in text.char_indices() {
        if at > start && may_break(previous, character, is_quoted) {
            last_chance = Some((at, used));
        }
        is_quoted ^= QUOTES.contains(&character);
        let width = character.width().unwrap_or(0);
        if used + width > limit && !character.is_whitespace() {
            let (cut, before) = last_chance.take().unwrap_or((at, used));
            lines.extend(text.get(start..cut).map(str::trim));
            start = cut;
            used -= before;
        }
        used += width;
        previous = character;
    }
    lines.extend(text.get(start..).map(str::trim));
}

/// Whether a line may end between two characters; `is_quoted` says whether a straight quotation mark is open there.
fn may_break(previous: char, next: char, is_quoted: bool) -> bool {
    // Below this stand the scripts that are written with spaces between words.
    let is_spaced = |character: char| character < '\u{2000}' && !QUOTES.contains(&character);
    let closes = NOT_FIRST.contains(next) || (QUOTES.contains(&next) && is_quoted);
    let opens = NOT_LAST.contains(previous) || (QUOTES.contains(&previous) && is_quoted);
    let is_between = previous.is_whitespace() || !is_spaced(previous) || !is_spaced(next);
    !closes && !opens && !next.is_whitespace() && is_between
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_chinese_and_english_allow() {
        let cases: &[(&str, usize, &[&str])] = &[
            ("编制完成标准目录", 8, &["编制完成", "标准目录"]),
            ("编制完成，标准目录", 8, &["编制完", "成，标准", "目录"]),
            ("按照《关于推进》", 6, &["按照", "《关于", "推进》"]),
            ("no organ named here", 8, &["no organ", "named", "here"]),
            ("推进govplan应用", 8, &["推进", "govplan", "应用"]),
            ("一\n二", 8, &["一", "二"]),
            ("abcdefghij", 4, &["abcd", "efgh", "ij"]),
            ("单位`办公室`沿用", 12, &["单位`办公室`", "沿用"]),
            ("单位`办公室`沿用", 11, &["单位`办公", "室`沿用"]),
            ("单位`办公室`沿用", 5, &["单位", "`办公", "室`沿", "用"]),
            ("，，，，", 4, &["，，", "，，"]),
            ("", 8, &[]),
        ];
        for (text, limit, lines) in cases {
            assert_eq!(wrap(text, *limit), *lines, "{text}");
        }
    }
}
