use super::cell;
use crate::text::{Cells, Syntax, Tabs, lines, trimmed};
use govplan_document::{Place, Text};
use std::ops::Range;

/// Rows of cells with pipes between them; a line without pipes may still be a row of tab-separated cells.
pub(super) struct Pipes;

impl Syntax for Pipes {
    fn cells(&self, line: &str, columns: usize) -> Cells {
        match inner(line) {
            Some(part) => {
                let pieces = line.matches(['\\', '<']).count();
                Cells { pieces, ..Cells::cut(part.clone(), pipes(line, part), columns) }
            }
            None => Tabs.cells(line, columns),
        }
    }

    fn is_delimiter(&self, line: &str) -> bool {
        line.contains('|') && line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
    }

    /// A thematic break; asterisks are none, for a line of them may be a masked name.
    fn is_gap(&self, line: &str) -> bool {
        let mut marks = line.chars().filter(|c| !c.is_whitespace());
        let Some(first @ ('-' | '_')) = marks.next() else { return false };
        marks.try_fold(1, |count, mark| (mark == first).then_some(count + 1)).is_some_and(|count| count > 2)
    }

    fn text(&self, printed: &str, place: Place) -> Text {
        cell::text(printed, &place)
    }
}

/// Whether a text holds two rows of pipe-separated cells, one right below the other.
pub(crate) fn has_table(text: &str) -> bool {
    let is_row = |line: &str| inner(line).is_some_and(|part| pipes(line, part).next().is_some());
    lines(text).map(is_row).scan(false, |above, row| Some(std::mem::replace(above, row) && row)).any(|both| both)
}

/// The part of a row between the pipes at its ends, if the line is a row. One with tabs needs a pipe at an end: else a
/// tab-separated row only mentions a pipe.
fn inner(line: &str) -> Option<Range<usize>> {
    let part = trimmed(line, 0..line.len());
    let row = line.get(part.clone())?;
    let opened = row.starts_with('|') && row.len() > 1;
    let closed = row.ends_with('|') && !row.ends_with(r"\|");
    let marked = opened || closed || (!row.contains('\t') && pipes(line, part.clone()).next().is_some());
    marked.then(|| part.start + usize::from(opened)..part.end - usize::from(closed))
}

/// Where the pipes that separate cells stand in a part of a line.
fn pipes(line: &str, part: Range<usize>) -> impl Iterator<Item = usize> {
    let bytes = line.as_bytes();
    let is_escaped = move |at: usize| at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'\\');
    let row = line.get(part.clone()).unwrap_or_default();
    row.match_indices('|').map(move |(at, _)| part.start + at).filter(move |at| !is_escaped(*at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str) -> Vec<&str> {
        Pipes.cells(line, 99).ranges.into_iter().map(|range| line.get(range).unwrap().trim()).collect()
    }

    #[test]
    fn rows_are_cut_at_their_pipes() {
        let cases: &[(&str, &[&str])] = &[
            ("| 甲 | 乙 |", &["甲", "乙"]),
            ("甲 | 乙", &["甲", "乙"]),
            ("甲 | 乙 |", &["甲", "乙"]),
            ("3.对意见及时回复。 | 各科室 | |", &["3.对意见及时回复。", "各科室", ""]),
            ("| 2.继续推行。 | 县农业农村局 | 11月底前 | ||", &["2.继续推行。", "县农业农村局", "11月底前", "", ""]),
            (r"| 甲\|乙 | 丙 |", &[r"甲\|乙", "丙"]),
            ("|甲|", &["甲"]),
            ("||", &[""]),
            ("|", &[""]),
            (r"甲\|", &[]),
            ("甲\t乙|丙", &["甲", "乙|丙"]),
            ("甲", &[]),
            ("", &[]),
        ];
        for (line, expected) in cases {
            assert_eq!(cells(line), *expected, "{line}");
        }
    }

    #[test]
    fn lines_that_hold_nothing_are_known() {
        for line in ["|---|:-:|", "--- | ---", "| - |"] {
            assert!(Pipes.is_delimiter(line), "{line}");
        }
        for line in ["| 甲 | - |", "---", "| |"] {
            assert!(!Pipes.is_delimiter(line), "{line}");
        }
        for line in ["---", "- - -", " ____"] {
            assert!(Pipes.is_gap(line), "{line}");
        }
        for line in ["--", "-_-", "****", "- - 甲", "-----_", ""] {
            assert!(!Pipes.is_gap(line), "{line}");
        }
    }

    #[test]
    fn a_pipe_table_is_two_rows_together() {
        assert!(has_table("题\n甲 | 乙\n丙 | 丁\n"));
        assert!(!has_table("首页 | 新闻 | 公开\n\n甲 | 乙\n"));
        assert!(!has_table("甲|\n|乙\n"));
    }
}
