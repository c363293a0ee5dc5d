use super::{UnknownYear, WorkingDays};
use chrono::{Datelike, NaiveDate};

/// Number of 1 January 1970, counted from the first of the common era.
const EPOCH: i64 = 719_163;

/// Working days by the numbers of days, counted from 1 January 1970, as columns of dates hold them: what [`WorkingDays`] answers,
/// without making a date of each.
///
/// ```
/// use govplan_time::WorkingDays;
///
/// // 18 September and 22 October 2020.
/// let days = WorkingDays::announced().numbered();
/// assert_eq!(days.add(18_523, 20)?, 18_557);
/// assert_eq!(days.count(18_523, 18_557)?, 20);
/// assert!(days.is_working_day(18_523)?);
/// assert_eq!(days.add(20_000_000, 1).unwrap_err().first, 2007);
/// # Ok::<(), govplan_time::UnknownYear>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct NumberedDays<'d> {
    days: &'d WorkingDays,
}

impl WorkingDays {
    /// The same by the numbers of days.
    #[must_use]
    pub fn numbered(&self) -> NumberedDays<'_> {
        NumberedDays { days: self }
    }
}

impl NumberedDays<'_> {
    /// Whether a day is a working day.
    ///
    /// # Errors
    /// Those of [`WorkingDays::is_working_day`].
    #[inline]
    pub fn is_working_day(self, day: i64) -> Result<bool, UnknownYear> {
        let [before, after] = self.around(day)?;
        Ok(after > before)
    }

    /// The working day so many after a day, as [`WorkingDays::add`] counts.
    ///
    /// # Errors
    /// Those of [`WorkingDays::add`].
    #[inline]
    pub fn add(self, day: i64, count: i64) -> Result<i64, UnknownYear> {
        let [before, after] = self.around(day)?;
        let place = match count {
            0 => return Ok(day),
            1.. => i64::from(after).saturating_add(count - 1),
            _ => i64::from(before).saturating_add(count),
        };
        match self.days.working_number(place) {
            Some(number) => Ok(i64::from(number) - EPOCH),
            None => Err(self.days.beyond(count > 0)),
        }
    }

    /// How many working days lie after a day, up to another and with it, as [`WorkingDays::count`] counts.
    ///
    /// # Errors
    /// Those of [`WorkingDays::count`].
    #[inline]
    pub fn count(self, from: i64, to: i64) -> Result<i64, UnknownYear> {
        let (from_around, to_around) = (self.around(from)?, self.around(to)?);
        // A choice of values, not of ways: which of two days is the later is as good as chance in a column.
        let is_forward = to >= from;
        let chosen = |[before, after]: [u32; 2]| i64::from(if is_forward { after } else { before });
        Ok(chosen(to_around) - chosen(from_around))
    }

    #[inline]
    fn around(self, day: i64) -> Result<[u32; 2], UnknownYear> {
        self.days.around_number(day.saturating_add(EPOCH)).ok_or_else(|| self.unknown(day))
    }

    /// A day beyond the calendar is named by the year nearest to it that the calendar has.
    #[cold]
    fn unknown(self, day: i64) -> UnknownYear {
        let nearest = if day < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        let date = i32::try_from(day).ok().and_then(NaiveDate::from_epoch_days).unwrap_or(nearest);
        self.days.unknown(date.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_as_days_are() {
        let days = WorkingDays::announced();
        let numbered = days.numbered();
        let first = NaiveDate::from_ymd_opt(2007, 1, 1).unwrap();
        let number = |day: NaiveDate| i64::from(day.to_epoch_days());
        for (day, count) in first.iter_days().take(7400).zip((-30_i32..=30).cycle()) {
            let other = first + chrono::Days::new(u64::from(day.ordinal()) * 7);
            let (n, other_n) = (number(day), number(other));
            assert_eq!(numbered.is_working_day(n), days.is_working_day(day));
            assert_eq!(numbered.add(n, count.into()), days.add(day, count).map(number));
            assert_eq!(numbered.count(n, other_n), days.count(day, other).map(i64::from));
        }
        for day in [i64::MIN, i64::MIN + 1, -1, 1 << 40, i64::MAX] {
            assert!(numbered.is_working_day(day).is_err() && numbered.add(day, i64::MAX).is_err());
        }
        assert_eq!(numbered.add(number(first), i64::MAX).unwrap_err().year, 2027);
        assert_eq!(numbered.add(number(first), i64::MIN).unwrap_err().year, 2006);
    }
}
