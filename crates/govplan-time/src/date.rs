use chrono::{Datelike, NaiveDate};

/// Reads a date in the one form that govplan writes: `YYYY-MM-DD` (GB/T 7408.1, ISO 8601 extended calendar date).
///
/// Stricter than [`NaiveDate::from_str`](std::str::FromStr), which takes `2020-9-1`.
///
/// ```
/// assert!(govplan_time::parse_iso_date("2020-09-30").is_some());
/// assert!(govplan_time::parse_iso_date("2020-9-30").is_none());
/// assert!(govplan_time::parse_iso_date("2020-02-30").is_none());
/// ```
#[must_use]
pub fn parse_iso_date(text: &str) -> Option<NaiveDate> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if shape { text.parse().ok() } else { None }
}

/// A date as govplan writes it. Each date of a text is written so in its steps: figures are set one by one, which is several
/// times as fast as formatting them.
pub(crate) fn iso_text(date: NaiveDate) -> String {
    let Some(year) = u32::try_from(date.year()).ok().filter(|year| *year < 10_000) else { return date.to_string() };
    let mut text = String::with_capacity(10);
    text.extend([1000, 100, 10, 1].into_iter().filter_map(|place| char::from_digit(year / place % 10, 10)));
    let mut part = |number: u32| {
        text.push('-');
        text.extend(char::from_digit(number / 10, 10));
        text.extend(char::from_digit(number % 10, 10));
    };
    part(date.month());
    part(date.day());
    text
}

/// For `#[serde(with = "govplan_time::iso_date")]` on an optional date: strict both ways.
pub mod iso_date {
    use super::{NaiveDate, parse_iso_date};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// Writes the date as `YYYY-MM-DD`.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(date: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => serializer.collect_str(&date.format("%Y-%m-%d")),
            None => serializer.serialize_none(),
        }
    }

    /// Reads a date written as `YYYY-MM-DD`.
    ///
    /// # Errors
    /// Any other form, and a day that the calendar does not have.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        let Some(text) = Option::<std::borrow::Cow<'de, str>>::deserialize(deserializer)? else { return Ok(None) };
        let date = parse_iso_date(&text);
        date.map(Some).ok_or_else(|| D::Error::custom(format_args!("`{text}` is not a date, expected YYYY-MM-DD")))
    }
}

/// Schema of a date as govplan writes it; for `#[schemars(schema_with = …)]` beside [`iso_date`].
#[cfg(feature = "schema")]
pub fn iso_date_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
}
