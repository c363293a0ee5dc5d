use crate::text::trimmed;
use govplan_document::{Place, Text};
use std::ops::Range;

/// The text of a cell or line: `\|` as `|`, `<br>` as a line feed, without the marks of bold; everything else as printed.
pub(super) fn text(printed: &str, place: &Place) -> Text {
    let mut text = Text::default();
    let (mut at, mut before) = (0, 0);
    for (index, line) in lines(printed).enumerate() {
        if index > 0 {
            text.push_separator('\n');
        }
        for part in unescaped(printed, trimmed(printed, line)) {
            before += printed.get(at..part.start).unwrap_or_default().chars().count();
            at = part.start;
            let part = printed.get(part).unwrap_or_default();
            text.push(&Text::new(part, place.within(before, part.chars().count())));
        }
    }
    text
}

/// The lines of a cell, parted by `<br>`.
fn lines(printed: &str) -> impl Iterator<Item = Range<usize>> {
    let mut breaks = printed.match_indices('<').filter_map(|(at, _)| {
        let tag = printed.get(at + 1..)?;
        let after = tag.get(2..).filter(|_| tag.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("br")))?;
        let after = after.trim_start();
        let after = after.strip_prefix('/').unwrap_or(after).trim_start().strip_prefix('>')?;
        Some(at..printed.len() - after.len())
    });
    let mut start = Some(0);
    std::iter::from_fn(move || {
        let from = start?;
        let next = breaks.next();
        start = next.as_ref().map(|found| found.end);
        Some(from..next.map_or(printed.len(), |found| found.start))
    })
}

/// A line without the backslashes before its pipes and the marks of bold: the parts that stay.
fn unescaped(printed: &str, line: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let content = printed.get(line.clone()).unwrap_or_default();
    let mut dropped: Vec<Range<usize>> = content.match_indices(r"\|").map(|(at, _)| at..at + 1).collect();
    dropped.extend(bold(content));
    dropped.sort_unstable_by_key(|range| range.start);
    let start = line.start;
    let starts = std::iter::once(0).chain(dropped.clone().into_iter().map(|range| range.end));
    let ends = dropped.into_iter().map(|range| range.start).chain(std::iter::once(content.len()));
    starts.zip(ends).map(move |(from, to)| start + from..start + to)
}

/// The marks of bold in a line, in pairs. A pair opens at the start of the line or behind white space or punctuation and
/// holds no other asterisk: elsewhere asterisks mask a name (县**局).
fn bold(line: &str) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    let mut from = 0;
    while let Some(open) = line.get(from..).and_then(|rest| rest.find("**")).map(|at| from + at) {
        let inner = open + 2;
        let before = line.get(..open).and_then(|before| before.chars().next_back());
        let opens = before.is_none_or(|c| !c.is_alphanumeric() && c != '*');
        let close = line.get(inner..).and_then(|rest| rest.find('*')).map(|at| inner + at);
        let closes =
            close.filter(|close| *close > inner && line.get(*close..).is_some_and(|rest| rest.starts_with("**")));
        match closes.filter(|_| opens) {
            Some(close) => {
                marks.extend([open..inner, close..close + 2]);
                from = close + 2;
            }
            None => from = inner,
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_escapes_are_read_and_keep_their_places() {
        let printed = r"甲\|乙<br/>丙 <BR > 丁****局 < br>";
        let text = text(printed, &Place::in_line(3, 5, printed.chars().count()));
        assert_eq!(text.as_str(), "甲|乙\n丙\n丁****局 < br>");
        let runs: Vec<_> = text.runs().iter().map(|run| (run.start, run.place.clone())).collect();
        let expected = [
            (0, Place::in_line(3, 5, 1)),
            (3, Place::in_line(3, 7, 2)),
            (8, Place::in_line(3, 14, 1)),
            (12, Place::in_line(3, 22, 12)),
        ];
        assert_eq!(runs, expected);
    }

    #[test]
    fn a_cell_of_nothing_but_breaks_is_read() {
        assert_eq!(text("<br><br>", &Place::in_line(1, 1, 8)).as_str(), "\n\n");
        assert_eq!(text("", &Place::in_line(1, 1, 0)).runs().len(), 1);
    }
}
