/// Longest excerpt, in characters.
const LENGTH: usize = 20;

/// The start of a text, short enough to be named in a message.
pub(super) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}
