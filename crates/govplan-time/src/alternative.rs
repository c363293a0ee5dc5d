use crate::{Step, iso_date};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The other reading of words that can mean two days: 第三季度前 is before it begins, or by its end.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Alternative {
    /// Last day, `YYYY-MM-DD`.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::date::iso_date_schema"))]
    pub end: Option<NaiveDate>,
    /// How it came about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}
