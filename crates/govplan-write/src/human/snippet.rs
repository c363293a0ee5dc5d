use crate::printable::printable;
use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use govplan_core::Place;
use std::num::NonZeroU32;
use unicode_width::UnicodeWidthChar;

/// Bytes beyond which a line is no line of a document that people read, and is not searched for its columns.
const LONGEST_LINE: usize = 1 << 16;
/// Columns that the number of the line, its bar and the marks of what was cut take.
const MARGIN: usize = 20;

/// A line of the document, with the place underlined; of a long place as much as the width has room for.
pub(super) fn snippet<'a>(
    name: &str,
    line: &'a str,
    place: &Place,
    width: usize,
) -> Option<Snippet<'a, Annotation<'a>>> {
    let count = |count: NonZeroU32| usize::try_from(count.get()).ok();
    let number = place.line.and_then(count)?;
    if line.len() > LONGEST_LINE {
        return None;
    }
    let line = printable(line);
    let before = place.column.and_then(count).unwrap_or(1).saturating_sub(1);
    let length = place.length.and_then(count).unwrap_or(1);
    let start = line.char_indices().nth(before).map_or(line.len(), |(at, _)| at);
    let mut room = width.saturating_sub(MARGIN).max(MARGIN);
    let marked = line.get(start..)?.chars().take(length).take_while(|character| {
        let left = room.checked_sub(character.width().unwrap_or(1));
        room = left.unwrap_or(0);
        left.is_some()
    });
    let end = start + marked.map(char::len_utf8).sum::<usize>();
    let annotation = AnnotationKind::Primary.span(start..end);
    Some(Snippet::source(line).path(printable(name).into_owned()).line_start(number).annotation(annotation))
}
