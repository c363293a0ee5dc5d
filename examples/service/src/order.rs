use crate::failure::Failure;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use chrono::NaiveDate;
use govplan::Format;
use govplan::time::parse_iso_date;
use serde::Deserialize;

/// What a request says beside its document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Order {
    /// Name of the file.
    pub(crate) name: Option<String>,
    /// Format to read it as; the bytes tell where it is absent.
    pub(crate) format: Option<Format>,
    /// Day on which the plan is checked. The service looks at no clock: the same request has the same answer.
    pub(crate) today: Option<NaiveDate>,
}

/// The same as it stands in the query.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Parameters {
    name: Option<String>,
    format: Option<String>,
    today: Option<String>,
}

impl TryFrom<Result<Query<Parameters>, QueryRejection>> for Order {
    type Error = Failure;

    fn try_from(query: Result<Query<Parameters>, QueryRejection>) -> Result<Self, Failure> {
        let Query(Parameters { name, format, today }) = query.map_err(|rejection| Failure::query(&rejection))?;
        let format = format.map(|text| text.parse().map_err(|_| Failure::format(&text))).transpose()?;
        let today = today.map(|text| parse_iso_date(&text).ok_or_else(|| Failure::today(&text))).transpose()?;
        Ok(Self { name, format, today })
    }
}
