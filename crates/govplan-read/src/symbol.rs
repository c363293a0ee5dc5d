/// Characters of fonts that are no text; the file says what its fields are.
const SYMBOLS: &str = include_str!("../data/symbols.tsv");

/// The character that a font shows for a code in hexadecimal (`w:sym`); none where nobody can say which.
pub(crate) fn symbol(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code.trim(), 16).ok()?;
    let glyph = match code {
        0xF000..=0xF0FF => code - 0xF000,
        0x20..=0xFF => code,
        // A code outside of the private use area is the character itself.
        _ => return char::from_u32(code).filter(|c| !c.is_control() && !matches!(code, 0xE000..=0xF8FF)),
    };
    let rows = SYMBOLS.lines().filter(|line| !line.starts_with('#'));
    let mut rows = rows.filter_map(|line| {
        let mut fields = line.split('\t');
        (fields.next()? == font).then_some(())?;
        Some((u32::from_str_radix(fields.next()?, 16).ok()?, fields.next()?))
    });
    rows.find_map(|(first, characters)| {
        characters.split(' ').nth(usize::try_from(glyph.checked_sub(first)?).ok()?)?.chars().next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_the_character_that_its_font_shows() {
        assert_eq!(symbol("Wingdings", "F081"), Some('①'));
        assert_eq!(symbol("Wingdings", "F08A"), Some('⑩'));
        assert_eq!(symbol("Wingdings", "8C"), Some('❶'));
        assert_eq!(symbol("Wingdings 2", "F052"), Some('☑'));
        assert_eq!(symbol("Symbol", "F0B3"), Some('≥'));
        assert_eq!(symbol("Symbol", "F06D"), Some('μ'));
        assert_eq!(symbol("宋体", "25A1"), Some('□'));
    }

    #[test]
    fn a_symbol_that_nobody_knows_is_none() {
        for (font, code) in [("Webdings", "F041"), ("Wingdings", "F020"), ("宋体", "E001"), ("宋体", "x"), ("", "")]
        {
            assert_eq!(symbol(font, code), None, "{font} {code}");
        }
    }
}
