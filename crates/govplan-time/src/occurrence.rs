//! The rounds of what comes again, day by day.

use crate::{Every, Recurrence};
use chrono::{Datelike, Days, Months, NaiveDate};

/// One round of what comes again: the days on which, or by the last of which, it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Occurrence {
    /// First day: of the round, where no day in it is named (每季度), else that day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
}

/// The most months that the rounds between two days are looked for in: those of a thousand years.
const MOST_MONTHS: usize = 12_000;

impl Recurrence {
    /// The rounds whose last day lies between two days, in order, where the rhythm begins on a day; none for a rhythm without
    /// days of its own (每学期, 定期).
    ///
    /// A day that a month does not have (每月31日) is its last (民法典 art. 202). Where every second or third round counts
    /// (每两周), the one that holds the beginning is the first.
    ///
    /// ```
    /// use govplan_time::{Context, parse_iso_date, scan};
    ///
    /// let day = |text| parse_iso_date(text).unwrap();
    /// let rhythm = scan("每季度末月20日前", &Context::default())[0].recurrence.unwrap();
    /// let rounds: Vec<_> = rhythm.occurrences(day("2020-08-27"), day("2020-01-01"), day("2020-12-31")).collect();
    /// assert_eq!(rounds.iter().map(|round| round.last.to_string()).collect::<Vec<_>>(), ["2020-09-20", "2020-12-20"]);
    /// ```
    pub fn occurrences(
        self,
        begin: NaiveDate,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = Occurrence> + use<> {
        let from = from.max(begin);
        let rounds: Box<dyn Iterator<Item = Occurrence>> = match self.every {
            Every::Daily => Box::new(self.of_days(begin, from)),
            Every::Weekly => Box::new(self.of_weeks(begin, from)),
            _ => Box::new(self.of_months(begin, from)),
        };
        rounds.skip_while(move |round| round.last < from).take_while(move |round| round.last <= to)
    }

    /// Whether its rounds have days of their own: a school term and a rhythm without a name have none.
    #[must_use]
    pub fn has_days(self) -> bool {
        matches!(self.every, Every::Daily | Every::Weekly) || self.every.months().is_some()
    }

    fn of_days(self, begin: NaiveDate, from: NaiveDate) -> impl Iterator<Item = Occurrence> + use<> {
        let every = u64::from(self.interval.unwrap_or(1).max(1));
        let passed = u64::try_from((from - begin).num_days()).unwrap_or(0) / every * every;
        let days = std::iter::successors(begin.checked_add_days(Days::new(passed)), move |day| {
            day.checked_add_days(Days::new(every))
        });
        days.map(|day| Occurrence { first: day, last: day })
    }

    fn of_weeks(self, begin: NaiveDate, from: NaiveDate) -> impl Iterator<Item = Occurrence> + use<> {
        let every = u64::from(self.interval.unwrap_or(1).max(1)) * 7;
        let monday = begin.checked_sub_days(Days::new(begin.weekday().num_days_from_monday().into())).unwrap_or(begin);
        let passed = u64::try_from((from - monday).num_days()).unwrap_or(0) / every * every;
        let mondays = std::iter::successors(monday.checked_add_days(Days::new(passed)), move |monday| {
            monday.checked_add_days(Days::new(every))
        });
        mondays.map_while(move |monday| {
            let day = |weekday: u8| monday.checked_add_days(Days::new(u64::from(weekday).checked_sub(1)?));
            let (first, last) = match self.weekday {
                Some(weekday) => (day(weekday)?, day(weekday)?),
                None => (monday, day(7)?),
            };
            Some(Occurrence { first, last })
        })
    }

    /// Rounds of one month or more, each looked for in its place of the year.
    fn of_months(self, begin: NaiveDate, from: NaiveDate) -> impl Iterator<Item = Occurrence> + use<> {
        let length = self.every.months().unwrap_or(12);
        let start = |day: NaiveDate| NaiveDate::from_ymd_opt(day.year(), day.month0() / length * length + 1, 1);
        let every = length * u32::from(self.interval.unwrap_or(1).max(1));
        let first = start(begin).map(|first| {
            let months = (from.year() - first.year()) * 12 + i32::try_from(from.month0()).unwrap_or(0)
                - i32::try_from(first.month0()).unwrap_or(0);
            // One round back: what it asks for may lie before its end.
            let passed = (u32::try_from(months).unwrap_or(0) / every).saturating_sub(1) * every;
            first.checked_add_months(Months::new(passed)).unwrap_or(first)
        });
        let known = first.filter(|_| self.every.months().is_some());
        let starts = std::iter::successors(known, move |start| start.checked_add_months(Months::new(every)));
        starts.take(MOST_MONTHS).map_while(move |start| self.within(start, length))
    }

    /// What a round of some months asks for.
    fn within(self, start: NaiveDate, length: u32) -> Option<Occurrence> {
        let month = self.month_within(length);
        let (first, months) = match month {
            Some(month) => (start.checked_add_months(Months::new(month - 1))?, 1),
            None => (start, length),
        };
        let last = first.checked_add_months(Months::new(months))?.pred_opt()?;
        let day = match (self.day, self.from_end) {
            (Some(day), _) => last.with_day(u32::from(day).min(last.day())),
            (None, Some(from_end)) => last.checked_sub_days(Days::new(u64::from(from_end).saturating_sub(1))),
            (None, None) => return Some(Occurrence { first, last }),
        };
        day.map(|day| Occurrence { first: day, last: day })
    }

    /// The month of a round that is meant, from 1, where one is named or a day is; the last where only a day is.
    pub(crate) fn month_within(self, length: u32) -> Option<u32> {
        let named = match self.every {
            Every::Quarterly => self.month_of_quarter,
            Every::Yearly => self.month,
            _ => None,
        };
        let named = named.map(u32::from).filter(|month| (1..=length).contains(month));
        named.or_else(|| (self.day.is_some() || self.from_end.is_some()).then_some(length))
    }
}

impl Every {
    /// Months of a round, where it has some.
    pub(crate) const fn months(self) -> Option<u32> {
        match self {
            Self::Monthly => Some(1),
            Self::Quarterly => Some(3),
            Self::HalfYearly => Some(6),
            Self::Yearly => Some(12),
            Self::Daily | Self::Weekly | Self::Term | Self::Unspecified => None,
        }
    }
}
