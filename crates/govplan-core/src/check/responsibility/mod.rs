//! Rules of the responsibility layer (责任): who does what.

mod bracketed_name;
mod charge;
mod collective_lead;
mod helpers_alone;
mod higher_organ;
mod inherited_unit;
mod lead_not_first;
mod level_left_out;
mod member_beside_collective;
mod no_lead;
mod no_unit;
mod nobody_by_name;
mod open_list;
mod overload;
mod person_as_unit;
mod phrase_in_text;
mod reference_to_nobody;
mod same_organ_twice;
mod several_leads;
mod several_names;
mod standing_rule_without_unit;
mod two_roles;
mod unit_not_a_name;
mod unit_not_addressed;
mod unit_not_registered;
mod unit_repeated;
mod vague_unit;
mod whole_organ;

use collective_lead::COLLECTIVE_LEAD;
use helpers_alone::HELPERS_ALONE;
use higher_organ::HIGHER_ORGAN;
use inherited_unit::INHERITED_UNIT;
use lead_not_first::LEAD_NOT_FIRST;
use level_left_out::LEVEL_LEFT_OUT;
use member_beside_collective::MEMBER_BESIDE_COLLECTIVE;
use no_lead::NO_LEAD;
use no_unit::NO_UNIT;
use nobody_by_name::NOBODY_BY_NAME;
use open_list::OPEN_LIST;
use overload::OVERLOAD;
use person_as_unit::PERSON_AS_UNIT;
use phrase_in_text::PHRASE_IN_TEXT;
use reference_to_nobody::REFERENCE_TO_NOBODY;
use same_organ_twice::SAME_ORGAN_TWICE;
use several_leads::SEVERAL_LEADS;
use several_names::SEVERAL_NAMES;
use standing_rule_without_unit::STANDING_RULE_WITHOUT_UNIT;
use two_roles::TWO_ROLES;
use unit_not_a_name::UNIT_NOT_A_NAME;
use unit_not_addressed::UNIT_NOT_ADDRESSED;
use unit_not_registered::UNIT_NOT_REGISTERED;
use unit_repeated::UNIT_REPEATED;
use vague_unit::VAGUE_UNIT;

pub(super) use charge::may_repeat;
pub(super) use phrase_in_text::may_end_label;

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
    &PERSON_AS_UNIT,
    &SAME_ORGAN_TWICE,
    &LEVEL_LEFT_OUT,
    &HIGHER_ORGAN,
    &UNIT_NOT_ADDRESSED,
    &OVERLOAD,
    &UNIT_NOT_A_NAME,
    &PHRASE_IN_TEXT,
    &COLLECTIVE_LEAD,
    &LEAD_NOT_FIRST,
    &STANDING_RULE_WITHOUT_UNIT,
    &REFERENCE_TO_NOBODY,
    &UNIT_NOT_REGISTERED,
];
