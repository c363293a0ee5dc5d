//! Rules of the structure layer (结构): ids and references of the plan.

mod duplicate_id;
mod duplicate_unit;
mod empty_section;
mod undeclared_unit;

use duplicate_id::DUPLICATE_ID;
use duplicate_unit::DUPLICATE_UNIT;
use empty_section::EMPTY_SECTION;
use undeclared_unit::UNDECLARED_UNIT;

use super::Rule;

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] = &[&DUPLICATE_ID, &UNDECLARED_UNIT, &DUPLICATE_UNIT, &EMPTY_SECTION];
