use super::trimmed;
use std::ops::Range;

/// The level of the heading that a line is, if it is one, and where its text stands.
///
/// A heading opens with one to six `#` and a space and may close with any number of them (CommonMark 0.31, 4.2).
pub(super) fn heading(line: &str) -> (Option<u8>, Range<usize>) {
    let content = trimmed(line, 0..line.len());
    let text = line.get(content.clone()).unwrap_or_default();
    let marks = text.bytes().take_while(|byte| *byte == b'#').count();
    let after = text.get(marks..).unwrap_or_default();
    let level = u8::try_from(marks).ok().filter(|level| (1..=6).contains(level));
    if level.is_none() || !(after.is_empty() || after.starts_with(char::is_whitespace)) {
        return (None, content);
    }
    let open = after.trim_end_matches('#');
    let closed = if open.is_empty() || open.ends_with(char::is_whitespace) { open } else { after };
    let start = content.start + marks;
    (level, trimmed(line, start..start + closed.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_lose_their_marks() {
        let cases = [
            ("## 2020 年方案", Some(2), "2020 年方案"),
            ("# 关于印发方案的通知 ##", Some(1), "关于印发方案的通知"),
            ("  ###### 六", Some(6), "六"),
            ("# C#", Some(1), "C#"),
            ("##", Some(2), ""),
            ("# #", Some(1), ""),
            ("#1楼", None, "#1楼"),
            ("####### 七", None, "####### 七"),
            ("　一、加强领导 ", None, "一、加强领导"),
        ];
        for (line, level, text) in cases {
            let (found, content) = heading(line);
            assert_eq!((found, line.get(content).unwrap()), (level, text), "{line:?}");
        }
    }
}
