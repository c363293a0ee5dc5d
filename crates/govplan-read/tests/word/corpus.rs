//! Real layouts.

use super::fixture::shown;
use govplan_document::{Block, Document, NoteCode, Table};
use govplan_read::{Options, read};

const SEED: &[u8] = include_bytes!("../../../../tests/corpus/00-seed/source.docx");
const CHIZHOU: &[u8] = include_bytes!("../../../../tests/corpus/01-chizhou-xinfang/source.docx");
const XUANCHENG: &[u8] = include_bytes!("../../../../tests/corpus/07-xuancheng-renshe/source.docx");
const HONGYANG: &[u8] = include_bytes!("../../../../tests/corpus/10-hongyang-pufa/source.docx");
const GUOFA: &[u8] = include_bytes!("../../../../tests/corpus/21-guofa2019-3-bonded-zone/source.docx");
const GUOFA_NUMBERED: &[u8] =
    include_bytes!("../../../../tests/corpus/21-guofa2019-3-bonded-zone/source.numbered.docx");

fn document(bytes: &[u8]) -> Document {
    let document = read(bytes, &Options::default()).unwrap();
    let others = document.notes.iter().filter(|note| note.code != NoteCode::JoinedParagraph);
    assert_eq!(others.count(), 0, "{:?}", document.notes);
    document
}

fn table(document: &Document) -> &Table {
    let mut tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let table = tables.next().unwrap();
    assert!(tables.next().is_none());
    table
}

#[test]
fn automatic_numbers_read_as_typed_ones_do() {
    let typed = document(GUOFA);
    let automatic = document(GUOFA_NUMBERED);
    assert_eq!(shown(&typed.blocks), shown(&automatic.blocks));
    let lines = shown(&automatic.blocks);
    for start in ["一、指导思想", "（四）坚持质量第一", "21.推广创新制度", "五、有关要求"] {
        assert!(lines.iter().any(|line| line.starts_with(start)), "{start}");
    }
}

#[test]
fn a_plan_whose_table_groups_its_tasks() {
    let document = document(SEED);
    let table = table(&document);
    assert_eq!((table.rows.len(), table.rows[0].cells.len()), (35, 3));
    let rows = shown(&document.blocks);
    assert_eq!(rows[0], "兖教体发〔2020〕46号");
    let heights: u32 = table.rows.iter().map(|row| row.cells[0].row_span * u32::from(!row.cells[0].covered)).sum();
    assert_eq!(heights, 35);
}

#[test]
fn tables_whose_header_is_merged() {
    let document = document(HONGYANG);
    let rows = shown(&[Block::Table(table(&document).clone())]);
    assert_eq!(rows[0], "|序号|内容清单|责任清单|^|^|措施清单|^|^|标准清单|");
    assert_eq!(rows[1], "|^|^|责任领导|责任人|责任处室|普法对象|学习宣传载体|方式措施|^|");
    assert!(rows[3].contains("|^|^|党建办公室"));
    assert!(rows[5].contains("|综治中心、司法所、\n包村干部|"));
    assert_eq!(shown(&document.blocks)[..2], ["关于印发《红羊乡2022年度普法责任制", "“四清单一办法”》的通知"]);
}

#[test]
fn tables_that_stand_alone() {
    let document = document(CHIZHOU);
    let table = table(&document);
    assert_eq!((document.blocks.len(), table.rows.len()), (1, 9));
    assert_eq!((table.rows[0].cells[1].column_span, table.rows[3].cells[0].row_span), (2, 2));
    let document = self::document(XUANCHENG);
    assert_eq!((document.blocks.len(), self::table(&document).rows.len()), (1, 9));
}
