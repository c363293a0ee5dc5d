use super::super::cell_text::unescaped;
use super::super::{Markup, Piece, Position, attribute};

/// Reads the comments of a sheet and the cells that they are about.
pub(super) fn read(markup: &str) -> Vec<(Position, String)> {
    let mut comments = Vec::new();
    let mut open: Option<(Position, String)> = None;
    let (mut is_text, mut is_guide) = (false, false);
    for piece in Markup::new(markup) {
        match piece {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "comment" => {
                    let position = attribute(&tag, "ref").and_then(|address| Position::parse(&address));
                    open = position.map(|position| (position, String::new()));
                }
                "t" => is_text = !is_guide,
                "rPh" => is_guide = true,
                _ => {}
            },
            Piece::Text(text) if is_text => open.iter_mut().for_each(|(_, comment)| comment.push_str(&text)),
            Piece::Text(_) => {}
            Piece::Close(tag) => match tag.local_name().as_ref() {
                "t" => is_text = false,
                "rPh" => is_guide = false,
                "comment" => {
                    comments.extend(open.take().map(|(position, text)| (position, unescaped(&text).into_owned())));
                }
                _ => {}
            },
        }
    }
    comments
}
