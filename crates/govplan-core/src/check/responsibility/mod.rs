//! Rules of the responsibility layer (责任): who does what.

mod bracketed_name;
mod charge;
mod helpers_alone;
mod inherited_unit;
mod member_beside_collective;
mod no_lead;
mod no_unit;
mod nobody_by_name;
mod open_list;
mod several_leads;
mod several_names;
mod two_roles;
mod unit_repeated;
mod vague_unit;
mod whole_organ;

use helpers_alone::HELPERS_ALONE;
use inherited_unit::INHERITED_UNIT;
use member_beside_collective::MEMBER_BESIDE_COLLECTIVE;
use no_lead::NO_LEAD;
use no_unit::NO_UNIT;
use nobody_by_name::NOBODY_BY_NAME;
use open_list::OPEN_LIST;
use several_leads::SEVERAL_LEADS;
use several_names::SEVERAL_NAMES;
use two_roles::TWO_ROLES;
use unit_repeated::UNIT_REPEATED;
use vague_unit::VAGUE_UNIT;

use super::Rule;

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] = &[
    &NO_UNIT,
    &INHERITED_UNIT,
    &SEVERAL_NAMES,
    &VAGUE_UNIT,
    &OPEN_LIST,
    &NO_LEAD,
    &SEVERAL_LEADS,
    &TWO_ROLES,
    &UNIT_REPEATED,
    &MEMBER_BESIDE_COLLECTIVE,
    &NOBODY_BY_NAME,
    &HELPERS_ALONE,
];
