use super::line::Line;

/// Marks that can not open a line (GB/T 15834—2011, 5.1).
const CLOSING: &str = "，。、；：！？）》〉」』】〕］｝…—～·％℃,.;:!?)]}%";
/// Marks that can not end a line (GB/T 15834—2011, 5.1).
const OPENING: &str = "（《〈「『【〔［｛([{";
/// Marks that open and close alike: programs keep them with what stands on both sides (Unicode UAX #14, class QU).
const QUOTATION: &str = "“”‘’\"'";

/// Whether a line may break between two characters.
pub(super) fn may_break(before: char, after: char) -> bool {
    let is_text = |c: char| c.is_ascii_graphic();
    // Numbers and words stay with a closing mark before them: 〔2020〕78号.
    !(CLOSING.contains(after)
        || OPENING.contains(before)
        || QUOTATION.contains(before)
        || QUOTATION.contains(after)
        || ((is_text(before) || (CLOSING.contains(before) && is_word(after))) && is_text(after)))
}

/// Whether a character is part of a word that is set off by spaces.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// Whether a line goes on in the next because it was full: what opens the next one had no room before the right margin.
///
/// A quarter of a character is left to rounding and to the spacing of justified text.
pub(super) fn is_wrapped(line: &Line, next: &Line, right_margin: f64) -> bool {
    next.lead + 0.25 * line.em() > right_margin - line.right
}

/// Appends a line that carries on a text: two words are set apart by the space that the end of the line stood for, Chinese
/// is not, nor is a number that a narrow cell cuts in two.
pub(super) fn join(text: &mut String, next: &str) {
    let is_cut = text.ends_with(|c: char| c.is_ascii_digit()) && next.starts_with(|c: char| c.is_ascii_digit());
    if text.ends_with(is_word) && next.starts_with(is_word) && !is_cut {
        text.push(' ');
    }
    text.push_str(next);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_no_mark_is_left_alone() {
        for (before, after) in [('公', '开'), ('，', '加'), ('公', '（'), ('0', '年'), ('）', '加')] {
            assert!(may_break(before, after), "{before}{after}");
        }
        for (before, after) in
            [('开', '，'), ('（', '加'), ('2', '0'), ('“', '一'), ('厅', '“'), ('〕', '7'), ('a', ')')]
        {
            assert!(!may_break(before, after), "{before}{after}");
        }
    }

    #[test]
    fn words_are_set_apart_where_they_are_joined() {
        for (before, after, joined) in [
            ("推进", "公开", "推进公开"),
            ("Open", "Data", "Open Data"),
            ("20", "24", "2024"),
            ("数据", "Data", "数据Data"),
        ] {
            let mut text = before.to_owned();
            join(&mut text, after);
            assert_eq!(text, joined);
        }
    }
}
