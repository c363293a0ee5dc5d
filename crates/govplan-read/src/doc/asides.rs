use super::bytes::{plc, u32_at};
use super::information::{Information, Part, Table};
use govplan_document::AsideKind;
use std::collections::BTreeMap;

/// Stretches of text beside the main text: what each is, its first position and the one after its last.
pub(super) fn asides(information: &Information, table: &[u8]) -> Vec<(AsideKind, (usize, usize))> {
    let of = |part, of, kind| stretches(information, table, part, of).map(move |positions| (kind, positions));
    let headers = stretches(information, table, Part::Headers, Table::Headers).enumerate();
    // Six stretches are separators of notes; then each section has its six, headers at 0, 1 and 4 of them.
    let headers = headers.skip(6).map(|(index, positions)| match index % 6 {
        0 | 1 | 4 => (AsideKind::PageHeader, positions),
        _ => (AsideKind::PageFooter, positions),
    });
    headers
        .chain(of(Part::Footnotes, Table::Footnotes, AsideKind::Note))
        .chain(of(Part::Endnotes, Table::Endnotes, AsideKind::Note))
        .chain(of(Part::Comments, Table::Comments, AsideKind::Comment))
        .collect()
}

/// The stretches that a table of positions divides a sub-document into.
fn stretches(information: &Information, table: &[u8], part: Part, of: Table) -> impl Iterator<Item = (usize, usize)> {
    let (start, end) = information.positions(part);
    let positions = plc(information.table(table, of), 0);
    positions.map(move |(from, to, _)| (start.saturating_add(from).min(end), start.saturating_add(to).min(end)))
}

/// The text boxes in the order of their anchors: the position in the main text where each hangs, and its own text.
pub(super) fn text_boxes(information: &Information, table: &[u8]) -> Vec<(usize, (usize, usize))> {
    let shapes: BTreeMap<u32, usize> = plc(information.table(table, Table::Shapes), 26)
        .filter_map(|(anchor, _, shape)| Some((u32_at(shape, 0)?, anchor)))
        .collect();
    let (start, end) = information.positions(Part::TextBoxes);
    let boxes = plc(information.table(table, Table::TextBoxes), 22).filter_map(|(from, to, text_box)| {
        let shape = u32_at(text_box, 14)?;
        let anchor = shapes.get(&shape).copied().unwrap_or(usize::MAX);
        // One that may be used again holds nothing now.
        let is_used = text_box.get(8..10) == Some(&[0, 0]);
        is_used.then_some((anchor, (start.saturating_add(from).min(end), start.saturating_add(to).min(end))))
    });
    let mut boxes: Vec<_> = boxes.collect();
    boxes.sort_by_key(|(anchor, _)| *anchor);
    boxes
}
