//! Numbered paragraphs to a tree: a number stands below the nearest one before it whose style is higher.

use crate::label::{Label, Style, label, next_label};
use govplan_document::{Block, Text};

/// A numbered paragraph with what stands below it.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) style: Style,
    pub(crate) label: String,
    /// Its level, where the document marks it as a heading.
    pub(crate) heading: Option<u8>,
    /// The paragraph without its number.
    pub(crate) text: Text,
    /// Paragraphs without a number that follow.
    pub(crate) below: Vec<Text>,
    pub(crate) children: Vec<Node>,
}

/// A stretch of paragraphs: what stands before the first number, and the tree.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) preamble: Vec<Text>,
    pub(crate) nodes: Vec<Node>,
}

/// The tree of a stretch of paragraphs; tables are passed over.
pub(crate) fn outline<'d>(blocks: impl IntoIterator<Item = &'d Block>) -> Outline {
    let mut outline = Outline::default();
    let mut open: Vec<Node> = Vec::new();
    let (mut last, mut sections) = (0, 0);
    let paragraphs = blocks.into_iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    });
    let mut paragraphs = paragraphs.peekable();
    while let Some(paragraph) = paragraphs.next() {
        let text = paragraph.text.as_str();
        let mut found = label(text).or_else(|| next_label(text, last));
        if let Some(found) = &mut found {
            let next = paragraphs.peek().map(|next| next.text.as_str());
            if found.style == Style::Arabic && is_section(found, text, sections, next) {
                found.style = Style::Chinese;
            } else if found.style == Style::Arabic {
                last = found.text.parse().unwrap_or(last);
            }
            sections += usize::from(found.style == Style::Chinese);
        }
        let numbered = found.map(|label| {
            let body = paragraph.text.slice(label.end..paragraph.text.as_str().len());
            (label, body)
        });
        // A heading that lacks its number stands beside those of its level.
        let numbered = numbered.or_else(|| {
            let label = Label { style: beside(&open, paragraph.heading)?, text: String::new(), end: 0 };
            Some((label, paragraph.text.clone()))
        });
        match (numbered, open.last_mut()) {
            (Some((label, text)), _) => {
                close(&mut open, &mut outline.nodes, Some(label.style));
                open.push(Node {
                    style: label.style,
                    label: label.text,
                    heading: paragraph.heading,
                    text,
                    below: Vec::new(),
                    children: Vec::new(),
                });
            }
            (None, Some(node)) => node.below.push(paragraph.text.clone()),
            (None, None) => outline.preamble.push(paragraph.text.clone()),
        }
    }
    close(&mut open, &mut outline.nodes, None);
    outline
}

/// Whether an Arabic number counts on from the sections before it (三、 4. 五、): a title with parts （一） below it.
fn is_section(found: &Label, text: &str, sections: usize, next: Option<&str>) -> bool {
    let counts_on = sections > 0 && found.text.parse() == Ok(sections + 1);
    let is_title = !text.contains(['。', '；']);
    let has_parts =
        || next.and_then(label).is_some_and(|next| next.style == Style::BracketedChinese && next.text == "一");
    counts_on && is_title && has_parts()
}

/// The style of the numbered heading of a level that is open.
fn beside(open: &[Node], level: Option<u8>) -> Option<Style> {
    level.and_then(|level| open.iter().find(|node| node.heading == Some(level))).map(|node| node.style)
}

/// Closes the open paragraphs that the style does not stand below; without a style, all.
fn close(open: &mut Vec<Node>, roots: &mut Vec<Node>, style: Option<Style>) {
    while open.last().is_some_and(|node| style.is_none_or(|style| node.style >= style)) {
        let Some(node) = open.pop() else { break };
        match open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => roots.push(node),
        }
    }
}
