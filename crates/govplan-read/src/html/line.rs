use crate::text::trimmed;

/// A line of a page under construction, its white space collapsed as CSS Text Level 3 (4.1) says.
#[derive(Default)]
pub(super) struct Line {
    text: String,
    /// White space that is printed once something follows it.
    space: Space,
    /// Bytes of the text that are links.
    pub(super) linked: usize,
    /// The node that the text begins with.
    pub(super) node: usize,
}

#[derive(Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Space {
    #[default]
    None,
    Plain,
    /// Holds a line end, which nobody sees between two wide characters.
    LineEnd,
}

impl Line {
    /// Appends the text of a node as it is shown.
    pub(super) fn push(&mut self, text: &str, is_linked: bool, node: usize) {
        let mut rest = text;
        loop {
            let word = rest.trim_ascii_start();
            let (space, _) = rest.split_at_checked(rest.len() - word.len()).unwrap_or_default();
            if !space.is_empty() {
                let found = if space.contains(['\n', '\r']) { Space::LineEnd } else { Space::Plain };
                self.space = self.space.max(found);
            }
            if word.is_empty() {
                break;
            }
            let end = word.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(word.len());
            let Some((word, after)) = word.split_at_checked(end) else { break };
            self.push_word(word, is_linked, node);
            rest = after;
        }
    }

    /// Appends text whose white space is shown.
    pub(super) fn push_preformatted(&mut self, text: &str, is_linked: bool, node: usize) {
        if !text.is_empty() {
            self.push_word(text, is_linked, node);
        }
    }

    fn push_word(&mut self, word: &str, is_linked: bool, node: usize) {
        if self.text.is_empty() {
            self.node = node;
        } else if self.space != Space::None {
            let is_wide_gap =
                || self.text.chars().next_back().is_some_and(is_wide) && word.chars().next().is_some_and(is_wide);
            if self.space == Space::Plain || !is_wide_gap() {
                self.text.push(' ');
            }
        }
        self.space = Space::None;
        self.text.push_str(word);
        self.linked += if is_linked { word.len() } else { 0 };
    }

    /// Whether nothing is shown.
    pub(super) fn is_blank(&self) -> bool {
        trimmed(&self.text, 0..self.text.len()).is_empty()
    }

    /// The text without its padding.
    pub(super) fn text(&self) -> &str {
        self.text.get(trimmed(&self.text, 0..self.text.len())).unwrap_or_default()
    }

    /// Whether the line begins with the space that opens a paragraph: one as wide as a character, or two of half that
    /// width.
    pub(super) fn is_indented(&self) -> bool {
        let padding = self.text.chars().take_while(|c| c.is_whitespace());
        padding.map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum::<usize>() >= 2
    }
}

/// Whether a character belongs to text without spaces between words: Han, and the punctuation of it.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2014}' | '\u{2018}'..='\u{201D}' | '\u{2026}' | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(pieces: &[&str]) -> Line {
        let mut line = Line::default();
        for piece in pieces {
            line.push(piece, false, 7);
        }
        line
    }

    #[test]
    fn white_space_is_collapsed_as_browsers_do() {
        let cases: &[(&[&str], &str)] = &[
            (&["  工作 \t 任务\n"], "工作 任务"),
            (&["各镇（街）\r\n  教委，\n", "\n县直"], "各镇（街）教委，县直"),
            (&["2020\n年"], "2020 年"),
            (&["LED", " ", "显示屏"], "LED 显示屏"),
            (&["\u{3000}\u{3000}各科室\u{A0}"], "各科室"),
            (&["各\u{3000}科室"], "各\u{3000}科室"),
            (&["\n \u{200B}"], ""),
        ];
        for (pieces, text) in cases {
            assert_eq!(line(pieces).text(), *text, "{pieces:?}");
        }
    }

    #[test]
    fn the_space_that_opens_a_paragraph_is_known() {
        for (text, indented) in
            [("\u{3000}\u{3000}一", true), ("\u{A0}\u{A0}一", true), ("\u{A0}一", false), ("一", false)]
        {
            assert_eq!(line(&[text]).is_indented(), indented, "{text:?}");
        }
    }
}
