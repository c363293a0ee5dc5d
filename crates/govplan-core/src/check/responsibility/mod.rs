//! Rules of the responsibility layer (责任): who does what.

mod bracketed_name;
mod inherited_unit;
mod no_lead;
mod no_unit;
mod open_list;
mod several_names;
mod vague_unit;

use inherited_unit::INHERITED_UNIT;
use no_lead::NO_LEAD;
use no_unit::NO_UNIT;
use open_list::OPEN_LIST;
use several_names::SEVERAL_NAMES;
use vague_unit::VAGUE_UNIT;

use super::Rule;

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] = &[&NO_UNIT, &INHERITED_UNIT, &SEVERAL_NAMES, &VAGUE_UNIT, &OPEN_LIST, &NO_LEAD];
