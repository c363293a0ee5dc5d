use crate::office::Column;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Body of official documents (GB/T 9704-2012 5.2.1), and what titles are set in where the face of small bold titles is missing.
const BODY: &str = "仿宋";
const TITLE: &str = "宋体";
const HEADING: &str = "黑体";

/// The formats of the workbook's cells.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) header: Format,
    pub(super) text: Format,
    /// Short entries: numbers, organs, times.
    pub(super) short: Format,
    pub(super) paragraph: Format,
    pub(super) heading: Format,
    pub(super) centred: Format,
    pub(super) right: Format,
}

impl Style {
    /// The format of what stands in a column.
    pub(super) fn of(&self, column: &Column) -> &Format {
        if column.is_long() { &self.text } else { &self.short }
    }

    pub(super) fn new() -> Self {
        let font = |name: &str, size: f64| Format::new().set_font_name(name).set_font_size(size).set_text_wrap();
        let cell = font(BODY, 11.0).set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        Self {
            title: font(TITLE, 18.0).set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter),
            header: font(HEADING, 11.0)
                .set_border(FormatBorder::Thin)
                .set_background_color(Color::RGB(0xE7_E6_E6))
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            text: cell.clone(),
            short: cell.set_align(FormatAlign::Center),
            paragraph: font(BODY, 14.0).set_align(FormatAlign::Top),
            heading: font(HEADING, 14.0).set_align(FormatAlign::Top),
            centred: font(BODY, 14.0).set_align(FormatAlign::Center),
            right: font(BODY, 14.0).set_align(FormatAlign::Right),
        }
    }
}
