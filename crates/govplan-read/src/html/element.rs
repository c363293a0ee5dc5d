use std::sync::LazyLock;

/// The elements that are known, with the kind of each.
const ELEMENTS: &str = include_str!("../../data/html_elements.tsv");

/// What an element is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `p`, which any block ends.
    Paragraph,
    /// `h1` to `h6`, with the level.
    Heading(u8),
    /// Begins and ends a line and says nothing else.
    Block,
    /// A part of a page that is beside the text by its name.
    Zone,
    List,
    Item,
    Preformatted,
    /// A line drawn across the page.
    Rule,
    Break,
    Table,
    Caption,
    /// `thead`, `tbody`, `tfoot`.
    Group,
    Row,
    Cell,
    Link,
    /// Holds nothing, or is left to the tokenizer and the tree: `img`, `body`.
    Void,
    /// Holds characters that are no markup and no text of the page.
    Raw,
    /// Holds markup that is no text of the page: buttons, drawings.
    Apart,
    Inline,
}

/// The kinds by the first byte of a name: a page asks for one at every tag.
static KINDS: LazyLock<Vec<Vec<(&'static str, Kind)>>> = LazyLock::new(|| {
    let mut kinds = vec![Vec::new(); 256];
    for (name, kind) in ELEMENTS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
    {
        let bucket = name.bytes().next().and_then(|first| kinds.get_mut(usize::from(first)));
        if let (Some(bucket), Some(kind)) = (bucket, Kind::named(kind, name)) {
            bucket.push((name, kind));
        }
    }
    kinds
});

impl Kind {
    /// The kind of the element of a name in lower case.
    pub(super) fn of(name: &str) -> Self {
        let bucket = name.bytes().next().and_then(|first| KINDS.get(usize::from(first)));
        let known = bucket.and_then(|bucket| bucket.iter().find(|(known, _)| *known == name));
        known.map_or(Self::Inline, |(_, kind)| *kind)
    }

    fn named(kind: &str, element: &str) -> Option<Self> {
        Some(match kind {
            "paragraph" => Self::Paragraph,
            "heading" => Self::Heading(element.strip_prefix('h')?.parse().ok()?),
            "block" => Self::Block,
            "zone" => Self::Zone,
            "list" => Self::List,
            "item" => Self::Item,
            "preformatted" => Self::Preformatted,
            "rule" => Self::Rule,
            "break" => Self::Break,
            "table" => Self::Table,
            "caption" => Self::Caption,
            "group" => Self::Group,
            "row" => Self::Row,
            "cell" => Self::Cell,
            "link" => Self::Link,
            "void" => Self::Void,
            "raw" => Self::Raw,
            "apart" => Self::Apart,
            _ => return None,
        })
    }

    /// Whether the element bounds what an end tag inside it can reach.
    pub(super) fn is_scope(self) -> bool {
        matches!(self, Self::Table | Self::Cell | Self::Caption)
    }

    /// Whether the element is a part of a table that may not hold text itself.
    pub(super) fn is_table_frame(self) -> bool {
        matches!(self, Self::Table | Self::Group | Self::Row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_data_is_understood() {
        let rows = ELEMENTS.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(KINDS.iter().map(Vec::len).sum::<usize>(), rows);
    }

    #[test]
    fn elements_are_known_by_name() {
        let cases = [("h3", Kind::Heading(3)), ("td", Kind::Cell), ("o:p", Kind::Inline), ("font", Kind::Inline)];
        for (name, kind) in cases {
            assert_eq!(Kind::of(name), kind, "{name}");
        }
    }
}
