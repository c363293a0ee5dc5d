//! Rules of the time layer (时限): by when.

mod ambiguous_deadline;
mod date_without_year;
mod deadline_before_issue;
mod deadline_passed;

use ambiguous_deadline::AMBIGUOUS_DEADLINE;
use date_without_year::DATE_WITHOUT_YEAR;
use deadline_before_issue::DEADLINE_BEFORE_ISSUE;
use deadline_passed::DEADLINE_PASSED;

use super::Rule;

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] =
    &[&DEADLINE_BEFORE_ISSUE, &DATE_WITHOUT_YEAR, &AMBIGUOUS_DEADLINE, &DEADLINE_PASSED];
