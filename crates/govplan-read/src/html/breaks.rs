use super::flow::{Parting, Piece, Shown};
use super::line::is_wide;
use crate::text::enumerator_length;

/// Joins the lines of one paragraph that a `br` broke.
///
/// Old pages put all paragraphs into one element with a `br` after each, so that a break parts paragraphs; only a line
/// that can not end there, or a title set over several lines, goes on after it.
pub(super) fn join(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match (joined.last_mut(), piece) {
            (Some(Piece::Line(line)), Piece::Line(next)) if goes_on(line, &next) => append(line, &next),
            (_, piece) => joined.push(piece),
        }
    }
    joined
}

fn goes_on(line: &Shown, next: &Shown) -> bool {
    if next.after != Parting::Break || next.is_indented || enumerator_length(&next.text) > 0 {
        return false;
    }
    let is_open = line.text.ends_with(['，', '、', '（', '《', '“', '〔']) || next.text.starts_with(CLOSING);
    is_open || (is_title(line) && !line.text.ends_with(['。', '；', '：', '！', '？']) && !stands_alone(&next.text))
}

/// What no line begins with.
const CLOSING: [char; 10] = ['，', '、', '。', '；', '：', '）', '》', '”', '！', '？'];

fn is_title(line: &Shown) -> bool {
    line.heading.is_some() || line.is_centered
}

/// Whether a line below a title is not part of it: one in brackets, a document number.
fn stands_alone(text: &str) -> bool {
    let is_bracketed = text.starts_with(['（', '(', '〔']) && text.ends_with(['）', ')', '〕']);
    is_bracketed || text.ends_with('号') && text.contains(['〔', '[', '［', '（'])
}

fn append(line: &mut Shown, next: &Shown) {
    let is_wide_gap =
        line.text.chars().next_back().is_some_and(is_wide) && next.text.chars().next().is_some_and(is_wide);
    if !is_wide_gap {
        line.text.push(' ');
    }
    line.text.push_str(&next.text);
    line.linked += next.linked;
}
