//! Where the article of a page stands.

use super::blocks::is_left_out;
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};
use std::sync::LazyLock;

/// Names of articles, the more telling first.
static NAMES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../../data/html_articles.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
});

/// An article is at least so long, or holds at least this part of all text.
const LENGTH: usize = 200;
const PART: usize = 4;

/// An element that may be the article.
struct Candidate {
    id: NodeId,
    rank: usize,
    length: usize,
}

/// The element that holds the article; none where no name tells it, or the page is but a fragment.
pub(super) fn article(page: &Html) -> Option<NodeId> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut all = 0;
    let mut left_out = None;
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) if left_out.is_none() => match node.value() {
                Node::Text(text) => {
                    let length = text.chars().filter(|c| !c.is_whitespace()).count();
                    all += length;
                    for index in &open {
                        if let Some(candidate) = candidates.get_mut(*index) {
                            candidate.length += length;
                        }
                    }
                }
                Node::Element(element) if is_left_out(element.name()) => left_out = Some(node.id()),
                Node::Element(_) => {
                    if let Some(rank) = ElementRef::wrap(node).and_then(rank)
                        && open.len() < OPEN
                    {
                        open.push(candidates.len());
                        candidates.push(Candidate { id: node.id(), rank, length: 0 });
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                if left_out == Some(node.id()) {
                    left_out = None;
                }
                if open.last().and_then(|last| candidates.get(*last)).is_some_and(|last| last.id == node.id()) {
                    open.pop();
                }
            }
            Edge::Open(_) => {}
        }
    }
    let long = candidates.iter().filter(|candidate| candidate.length >= LENGTH || candidate.length * PART >= all);
    long.min_by_key(|candidate| (candidate.rank, std::cmp::Reverse(candidate.length))).map(|candidate| candidate.id)
}

/// Candidates open at once.
const OPEN: usize = 32;

/// The rank of an element's name among those of articles.
fn rank(element: ElementRef<'_>) -> Option<usize> {
    let (id, class) = (element.attr("id"), element.attr("class"));
    NAMES.iter().position(|(attribute, name)| match *attribute {
        "id" => id == Some(name),
        _ => class.is_some_and(|class| class == *name || class.split_ascii_whitespace().any(|one| one == *name)),
    })
}
