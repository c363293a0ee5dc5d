//! Rules of the coherence layer (一致性): whether the parts of a plan agree with each other.

mod cited;
mod contradicting_deadlines;
mod dangling_attachment;
mod duplicate_requirement;
mod essence;
mod near_duplicate;
mod number_with_two_titles;
mod plan_title;
mod repeated_paragraph;
mod repeated_title;
mod same_text;
mod synonym;
mod task_total;
mod title_is_text;
mod title_with_two_numbers;
pub(super) mod title_year;
mod title_year_against_number;
mod years;

pub(super) use near_duplicate::near_duplicates;
pub(super) use same_text::{Duty, same_texts};

use contradicting_deadlines::CONTRADICTING_DEADLINES;
use dangling_attachment::DANGLING_ATTACHMENT;
use duplicate_requirement::DUPLICATE_REQUIREMENT;
use near_duplicate::NEAR_DUPLICATE;
use number_with_two_titles::NUMBER_WITH_TWO_TITLES;
use plan_title::PLAN_TITLE;
use repeated_paragraph::REPEATED_PARAGRAPH;
use repeated_title::REPEATED_TITLE;
use task_total::TASK_TOTAL;
use title_is_text::TITLE_IS_TEXT;
use title_with_two_numbers::TITLE_WITH_TWO_NUMBERS;
use title_year::TITLE_YEAR;
use title_year_against_number::TITLE_YEAR_AGAINST_NUMBER;

use super::Rule;

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] = &[
    &DUPLICATE_REQUIREMENT,
    &NEAR_DUPLICATE,
    &CONTRADICTING_DEADLINES,
    &DANGLING_ATTACHMENT,
    &NUMBER_WITH_TWO_TITLES,
    &TITLE_WITH_TWO_NUMBERS,
    &TITLE_YEAR,
    &TITLE_YEAR_AGAINST_NUMBER,
    &TITLE_IS_TEXT,
    &TASK_TOTAL,
    &REPEATED_TITLE,
    &REPEATED_PARAGRAPH,
    &PLAN_TITLE,
];
