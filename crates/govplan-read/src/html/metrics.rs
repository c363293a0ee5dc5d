use super::tree::{Node, Tree};
use std::ops::Range;

/// How much text stands in each part of a page: Han characters, for menus and addresses hold others too.
pub(super) struct Metrics {
    /// Characters before each node: those that are no link, and those that are.
    before: Vec<(usize, usize)>,
}

impl Metrics {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut before = Vec::with_capacity(tree.nodes.len() + 1);
        let (mut plain, mut linked) = (0, 0);
        let mut unread_until = 0;
        for (index, node) in tree.nodes.iter().enumerate() {
            before.push((plain, linked));
            match node {
                Node::Element(element) if element.is_unread() => unread_until = unread_until.max(element.end),
                Node::Text { range, is_linked } if index >= unread_until => {
                    let count = tree.text(range).chars().filter(|c| matches!(c, '\u{3400}'..='\u{9FFF}')).count();
                    *(if *is_linked { &mut linked } else { &mut plain }) += count;
                }
                _ => {}
            }
        }
        before.push((plain, linked));
        Self { before }
    }

    /// Han characters in some nodes that are no link.
    pub(super) fn plain(&self, nodes: &Range<usize>) -> usize {
        self.between(nodes).0
    }

    /// Whether half of the text in some nodes is links.
    pub(super) fn is_linked(&self, nodes: &Range<usize>) -> bool {
        let (plain, linked) = self.between(nodes);
        linked > 0 && linked >= plain
    }

    fn between(&self, nodes: &Range<usize>) -> (usize, usize) {
        let at =
            |node: usize| self.before.get(node.min(self.before.len().saturating_sub(1))).copied().unwrap_or_default();
        let (start, end) = (at(nodes.start), at(nodes.end));
        (end.0.saturating_sub(start.0), end.1.saturating_sub(start.1))
    }

    /// Han characters in the whole page that are no link.
    pub(super) fn all_plain(&self) -> usize {
        self.before.last().map_or(0, |(plain, _)| *plain)
    }
}
