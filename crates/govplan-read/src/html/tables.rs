use super::element::Kind;
use super::table::span;
use super::tree::{Element, Node, Tree};
use std::collections::BTreeSet;

/// Which tables of a page hold data. The others lay out the page: their cells are read one after the other.
#[derive(Default)]
pub(super) struct Tables {
    data: BTreeSet<usize>,
}

/// What tells a table of data from one of layout.
#[derive(Default)]
struct Facts {
    table: usize,
    end: usize,
    rows: usize,
    /// Columns of the row and of the widest row so far.
    columns: (usize, usize),
    cell: CellFacts,
    /// The cell with the most text.
    largest: CellFacts,
    /// Bytes of text, and of the text in tables inside this one.
    text: usize,
    nested_text: usize,
    has_nested_grid: bool,
    has_border: bool,
    holds_article: bool,
}

#[derive(Default, Clone, Copy)]
struct CellFacts {
    text: usize,
    /// Paragraphs, headings, list items and line breaks.
    blocks: usize,
}

impl Tables {
    /// Looks at all tables of a page, of which some nodes are known to hold the article.
    pub(super) fn of(tree: &Tree, articles: &[usize]) -> Self {
        let mut tables = Self::default();
        let mut open: Vec<Facts> = Vec::new();
        for (index, node) in tree.nodes.iter().enumerate() {
            while let Some(facts) = open.pop_if(|facts| facts.end <= index) {
                tables.close(&facts, open.last_mut());
            }
            let is_article = articles.contains(&index);
            for facts in open.iter_mut().filter(|_| is_article) {
                facts.holds_article = true;
            }
            match node {
                Node::Element(element) if element.kind == Kind::Table => open.push(Facts::of(index, element)),
                node => {
                    if let Some(facts) = open.last_mut() {
                        facts.count(tree, node);
                    }
                }
            }
        }
        while let Some(facts) = open.pop() {
            tables.close(&facts, open.last_mut());
        }
        tables
    }

    pub(super) fn is_data(&self, table: usize) -> bool {
        self.data.contains(&table)
    }

    fn close(&mut self, facts: &Facts, around: Option<&mut Facts>) {
        let (columns, largest) = (facts.columns.0.max(facts.columns.1), facts.largest());
        if facts.is_data(columns, largest) {
            self.data.insert(facts.table);
        }
        if let Some(around) = around {
            around.nested_text += facts.text;
            around.text += facts.text;
            around.cell.text += facts.text;
            around.has_nested_grid |= facts.has_nested_grid || facts.rows > 1 && columns > 1;
        }
    }
}

impl Facts {
    fn of(table: usize, element: &Element) -> Self {
        let border = element.attribute("border").is_some_and(|width| !matches!(width.trim(), "" | "0"));
        let class = element.attribute("class").is_some_and(|class| class.contains("Mso"));
        Self { table, end: element.end, has_border: border || class, ..Self::default() }
    }

    fn count(&mut self, tree: &Tree, node: &Node) {
        match node {
            Node::Text { range, .. } => {
                let text = tree.text(range).trim_ascii().len();
                self.text += text;
                self.cell.text += text;
            }
            Node::Break => self.cell.blocks += 1,
            Node::Element(element) => match element.kind {
                Kind::Row => {
                    self.columns = (0, self.columns.0.max(self.columns.1));
                }
                Kind::Cell => {
                    self.rows += usize::from(self.columns.0 == 0);
                    self.columns.0 = self.columns.0.saturating_add(span(element, "colspan").max(1));
                    self.largest = self.largest();
                    self.cell = CellFacts::default();
                }
                Kind::Paragraph | Kind::Heading(_) | Kind::Item => self.cell.blocks += 1,
                _ => {}
            },
        }
    }

    fn largest(&self) -> CellFacts {
        if self.cell.text > self.largest.text { self.cell } else { self.largest }
    }

    fn is_data(&self, columns: usize, largest: CellFacts) -> bool {
        let is_prose = largest.blocks >= 5 && !self.has_border;
        match (self.rows, columns) {
            (0, _) | (1, 1) => false,
            _ if self.holds_article => false,
            (_, 1) => largest.blocks <= 1 && largest.text <= LONG && self.nested_text == 0,
            (1, _) => !is_prose && self.nested_text == 0,
            (rows, _) => {
                let is_frame = self.nested_text * 2 >= self.text && self.nested_text > 0;
                let is_page = rows <= 5 && largest.text * 5 >= self.text * 4;
                !is_frame && !(is_prose && (is_page || self.has_nested_grid))
            }
        }
    }
}

/// Bytes from which the text of a cell is prose: a hundred Han characters.
const LONG: usize = 300;
