//! Rules of the form layer (格式): the official document and its text.

mod judged_number;
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

pub use judged_number::{JudgedNumber, NumberVerdict};
use malformed_document_number::MALFORMED_DOCUMENT_NUMBER;
use missing_head_part::MISSING_HEAD_PART;
use numbering_gap::NUMBERING_GAP;
use numbering_repeat::NUMBERING_REPEAT;
use traditional_characters::TRADITIONAL_CHARACTERS;

use super::Rule;

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] =
    &[&MALFORMED_DOCUMENT_NUMBER, &MISSING_HEAD_PART, &NUMBERING_GAP, &NUMBERING_REPEAT, &TRADITIONAL_CHARACTERS];
