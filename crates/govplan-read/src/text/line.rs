use super::{Cells, Syntax, heading, page_number};
use crate::Limits;
use govplan_document::{Note, NoteCode, Place};
use std::iter;
use std::ops::Range;

/// One line that holds something.
pub(super) struct Line<'a> {
    /// Its number in the text, from 1.
    pub(super) number: usize,
    /// The line as printed, without its end.
    pub(super) printed: &'a str,
    /// Where its text stands: without padding and without the marks of a heading.
    pub(super) content: Range<usize>,
    /// Level of the heading that it is.
    pub(super) heading: Option<u8>,
    /// Whether an empty line or the start of the text stands before it.
    pub(super) after_gap: bool,
    /// Its cells, if it may be a row.
    pub(super) cells: Cells,
}

impl<'a> Line<'a> {
    /// The text of the line.
    pub(super) fn as_str(&self) -> &'a str {
        self.printed.get(self.content.clone()).unwrap_or_default()
    }

    /// The text of each cell, without padding.
    pub(super) fn cell_texts(&self) -> impl Iterator<Item = &'a str> {
        self.cells.ranges.iter().map(|range| self.printed.get(trimmed(self.printed, range.clone())).unwrap_or_default())
    }

    /// Where the text of the line stands.
    pub(super) fn place(&self) -> Place {
        let before = self.printed.get(..self.content.start).unwrap_or_default().chars().count();
        Place::in_line(self.number, before + 1, self.as_str().chars().count())
    }

    /// A note that is about this line.
    pub(super) fn note(&self, code: NoteCode, found: impl Into<String>) -> Note {
        Note { code, place: Some(self.place()), found: found.into() }
    }
}

/// The lines of a text. A line ends at LF, CRLF, CR, NEL, U+2028 or U+2029; its end is no part of it.
///
/// ```
/// assert_eq!(govplan_read::lines("一\r\n\n二").collect::<Vec<_>>(), ["一", "", "二"]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).unwrap_or(rest.len());
        let (line, after) = rest.split_at_checked(end)?;
        let mut after = after.chars();
        if after.next() == Some('\r') && after.as_str().starts_with('\n') {
            after.next();
        }
        rest = after.as_str();
        Some(line)
    })
}

/// The lines that hold something, within the limits; page numbers and what lies beyond a limit go into the notes.
pub(super) fn collect<'a>(
    text: &'a str,
    syntax: &impl Syntax,
    limits: &Limits,
    notes: &mut Vec<Note>,
) -> Vec<Line<'a>> {
    let mut collected = Vec::new();
    let mut after_gap = true;
    let mut cells_left = limits.cells;
    let mut all = (1..).zip(lines(text));
    while let Some((number, printed)) = all.next() {
        if syntax.is_delimiter(printed) {
            continue;
        }
        let (heading, content) = heading::heading(printed);
        let cells = if heading.is_none() { syntax.cells(printed, limits.columns) } else { Cells::default() };
        let left = cells_left.checked_sub(cells.ranges.len() + cells.pieces).filter(|_| number <= limits.lines);
        let Some(left) = left else {
            let found = (1 + all.count()).to_string();
            notes.push(Note { code: NoteCode::LimitReached, place: Some(Place::in_line(number, 1, 0)), found });
            break;
        };
        cells_left = left;
        if syntax.is_gap(printed) || (content.is_empty() && cells.ranges.is_empty()) {
            after_gap = true;
            continue;
        }
        let line = Line { number, printed, content, heading, after_gap, cells };
        if page_number::is_page_number(line.as_str()) {
            notes.push(line.note(NoteCode::PageNumber, line.as_str()));
            continue;
        }
        after_gap = false;
        collected.push(line);
    }
    collected
}

/// A range of a line without the padding at its ends; an empty range at its start where there is nothing else.
pub(crate) fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let part = line.get(range.clone()).unwrap_or_default();
    let text = part.trim_end_matches(is_blank);
    let padding = text.len() - text.trim_start_matches(is_blank).len();
    range.start + padding..range.start + text.len()
}

/// Whether a character is white space or takes no room: a byte order mark, a zero-width space or joiner.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_every_kind_of_line_end() {
        let cases: &[(&str, &[&str])] = &[
            ("", &[]),
            ("\n", &[""]),
            ("甲\r\n乙\r丙\n", &["甲", "乙", "丙"]),
            ("甲\u{85}乙\u{2028}\u{2029}丙", &["甲", "乙", "", "丙"]),
            ("甲\n\r\n", &["甲", ""]),
        ];
        for (text, expected) in cases {
            assert_eq!(lines(text).collect::<Vec<_>>(), *expected, "{text:?}");
        }
    }

    #[test]
    fn padding_is_taken_off_at_the_ends_and_kept_inside() {
        let cases =
            [("\u{FEFF}\u{3000}各\u{3000}科室\u{A0}\u{200B}", "各\u{3000}科室"), (" \t ", ""), ("", ""), ("甲", "甲")];
        for (printed, expected) in cases {
            assert_eq!(printed.get(trimmed(printed, 0..printed.len())).unwrap(), expected);
        }
    }
}
