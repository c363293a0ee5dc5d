use super::line::Line;
use super::sheet::{Item, Sheet};
use crate::text::is_page_number;
use govplan_document::{Aside, AsideKind, Block, Note, NoteCode, Paragraph, Place, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The end of a page at which something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Top,
    Bottom,
}

/// Lines at each end of a page that may be a running header or footer.
const REACH: usize = 3;
/// The part of a page at each end where it may stand.
const MARGIN: f64 = 0.25;
/// Pages on which a line must stand again to be a running header or footer.
const PAGES: usize = 3;

/// Takes page numbers and running headers and footers off the pages. Page numbers are noted; headers and footers stand
/// beside the text, each once.
pub(super) fn take(sheets: &mut [Sheet], notes: &mut Vec<Note>) -> Vec<Aside> {
    let mut asides = Vec::new();
    for (end, kind) in [(End::Top, AsideKind::PageHeader), (End::Bottom, AsideKind::PageFooter)] {
        take_page_numbers(sheets, end, notes);
        let mut blocks = Vec::new();
        while let Some(line) = running(sheets, end) {
            for sheet in sheets.iter_mut() {
                let index = indices(sheet, end).find(|index| is_same(&line, sheet, *index));
                if let Some(index) = index {
                    sheet.items.remove(index);
                }
            }
            let text = Text::new(line.text, Place::default().on_page(line.page));
            blocks.push((line.top, Block::Paragraph(Paragraph { text, ..Paragraph::default() })));
        }
        blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
        if !blocks.is_empty() {
            asides.push(Aside { kind, blocks: blocks.into_iter().map(|(_, block)| block).collect() });
        }
        take_page_numbers(sheets, end, notes);
    }
    asides
}

/// Takes off the outermost line of each page where it is a page number. A bare number is one where it counts with the
/// pages: on two of them at least, and on all that end with a number.
fn take_page_numbers(sheets: &mut [Sheet], end: End, notes: &mut Vec<Note>) {
    let offset = |sheet: &Sheet| {
        let number: i64 = outermost(sheet, end)?.1.text.parse().ok()?;
        Some(number - i64::try_from(sheet.number).ok()?)
    };
    let offsets: Vec<i64> = sheets.iter().filter_map(offset).collect();
    let counts = offsets.len() > 1 && offsets.iter().all(|offset| offsets.first() == Some(offset));
    for sheet in sheets {
        let Some((index, line)) = outermost(sheet, end) else { continue };
        if is_page_number(&line.text) || (counts && offset(sheet).is_some()) {
            let place = Some(Place::default().on_page(sheet.number));
            notes.push(Note { code: NoteCode::PageNumber, place, found: line.text.clone() });
            sheet.items.remove(index);
        }
    }
}

/// A line that stands at the same height on most pages, numbers in it aside: on all but a title page, or on every
/// second one.
fn running(sheets: &[Sheet], end: End) -> Option<Line> {
    let mut alike: BTreeMap<String, Vec<&Line>> = BTreeMap::new();
    for line in sheets.iter().flat_map(|sheet| indices(sheet, end).filter_map(|index| line(sheet, index))) {
        alike.entry(shape(&line.text)).or_default().push(line);
    }
    alike.into_values().find_map(|mut lines| {
        lines.sort_by(|a, b| a.top.total_cmp(&b.top));
        let middle = *lines.get(lines.len() / 2)?;
        let pages: BTreeSet<usize> = lines.iter().filter(|line| is_level(line, middle)).map(|line| line.page).collect();
        (pages.len() >= PAGES && pages.len() * 2 + 1 >= sheets.len()).then(|| middle.clone())
    })
}

/// Whether two lines stand at the same height.
fn is_level(line: &Line, other: &Line) -> bool {
    (line.top - other.top).abs() <= 0.5 * other.em()
}

/// Whether an item of a page is the same line at the same height.
fn is_same(running: &Line, sheet: &Sheet, index: usize) -> bool {
    line(sheet, index).is_some_and(|line| is_level(line, running) && shape(&line.text) == shape(&running.text))
}

/// A text with all numbers alike.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }) {
        if c != '0' || !shape.ends_with('0') {
            shape.push(c);
        }
    }
    shape
}

/// Positions of the items nearest to an end of a page, the outermost first; those behind a table are not near it, nor those
/// in the middle of the page.
fn indices(sheet: &Sheet, end: End) -> impl Iterator<Item = usize> + use<'_> {
    let count = sheet.items.len();
    let positions = (0..count).map(move |index| if end == End::Top { index } else { count - 1 - index });
    let is_near = move |line: &Line| match end {
        End::Top => line.bottom <= MARGIN * sheet.height,
        End::Bottom => line.top >= (1.0 - MARGIN) * sheet.height,
    };
    positions.take_while(move |index| line(sheet, *index).is_some_and(is_near)).take(REACH)
}

/// The outermost line at an end of a page, with its position.
fn outermost(sheet: &Sheet, end: End) -> Option<(usize, &Line)> {
    let index = indices(sheet, end).next()?;
    Some((index, line(sheet, index)?))
}

fn line(sheet: &Sheet, index: usize) -> Option<&Line> {
    match sheet.items.get(index)? {
        Item::Line(line) => Some(line),
        Item::Table(_) => None,
    }
}
