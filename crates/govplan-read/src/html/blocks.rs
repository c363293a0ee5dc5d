//! What the elements of a page do to its text.

/// Elements whose content is no text of the page.
const LEFT_OUT: [&str; 22] = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "select", "button",
    "textarea", "head", "title", "audio", "video", "map", "math", "datalist", "applet", "input", "meta",
];

/// Elements that stand beside the article wherever they are.
const NAVIGATION: [&str; 3] = ["nav", "footer", "aside"];

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 30] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "main",
    "header",
    "center",
    "blockquote",
    "pre",
    "form",
    "fieldset",
    "figure",
    "figcaption",
    "address",
    "hr",
    "body",
    "caption",
    "details",
];

pub(super) fn is_left_out(name: &str) -> bool {
    LEFT_OUT.contains(&name)
}

pub(super) fn is_navigation(name: &str) -> bool {
    NAVIGATION.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || is_table_part(name)
}

/// Elements of tables; in a table for layout each is a block.
pub(super) fn is_table_part(name: &str) -> bool {
    matches!(name, "table" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot")
}

/// The level of a heading.
pub(super) fn heading(name: &str) -> Option<u8> {
    name.strip_prefix('h')?.parse().ok().filter(|level| (1..=6).contains(level))
}
