use super::element::Kind;
use super::metrics::Metrics;
use super::tables::Tables;
use super::tree::{Element, Node, Tree};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// Containers in which content management systems put the text.
const CONTAINERS: &str = include_str!("../../data/html_articles.tsv");

struct Container {
    attribute: &'static str,
    name: &'static str,
    is_certain: bool,
}

static KNOWN: LazyLock<Vec<Container>> = LazyLock::new(|| {
    let rows = CONTAINERS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        let (attribute, name) = (fields.next()?, fields.next()?);
        Some(Container { attribute, name, is_certain: fields.next()? == "certain" })
    });
    rows.collect()
});

/// The elements that hold the text of a page.
#[derive(Default)]
pub(super) struct Articles {
    pub(super) nodes: Vec<usize>,
    /// Whether the text alone is in them: else there may be menus and buttons too.
    pub(super) is_certain: bool,
}

/// The containers that hold the text by their name: all that surely do, else the smallest that likely does.
pub(super) fn named(tree: &Tree, metrics: &Metrics) -> Articles {
    let (mut certain, mut likely) = (Vec::new(), None);
    let mut inside = 0;
    let enough =
        |index: usize, tenths: usize| metrics.plain(&(index..tree.after(index))) * 10 >= metrics.all_plain() * tenths;
    for (index, element) in elements(tree) {
        match certainty(element) {
            Some(true) if index >= inside => {
                certain.push(index);
                inside = tree.after(index);
            }
            Some(false) if enough(index, 6) => likely = Some(index),
            _ => {}
        }
    }
    let found: usize = certain.iter().map(|index| metrics.plain(&(*index..tree.after(*index)))).sum();
    let is_certain = found > 0 && found * 10 >= metrics.all_plain() * 4;
    Articles { nodes: if is_certain { certain } else { Vec::from_iter(likely) }, is_certain }
}

/// The smallest element that holds most of the text which is no link; a table of data is not looked into.
pub(super) fn densest(tree: &Tree, metrics: &Metrics, tables: &Tables) -> Range<usize> {
    let mut smallest = 0..tree.nodes.len();
    let mut skipped = 0;
    for (index, element) in elements(tree) {
        let nodes = index..tree.after(index);
        if index < skipped {
            continue;
        }
        if metrics.plain(&nodes) * 10 < metrics.all_plain() * 7 {
            skipped = nodes.end;
            continue;
        }
        smallest = nodes;
        if element.kind == Kind::Table && tables.is_data(index) {
            break;
        }
    }
    smallest
}

/// The elements whose text is shown.
fn elements(tree: &Tree) -> impl Iterator<Item = (usize, &Element)> {
    let mut unread_until = 0;
    tree.nodes.iter().enumerate().filter_map(move |(index, node)| match node {
        Node::Element(element) => {
            if element.is_unread() {
                unread_until = unread_until.max(element.end);
            }
            (index >= unread_until).then_some((index, element))
        }
        _ => None,
    })
}

/// Whether an element is a container of text by its name, and surely so.
fn certainty(element: &Element) -> Option<bool> {
    let known = |attribute: &str, name: &str| {
        let known = KNOWN.iter().filter(|known| known.name.eq_ignore_ascii_case(name) && known.attribute == attribute);
        known.map(|known| known.is_certain).max()
    };
    let id = element.attribute("id").and_then(|id| known("id", id.trim()));
    let classes = element.attribute("class").unwrap_or_default().split_ascii_whitespace();
    let class = classes.filter_map(|class| known("class", class)).max();
    let name = if element.kind == Kind::Block { known("element", &element.name) } else { None };
    id.max(class).max(name)
}

/// The words of an element's id and classes, in lower case.
pub(super) fn words(element: &Element) -> impl Iterator<Item = Cow<'_, str>> {
    let names = ["id", "class"].into_iter().filter_map(|name| element.attribute(name));
    names.flat_map(|name| name.split(|c: char| c.is_ascii_whitespace() || matches!(c, '-' | '_'))).map(|word| {
        if word.bytes().any(|byte| byte.is_ascii_uppercase()) { word.to_ascii_lowercase().into() } else { word.into() }
    })
}
