use quick_xml::escape::escape;

/// A text as XML may hold it: what XML has no place for is replaced, what it would take for markup escaped.
pub(super) fn text(raw: &str) -> String {
    let is_legal = |c: char| {
        !(c.is_control() && !matches!(c, '\n' | '\t' | '\u{80}'..='\u{9f}') || matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    let legal: String = raw.chars().map(|c| if is_legal(c) { c } else { char::REPLACEMENT_CHARACTER }).collect();
    escape(legal).into_owned()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn nothing_of_a_text_is_markup_or_illegal() {
        assert_eq!(text("<w:p>&\"一\u{0}\u{1b}\u{ffff}"), "&lt;w:p&gt;&amp;&quot;一\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(text("一\t二\u{202e}三"), "一\t二\u{202e}三");
    }
}
