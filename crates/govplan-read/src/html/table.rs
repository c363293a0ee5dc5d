use super::element::Kind;
use super::flow::lines;
use super::tree::{Element, Tree};
use crate::Limits;
use crate::grid::Grid;
use govplan_document::{Note, NoteCode, Place, Table, Text};
use std::collections::BTreeMap;

/// A row of a table, with the number of rows after the last of its group.
struct Row {
    cells: Vec<usize>,
    group_end: usize,
}

/// Reads tables, within one budget of cells for all.
pub(super) struct TableReader<'a> {
    tree: &'a Tree,
    limits: &'a Limits,
    budget: usize,
    tables: usize,
    /// Hidden rows, each with the place of the row that stands in its stead.
    hidden_rows: BTreeMap<usize, Place>,
}

impl<'a> TableReader<'a> {
    pub(super) fn new(tree: &'a Tree, limits: &'a Limits) -> Self {
        Self { tree, limits, budget: limits.cells, tables: 0, hidden_rows: BTreeMap::new() }
    }

    /// The table of a node; `None` where no cell of it is within the limits.
    pub(super) fn read(&mut self, table: usize, hidden: &mut Vec<usize>, notes: &mut Vec<Note>) -> Option<Table> {
        let known = hidden.len();
        let rows = rows(self.tree, table, hidden);
        let number = self.tables + 1;
        self.place_hidden_rows(number, &rows, hidden.get(known..).unwrap_or_default());
        let mut grid = Grid::new(rows.len(), self.limits.columns, self.budget);
        let mut left_out = None;
        for (index, row) in rows.iter().enumerate() {
            let mut column = 0;
            let mut cells = row.cells.iter();
            while let Some(cell) = cells.next() {
                column = grid.free_column(index, column);
                let place = Place::in_table(number, index + 1, column + 1);
                let mut text = Text::default();
                self.push_cell(&mut text, *cell, &place, hidden);
                if column + 1 >= self.limits.columns && cells.len() > 0 {
                    let found = (column + 1 + cells.len()).to_string();
                    notes.push(Note { code: NoteCode::LongRow, place: Some(place.clone()), found });
                    cells.by_ref().for_each(|cell| self.push_cell(&mut text, *cell, &place, hidden));
                }
                let element = self.tree.element(*cell);
                let down = match element.map_or(1, |cell| span(cell, "rowspan")) {
                    0 => usize::MAX,
                    rows => rows,
                };
                let down = down.min(row.group_end - index);
                let across = element.map_or(1, |cell| span(cell, "colspan"));
                if !grid.put(index, column, down, across, text) {
                    left_out.get_or_insert(place);
                }
                column += 1;
            }
        }
        self.budget = grid.budget();
        if let Some(place) = left_out {
            let found = self.limits.cells.to_string();
            notes.push(Note { code: NoteCode::LimitReached, place: Some(place), found });
        }
        let table = grid.into_table();
        let is_whole = !table.rows.is_empty();
        self.tables += usize::from(is_whole);
        is_whole.then_some(table)
    }

    /// The place of a hidden row: the row below it, the last one where there is none.
    pub(super) fn place_of_hidden(&self, node: usize) -> Option<&Place> {
        self.hidden_rows.get(&node)
    }

    fn place_hidden_rows(&mut self, table: usize, rows: &[Row], hidden: &[usize]) {
        let is_row = |node: &&usize| self.tree.element(**node).is_some_and(|element| element.kind == Kind::Row);
        for node in hidden.iter().filter(is_row) {
            let above = rows.partition_point(|row| row.cells.first().is_some_and(|cell| cell < node));
            let row = (above + 1).min(rows.len());
            self.hidden_rows.insert(*node, Place { column: None, ..Place::in_table(table, row, 1) });
        }
    }

    /// Appends the lines of a cell.
    fn push_cell(&self, text: &mut Text, cell: usize, place: &Place, hidden: &mut Vec<usize>) {
        for line in lines(self.tree, self.tree.inside(cell), hidden) {
            let line = Text::new(line, place.clone());
            if text.is_empty() {
                *text = line;
            } else {
                text.push_separator('\n');
                text.push(&line);
            }
        }
    }
}

/// The rows of a table as they are shown: those of `thead` first, those of `tfoot` last. A row without cells is none,
/// unless a cell from above reaches into it.
fn rows(tree: &Tree, table: usize, hidden: &mut Vec<usize>) -> Vec<Row> {
    let mut groups: Vec<(u8, Vec<Vec<usize>>)> = Vec::new();
    let mut has_head = false;
    for child in tree.children(table) {
        let Some(element) = tree.element(child) else { continue };
        match element.kind {
            Kind::Group => {
                let order = match &*element.name {
                    "thead" if !has_head => 0,
                    "tfoot" => 2,
                    _ => 1,
                };
                has_head |= order == 0;
                groups.push((order, tree.children(child).filter_map(|row| cells(tree, row, hidden)).collect()));
            }
            Kind::Row => {
                let row = cells(tree, child, hidden).unwrap_or_default();
                match groups.last_mut() {
                    Some((3, rows)) => rows.push(row),
                    _ => groups.push((3, vec![row])),
                }
            }
            _ => {}
        }
    }
    groups.sort_by_key(|(order, _)| if *order == 3 { 1 } else { *order });
    let mut rows = Vec::new();
    for (_, group) in groups {
        let start = rows.len();
        let mut covered = start;
        for cells in group {
            if cells.is_empty() && covered <= rows.len() {
                continue;
            }
            let spans = cells.iter().filter_map(|cell| tree.element(*cell)).map(|cell| span(cell, "rowspan"));
            covered = spans.map(|rows_down| rows.len().saturating_add(rows_down)).fold(covered, usize::max);
            rows.push(Row { cells, group_end: 0 });
        }
        let end = rows.len();
        rows.iter_mut().skip(start).for_each(|row| row.group_end = end);
    }
    rows
}

/// The cells of a row that are shown; `None` where the node is no row.
fn cells(tree: &Tree, row: usize, hidden: &mut Vec<usize>) -> Option<Vec<usize>> {
    let is_row = tree.element(row).filter(|element| element.kind == Kind::Row)?;
    if is_row.style.is_hidden {
        hidden.push(row);
        return Some(Vec::new());
    }
    let mut cells = Vec::new();
    for child in tree.children(row) {
        match tree.element(child) {
            Some(cell) if cell.kind == Kind::Cell && cell.style.is_hidden => hidden.push(child),
            Some(cell) if cell.kind == Kind::Cell => cells.push(child),
            _ => {}
        }
    }
    Some(cells)
}

/// How many rows or columns a cell covers, as the page says: 0 is the rest of the group.
pub(super) fn span(cell: &Element, name: &str) -> usize {
    let Some(value) = cell.attribute(name) else { return 1 };
    let value = value.trim_ascii_start();
    let digits = value.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(value.len());
    match value.get(..digits) {
        Some("") | None => 1,
        // More digits than a number has are more rows than a table has.
        Some(digits) => digits.parse().unwrap_or(usize::MAX),
    }
}
