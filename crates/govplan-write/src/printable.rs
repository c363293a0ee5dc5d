use std::borrow::Cow;

/// A text without what a terminal would obey: controls and marks that turn the direction of writing become U+FFFD.
///
/// Line feeds and tabs stay, and so does the number of characters. Everything that this crate writes for people has gone
/// through it.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_obeyed) {
        Cow::Owned(text.chars().map(|c| if is_obeyed(c) { char::REPLACEMENT_CHARACTER } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Controls (C0, C1, DEL) and the explicit directional marks of Unicode Standard Annex 9.
fn is_obeyed(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn a_document_cannot_command_the_terminal() {
        assert_eq!(printable("办公室"), "办公室");
        assert_eq!(printable("办\u{1b}[31m公\u{9b}2J室\r\u{202e}"), "办\u{fffd}[31m公\u{fffd}2J室\u{fffd}\u{fffd}");
        assert_eq!(printable("一\t二\n三"), "一\t二\n三");
    }
}
