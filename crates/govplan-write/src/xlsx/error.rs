use crate::graph::MatrixTooLarge;
use govplan_core::{Language, Message};
use rust_xlsxwriter::XlsxError;

/// What a workbook cannot hold.
#[derive(Debug, thiserror::Error)]
#[error("{}", .message.en)]
pub struct WorkbookError {
    message: Message,
}

impl WorkbookError {
    /// What is wrong, in both languages.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// A text that is longer than a cell may be, in a row and column counted from 0.
    pub(super) fn long_text(row: u32, column: u16, length: usize) -> Self {
        let cell = rust_xlsxwriter::utility::row_col_to_cell(row, column);
        Self {
            message: Message::new(
                format!("`{cell}`：文字有{length}个字，电子表格单元格最多{LONGEST}个字，请拆分该条要求"),
                format!(
                    "`{cell}`: the text has {length} characters, a cell holds {LONGEST} at most, divide the requirement"
                ),
            ),
        }
    }
}

/// Characters that a cell may hold.
pub(super) const LONGEST: usize = 32_767;

impl From<MatrixTooLarge> for WorkbookError {
    fn from(error: MatrixTooLarge) -> Self {
        let message = |language| error.message(language);
        Self { message: Message::new(message(Language::Chinese), message(Language::English)) }
    }
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        let (zh, en) = match error {
            XlsxError::RowColumnLimitError => (
                "内容超过电子表格的1048576行或16384列，请改用CSV".to_owned(),
                "there is more than the 1,048,576 rows or 16,384 columns of a sheet, export to CSV instead".to_owned(),
            ),
            other => (format!("无法写成电子表格（{other}）"), format!("the workbook cannot be written: {other}")),
        };
        Self { message: Message::new(zh, en) }
    }
}
