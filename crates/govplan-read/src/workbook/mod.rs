use crate::{Format, Limits, ReadError};
use govplan_document::Document;

pub(crate) fn read(_bytes: &[u8], format: Format, _limits: &Limits) -> Result<Document, ReadError> {
    Err(ReadError::NoReader { format })
}
