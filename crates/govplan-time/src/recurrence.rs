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

    /// The rule that iCalendar writes (RFC 5545, 3.3.10), where it can say this; its days are those of
    /// [`occurrences`](Self::occurrences), of a round without a named day the first. A rule of every second or third round
    /// counts from the first occurrence. Nothing says several times in a round, a school term, or a rhythm without a name.
    ///
    /// ```
    /// use govplan_time::{Context, scan};
    /// let rule = |text: &str| scan(text, &Context::default())[0].recurrence.unwrap().rrule();
    /// assert_eq!(rule("每月5日前").as_deref(), Some("FREQ=MONTHLY;BYMONTHDAY=5"));
    /// assert_eq!(rule("每季度末月20日前").as_deref(), Some("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"));
    /// assert_eq!(rule("每年2月底前").as_deref(), Some("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"));
    /// assert_eq!(rule("每半年").as_deref(), Some("FREQ=MONTHLY;INTERVAL=6"));
    /// assert_eq!(rule("每月至少2次"), None);
    /// ```
    #[must_use]
    pub fn rrule(&self) -> Option<String> {
        const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        if self.times.is_some_and(|times| times > 1) {
            return None;
        }
        let interval = u32::from(self.interval.unwrap_or(1).max(1));
        let rule = |frequency: &str, interval: u32, parts: &[String]| {
            let interval = (interval > 1).then(|| format!("INTERVAL={interval}"));
            let parts = std::iter::once(format!("FREQ={frequency}")).chain(interval).chain(parts.iter().cloned());
            Some(parts.collect::<Vec<_>>().join(";"))
        };
        let length = match self.every {
            Every::Daily => return rule("DAILY", interval, &[]),
            Every::Weekly => {
                let weekday = self.weekday.and_then(|weekday| WEEKDAYS.get(usize::from(weekday).checked_sub(1)?));
                return rule("WEEKLY", interval, weekday.map(|weekday| format!("BYDAY={weekday}")).as_slice());
            }
            _ => self.every.months()?,
        };
        let day = match (self.day, self.from_end) {
            (Some(day), _) => Some(Self::day_rule(day)),
            (None, Some(from_end)) => Some(format!("BYMONTHDAY=-{}", Some(from_end).filter(|days| *days <= 28)?)),
            (None, None) => None,
        };
        let Some(month) = self.month_within(length) else {
            // A round without a day: its first.
            return if length == 12 { rule("YEARLY", interval, &[]) } else { rule("MONTHLY", length * interval, &[]) };
        };
        let months: Vec<String> = (0..12 / length).map(|round| (round * length + month).to_string()).collect();
        let by_month = format!("BYMONTH={}", months.join(","));
        // BYSETPOS chooses in a year where months are named, and what is not every round is counted in months.
        let chooses = day.as_ref().is_some_and(|day| day.contains("BYSETPOS"));
        let parts: Vec<String> = day.into_iter().collect();
        match length {
            1 => rule("MONTHLY", interval, &parts),
            12 => rule("YEARLY", interval, &[vec![by_month], parts].concat()),
            _ if interval > 1 || chooses => rule("MONTHLY", length * interval, &parts),
            _ => rule("YEARLY", 1, &[vec![by_month], parts].concat()),
        }
    }

    /// A day of the month, or its last where it has no such day.
    fn day_rule(day: u8) -> String {
        match day {
            29 => "BYMONTHDAY=28,29;BYSETPOS=-1".to_owned(),
            30 => "BYMONTHDAY=28,29,30;BYSETPOS=-1".to_owned(),
            31.. => "BYMONTHDAY=-1".to_owned(),
            _ => format!("BYMONTHDAY={day}"),
        }
    }
}
