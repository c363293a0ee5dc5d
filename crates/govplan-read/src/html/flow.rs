use super::element::Kind;
use super::line::Line;
use super::numbering::Numbering;
use super::tables::Tables;
use super::tree::{Element, Node, Tree};
use crate::text::enumerator_length;
use std::ops::Range;

/// What a page shows, one below the other.
pub(super) enum Piece {
    Line(Shown),
    /// A table of data, by its node.
    Table(usize),
}

/// A line as it is shown.
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) heading: Option<u8>,
    pub(super) after: Parting,
    pub(super) is_indented: bool,
    pub(super) is_centered: bool,
    /// Bytes of the text that are links.
    pub(super) linked: usize,
    /// The node that the text begins with.
    pub(super) node: usize,
}

/// What parts a line from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parting {
    Block,
    /// An empty line, or the start of the page.
    Gap,
    /// One `br`.
    Break,
}

/// Goes through a page in its order and puts its lines together.
pub(super) struct Flow<'a> {
    tree: &'a Tree,
    /// The tables that stay tables; inside a cell none does.
    tables: Option<&'a Tables>,
    pub(super) pieces: Vec<Piece>,
    /// Elements with text that the page hides.
    pub(super) hidden: Vec<usize>,
    line: Line,
    after: Parting,
    /// The number of the list item that is to come.
    number: Option<String>,
    contexts: Vec<Context>,
}

/// An element that is open.
struct Context {
    end: usize,
    heading: Option<u8>,
    is_centered: bool,
    is_preformatted: bool,
    is_list: bool,
    numbering: Option<Numbering>,
    /// Pieces before it, where an empty element of its kind shows as an empty line.
    pieces: Option<usize>,
}

impl<'a> Flow<'a> {
    pub(super) fn new(tree: &'a Tree, tables: Option<&'a Tables>) -> Self {
        Self {
            tree,
            tables,
            pieces: Vec::new(),
            hidden: Vec::new(),
            line: Line::default(),
            after: Parting::Gap,
            number: None,
            contexts: Vec::new(),
        }
    }

    /// Takes in some nodes.
    pub(super) fn walk(&mut self, nodes: Range<usize>) {
        let mut at = nodes.start;
        while at < nodes.end {
            self.leave(at);
            at = self.visit(at);
        }
        self.leave(usize::MAX);
        self.flush(Parting::Block);
    }

    /// Takes in one node; the node to go on with.
    fn visit(&mut self, at: usize) -> usize {
        match self.tree.nodes.get(at) {
            Some(Node::Text { range, is_linked }) => self.text(self.tree.text(range), *is_linked, at),
            Some(Node::Break) => self.flush(Parting::Break),
            Some(Node::Element(element)) if element.is_unread() => {
                if element.style.is_hidden {
                    self.hidden.push(at);
                }
                return self.tree.after(at);
            }
            Some(Node::Element(element)) if element.kind == Kind::Table && self.stays(at) => {
                self.flush(Parting::Block);
                self.beside_rows(at);
                self.pieces.push(Piece::Table(at));
                return self.tree.after(at);
            }
            Some(Node::Element(element)) if element.kind != Kind::Inline => self.enter(at, element),
            _ => {}
        }
        at + 1
    }

    fn stays(&self, table: usize) -> bool {
        self.tables.is_some_and(|tables| tables.is_data(table))
    }

    /// What stands in a table and in none of its rows: its caption, and what was misplaced there.
    fn beside_rows(&mut self, table: usize) {
        let tree = self.tree;
        let mut flow = Self { after: self.after, ..Self::new(tree, None) };
        for child in tree.children(table) {
            match tree.element(child).map(|element| element.kind) {
                Some(Kind::Row) => misplaced(&mut flow, tree, child),
                Some(Kind::Group) => {
                    for row in tree.children(child) {
                        match tree.element(row).map(|element| element.kind) {
                            Some(Kind::Row) => misplaced(&mut flow, tree, row),
                            _ => flow.walk(row..tree.after(row)),
                        }
                    }
                }
                _ => flow.walk(child..tree.after(child)),
            }
        }
        self.after = flow.after;
        self.pieces.append(&mut flow.pieces);
        self.hidden.append(&mut flow.hidden);
    }

    fn text(&mut self, text: &str, is_linked: bool, node: usize) {
        if !self.contexts.last().is_some_and(|context| context.is_preformatted) {
            return self.line.push(text, is_linked, node);
        }
        for (index, line) in crate::text::lines(text).enumerate() {
            if index > 0 {
                self.end_preformatted_line();
            }
            self.line.push_preformatted(line, is_linked, node);
        }
        if text.ends_with(['\n', '\r']) {
            self.end_preformatted_line();
        }
    }

    fn end_preformatted_line(&mut self) {
        let parting = if self.line.is_blank() { Parting::Break } else { Parting::Block };
        self.flush(parting);
    }

    fn enter(&mut self, at: usize, element: &Element) {
        self.flush(Parting::Block);
        let around = self.contexts.last();
        let inherits = element.kind != Kind::Table;
        let heading = match element.kind {
            Kind::Heading(level) => Some(level),
            _ => around.and_then(|around| around.heading),
        };
        let is_centered = element.kind != Kind::Table && (element.style.is_centered || &*element.name == "center");
        let context = Context {
            end: self.tree.after(at),
            heading,
            is_centered: is_centered || inherits && around.is_some_and(|around| around.is_centered),
            is_preformatted: element.kind == Kind::Preformatted
                || element.style.is_preformatted
                || around.is_some_and(|around| around.is_preformatted),
            is_list: element.kind == Kind::List,
            numbering: Numbering::of(self.tree, at, element),
            pieces: matches!(element.kind, Kind::Paragraph | Kind::Heading(_) | Kind::Rule)
                .then_some(self.pieces.len()),
        };
        if element.kind == Kind::Item {
            let list = self.contexts.iter_mut().rev().find(|context| context.is_list);
            self.number = list.and_then(|list| list.numbering.as_mut()).and_then(|list| list.number(element));
        }
        self.contexts.push(context);
    }

    /// Leaves the elements that end before a node.
    fn leave(&mut self, at: usize) {
        while let Some(context) = self.contexts.pop_if(|context| context.end <= at) {
            self.flush_in(&context, Parting::Block);
            if context.pieces == Some(self.pieces.len()) {
                self.after = Parting::Gap;
            }
        }
    }

    /// Ends the line.
    fn flush(&mut self, next: Parting) {
        match self.contexts.pop() {
            Some(context) => {
                self.flush_in(&context, next);
                self.contexts.push(context);
            }
            None => self.flush_as(None, false, next),
        }
    }

    fn flush_in(&mut self, context: &Context, next: Parting) {
        self.flush_as(context.heading, context.is_centered, next);
    }

    fn flush_as(&mut self, heading: Option<u8>, is_centered: bool, next: Parting) {
        let line = std::mem::take(&mut self.line);
        if line.is_blank() {
            match (next, self.after) {
                (Parting::Break, _) => self.after = Parting::Gap,
                (_, Parting::Break) => self.after = Parting::Block,
                _ => {}
            }
            return;
        }
        let text = line.text();
        // Editors that number by the page and people that number by hand meet in one list; people win.
        let number = self.number.take().filter(|_| enumerator_length(text) == 0).unwrap_or_default();
        self.pieces.push(Piece::Line(Shown {
            text: number + text,
            heading,
            after: self.after,
            is_indented: line.is_indented(),
            is_centered,
            linked: line.linked,
            node: line.node,
        }));
        self.after = next;
    }
}

/// What stands in a row and in none of its cells.
fn misplaced(flow: &mut Flow<'_>, tree: &Tree, row: usize) {
    let is_cell = |child: usize| tree.element(child).is_some_and(|element| element.kind == Kind::Cell);
    for child in tree.children(row).filter(|child| !is_cell(*child)) {
        flow.walk(child..tree.after(child));
    }
}

/// The lines of a cell or caption, whatever stands in it.
pub(super) fn lines(tree: &Tree, nodes: Range<usize>, hidden: &mut Vec<usize>) -> impl Iterator<Item = String> {
    let mut flow = Flow::new(tree, None);
    flow.walk(nodes);
    hidden.append(&mut flow.hidden);
    flow.pieces.into_iter().filter_map(|piece| match piece {
        Piece::Line(line) => Some(line.text),
        Piece::Table(_) => None,
    })
}
