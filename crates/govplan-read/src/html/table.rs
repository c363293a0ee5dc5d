//! Tables: which only lay a page out, and the rows and columns of the others.

use super::blocks::{is_block, is_left_out, is_table_part};
use super::document::is_hidden;
use super::inline::Inline;
use crate::Limits;
use crate::grid::Grid;
use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use govplan_document::{Place, Table, Text};
use scraper::node::Element;
use scraper::{Html, Node};
use std::collections::BTreeMap;

/// What a table is made of, its inner tables left aside.
#[derive(Debug, Default)]
struct Shape {
    rows: usize,
    columns: usize,
    /// Cells that hold text of their own.
    filled: usize,
    /// Characters outside of inner tables, and inside.
    own: usize,
    inner: usize,
    in_row: usize,
    cell_has_text: bool,
}

impl Shape {
    fn close_cell(&mut self) {
        self.filled += usize::from(std::mem::take(&mut self.cell_has_text));
    }

    /// Whether the table only lays out what stands in it: it has one column, or its text is mostly that of the tables
    /// inside.
    fn is_layout(&self) -> bool {
        self.columns < 2 || self.filled < 2 || self.inner > self.own
    }
}

/// The tables of a page that hold data.
pub(super) fn data_tables(page: &Html) -> Vec<NodeId> {
    let mut shapes: BTreeMap<NodeId, Shape> = BTreeMap::new();
    let mut order = Vec::new();
    let mut open: Vec<NodeId> = Vec::new();
    for edge in page.tree.root().traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        let shape = open.last().and_then(|id| shapes.get_mut(id));
        match (node.value(), shape) {
            (Node::Element(element), _) if element.name() == "table" => {
                if opens {
                    open.push(node.id());
                    order.push(node.id());
                    shapes.insert(node.id(), Shape::default());
                } else if let Some(id) = open.pop()
                    && let Some(length) = shapes.get(&id).map(|shape| shape.own + shape.inner)
                    && let Some(outer) = open.last().and_then(|id| shapes.get_mut(id))
                {
                    outer.inner += length;
                }
            }
            (Node::Element(element), Some(shape)) => match (element.name(), opens) {
                ("tr", true) => {
                    shape.rows += 1;
                    shape.in_row = 0;
                }
                ("td" | "th", true) => {
                    shape.in_row += span(element, "colspan");
                    shape.columns = shape.columns.max(shape.in_row);
                }
                ("td" | "th", false) => shape.close_cell(),
                _ => {}
            },
            (Node::Text(text), Some(shape)) if opens => {
                let length = text.chars().filter(|c| !crate::text::is_blank(*c)).count();
                shape.own += length;
                shape.cell_has_text |= length > 0;
            }
            _ => {}
        }
    }
    order.retain(|id| shapes.get(id).is_some_and(|shape| !shape.is_layout()));
    order.sort_unstable();
    order
}

/// A span as the attribute says; one where it says none.
fn span(element: &Element, attribute: &str) -> usize {
    element.attr(attribute).and_then(|value| value.trim().parse().ok()).unwrap_or(1)
}

/// A cell before it has its column.
struct Printed {
    row: usize,
    row_span: usize,
    column_span: usize,
    content: Inline,
}

/// Reads a table of data: its cells from left to right, each in the first column that no cell from above takes; the
/// captions in it; and the cells that the limits still leave.
pub(super) fn table(node: NodeRef<'_, Node>, number: usize, limits: &Limits, budget: usize) -> Reading {
    let mut rows = 0_usize;
    let mut printed: Vec<Printed> = Vec::new();
    let mut caption = Inline::default();
    let mut nested = 0_usize;
    let (mut in_cell, mut in_caption, mut links, mut skipped) = (false, false, 0_usize, None);
    let mut is_cut = false;
    for edge in node.traverse() {
        match edge {
            Edge::Open(below) if skipped.is_none() => match below.value() {
                Node::Text(text) => match printed.last_mut() {
                    Some(cell) if in_cell => cell.content.push(text, links > 0),
                    _ if in_caption => caption.push(text, false),
                    _ => {}
                },
                Node::Element(element) => {
                    let name = element.name();
                    links += usize::from(name == "a");
                    if is_left_out(name) || is_hidden(element) && below.id() != node.id() {
                        skipped = Some(below.id());
                    } else if below.id() == node.id() {
                    } else if nested > 0 || name == "table" {
                        nested += usize::from(name == "table");
                        end_line(&mut printed, in_cell && (is_block(name) || name == "br"));
                    } else {
                        match name {
                            "tr" => rows += 1,
                            "td" | "th" if printed.len() < budget => {
                                let row_span = match span(element, "rowspan") {
                                    0 => usize::MAX,
                                    span => span,
                                };
                                let column_span = span(element, "colspan").max(1);
                                let row = rows.saturating_sub(1);
                                printed.push(Printed { row, row_span, column_span, content: Inline::default() });
                                in_cell = true;
                            }
                            "td" | "th" => is_cut = true,
                            "caption" => in_caption = true,
                            "br" => end_line(&mut printed, in_cell),
                            _ => end_line(&mut printed, in_cell && is_block(name) && !is_table_part(name)),
                        }
                    }
                }
                _ => {}
            },
            Edge::Close(below) => {
                if skipped == Some(below.id()) {
                    skipped = None;
                } else if let (Node::Element(element), None, true) = (below.value(), skipped, below.id() != node.id()) {
                    let name = element.name();
                    links = links.saturating_sub(usize::from(name == "a"));
                    if nested > 0 {
                        nested -= usize::from(name == "table");
                        end_line(&mut printed, in_cell && is_block(name));
                    } else {
                        match name {
                            "td" | "th" => in_cell = false,
                            "caption" => in_caption = false,
                            _ => end_line(&mut printed, in_cell && is_block(name) && !is_table_part(name)),
                        }
                    }
                }
            }
            Edge::Open(_) => {}
        }
    }
    let rows = printed.last().map_or(0, |last| last.row + 1);
    let mut grid = Grid::new(rows, limits.columns, budget);
    let characters: usize = printed.iter().map(|cell| cell.content.characters).sum();
    let linked: usize = printed.iter().map(|cell| cell.content.linked).sum();
    let mut column = 0;
    let mut row = 0;
    for cell in printed {
        if cell.row != row {
            (row, column) = (cell.row, 0);
        }
        column = grid.free_column(row, column);
        let mut content = cell.content;
        let text = content.take(Place::in_table(number, row + 1, column + 1));
        is_cut |= !grid.put(row, column, cell.row_span, cell.column_span, text);
        column = column.saturating_add(cell.column_span).min(limits.columns);
    }
    let budget = grid.budget();
    let (table, caption) = (grid.into_table(), caption.take(Place::default()));
    Reading { table, caption, is_links: linked * 2 > characters, budget, is_cut }
}

/// A table as read.
pub(super) struct Reading {
    pub(super) table: Table,
    pub(super) caption: Text,
    /// Whether it holds mostly links.
    pub(super) is_links: bool,
    /// Cells that the limits still leave.
    pub(super) budget: usize,
    /// Whether a cell was left out.
    pub(super) is_cut: bool,
}

fn end_line(printed: &mut [Printed], is_in_cell: bool) {
    if let Some(cell) = printed.last_mut().filter(|_| is_in_cell) {
        cell.content.end_line();
    }
}
