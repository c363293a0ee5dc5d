use super::line::Line;
use super::wrap::join;
use govplan_document::{Place, Text};

/// Text under construction, from its lines, with the pages that they stand on.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Passage {
    /// The text of each page that it reaches over.
    parts: Vec<(usize, String)>,
}

impl Passage {
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The characters.
    pub(super) fn as_string(&self) -> String {
        self.parts.iter().map(|(_, part)| part.as_str()).collect()
    }

    /// Adds a line that stands by itself.
    pub(super) fn start_line(&mut self, line: &Line) {
        let mut break_before = String::from(if self.is_empty() { "" } else { "\n" });
        break_before.push_str(&line.text);
        self.push(line.page, &break_before);
    }

    /// Adds a line that carries on the one before.
    pub(super) fn carry_on(&mut self, line: &Line) {
        self.append(line.page, &line.text);
    }

    /// Adds a passage that carries on this one.
    pub(super) fn join(&mut self, other: Self) {
        for (page, part) in other.parts {
            self.append(page, &part);
        }
    }

    fn append(&mut self, page: usize, text: &str) {
        if let Some((_, last)) = self.parts.last_mut() {
            join(last, text);
            let added = last.split_off(last.len() - text.len());
            self.push(page, &added);
        } else {
            self.push(page, text);
        }
    }

    fn push(&mut self, page: usize, text: &str) {
        match self.parts.last_mut().filter(|(last, _)| *last == page) {
            Some((_, part)) => part.push_str(text),
            None => self.parts.push((page, text.to_owned())),
        }
    }

    /// The text, in a place of which only the page is still to be said.
    pub(super) fn into_text(self, place: &Place) -> Text {
        let mut text = Text::default();
        for (page, part) in self.parts {
            text.push(&Text::new(part, place.clone().on_page(page)));
        }
        text
    }
}
