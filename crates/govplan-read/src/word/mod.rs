use crate::{Format, Limits, ReadError};
use govplan_document::Document;

pub(crate) fn read_docx(_bytes: &[u8], _limits: &Limits) -> Result<Document, ReadError> {
    Err(ReadError::NoReader { format: Format::Docx })
}
pub(crate) fn read_flat_opc(_bytes: &[u8], _limits: &Limits) -> Result<Document, ReadError> {
    Err(ReadError::NoReader { format: Format::FlatOpc })
}
pub(crate) fn read_word_xml(_bytes: &[u8], _limits: &Limits) -> Result<Document, ReadError> {
    Err(ReadError::NoReader { format: Format::WordXml })
}
