//! Rules of the time layer (时限): by when.

mod ambiguous_deadline;
mod date_without_year;
mod deadline_before_issue;

pub(super) use ambiguous_deadline::AMBIGUOUS_DEADLINE;
pub(super) use date_without_year::DATE_WITHOUT_YEAR;
pub(super) use deadline_before_issue::DEADLINE_BEFORE_ISSUE;
