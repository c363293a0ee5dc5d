//! Working days of the People's Republic (工作日): which days work, and how many lie between two of them.

mod error;
mod notice;
mod numbered;
mod table;
mod working_days;

pub use error::{TableError, TableFault, UnknownYear};
pub use notice::{HolidayNotice, holiday_notices};
pub use numbered::NumberedDays;
pub use working_days::{DayOff, WorkingDays};
