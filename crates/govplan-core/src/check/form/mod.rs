//! Rules of the form layer (格式): the official document and its text.

mod malformed_document_number;
mod missing_head_part;
mod numbering;
mod numbering_gap;
mod numbering_repeat;
mod numeral;
#[cfg(feature = "traditional")]
mod printed_text;
#[cfg(feature = "traditional")]
mod traditional;
mod traditional_characters;

pub(super) use malformed_document_number::MALFORMED_DOCUMENT_NUMBER;
pub(super) use missing_head_part::MISSING_HEAD_PART;
pub(super) use numbering_gap::NUMBERING_GAP;
pub(super) use numbering_repeat::NUMBERING_REPEAT;
pub(super) use traditional_characters::TRADITIONAL_CHARACTERS;
