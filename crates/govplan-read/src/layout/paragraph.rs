use super::frame::Frame;
use super::line::Line;
use super::wrap::is_wrapped;
use crate::text::enumerator_length;

/// Lines further apart than this, in usual distances, are two paragraphs.
const APART: f64 = 1.35;
/// Lines further apart than this have an empty one between them.
const EMPTY_LINE: f64 = 1.8;
/// The deepest that the first line of a paragraph is set in, in characters: two, seldom four.
const DEEPEST_INDENT: f64 = 5.0;

/// Whether a line goes on with the paragraph that the line before it stands in.
///
/// The line before is full; both are set alike; the next one is not set in, but may stand out from an indented first line.
pub(super) fn goes_on(previous: &Line, next: &Line, frame: &Frame) -> bool {
    let em = previous.em();
    let is_alike = (next.em() - em).abs() <= 0.1 * em;
    let is_near = previous.page != next.page || distance(previous, next) <= APART * frame.pitch;
    let ((left, right), (next_left, _)) = (frame.edges(previous), frame.edges(next));
    let (indent, next_indent) = (previous.left - left, next.left - next_left);
    let is_level = (next_indent - indent).abs() <= em;
    let is_set_out = next_indent <= em && indent <= DEEPEST_INDENT * em;
    let is_item = enumerator_length(&next.text) > 0 && previous.text.ends_with(['。', '；', '：', '！', '？']);
    let is_parted = previous.is_parted || next.is_parted;
    is_alike
        && is_near
        && (is_level || (is_set_out && next_indent <= indent))
        && !is_item
        && !is_parted
        && is_wrapped(previous, next, right)
}

/// Whether an empty line stands between two lines of one page.
pub(super) fn is_after_gap(previous: &Line, next: &Line, frame: &Frame) -> bool {
    previous.page == next.page && distance(previous, next) > EMPTY_LINE * frame.pitch
}

/// Distance of two lines in heights of a character.
fn distance(previous: &Line, next: &Line) -> f64 {
    (next.top - previous.top) / previous.em().max(next.em())
}
