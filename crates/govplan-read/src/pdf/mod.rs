use crate::{Format, Limits, ReadError};
use govplan_document::Document;

pub(crate) fn read(_bytes: &[u8], _limits: &Limits) -> Result<Document, ReadError> {
    Err(ReadError::NoReader { format: Format::Pdf })
}
