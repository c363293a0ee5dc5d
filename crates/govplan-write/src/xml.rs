//! Texts of a document in XML.

use crate::printable::printable;
use quick_xml::escape::escape;

/// A text in an element; characters that XML has no place for are replaced.
pub(crate) fn text(raw: &str) -> String {
    let legal: String =
        printable(raw).chars().map(|c| if is_noncharacter(c) { char::REPLACEMENT_CHARACTER } else { c }).collect();
    escape(legal).into_owned()
}

/// A text in an attribute, where a line feed would become a space.
pub(crate) fn attribute(raw: &str) -> String {
    text(raw).replace('\n', "&#10;").replace('\t', "&#9;")
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{ffff}')
}
