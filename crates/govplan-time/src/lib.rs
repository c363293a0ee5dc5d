//! Chinese deadline expressions, typed and explained.
//!
//! Knows dates and nothing of plans: useful alone.
//!
//! ```
//! use govplan_time::{Context, TimingKind, YearSource, parse, scan};
//!
//! let context = Context { year: Some(2020), year_source: YearSource::Title, ..Context::default() };
//! let found = scan("9月底前编制完成标准目录，公开征求意见的期限一般不少于30日。", &context);
//! assert_eq!((found[0].kind, found[0].end.unwrap().to_string()), (TimingKind::By, "2020-09-30".to_owned()));
//! assert_eq!((found[1].kind, found[1].period.unwrap().n), (TimingKind::Minimum, 30));
//!
//! let cell = parse("6月底前出台政策，年内持续推进", &context);
//! assert_eq!(cell.iter().map(|part| part.kind).collect::<Vec<_>>(), [TimingKind::By, TimingKind::Continuous]);
//! ```

mod alternative;
mod calendar;
mod context;
mod counting;
mod date;
mod expression;
mod grammar;
mod kind;
mod language;
mod occurrence;
mod period;
mod recurrence;
mod scan;
mod step;
mod table;
mod token;
mod unread;
mod workday;

pub use alternative::Alternative;
pub use context::{Context, YearSource};
pub use counting::{Due, DueError, due, due_after_hours};
#[cfg(feature = "schema")]
pub use date::iso_date_schema;
pub use date::{iso_date, parse_iso_date};
pub use expression::Expression;
pub use kind::TimingKind;
pub use language::Language;
pub use occurrence::Occurrence;
pub use period::{Period, PeriodUnit};
pub use recurrence::{Every, Recurrence};
pub use scan::{parse, scan};
pub use step::{Step, StepValue};
pub use unread::unread;
pub use workday::{
    DayOff, HolidayNotice, NumberedDays, TableError, TableFault, UnknownYear, WorkingDays, holiday_notices,
};
