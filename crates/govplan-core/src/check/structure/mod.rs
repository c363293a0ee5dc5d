//! Rules of the structure layer (结构): ids and references of the plan.

mod blank_requirement;
mod duplicate_id;
mod duplicate_unit;
mod empty_section;
mod empty_task;
mod header_as_content;
mod headless_column;
mod misplaced_timing_id;
mod undeclared_unit;
mod unnumbered_item;
mod unused_unit;

use blank_requirement::BLANK_REQUIREMENT;
use duplicate_id::DUPLICATE_ID;
use duplicate_unit::DUPLICATE_UNIT;
use empty_section::EMPTY_SECTION;
use empty_task::EMPTY_TASK;
use header_as_content::HEADER_AS_CONTENT;
use headless_column::HEADLESS_COLUMN;
use misplaced_timing_id::MISPLACED_TIMING_ID;
use undeclared_unit::UNDECLARED_UNIT;
use unnumbered_item::UNNUMBERED_ITEM;
use unused_unit::UNUSED_UNIT;

pub(super) use misplaced_timing_id::is_of;

use super::Rule;

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] = &[
    &DUPLICATE_ID,
    &UNDECLARED_UNIT,
    &DUPLICATE_UNIT,
    &EMPTY_SECTION,
    &EMPTY_TASK,
    &MISPLACED_TIMING_ID,
    &BLANK_REQUIREMENT,
    &UNNUMBERED_ITEM,
    &HEADER_AS_CONTENT,
    &HEADLESS_COLUMN,
    &UNUSED_UNIT,
];
