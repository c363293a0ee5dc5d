//! Any document gives one plan at least, without a panic, and one that reads back.

use govplan_core::{Place, Plan};
use govplan_document::{Block, Cell, Document, Paragraph, Row, Table, Text};
use govplan_interpret::interpret;
use proptest::prelude::*;

/// Words that rules of interpretation look at, in any order.
fn line() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[一二三四五六七八九十]、",
        "（[一二三]）",
        "[1-9][0-9]?\\.",
        "（[1-9]）",
        Just("附件：".to_owned()),
        Just("附件".to_owned()),
        Just("2020年8月27日".to_owned()),
        Just("9月底前".to_owned()),
        Just("国办发〔2020〕17号".to_owned()),
        Just("国办发[2020".to_owned()),
        Just("工作任务".to_owned()),
        Just("责任单位".to_owned()),
        Just("完成时限".to_owned()),
        Just("序号".to_owned()),
        Just("办公室牵头，各科室配合".to_owned()),
        Just("市教育局、财政局等部门".to_owned()),
        Just("（市水务局负责。以下各项工作均需各县区落实，不再列出）".to_owned()),
        Just("按照《通知》（".to_owned()),
        Just("现将《方案》印发给你们".to_owned()),
        Just("：".to_owned()),
        Just("。".to_owned()),
        Just("（".to_owned()),
        Just("）".to_owned()),
        Just("〔".to_owned()),
        Just("》".to_owned()),
        Just("关于做好工作的通知".to_owned()),
        Just("责任单位：".to_owned()),
        Just("同上".to_owned()),
        "\\PC{0,12}",
    ];
    prop::collection::vec(word, 0..6).prop_map(|words| words.concat())
}

fn text() -> impl Strategy<Value = Text> {
    line().prop_map(|line| Text::new(line.trim(), Place::in_line(1, 1, line.trim().chars().count())))
}

fn block() -> impl Strategy<Value = Block> {
    let paragraph = (text(), prop::option::of(1_u8..4))
        .prop_map(|(text, heading)| Block::Paragraph(Paragraph { heading, text, ..Paragraph::default() }));
    let cell = (text(), 1_u32..4, any::<bool>()).prop_map(|(text, column_span, covered)| Cell {
        text,
        column_span,
        row_span: 1,
        covered,
    });
    let row = prop::collection::vec(cell, 0..6).prop_map(|cells| Row { cells });
    let table = (prop::collection::vec(row, 0..8), any::<bool>())
        .prop_map(|(rows, shows_merges)| Block::Table(Table { rows, shows_merges }));
    prop_oneof![4 => paragraph, 1 => table]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_document_gives_a_plan_that_reads_back(blocks in prop::collection::vec(block(), 0..24)) {
        let plans = interpret(&Document { blocks, ..Document::default() });
        prop_assert!(!plans.is_empty());
        for plan in plans {
            let json = plan.to_json();
            let back = Plan::from_json(json.as_bytes());
            prop_assert!(back.is_ok(), "{}\n{}", back.unwrap_err(), json);
            prop_assert_eq!(back.map(|plan| plan.to_json()).ok(), Some(json));
        }
    }
}

#[test]
fn one_endless_cell_is_read_like_any_other() {
    let cell = |text: String| Cell::new(Text::new(text.as_str(), Place::in_line(1, 1, text.chars().count())));
    let row = |cells: Vec<String>| Row { cells: cells.into_iter().map(cell).collect() };
    let header = row(vec!["工作任务".into(), "责任单位".into()]);
    let hostile = [
        "办公室、".repeat(10_000),
        "各县、".repeat(10_000),
        "（".repeat(10_000),
        "《".repeat(10_000),
        "以下均需办公室落实。".repeat(2_000),
        "9月底前《".repeat(5_000),
        "国办发〔".repeat(5_000),
        "发1111".repeat(5_000),
        "责任单位：".repeat(5_000),
        "收到申请".repeat(5_000),
    ];
    for text in hostile {
        let rows = vec![header.clone(), row(vec![text.clone(), text.clone()])];
        let paragraph = Paragraph { text: Text::new(text.as_str(), Place::in_line(9, 1, 1)), ..Paragraph::default() };
        let blocks = vec![Block::Paragraph(paragraph), Block::Table(Table { rows, shows_merges: false })];
        assert_eq!(interpret(&Document { blocks, ..Document::default() }).len(), 1);
    }
}
