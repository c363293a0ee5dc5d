use serde::{Deserialize, Serialize};
use std::fmt;
use std::num::NonZeroU32;

/// Where something stands in its document (位置). All counts start at 1; columns and lengths count characters.
///
/// Which fields are set depends on the format: line and column in text, paragraph or table cell in HTML and Word, sheet
/// and cell in a workbook, page in a PDF or OFD.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Line of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<NonZeroU32>,
    /// Page of a PDF or OFD.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<NonZeroU32>,
    /// Paragraph, counted over the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<NonZeroU32>,
    /// Table, counted over the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<NonZeroU32>,
    /// Row of the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<NonZeroU32>,
    /// Column: a character of the line, or a column of the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<NonZeroU32>,
    /// Length in characters from the line's column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<NonZeroU32>,
    /// Sheet of a workbook, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Cell of a sheet ("B7").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
}

impl Place {
    /// A place in a line of text; a count of zero leaves its field out.
    ///
    /// ```
    /// use govplan_core::Place;
    /// assert_eq!(Place::in_line(7, 3, 12).to_string(), "7:3");
    /// ```
    #[must_use]
    pub fn in_line(line: usize, column: usize, length: usize) -> Self {
        Self { line: count(line), column: count(column), length: count(length), ..Self::default() }
    }

    /// A paragraph, counted over the document.
    #[must_use]
    pub fn in_paragraph(paragraph: usize) -> Self {
        Self { paragraph: count(paragraph), ..Self::default() }
    }

    /// A cell of a table, counted over the document.
    #[must_use]
    pub fn in_table(table: usize, row: usize, column: usize) -> Self {
        Self { table: count(table), row: count(row), column: count(column), ..Self::default() }
    }

    /// A cell of a sheet in a workbook, by the sheet's name and the cell's address ("B7"); a damaged sheet has no name.
    #[must_use]
    pub fn in_sheet(sheet: &str, cell: &str) -> Self {
        let sheet = Some(sheet).filter(|name| !name.is_empty());
        Self { sheet: sheet.map(str::to_owned), cell: Some(cell.to_owned()), ..Self::default() }
    }

    /// The same place, on a page.
    #[must_use]
    pub fn on_page(mut self, page: usize) -> Self {
        self.page = count(page);
        self
    }

    /// The place `before` characters further on, `length` characters long, where this place counts characters;
    /// otherwise this place.
    #[must_use]
    pub fn within(&self, before: usize, length: usize) -> Self {
        let (Some(_), Some(column)) = (self.line, self.column) else { return self.clone() };
        let before = u32::try_from(before).unwrap_or(u32::MAX);
        Self { column: Some(column.saturating_add(before)), length: count(length), ..self.clone() }
    }
}

/// The count, unless it is zero; one that no document reaches is cut.
fn count(n: usize) -> Option<NonZeroU32> {
    NonZeroU32::new(u32::try_from(n).unwrap_or(u32::MAX))
}

impl fmt::Display for Place {
    /// A short form for messages: `12:5`, `sheet!B7`, `table 1 row 3 column 2`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(formatter, "{line}")?;
            return self.column.map_or(Ok(()), |column| write!(formatter, ":{column}"));
        }
        if let Some(cell) = &self.cell {
            return write!(formatter, "{}!{cell}", self.sheet.as_deref().unwrap_or_default());
        }
        let counts = [
            ("page", self.page),
            ("paragraph", self.paragraph),
            ("table", self.table),
            ("row", self.row),
            ("column", self.column),
        ];
        let mut gap = "";
        for (name, number) in counts {
            if let Some(number) = number {
                write!(formatter, "{gap}{name} {number}")?;
                gap = " ";
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_without_a_name_is_not_named() {
        assert_eq!(Place::in_sheet("附表", "B7").to_string(), "附表!B7");
        assert_eq!((Place::in_sheet("", "B7").sheet, Place::in_sheet("", "B7").to_string()), (None, "!B7".to_owned()));
    }
}
