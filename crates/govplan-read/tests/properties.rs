//! What holds for any bytes.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that can not go on has failed")]

use govplan_document::{Block, Document, Place, Text};
use govplan_read::{Format, Limits, Options, decode, lines, read};
use proptest::prelude::*;

/// Every text of a document.
fn texts(document: &Document) -> Vec<&Text> {
    let mut texts = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => texts.push(&paragraph.text),
            Block::Table(table) => texts.extend(table.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.text)),
            _ => {}
        }
    }
    texts
}

/// What stands in a place of the decoded text.
fn at<'a>(lines: &[&'a str], place: &Place) -> &'a str {
    let count = |count: Option<std::num::NonZeroU32>| count.map_or(0, |count| count.get() as usize);
    let line = lines[count(place.line) - 1];
    let offset = |characters: usize| line.char_indices().nth(characters).map_or(line.len(), |(offset, _)| offset);
    let start = count(place.column) - 1;
    line.get(offset(start)..offset(start + count(place.length))).unwrap()
}

/// Each run of each text is exactly what stands in its place, and the runs are the whole text.
fn assert_places(bytes: &[u8], document: &Document) {
    let decoded = decode(bytes).unwrap();
    let lines: Vec<_> = lines(&decoded).collect();
    for text in texts(document) {
        let ends = text.runs().iter().skip(1).map(|run| run.start).chain([text.as_str().len()]);
        for (run, end) in text.runs().iter().zip(ends) {
            let part = text.as_str().get(run.start..end).unwrap();
            assert_eq!(part.trim_end_matches('\n'), at(&lines, &run.place), "{:?}", run.place);
        }
        assert_eq!(text.runs().first().map(|run| run.start), Some(0));
    }
    for place in document.notes.iter().filter_map(|note| note.place.as_ref()) {
        at(&lines, place);
    }
}

/// Lines of the pieces that documents are made of, in any order.
fn plan_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "一、",
        "（一）",
        "1.",
        "工作任务",
        "责任单位",
        "各镇（街）教委",
        "，",
        "。",
        "：",
        "\t",
        "\t",
        "\t\t",
        "|",
        "|",
        r"\|",
        "<br>",
        "<BR />",
        "## ",
        "---",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\u{3000}",
        "\u{A0}",
        "\u{200B}",
        " ",
        "— 3 —",
        "3/9",
        "**",
        "加强组织领导，完善工作机构，强化督导考核，落实责任制，确保各项公开工作任务按时完成到位",
        "\u{2028}",
        "é",
    ]);
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

fn options(format: Option<Format>, limits: Limits) -> Options {
    Options { name: None, format, limits }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        for format in [None, Some(Format::Text), Some(Format::Markdown)] {
            if let Ok(document) = read(&bytes, &options(format, Limits::default())) {
                assert_places(&bytes, &document);
            }
        }
    }

    #[test]
    fn every_place_points_at_its_text(text in plan_like()) {
        for format in [None, Some(Format::Text), Some(Format::Markdown)] {
            if let Ok(document) = read(text.as_bytes(), &options(format, Limits::default())) {
                assert_places(text.as_bytes(), &document);
            }
        }
    }

    #[test]
    fn limits_are_kept(text in plan_like(), lines in 0..9_usize, cells in 0..9_usize, columns in 0..4_usize) {
        let limits = Limits { bytes: 1 << 20, lines, cells, columns, ..Limits::default() };
        if let Ok(document) = read(text.as_bytes(), &options(None, limits)) {
            assert_places(text.as_bytes(), &document);
            prop_assert!(document.blocks.len() <= lines);
            for block in &document.blocks {
                let Block::Table(table) = block else { continue };
                prop_assert!(table.rows.iter().all(|row| row.cells.len() <= columns.max(1)));
            }
        }
    }

    #[test]
    fn no_character_is_lost(text in plan_like()) {
        let Ok(document) = read(text.as_bytes(), &options(Some(Format::Text), Limits::default())) else { return Ok(()) };
        let han = |text: &str| text.chars().filter(|c| ('一'..='龥').contains(c)).count();
        let dropped: usize = document.notes.iter().map(|note| match note.code {
            govplan_document::NoteCode::RepeatedHeader | govplan_document::NoteCode::PageNumber => han(&note.found),
            _ => 0,
        }).sum();
        let kept: usize = texts(&document).iter().map(|text| han(text.as_str())).sum();
        prop_assert_eq!(kept + dropped, han(&text));
    }
}

#[test]
fn places_in_real_documents_point_at_their_texts() {
    let documents = [
        include_str!("fixtures/yanzhou-2020-46.txt"),
        include_str!("fixtures/dazhu-2016-20.txt"),
        include_str!("fixtures/guobanfa-2019-39.txt"),
        include_str!("fixtures/jiangmen-table.md"),
        include_str!("fixtures/food-safety-2025.md"),
    ];
    for text in documents {
        let document = read(text.as_bytes(), &Options::default()).unwrap();
        assert_places(text.as_bytes(), &document);
    }
}
