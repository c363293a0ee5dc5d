//! Rules of the time layer (时限): by when.

mod ambiguous_deadline;
mod date_without_year;
mod deadline_after_period;
mod deadline_after_stage;
mod deadline_against_text;
mod deadline_before_issue;
mod deadline_before_period;
mod deadline_on_day_off;
mod deadline_passed;
mod milestone_order;
mod no_dated_deadline;
mod no_such_day;
mod only_vague_time;
mod reversed_range;
mod rhythm_without_round;
mod said;
mod softened_deadline;
mod unnamed_event;
mod unnamed_rhythm;
mod unreadable_deadline;
mod year_not_announced;

use ambiguous_deadline::AMBIGUOUS_DEADLINE;
use date_without_year::DATE_WITHOUT_YEAR;
use deadline_after_period::DEADLINE_AFTER_PERIOD;
use deadline_after_stage::DEADLINE_AFTER_STAGE;
use deadline_against_text::DEADLINE_AGAINST_TEXT;
use deadline_before_issue::DEADLINE_BEFORE_ISSUE;
use deadline_before_period::DEADLINE_BEFORE_PERIOD;
use deadline_on_day_off::DEADLINE_ON_DAY_OFF;
use deadline_passed::DEADLINE_PASSED;
use milestone_order::MILESTONE_ORDER;
use no_dated_deadline::NO_DATED_DEADLINE;
use no_such_day::NO_SUCH_DAY;
use only_vague_time::ONLY_VAGUE_TIME;
use reversed_range::REVERSED_RANGE;
use rhythm_without_round::RHYTHM_WITHOUT_ROUND;
use softened_deadline::SOFTENED_DEADLINE;
use unnamed_event::UNNAMED_EVENT;
use unnamed_rhythm::UNNAMED_RHYTHM;
use unreadable_deadline::UNREADABLE_DEADLINE;
use year_not_announced::YEAR_NOT_ANNOUNCED;

use super::Rule;

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] = &[
    &DEADLINE_BEFORE_ISSUE,
    &DATE_WITHOUT_YEAR,
    &AMBIGUOUS_DEADLINE,
    &DEADLINE_PASSED,
    &REVERSED_RANGE,
    &DEADLINE_AGAINST_TEXT,
    &MILESTONE_ORDER,
    &DEADLINE_BEFORE_PERIOD,
    &DEADLINE_AFTER_PERIOD,
    &DEADLINE_ON_DAY_OFF,
    &ONLY_VAGUE_TIME,
    &YEAR_NOT_ANNOUNCED,
    &NO_SUCH_DAY,
    &UNNAMED_RHYTHM,
    &RHYTHM_WITHOUT_ROUND,
    &DEADLINE_AFTER_STAGE,
    &NO_DATED_DEADLINE,
    &UNNAMED_EVENT,
    &SOFTENED_DEADLINE,
    &UNREADABLE_DEADLINE,
];
