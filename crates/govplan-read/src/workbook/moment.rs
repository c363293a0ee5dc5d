use super::Epoch;
use super::number_format::Shown;

/// A day of the calendar and a time of that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    year: i64,
    month: i64,
    day: i64,
    second: i64,
}

/// Seconds of a day.
const DAY: f64 = 86_400.0;
/// The last day that Excel counts, 31 December 9999, of either epoch.
const LAST_DAY: f64 = 2_958_465.0;
/// The day that Excel takes for 29 February 1900.
const NEVER: i64 = 60;
/// Days from 1 January 1970 back to the days 0 of the epochs.
const BEFORE_1970: i64 = 25_569;
const BETWEEN_EPOCHS: i64 = 1462;

impl Moment {
    /// The moment of a count of days, its fraction the time of day; `None` where Excel shows none.
    pub(super) fn of_days(days: f64, epoch: Epoch) -> Option<Self> {
        if !(0.0..LAST_DAY + 1.0).contains(&days) {
            return None;
        }
        let seconds = whole((days * DAY).round());
        let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let day = match epoch {
            Epoch::Of1900 if day == NEVER => return Some(Self { year: 1900, month: 2, day: 29, second }),
            Epoch::Of1900 if day < NEVER => day + 1,
            Epoch::Of1900 => day,
            Epoch::Of1904 => day + BETWEEN_EPOCHS,
        };
        let (year, month, day) = civil(day - BEFORE_1970);
        Some(Self { year, month, day, second })
    }

    /// The moment that `2024-03-15`, `2024-03-15T09:30` or `2024-03-15T09:30:00.000Z` names.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T').unwrap_or((text, ""));
        let mut numbers = date.split('-').map(|number| number.parse::<i64>().ok());
        let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let known = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let mut second = 0;
        for (number, unit) in time.trim_end_matches('Z').split(':').zip([3600, 60, 1]) {
            let number = number.split_once('.').map_or(number, |(number, _)| number);
            second += number.parse::<u16>().map_or(0, i64::from) * unit;
        }
        known.then_some(Self { year, month, day, second: second.min(86_399) })
    }

    /// The parts that a format shows: `2024年3月15日 09:30`. A day's midnight is no time.
    pub(super) fn shown(&self, shown: Shown) -> String {
        let parts = [(shown.year, self.year, "年"), (shown.month, self.month, "月"), (shown.day, self.day, "日")];
        let parts = parts.iter().filter(|(shown, ..)| *shown);
        let date: String = parts.map(|(_, number, unit)| format!("{number}{unit}")).collect();
        if !shown.time || (self.second == 0 && !date.is_empty()) {
            return date;
        }
        let time = clock(self.second, shown.seconds);
        if date.is_empty() { time } else { format!("{date} {time}") }
    }
}

/// A length of time in days, in hours, minutes and seconds: `36:30`.
pub(super) fn elapsed(days: f64, seconds: bool) -> Option<String> {
    (0.0..LAST_DAY).contains(&days).then(|| clock(whole((days * DAY).round()), seconds))
}

fn clock(second: i64, seconds: bool) -> String {
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    if seconds { format!("{hour:02}:{minute:02}:{second:02}") } else { format!("{hour:02}:{minute:02}") }
}

/// Seconds as a whole number.
#[expect(clippy::cast_possible_truncation, reason = "every caller has compared the number with the last day")]
fn whole(seconds: f64) -> i64 {
    seconds as i64
}

/// Year, month and day of a count of days from 1 January 1970, in eras of 400 years that begin with March.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOWN: Shown = Shown { seconds: true, ..Shown::ALL };

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        let cases = [
            (1.0, "1900年1月1日"),
            (59.0, "1900年2月28日"),
            (60.0, "1900年2月29日"),
            (61.0, "1900年3月1日"),
            (36_585.0, "2000年2月29日"),
            (45_366.0, "2024年3月15日"),
            (45_366.395_833_333_3, "2024年3月15日 09:30:00"),
            (45_366.999_999_999, "2024年3月16日"),
            (2_958_465.0, "9999年12月31日"),
        ];
        for (days, expected) in cases {
            assert_eq!(Moment::of_days(days, Epoch::Of1900).unwrap().shown(SHOWN), expected, "{days}");
        }
        assert_eq!(Moment::of_days(43_904.0, Epoch::Of1904).unwrap().shown(SHOWN), "2024年3月15日");
        assert_eq!(Moment::of_days(0.0, Epoch::Of1904).unwrap().shown(SHOWN), "1904年1月1日");
        for days in [-1.0, 2_958_466.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Moment::of_days(days, Epoch::Of1900), None, "{days}");
        }
    }

    #[test]
    fn written_moments_are_read() {
        let cases = [
            ("2024-03-15", "2024年3月15日"),
            ("2024-03-15T00:00:00.000", "2024年3月15日"),
            ("2024-03-15T09:30:05.000Z", "2024年3月15日 09:30:05"),
        ];
        for (text, expected) in cases {
            assert_eq!(Moment::parse(text).unwrap().shown(SHOWN), expected);
        }
        for text in ["", "2024", "2024-13-01", "2024-03-32", "三月", "PT09H30M"] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
