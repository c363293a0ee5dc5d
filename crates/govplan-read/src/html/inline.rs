//! The characters of one paragraph, white space put together as HTML does.

use crate::text::is_blank;
use govplan_document::{Place, Text};

/// A line of text under way.
#[derive(Debug, Default)]
pub(super) struct Inline {
    content: String,
    /// White space that stands before the next character, and whether a line ends in it.
    space: Option<bool>,
    /// Characters, and those of them in links.
    pub(super) characters: usize,
    pub(super) linked: usize,
}

impl Inline {
    /// Adds characters of the page.
    pub(super) fn push(&mut self, text: &str, is_link: bool) {
        for character in text.chars() {
            if matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                self.space = Some(self.space.unwrap_or(false) || matches!(character, '\n' | '\r'));
                continue;
            }
            if character == '\u{FEFF}' || character == '\u{200B}' {
                continue;
            }
            if let Some(breaks_line) = self.space.take() {
                let is_wide = |c: char| c > '\u{2E7F}' || "“”‘’…—".contains(c);
                let between_words = !(breaks_line && is_wide(character) && self.content.ends_with(is_wide));
                if between_words && !self.content.is_empty() {
                    self.content.push(' ');
                }
            }
            self.content.push(character);
            self.characters += 1;
            self.linked += usize::from(is_link);
        }
    }

    /// Puts a number before what follows.
    pub(super) fn push_label(&mut self, label: &str) {
        self.content.push_str(label);
    }

    /// Ends a line inside a cell.
    pub(super) fn end_line(&mut self) {
        self.space = None;
        let end = self.content.trim_end_matches(is_blank).len();
        self.content.truncate(end);
        if !self.content.is_empty() && !self.content.ends_with('\n') {
            self.content.push('\n');
        }
    }

    /// The text in its place, without padding at its ends and those of its lines; nothing is left behind.
    pub(super) fn take(&mut self, place: Place) -> Text {
        let lines: Vec<&str> = self.content.split('\n').map(|line| line.trim_matches(is_blank)).collect();
        let content = lines.join("\n").trim_end_matches('\n').to_owned();
        *self = Self::default();
        if content.is_empty() { Text::default() } else { Text::new(content, place) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.content.chars().all(is_blank)
    }
}
