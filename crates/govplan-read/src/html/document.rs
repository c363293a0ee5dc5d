use super::article;
use super::breaks;
use super::chrome::{Chrome, squeezed};
use super::flow::{Flow, Parting, Piece};
use super::metrics::Metrics;
use super::table::TableReader;
use super::tables::Tables;
use super::tree::{Node, Tree};
use crate::Limits;
use govplan_document::{Aside, AsideKind, Block, Document, Note, NoteCode, Paragraph, Place, Text};

/// Links from which on a copied part of a page is looked through like a whole one.
const LINKS: usize = 3;

/// Puts a document together.
pub(super) fn document(tree: &Tree, limits: &Limits, notes: Vec<Note>) -> Document {
    let is_page = tree.is_page || tree.links >= LINKS;
    let metrics = is_page.then(|| Metrics::of(tree));
    let named = metrics.as_ref().map(|metrics| article::named(tree, metrics)).unwrap_or_default();
    let tables = Tables::of(tree, &named.nodes);
    let chrome = metrics.map(|metrics| Chrome::new(tree, metrics, &named, &tables));
    let mut flow = Flow::new(tree, Some(&tables));
    flow.walk(0..tree.nodes.len());
    let mut assembly = Assembly {
        tables: TableReader::new(tree, limits),
        limits,
        paragraphs: 0,
        left_out: 0,
        hidden: flow.hidden,
        notes,
    };
    let (blocks, asides) = assembly.blocks(tree, breaks::join(flow.pieces), chrome.as_ref());
    let notes = assembly.notes(tree, chrome.as_ref());
    Document { blocks, asides, source: None, notes }
}

/// A document as far as it is put together.
struct Assembly<'a> {
    tables: TableReader<'a>,
    limits: &'a Limits,
    paragraphs: usize,
    /// Paragraphs beyond the limit.
    left_out: usize,
    hidden: Vec<usize>,
    notes: Vec<Note>,
}

impl Assembly<'_> {
    /// The blocks of the document, and what stands beside it in stretches. Paragraphs and tables are counted over the
    /// document first.
    fn blocks(&mut self, tree: &Tree, pieces: Vec<Piece>, chrome: Option<&Chrome<'_>>) -> (Vec<Block>, Vec<Aside>) {
        let is_beside = |piece: &Piece| {
            chrome.is_some_and(|chrome| match piece {
                Piece::Line(line) => chrome.is_line_beside(line),
                Piece::Table(table) => chrome.is_table_beside(*table),
            })
        };
        let (mut inside, mut beside) = (Vec::new(), Vec::<Vec<Piece>>::new());
        let mut was_beside = false;
        for piece in pieces {
            let is_beside = is_beside(&piece);
            match beside.last_mut() {
                _ if !is_beside => inside.push(piece),
                Some(stretch) if was_beside => stretch.push(piece),
                _ => beside.push(vec![piece]),
            }
            was_beside = is_beside;
        }
        if inside.is_empty() {
            inside = beside.drain(..).flatten().collect();
        }
        let title = tree.article_title.as_deref().map(str::trim).filter(|title| !is_shown(&inside, title));
        let title = title.map(|title| self.paragraph(title.to_owned(), Some(1), true));
        let mut blocks = Vec::from_iter(title.flatten());
        blocks.extend(inside.into_iter().filter_map(|piece| self.block(piece)));
        if let Some(Block::Paragraph(first)) = blocks.first_mut() {
            first.after_gap = true;
        }
        let stretches =
            beside.into_iter().map(|stretch| stretch.into_iter().filter_map(|piece| self.block(piece)).collect());
        let asides = stretches.map(|blocks: Vec<Block>| Aside { kind: AsideKind::Navigation, blocks });
        let asides = asides.filter(|aside| !aside.blocks.is_empty()).collect();
        (blocks, asides)
    }

    fn block(&mut self, piece: Piece) -> Option<Block> {
        match piece {
            Piece::Line(line) => self.paragraph(line.text, line.heading, line.after == Parting::Gap),
            Piece::Table(table) => self.tables.read(table, &mut self.hidden, &mut self.notes).map(Block::Table),
        }
    }

    fn paragraph(&mut self, text: String, heading: Option<u8>, after_gap: bool) -> Option<Block> {
        if self.paragraphs >= self.limits.lines {
            self.left_out += 1;
            return None;
        }
        self.paragraphs += 1;
        let text = Text::new(text, Place::in_paragraph(self.paragraphs));
        Some(Block::Paragraph(Paragraph { heading, text, after_gap }))
    }

    /// What there is to say of the page.
    fn notes(mut self, tree: &Tree, chrome: Option<&Chrome<'_>>) -> Vec<Note> {
        let mut notes = self.notes;
        let mut note = |code, place, found| notes.push(Note { code, place, found });
        if self.left_out > 0 {
            let place = Some(Place::in_paragraph(self.paragraphs + 1));
            note(NoteCode::LimitReached, place, (self.paragraphs + self.left_out).to_string());
        }
        if tree.flattened > 0 {
            note(NoteCode::LimitReached, None, tree.flattened.to_string());
        }
        self.hidden.sort_unstable();
        for node in self.hidden.iter().filter(|node| chrome.is_none_or(|chrome| chrome.is_article(**node))) {
            let found = hidden_text(tree, *node);
            if !found.is_empty() {
                note(NoteCode::HiddenContent, self.tables.place_of_hidden(*node).cloned(), found);
            }
        }
        notes
    }
}

/// Whether a title stands in the first lines.
fn is_shown(pieces: &[Piece], title: &str) -> bool {
    let mut shown = String::new();
    for piece in pieces {
        if let Piece::Line(line) = piece {
            shown.push_str(&squeezed(&line.text));
        }
        if shown.len() > SEARCHED {
            break;
        }
    }
    shown.contains(&squeezed(title))
}

/// Bytes in which the title of a document is looked for.
const SEARCHED: usize = 4096;

/// Characters of hidden text that its note shows.
const SHOWN: usize = 12;

/// How the text of a hidden element begins.
fn hidden_text(tree: &Tree, node: usize) -> String {
    let nodes = tree.nodes.get(tree.inside(node)).unwrap_or_default();
    let texts = nodes.iter().filter_map(|node| match node {
        Node::Text { range, .. } => Some(tree.text(range)),
        _ => None,
    });
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace()).take(SHOWN).collect()
}
