use serde::{Deserialize, Serialize};

/// A length of time (期间).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    /// How many; negative for a period before an event (提前3天 → -3).
    pub n: i32,
    /// Of what.
    pub unit: PeriodUnit,
}

/// Unit of a period.
///
/// The Civil Code (民法典 art. 200–203) counts years, months, days and hours; administrative law also counts working
/// days (行政许可法 art. 82).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PeriodUnit {
    /// Day of the calendar (日, 天).
    CalendarDay,
    /// Working day (工作日).
    WorkingDay,
    /// Week (周).
    Week,
    /// Month (月).
    Month,
    /// Year (年).
    Year,
    /// Clock hour (小时).
    Hour,
}

impl Period {
    /// So many of a unit.
    #[must_use]
    pub const fn new(n: i32, unit: PeriodUnit) -> Self {
        Self { n, unit }
    }
}
