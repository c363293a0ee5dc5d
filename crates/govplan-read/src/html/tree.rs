use super::element::Kind;
use super::style::{Style, attribute};
use html5ever::{Attribute, LocalName};
use std::ops::Range;

/// A page as a tree, its nodes in the order of the page: what an element holds stands right after it, up to its `end`.
#[derive(Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    /// The text of all nodes.
    pub(super) text: String,
    /// What the page's `title` element holds.
    pub(super) title: String,
    /// The title that the page's `meta` elements give to the document in it.
    pub(super) article_title: Option<String>,
    /// Whether this is a page, and not a part copied from one.
    pub(super) is_page: bool,
    /// Links in the page.
    pub(super) links: usize,
    /// Elements that were nested too deep: their text stands in the element around them.
    pub(super) flattened: usize,
}

pub(super) enum Node {
    Element(Element),
    Text {
        range: Range<usize>,
        is_linked: bool,
    },
    /// `br`.
    Break,
}

pub(super) struct Element {
    pub(super) kind: Kind,
    pub(super) name: LocalName,
    pub(super) attributes: Vec<Attribute>,
    pub(super) style: Style,
    /// The node after the last that the element holds.
    pub(super) end: usize,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        attribute(&self.attributes, name)
    }

    /// Whether nothing in the element is shown.
    pub(super) fn is_unread(&self) -> bool {
        self.style.is_hidden || self.kind == Kind::Apart
    }
}

impl Tree {
    pub(super) fn element(&self, index: usize) -> Option<&Element> {
        match self.nodes.get(index) {
            Some(Node::Element(element)) => Some(element),
            _ => None,
        }
    }

    pub(super) fn element_mut(&mut self, index: usize) -> Option<&mut Element> {
        match self.nodes.get_mut(index) {
            Some(Node::Element(element)) => Some(element),
            _ => None,
        }
    }

    /// The node after a node and all that it holds.
    pub(super) fn after(&self, index: usize) -> usize {
        self.element(index).map_or(index + 1, |element| element.end.max(index + 1))
    }

    /// What an element holds.
    pub(super) fn inside(&self, index: usize) -> Range<usize> {
        index + 1..self.after(index)
    }

    /// The nodes right inside an element, each for all that it holds.
    pub(super) fn children(&self, index: usize) -> impl Iterator<Item = usize> {
        let inside = self.inside(index);
        let mut next = inside.start;
        std::iter::from_fn(move || {
            let child = next;
            next = self.after(child);
            (child < inside.end).then_some(child)
        })
    }

    /// The text of a node that is text.
    pub(super) fn text(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}
