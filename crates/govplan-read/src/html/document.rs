//! The blocks of a page, in one walk over its tree.

use super::article::article;
use super::blocks::{heading, is_block, is_left_out, is_navigation};
use super::inline::Inline;
use super::table::{data_tables, table};
use crate::Limits;
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use govplan_document::{Aside, AsideKind, Block, Document, Note, NoteCode, Paragraph, Place};
use scraper::node::Element;
use scraper::{Html, Node};
use std::sync::LazyLock;

/// Words of the lines round an article, with where they stand.
static PAGE_WORDS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../../data/html_page_words.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
});

/// Reads the blocks of a page.
pub(super) fn read(page: &Html, limits: &Limits) -> Document {
    let data = data_tables(page);
    let mut walk = Walk {
        article: article(page),
        limits,
        cells: limits.cells,
        stage: Stage::Above,
        blocks: Vec::new(),
        navigation: Vec::new(),
        notes: Vec::new(),
        line: Inline::default(),
        after_gap: true,
        paragraphs: 0,
        tables: 0,
        headings: Vec::new(),
        lists: Vec::new(),
        links: 0,
        preformatted: 0,
        beside: 0,
    };
    if walk.article.is_none() {
        walk.stage = Stage::Article;
    }
    let mut skipped: Option<NodeId> = None;
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) if skipped.is_none() => match node.value() {
                Node::Text(text) => walk.text(text),
                Node::Element(element) => {
                    let name = element.name();
                    if is_left_out(name) {
                        skipped = Some(node.id());
                    } else if is_hidden(element) {
                        walk.hidden(node);
                        skipped = Some(node.id());
                    } else if name == "table" && data.binary_search(&node.id()).is_ok() {
                        walk.table(node);
                        skipped = Some(node.id());
                    } else {
                        walk.open(node.id(), element);
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                if skipped == Some(node.id()) {
                    skipped = None;
                } else if let (Node::Element(element), None) = (node.value(), skipped) {
                    walk.close(node.id(), element.name());
                }
            }
            Edge::Open(_) => {}
        }
        if walk.paragraphs >= limits.lines {
            walk.notes.push(limit_reached());
            break;
        }
    }
    walk.flush();
    let navigation = Aside { kind: AsideKind::Navigation, blocks: walk.navigation };
    let asides = Vec::from_iter(Some(navigation).filter(|aside| !aside.blocks.is_empty()));
    Document { blocks: walk.blocks, asides, notes: walk.notes, ..Document::default() }
}

/// What there is to say where a limit was reached.
pub(super) fn limit_reached() -> Note {
    Note { code: NoteCode::LimitReached, place: None, found: String::new() }
}

/// Whether a page hides an element by its own attributes.
pub(super) fn is_hidden(element: &Element) -> bool {
    let style = || element.attr("style").unwrap_or_default();
    let compact = || style().chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    element.attr("hidden").is_some() || style().contains("none") && compact().contains("display:none")
}

/// Where the walk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Above the article.
    Above,
    Article,
    /// Below the article, or where the words of a page's end stand.
    Below,
}

/// The page as far as it is walked over.
struct Walk<'p> {
    article: Option<NodeId>,
    limits: &'p Limits,
    /// Cells that may still be made.
    cells: usize,
    stage: Stage,
    blocks: Vec<Block>,
    navigation: Vec<Block>,
    notes: Vec<Note>,
    line: Inline,
    after_gap: bool,
    paragraphs: usize,
    tables: usize,
    /// Levels of the headings that are open.
    headings: Vec<u8>,
    /// Numbers of the next items of the lists that are open; none for a list without numbers.
    lists: Vec<Option<i64>>,
    /// Links, preformatted parts and menus that are open.
    links: usize,
    preformatted: usize,
    beside: usize,
}

impl Walk<'_> {
    fn text(&mut self, text: &str) {
        if self.preformatted == 0 {
            self.line.push(text, self.links > 0);
            return;
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.flush();
            }
            self.line.push(line, self.links > 0);
        }
    }

    fn open(&mut self, id: NodeId, element: &Element) {
        let name = element.name();
        if is_block(name) || name == "br" || self.article == Some(id) {
            self.flush();
        }
        if self.article == Some(id) {
            self.stage = Stage::Article;
        }
        self.beside += usize::from(is_navigation(name));
        match name {
            "a" => self.links += 1,
            "pre" => self.preformatted += 1,
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(numbers_from(element)),
            "li" => self.item(element),
            _ => self.headings.extend(heading(name)),
        }
    }

    /// Puts the number of a list's item before its text.
    fn item(&mut self, element: &Element) {
        let Some(Some(next)) = self.lists.last_mut() else { return };
        if let Some(value) = element.attr("value").and_then(|value| value.trim().parse().ok()) {
            *next = value;
        }
        let label = format!("{next}.");
        *next = next.saturating_add(1);
        self.line.push_label(&label);
    }

    fn close(&mut self, id: NodeId, name: &str) {
        if is_block(name) {
            self.flush();
        }
        self.beside -= usize::from(is_navigation(name)).min(self.beside);
        match name {
            "a" => self.links = self.links.saturating_sub(1),
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "ul" | "ol" => {
                self.lists.pop();
            }
            _ if heading(name).is_some() => {
                self.headings.pop();
            }
            _ => {}
        }
        if self.article == Some(id) {
            self.flush();
            self.stage = Stage::Below;
        }
    }

    /// Ends the paragraph under way.
    fn flush(&mut self) {
        if self.line.is_empty() {
            self.after_gap |= self.line.characters > 0;
            self.line = Inline::default();
            return;
        }
        self.paragraphs += 1;
        let is_links = self.line.linked * 2 > self.line.characters;
        let text = self.line.take(Place::in_paragraph(self.paragraphs));
        if self.stage == Stage::Article && self.article.is_none() && is_page_end(text.as_str()) {
            self.stage = Stage::Below;
        }
        let heading = self.headings.last().copied();
        let is_beside = match self.stage {
            Stage::Above => is_links || self.beside > 0 || is_menu(text.as_str()),
            Stage::Article => self.article.is_none() && self.blocks.is_empty() && is_menu(text.as_str()),
            Stage::Below => true,
        };
        let after_gap = std::mem::take(&mut self.after_gap);
        let block = Block::Paragraph(Paragraph { heading, text, after_gap });
        if is_beside { &mut self.navigation } else { &mut self.blocks }.push(block);
    }

    fn table(&mut self, node: ego_tree::NodeRef<'_, Node>) {
        self.flush();
        self.tables += 1;
        let reading = table(node, self.tables, self.limits, self.cells);
        self.cells = reading.budget;
        if reading.is_cut {
            self.notes.push(Note { place: Some(Place::in_table(self.tables, 0, 0)), ..limit_reached() });
        }
        let is_beside = self.stage == Stage::Below || self.stage == Stage::Above && reading.is_links;
        let blocks = if is_beside { &mut self.navigation } else { &mut self.blocks };
        if !reading.caption.is_empty() {
            blocks.push(Block::Paragraph(Paragraph { text: reading.caption, ..Paragraph::default() }));
        }
        blocks.push(Block::Table(reading.table));
        self.after_gap = true;
    }

    /// Notes the text of a hidden element of the article.
    fn hidden(&mut self, node: ego_tree::NodeRef<'_, Node>) {
        if self.stage != Stage::Article {
            return;
        }
        let mut line = Inline::default();
        for below in node.descendants() {
            if let Node::Text(text) = below.value() {
                line.push(text, false);
            }
        }
        let text = line.take(Place::in_paragraph(self.paragraphs + 1));
        if !text.is_empty() {
            let found = text.as_str().chars().take(SHOWN).collect();
            let place = text.place(0..text.as_str().len());
            self.notes.push(Note { code: NoteCode::HiddenContent, place, found });
        }
    }
}

/// Characters of hidden text that its note shows.
const SHOWN: usize = 20;

/// The first number of a list, where its items have Arabic numbers.
fn numbers_from(list: &Element) -> Option<i64> {
    let is_arabic = list.attr("type").is_none_or(|kind| kind == "1");
    let hides = list.attr("style").is_some_and(|style| style.contains("none"));
    let start = list.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
    (is_arabic && !hides).then_some(start)
}

/// Whether a line above the article is a menu: what begins as one, or names with marks between them.
fn is_menu(text: &str) -> bool {
    PAGE_WORDS.iter().any(|(place, words)| *place == "above" && text.starts_with(words))
        || text.matches(['|', '｜', '>', '»']).count() > 2
}

/// Whether a line is one of those below an article.
fn is_page_end(text: &str) -> bool {
    PAGE_WORDS.iter().any(|(place, words)| match *place {
        "below" => text.starts_with(words),
        "footer" => text.contains(words),
        _ => false,
    })
}
