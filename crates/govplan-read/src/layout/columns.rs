use super::Glyph;
use super::line::Line;
use std::ops::Range;

/// Lines that stand beside one another at the least, on a page of two columns.
const LINES: usize = 4;
/// Characters that a full line of a column holds at the least.
const FULL: f64 = 10.0;
/// The least width of the gap between two columns, in characters.
const GUTTER: f64 = 1.2;
/// Lines of a column end within so many characters of its edge.
const RAGGED: f64 = 1.2;

/// The lines of a page in reading order: where it is set in two columns, the left one before the right one.
///
/// It is, where a gap runs down through several lines, none crosses it in between, and most lines of the left column are
/// running text that reaches to its edge: those of a table without ruling lines are not.
pub(super) fn in_reading_order(lines: Vec<Line>, page_width: f64) -> Vec<Line> {
    let Some((gutter, between)) = gutter(&lines, page_width) else { return lines };
    let mut above = lines;
    let below = above.split_off(between.end);
    let between = above.split_off(between.start);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in between {
        let (before, after): (Vec<Glyph>, Vec<Glyph>) =
            line.glyphs.into_iter().partition(|glyph| glyph.centre() < gutter);
        left.extend(Line::new(line.page, before, false));
        right.extend(Line::new(line.page, after, false));
    }
    for column in [&mut left, &mut right] {
        let start = column.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let end = column.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
        column.iter_mut().for_each(|line| line.column = Some((start, end)));
    }
    above.into_iter().chain(left).chain(right).chain(below).collect()
}

/// The middle of the gap between two columns, and the lines that stand in them.
fn gutter(lines: &[Line], page_width: f64) -> Option<(f64, Range<usize>)> {
    let is_central = |at: &f64| (page_width / 3.0..=page_width * 2.0 / 3.0).contains(at);
    let middles = lines.iter().flat_map(gaps).map(|(from, to)| from.midpoint(to));
    let mut middles: Vec<f64> = middles.filter(is_central).collect();
    if middles.len() < LINES {
        return None;
    }
    let half = middles.len() / 2;
    let gutter = *middles.select_nth_unstable_by(half, f64::total_cmp).1;
    let gap = |line: &Line| gaps(line).find(|(from, to)| (*from..=*to).contains(&gutter));
    let crosses = |line: &Line| line.left < gutter && line.right > gutter && gap(line).is_none();
    let first = lines.iter().position(|line| gap(line).is_some())?;
    let start = first - lines.iter().take(first).rev().take_while(|line| !crosses(line)).count();
    let end = first + lines.iter().skip(first).take_while(|line| !crosses(line)).count();
    let split = || lines.iter().take(end).skip(start).filter_map(|line| Some((line, gap(line)?.0)));
    let edge = split().map(|(_, end)| end).fold(f64::NEG_INFINITY, f64::max);
    let is_full = |(line, end): &(&Line, f64)| {
        let em = line.em();
        edge - end <= RAGGED * em && end - line.left >= FULL * em && gaps(line).count() == 1
    };
    (split().count() >= LINES && split().filter(is_full).count() * 2 > split().count()).then_some((gutter, start..end))
}

/// The wide gaps between the characters of a line.
fn gaps(line: &Line) -> impl Iterator<Item = (f64, f64)> {
    let wide = GUTTER * line.em();
    let pairs = line.glyphs.iter().zip(line.glyphs.iter().skip(1));
    pairs.map(|(before, after)| (before.right, after.left)).filter(move |(from, to)| to - from >= wide)
}
