//! Rules of the form layer (格式): the official document and its text.

mod attachment_title;
mod cut_off_text;
mod dated_text;
mod document_kind;
mod full_width_digits;
mod half_width_punctuation;
mod judged_number;
mod lost_character;
mod malformed_citation;
mod malformed_document_number;
mod masked_name;
mod missing_head_part;
mod mixed_bracket_width;
mod mixed_kinds;
mod number_year;
mod numbering;
mod numbering_gap;
mod numbering_order;
mod numbering_repeat;
mod numeral;
mod padded_date;
mod printed_text;
mod published_before_issue;
mod repeated_punctuation;
mod repeated_sentence;
mod short_year;
mod slip;
mod space_in_word;
mod title_kind;
mod title_without_kind;
#[cfg(feature = "traditional")]
mod traditional;
mod traditional_characters;
mod unpaired_mark;

pub(in crate::check) use numbering::number_findings;
pub(in crate::check) use numeral::Numeral;
pub(in crate::check) use printed_text::{PrintedText, printed_texts};
pub(in crate::check) use short_year::years;

use attachment_title::ATTACHMENT_TITLE;
use cut_off_text::CUT_OFF_TEXT;
use full_width_digits::FULL_WIDTH_DIGITS;
use half_width_punctuation::HALF_WIDTH_PUNCTUATION;
pub use judged_number::{JudgedNumber, NumberVerdict};
use lost_character::LOST_CHARACTER;
use malformed_citation::MALFORMED_CITATION;
use malformed_document_number::MALFORMED_DOCUMENT_NUMBER;
use masked_name::MASKED_NAME;
use missing_head_part::MISSING_HEAD_PART;
use mixed_bracket_width::MIXED_BRACKET_WIDTH;
use mixed_kinds::MIXED_KINDS;
use number_year::NUMBER_YEAR;
use numbering_gap::NUMBERING_GAP;
use numbering_order::NUMBERING_ORDER;
use numbering_repeat::NUMBERING_REPEAT;
use padded_date::PADDED_DATE;
use published_before_issue::PUBLISHED_BEFORE_ISSUE;
use repeated_punctuation::REPEATED_PUNCTUATION;
use repeated_sentence::REPEATED_SENTENCE;
use short_year::SHORT_YEAR;
use space_in_word::SPACE_IN_WORD;
use title_kind::TITLE_KIND;
use title_without_kind::TITLE_WITHOUT_KIND;
use traditional_characters::TRADITIONAL_CHARACTERS;
use unpaired_mark::UNPAIRED_MARK;

use super::{CheckSettings, Context, Rule};
use crate::{Finding, Paragraph, Plan, PlanId};

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] = &[
    &MALFORMED_DOCUMENT_NUMBER,
    &MISSING_HEAD_PART,
    &NUMBERING_GAP,
    &NUMBERING_REPEAT,
    &TRADITIONAL_CHARACTERS,
    &MALFORMED_CITATION,
    &NUMBER_YEAR,
    &TITLE_WITHOUT_KIND,
    &TITLE_KIND,
    &MIXED_KINDS,
    &ATTACHMENT_TITLE,
    &PUBLISHED_BEFORE_ISSUE,
    &NUMBERING_ORDER,
    &HALF_WIDTH_PUNCTUATION,
    &REPEATED_PUNCTUATION,
    &MIXED_BRACKET_WIDTH,
    &UNPAIRED_MARK,
    &SPACE_IN_WORD,
    &CUT_OFF_TEXT,
    &LOST_CHARACTER,
    &MASKED_NAME,
    &PADDED_DATE,
    &SHORT_YEAR,
    &REPEATED_SENTENCE,
    &FULL_WIDTH_DIGITS,
];

/// What the rules of punctuation say of texts that no field of a plan keeps whole: phrases and cells that name organs.
///
/// The findings have places and no pointers.
#[must_use]
pub fn punctuation_slips(texts: Vec<Paragraph>) -> Vec<Finding> {
    const RULES: [&Rule; 3] = [&HALF_WIDTH_PUNCTUATION, &REPEATED_PUNCTUATION, &MIXED_BRACKET_WIDTH];
    let mut plan = Plan::new(PlanId::unnamed());
    plan.preamble = texts;
    let settings = CheckSettings::default();
    let context = Context::new(&plan, &settings);
    let mut findings: Vec<Finding> =
        RULES.iter().filter_map(|rule| rule.check).flat_map(|check| check(&context)).collect();
    for finding in &mut findings {
        (finding.pointer, finding.fix) = (None, None);
        finding.related.iter_mut().for_each(|related| related.pointer = None);
    }
    findings
}
