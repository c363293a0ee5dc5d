use super::super::attribute;
use super::super::markup::count;
use super::super::moment::Moment;
use super::super::number_format::Shown;
use super::super::value::{is_true, plain, truth};
use quick_xml::events::BytesStart;
use std::borrow::Cow;

/// A cell as its element and its paragraphs give it.
pub(super) struct Cell {
    /// Columns that the element stands for.
    pub(super) repeated: u32,
    /// Rows and columns that the cell covers beyond its own.
    pub(super) span: (u32, u32),
    kind: String,
    value: Option<String>,
    /// Its paragraphs, as shown.
    pub(super) content: String,
    pub(super) comment: String,
}

impl Cell {
    pub(super) fn new(tag: &BytesStart<'_>) -> Self {
        let beyond = |name| count(tag, name).unwrap_or(1).saturating_sub(1);
        let value = ["value", "date-value", "boolean-value"].iter().find_map(|name| attribute(tag, name));
        Self {
            repeated: count(tag, "number-columns-repeated").unwrap_or(1),
            span: (beyond("number-rows-spanned"), beyond("number-columns-spanned")),
            kind: attribute(tag, "value-type").unwrap_or_default().into_owned(),
            value: value.map(Cow::into_owned),
            content: String::new(),
            comment: String::new(),
        }
    }

    /// What the cell shows: its paragraphs, but numbers in full and dates with their year, unless a date is printed as
    /// one is in Chinese.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        let value = self.value.as_deref().map(str::trim);
        let shown = value.and_then(|value| match self.kind.as_str() {
            "float" | "currency" => value.parse().ok().map(plain),
            "date" if !self.content.contains(['年', '月']) => Moment::parse(value).map(|day| day.shown(Shown::ALL)),
            "boolean" => Some(truth(is_true(value)).to_owned()),
            _ => None,
        });
        shown.map_or(Cow::Borrowed(self.content.as_str()), Cow::Owned)
    }
}
