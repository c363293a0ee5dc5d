//! What people read in a terminal, in Chinese or English.

mod brief;
mod duties;
mod findings;
mod number;
mod page;
mod plan;
mod requirement;
mod rule;
mod schedule;
mod screen;
mod snippet;
mod timing;
mod typed;
mod units;
mod workload;
mod wrap;

pub use duties::duties_text;
pub use findings::findings_text;
pub use number::number_text;
pub use plan::plan_text;
pub use rule::{rule_text, rules_text};
pub use schedule::schedule_text;
pub use screen::{Color, Screen};
pub use typed::{due_text, expression_text};
pub use units::units_text;
pub use workload::workload_text;
