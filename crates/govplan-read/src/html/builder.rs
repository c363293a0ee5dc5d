use super::element::Kind;
use super::style::{Style, attribute};
use super::tree::{Element, Node, Tree};
use html5ever::{Attribute, LocalName};

/// Builds a tree from tags and characters, in one pass and never deeper than a limit.
///
/// The rules are those of the HTML standard (13.2.6) as far as they bear on text: which tag ends which element, rows and
/// cells out of place. Inline elements leave no trace unless they hide something, so that the costly rules about badly
/// nested ones (13.2.6.4.7) have nothing to mend. Rows without a table, as a copied part of a page may hold them, get one.
pub(super) struct Builder {
    tree: Tree,
    /// The elements that are open, the outermost first.
    open: Vec<usize>,
    depth: usize,
    /// Open elements beyond the depth.
    overflow: usize,
    /// Open inline elements: those that hide something, and those inside them.
    inline: usize,
    is_linked: bool,
    /// Whether the characters to come belong to the last node.
    extends: bool,
    raw: Option<LocalName>,
}

impl Builder {
    /// A builder for a page of so many bytes.
    pub(super) fn new(bytes: usize, depth: usize) -> Self {
        let (nodes, text) = (Vec::with_capacity((bytes / 8).min(ROOM)), String::with_capacity(bytes.min(ROOM)));
        let (tree, open) = (Tree { nodes, text, ..Tree::default() }, Vec::new());
        Self { tree, open, depth, overflow: 0, inline: 0, is_linked: false, extends: false, raw: None }
    }

    pub(super) fn finish(mut self) -> Tree {
        self.truncate(0);
        self.tree
    }

    pub(super) fn characters(&mut self, text: &str) {
        if let Some(raw) = &self.raw {
            if &**raw == "title" {
                self.tree.title.push_str(text);
            }
            return;
        }
        if self.top().is_some_and(Kind::is_table_frame) && text.bytes().all(|byte| byte.is_ascii_whitespace()) {
            return;
        }
        let start = self.tree.text.len();
        self.tree.text.push_str(text);
        let end = self.tree.text.len();
        if self.extends
            && let Some(Node::Text { range, .. }) = self.tree.nodes.last_mut()
        {
            range.end = end;
        } else {
            self.tree.nodes.push(Node::Text { range: start..end, is_linked: self.is_linked });
            self.extends = true;
        }
    }

    /// Opens an element; whether its characters are to be taken as they stand.
    pub(super) fn start(&mut self, name: LocalName, attributes: Vec<Attribute>) -> bool {
        let kind = Kind::of(&name);
        match kind {
            Kind::Void => self.describe(&name, &attributes),
            Kind::Raw => {
                self.raw = Some(name);
                return true;
            }
            Kind::Break => self.push_break(),
            Kind::Link => {
                self.is_linked = attribute(&attributes, "href").is_some();
                self.tree.links += usize::from(self.is_linked);
                self.extends = false;
                self.inline(name, attributes);
            }
            Kind::Inline => self.inline(name, attributes),
            Kind::Apart => self.push(kind, name, attributes),
            _ => {
                self.make_room(kind);
                self.push(kind, name, attributes);
                if kind == Kind::Rule {
                    self.pop();
                }
            }
        }
        false
    }

    pub(super) fn end(&mut self, name: &LocalName) {
        if self.raw.take_if(|raw| raw == name).is_some() {
            return;
        }
        let kind = Kind::of(name);
        if kind == Kind::Link {
            self.is_linked = false;
            self.extends = false;
        }
        if self.overflow > 0 && !matches!(kind, Kind::Inline | Kind::Link | Kind::Void) {
            self.overflow -= usize::from(is_closed_by_tag(kind));
            self.push_break();
            return;
        }
        let found = match kind {
            Kind::Inline | Kind::Link if self.inline == 0 => None,
            Kind::Void | Kind::Raw | Kind::Rule => None,
            Kind::Break => {
                self.push_break();
                None
            }
            Kind::Table => self.last(|open| open == Kind::Table, |_| false),
            Kind::Caption | Kind::Group | Kind::Row | Kind::Cell => {
                self.last(|open| open == kind, |open| open == Kind::Table)
            }
            Kind::Paragraph => self.last(|open| open == kind, Kind::is_scope),
            Kind::Heading(_) => self.last(|open| matches!(open, Kind::Heading(_)), Kind::is_scope),
            _ => self.last_named(name),
        };
        if let Some(found) = found {
            self.truncate(found + 1);
            self.pop();
        } else if kind == Kind::Paragraph {
            // The standard sees an empty paragraph here, which parts what stands around it.
            self.push_break();
        }
    }

    /// Notes what the elements around the text say of the page.
    fn describe(&mut self, name: &str, attributes: &[Attribute]) {
        self.tree.is_page |= matches!(name, "html" | "head" | "body");
        if name == "meta" && attribute(attributes, "name").is_some_and(|name| name.eq_ignore_ascii_case("ArticleTitle"))
        {
            self.tree.article_title = attribute(attributes, "content").map(str::to_owned);
        }
    }

    fn inline(&mut self, name: LocalName, attributes: Vec<Attribute>) {
        if self.inline > 0 || Style::of(&attributes).is_hidden {
            self.push(Kind::Inline, name, attributes);
        }
    }

    fn push_break(&mut self) {
        self.tree.nodes.push(Node::Break);
        self.extends = false;
    }

    /// Ends what can not go on where an element of a kind begins.
    fn make_room(&mut self, kind: Kind) {
        match kind {
            Kind::Row | Kind::Cell | Kind::Group => return self.make_room_in_table(kind),
            Kind::Caption => return self.close(Kind::Table, |_| false, 1),
            Kind::Table if self.top().is_some_and(Kind::is_table_frame) => self.close(Kind::Table, |_| false, 0),
            Kind::Item => self.close(Kind::Item, |open| open == Kind::List || open.is_scope(), 0),
            Kind::Heading(_) if self.top().is_some_and(|top| matches!(top, Kind::Heading(_))) => {
                self.pop();
            }
            _ => {}
        }
        if matches!(kind, Kind::Item | Kind::Table) {
            self.is_linked = false;
        }
        self.close(Kind::Paragraph, Kind::is_scope, 0);
    }

    fn make_room_in_table(&mut self, kind: Kind) {
        self.is_linked = false;
        let table = match self.last(|open| open == Kind::Table, |_| false) {
            Some(table) => table,
            None => {
                self.close(Kind::Paragraph, Kind::is_scope, 0);
                self.push(Kind::Table, html5ever::local_name!("table"), Vec::new());
                self.open.len().saturating_sub(1)
            }
        };
        let has = |at: usize, kind: Kind| self.kind(at) == Some(kind);
        let group = usize::from(kind != Kind::Group && has(table + 1, Kind::Group));
        let row = usize::from(kind == Kind::Cell && has(table + 1 + group, Kind::Row));
        self.truncate(table + 1 + group + row);
        if kind == Kind::Cell && row == 0 {
            self.push(Kind::Row, html5ever::local_name!("tr"), Vec::new());
        }
    }

    /// Ends the innermost element of a kind, unless another bounds the search; `keep` 1 leaves itself open.
    fn close(&mut self, kind: Kind, bounds: impl Fn(Kind) -> bool, keep: usize) {
        if let Some(found) = self.last(|open| open == kind, bounds) {
            self.truncate(found + keep);
        }
    }

    /// Where the innermost open element of a sort stands among the open ones, unless another bounds the search.
    fn last(&self, sought: impl Fn(Kind) -> bool, bounds: impl Fn(Kind) -> bool) -> Option<usize> {
        let at =
            (0..self.open.len()).rev().find(|at| self.kind(*at).is_some_and(|kind| sought(kind) || bounds(kind)))?;
        self.kind(at).is_some_and(sought).then_some(at)
    }

    fn last_named(&self, name: &LocalName) -> Option<usize> {
        let element = |at: usize| self.open.get(at).and_then(|index| self.tree.element(*index));
        let ends = |at: &usize| element(*at).is_some_and(|open| open.name == *name || open.kind.is_scope());
        (0..self.open.len()).rev().find(ends).filter(|at| element(*at).is_some_and(|open| open.name == *name))
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.open.get(at).and_then(|index| self.tree.element(*index)).map(|element| element.kind)
    }

    fn top(&self) -> Option<Kind> {
        self.kind(self.open.len().checked_sub(1)?)
    }

    fn push(&mut self, kind: Kind, name: LocalName, attributes: Vec<Attribute>) {
        if self.open.len() >= self.depth {
            self.overflow += usize::from(is_closed_by_tag(kind));
            self.tree.flattened += 1;
            return self.push_break();
        }
        let style = Style::of(&attributes);
        self.inline += usize::from(kind == Kind::Inline);
        self.open.push(self.tree.nodes.len());
        self.tree.nodes.push(Node::Element(Element { kind, name, attributes, style, end: 0 }));
        self.extends = false;
    }

    /// Ends all but the outermost open elements.
    fn truncate(&mut self, keep: usize) {
        while self.open.len() > keep {
            if let Some(element) = self.pop()
                && element.kind == Kind::Apart
            {
                // Never closed, it may have swallowed the text that follows it.
                element.kind = Kind::Block;
            }
        }
    }

    /// Ends the innermost open element.
    fn pop(&mut self) -> Option<&mut Element> {
        self.extends = false;
        let end = self.tree.nodes.len();
        let element = self.open.pop().and_then(|index| self.tree.element_mut(index))?;
        self.inline -= usize::from(element.kind == Kind::Inline);
        element.end = end;
        Some(element)
    }
}

/// Nodes and bytes that room is made for from the start.
const ROOM: usize = 1 << 16;

/// Whether an element lasts until its end tag, so that end tags tell how many are open.
fn is_closed_by_tag(kind: Kind) -> bool {
    matches!(kind, Kind::Block | Kind::Zone | Kind::List | Kind::Preformatted | Kind::Table | Kind::Apart)
}
