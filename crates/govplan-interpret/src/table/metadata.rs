//! The table that a web page prints above a document: index number, issuing organ, dates.

use crate::vocabulary::{PageField, page_field_of};
use govplan_document::{Table, Text};

/// The fields of a table that holds nothing but page metadata, with their values; none where it is another table.
pub(crate) fn metadata(table: &Table) -> Option<Vec<(PageField, Text)>> {
    let mut fields = Vec::new();
    let (mut keys, mut texts) = (0, 0);
    for row in &table.rows {
        let mut cells = row.cells.iter().map(|cell| &cell.text).filter(|text| !text.is_empty()).peekable();
        while let Some(text) = cells.next() {
            texts += 1;
            if let Some((field, value)) = crate::outline::page_metadata(text.as_str()) {
                keys += 1;
                let start = text.as_str().len() - value.len();
                if !value.is_empty() {
                    fields.push((field, text.slice(start..text.as_str().len())));
                    continue;
                }
            }
            let Some(field) = key(text) else { continue };
            keys += usize::from(!text.as_str().contains(['：', ':']));
            if let Some(value) = cells.next_if(|next| key(next).is_none()) {
                fields.push((field, value.clone()));
            }
        }
    }
    (keys >= 2 && keys * 3 >= texts).then_some(fields)
}

/// The field that a cell names, with or without its colon.
fn key(text: &Text) -> Option<PageField> {
    let is_mark = |c: &char| c.is_whitespace() || ['：', ':', '[', ']', '【', '】'].contains(c);
    let key: String = text.as_str().chars().filter(|c| !is_mark(c)).take(KEY_LENGTH + 1).collect();
    page_field_of(&key)
}

/// A longer text names no field.
const KEY_LENGTH: usize = 12;
