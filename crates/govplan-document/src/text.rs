use govplan_core::Place;
use std::ops::Range;

/// Text that knows the place of each of its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    content: String,
    runs: Vec<Run>,
    /// Characters before the end of each whole block of bytes, so that a place deep in a long text costs no more than
    /// one near its start.
    blocks: Vec<usize>,
}

/// Bytes of a block.
const BLOCK: usize = 1024;

/// A stretch of a [`Text`] that stands in one place: from `start` to the next run's start or the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Byte offset of the first character of the run in the text.
    pub start: usize,
    /// Place of that character.
    pub place: Place,
}

impl Text {
    /// Text that stands in one place.
    #[must_use]
    pub fn new(content: impl Into<String>, place: Place) -> Self {
        Self { content: content.into(), runs: vec![Run { start: 0, place }], blocks: Vec::new() }.counted()
    }

    /// Counts the blocks that have become whole.
    fn counted(mut self) -> Self {
        self.count_blocks();
        self
    }

    fn count_blocks(&mut self) {
        let counted = self.blocks.len();
        let mut before = self.blocks.last().copied().unwrap_or(0);
        for block in self.content.as_bytes().chunks_exact(BLOCK).skip(counted) {
            before += characters(block);
            self.blocks.push(before);
        }
    }

    /// Characters before a byte offset.
    fn characters_before(&self, offset: usize) -> usize {
        let block = (offset / BLOCK).min(self.blocks.len());
        let before = block.checked_sub(1).and_then(|last| self.blocks.get(last)).copied().unwrap_or(0);
        before + self.content.as_bytes().get(block * BLOCK..offset).map_or(0, characters)
    }

    /// The characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// Whether there are no characters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// The runs, in order.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Appends another text, keeping the places of both.
    pub fn push(&mut self, other: &Text) {
        let offset = self.content.len();
        self.runs.extend(other.runs.iter().map(|run| Run { start: run.start + offset, place: run.place.clone() }));
        self.content.push_str(&other.content);
        self.count_blocks();
    }

    /// Appends a separator that stands nowhere in the document, such as the line feed between two lines of a cell.
    pub fn push_separator(&mut self, separator: char) {
        self.content.push(separator);
        self.count_blocks();
    }

    /// The place of a byte range: of its first character, with the range's length in characters where the place
    /// counts columns.
    ///
    /// A range that reaches past the end of its run is cut there: a place is never longer than what stands in it.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Option<Place> {
        let index = self.runs.partition_point(|run| run.start <= range.start).checked_sub(1)?;
        let run = self.runs.get(index)?;
        let end = self.runs.get(index + 1).map_or(self.content.len(), |next| next.start).min(range.end);
        let end = end.max(range.start);
        let gaps = self.content.get(range.start..end)?.chars().rev().take_while(|c| *c == '\n').count();
        let start = self.characters_before(range.start);
        let before = start.checked_sub(self.characters_before(run.start))?;
        let length = self.characters_before(end) - start - gaps;
        Some(run.place.within(before, length))
    }

    /// The part of the text in a byte range, with its places; empty where the range is none of this text.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Text {
        let Some(content) = self.content.get(range.clone()) else { return Text::default() };
        let first = self.place(range.start..range.end).map(|place| Run { start: 0, place });
        let after = self.runs.partition_point(|run| run.start <= range.start);
        let rest = self.runs.iter().skip(after).take_while(|run| run.start < range.end);
        let rest = rest.map(|run| Run { start: run.start - range.start, place: run.place.clone() });
        let runs = first.into_iter().chain(rest).collect();
        Text { content: content.to_owned(), runs, blocks: Vec::new() }.counted()
    }

    /// The text without white space at its ends.
    #[must_use]
    pub fn trim(&self) -> Text {
        let start = self.content.len() - self.content.trim_start().len();
        let end = self.content.trim_end().len().max(start);
        self.slice(start..end)
    }
}

/// How many characters begin in some bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_keeps_its_place_however_long_the_text() {
        let long = "办公室、".repeat(2000);
        let text = Text::new(long.as_str(), Place::in_line(3, 5, long.chars().count()));
        for index in [0, 1, 85, 86, 341, 1999] {
            let start = index * "办公室、".len();
            let place = Some(Place::in_line(3, 5 + index * 4, 3));
            assert_eq!(text.place(start..start + "办公室".len()), place, "{index}");
            assert_eq!(text.slice(start..start + "办公室".len()).place(0..9), place, "{index}");
        }
    }

    #[test]
    fn joined_texts_keep_the_places_of_both() {
        let mut text = Text::new("配强工作人", Place::in_line(11, 1, 5));
        text.push_separator('\n');
        text.push(&Text::new("员，落实", Place::in_line(13, 1, 4)));
        assert_eq!(text.place(0..text.as_str().len()), Some(Place::in_line(11, 1, 5)));
        let second = "配强工作人\n".len();
        assert_eq!(text.place(second..second + "员".len()), Some(Place::in_line(13, 1, 1)));
        assert_eq!(text.slice(3..second + 3).runs().len(), 2);
    }
}
