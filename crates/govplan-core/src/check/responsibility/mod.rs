//! Rules of the responsibility layer (责任): who does what.

mod bracketed_name;
mod inherited_unit;
mod no_lead;
mod no_unit;
mod open_list;
mod several_names;
mod vague_unit;

pub(super) use inherited_unit::INHERITED_UNIT;
pub(super) use no_lead::NO_LEAD;
pub(super) use no_unit::NO_UNIT;
pub(super) use open_list::OPEN_LIST;
pub(super) use several_names::SEVERAL_NAMES;
pub(super) use vague_unit::VAGUE_UNIT;
