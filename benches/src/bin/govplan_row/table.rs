use crate::rounds::on_demand;
use govplan::Options;
use govplan_document::{Block, Table};
use serde_json::Value;
use std::error::Error;
use std::hint::black_box;

pub(crate) fn row(document: &[u8]) -> Result<(), Box<dyn Error>> {
    let options = Options::default();
    let grid = || {
        let read = govplan_read::read(black_box(document), &options).ok()?;
        let mut tables =
            read.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        tables.next().map(repeated)
    };
    for row in grid().ok_or("a document without a table")? {
        println!("{}", Value::from(row));
    }
    on_demand(1, || {
        black_box(grid());
    })
}

/// The texts of a table, those of merged cells in every cell that they cover.
fn repeated(table: &Table) -> Vec<Vec<String>> {
    let text = |cell: &govplan_document::Cell| cell.text.as_str().to_owned();
    let mut grid: Vec<Vec<String>> = table.rows.iter().map(|row| row.cells.iter().map(text).collect()).collect();
    for (r, row) in table.rows.iter().enumerate() {
        for (c, cell) in row.cells.iter().enumerate().filter(|(_, cell)| cell.row_span > 1 || cell.column_span > 1) {
            for below in grid.iter_mut().skip(r).take(cell.row_span as usize) {
                for covered in below.iter_mut().skip(c).take(cell.column_span as usize) {
                    covered.clear();
                    covered.push_str(cell.text.as_str());
                }
            }
        }
    }
    grid
}
