use std::borrow::Cow;

/// The text of a cell as lines: every line end a line feed, no white space at either end.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_blank);
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// Whether a character is white space or takes no room: a byte order mark, a zero-width space or joiner, NUL.
const fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\0')
}

/// Text in which characters that XML can not hold stand as `_x000D_` (ECMA-376 Part 1, 22.9.2.19).
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let (character, length) = escaped(after).map_or(("_x".to_owned(), 0), |c| (c.to_string(), "000D_".len()));
        plain.push_str(&character);
        rest = after.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// The character that an escape stands for, from its digits on.
fn escaped(text: &str) -> Option<char> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let code = u32::from_str_radix(digits, 16).ok().filter(|_| text.as_bytes().get(4) == Some(&b'_'))?;
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_goes_and_line_ends_are_line_feeds() {
        let cases = [
            ("\u{3000}教育局\u{A0}\r\n", "教育局"),
            ("教育局\r\n财政局\r民政局\n", "教育局\n财政局\n民政局"),
            ("\u{FEFF}\u{200B} ", ""),
            ("各 科室", "各 科室"),
        ];
        for (text, expected) in cases {
            assert_eq!(clean(text), expected);
        }
    }

    #[test]
    fn escapes_stand_for_their_characters() {
        let cases = [
            ("教育局_x000D_\n财政局", "教育局\r\n财政局"),
            ("_x005F_x000D_", "_x000D_"),
            ("表_x1", "表_x1"),
            ("_xD800_", "_xD800_"),
            ("_x00教_", "_x00教_"),
            ("a_b", "a_b"),
        ];
        for (text, expected) in cases {
            assert_eq!(unescaped(text), expected);
        }
    }
}
