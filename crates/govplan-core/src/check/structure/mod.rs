//! Rules of the structure layer (结构): ids and references of the plan.

mod duplicate_id;
mod duplicate_unit;
mod empty_section;
mod undeclared_unit;

pub(super) use duplicate_id::DUPLICATE_ID;
pub(super) use duplicate_unit::DUPLICATE_UNIT;
pub(super) use empty_section::EMPTY_SECTION;
pub(super) use undeclared_unit::UNDECLARED_UNIT;
