use serde::{Deserialize, Serialize};

/// How often something comes again, and on which day of each round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recurrence {
    /// The round.
    pub every: Every,
    /// Every so many rounds (每两周 → weekly, 2); absent for every one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<u8>,
    /// How many times in each round (每月至少2次 → 2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u16>,
    /// Day of the month, 1 to 31.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
    /// Day of the week, 1 Monday to 7 Sunday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<u8>,
    /// Month of the year, 1 to 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u8>,
    /// Month of the quarter, 1 to 3 (每季度末月 → 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month_of_quarter: Option<u8>,
    /// Day counted from the end of the round, 1 the last (每月底 → 1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_end: Option<u8>,
    /// Whether the day lies in the round after the one reported on (次月10日前).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub next_period: bool,
}

/// Length of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Every {
    /// Day (每日).
    Daily,
    /// Week (每周).
    Weekly,
    /// Month (每月).
    Monthly,
    /// Quarter (每季度).
    Quarterly,
    /// Half year (每半年).
    HalfYearly,
    /// Year (每年).
    Yearly,
    /// School term (每学期).
    Term,
    /// A round that is not named (定期).
    Unspecified,
}

impl Recurrence {
    /// Every round, with no day named.
    pub(crate) const fn new(every: Every) -> Self {
        Self {
            every,
            interval: None,
            times: None,
            day: None,
            weekday: None,
            month: None,
            month_of_quarter: None,
            from_end: None,
            next_period: false,
        }
    }

    /// The rule that iCalendar writes (RFC 5545, 3.3.10), where it can say this: a rhythm of a named day.
    ///
    /// ```
    /// use govplan_time::{Context, scan};
    /// let rule = |text: &str| scan(text, &Context::default())[0].recurrence.unwrap().rrule();
    /// assert_eq!(rule("每月5日前").as_deref(), Some("FREQ=MONTHLY;BYMONTHDAY=5"));
    /// assert_eq!(rule("每季度末月20日前").as_deref(), Some("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"));
    /// assert_eq!(rule("每年2月底前").as_deref(), Some("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"));
    /// assert_eq!(rule("每月至少2次"), None);
    /// ```
    #[must_use]
    pub fn rrule(&self) -> Option<String> {
        const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        if self.times.is_some_and(|times| times > 1) {
            return None;
        }
        let day = match (self.day, self.from_end) {
            (Some(day), _) => Some(format!("BYMONTHDAY={day}")),
            (None, Some(from_end)) => Some(format!("BYMONTHDAY=-{from_end}")),
            (None, None) => None,
        };
        let (frequency, parts) = match self.every {
            Every::Daily => ("DAILY", Vec::new()),
            Every::Weekly => {
                let weekday = WEEKDAYS.get(usize::from(self.weekday?.checked_sub(1)?))?;
                ("WEEKLY", vec![format!("BYDAY={weekday}")])
            }
            Every::Monthly => ("MONTHLY", vec![day?]),
            Every::Quarterly => {
                let last = self.month_of_quarter.unwrap_or(3);
                let months: Vec<String> = (0..4).map(|quarter| (quarter * 3 + last).to_string()).collect();
                ("YEARLY", vec![format!("BYMONTH={}", months.join(",")), day?])
            }
            Every::Yearly => ("YEARLY", vec![format!("BYMONTH={}", self.month?), day?]),
            Every::HalfYearly | Every::Term | Every::Unspecified => return None,
        };
        let interval = self.interval.map(|interval| format!("INTERVAL={interval}"));
        let parts = std::iter::once(format!("FREQ={frequency}")).chain(interval).chain(parts);
        Some(parts.collect::<Vec<_>>().join(";"))
    }
}
