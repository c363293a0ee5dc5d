use crate::table::records;

/// A notice of the State Council on the days off of a year (部分节假日安排的通知).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct HolidayNotice {
    /// The year.
    pub year: i32,
    /// Title as printed.
    pub title: &'static str,
    /// Document number (国办发明电〔2019〕16号), where it is known.
    pub number: Option<&'static str>,
    /// Date of issue, `YYYY-MM-DD`, where it is known.
    pub issued_on: Option<&'static str>,
    /// Working days of the year, all its notices taken together; stands with the first of them.
    pub working_days: Option<u32>,
}

/// The notices that the days built in come from, by year.
///
/// ```
/// let notice = govplan_time::holiday_notices().find(|notice| notice.year == 2026).unwrap();
/// assert_eq!(notice.number, Some("国办发明电〔2025〕7号"));
/// ```
pub fn holiday_notices() -> impl Iterator<Item = HolidayNotice> {
    let given = |field: &'static str| Some(field).filter(|field| !field.is_empty());
    records(include_str!("../../data/holiday_notices.csv")).filter_map(move |[year, title, number, date, total]| {
        Some(HolidayNotice {
            year: year.parse().ok()?,
            title,
            number: given(number),
            issued_on: given(date),
            working_days: total.parse().ok(),
        })
    })
}
