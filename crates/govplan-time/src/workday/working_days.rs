use super::table::Table;
use super::{TableError, UnknownYear};
use chrono::{Datelike, NaiveDate, Weekday};
use std::sync::LazyLock;

/// The working days of some years: every question is answered in the same short time, however far apart its days lie.
///
/// Monday to Friday work, but for the days off that the State Council announces for each year and the Saturdays and Sundays
/// that make up for them (放假调休). A day of a year that is not announced is an error.
///
/// ```
/// use govplan_time::{WorkingDays, parse_iso_date};
///
/// let days = WorkingDays::announced();
/// let day = |text| parse_iso_date(text).unwrap();
/// // Before the National Day of 2020 a Sunday worked, and the holiday lasted eight days.
/// assert!(days.is_working_day(day("2020-09-27"))?);
/// assert_eq!(days.add(day("2020-09-18"), 20)?, day("2020-10-22"));
/// assert_eq!(days.count(day("2020-09-18"), day("2020-10-22"))?, 20);
/// assert_eq!(days.on_or_after(day("2020-10-03"))?, day("2020-10-09"));
/// assert_eq!(days.add(day("2026-12-21"), 20).unwrap_err().year, 2027);
/// # Ok::<(), govplan_time::UnknownYear>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    table: Table,
    /// Number of the first known day, counted from the first of the common era.
    first: i32,
    /// How many working days lie before each known day, and before the day after the last.
    before: Vec<u32>,
    /// The working days in order.
    working: Vec<NaiveDate>,
    /// Their numbers, counted as that of the first known day.
    numbers: Vec<i32>,
}

/// A day off, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOff<'d> {
    /// Saturday or Sunday.
    Weekend,
    /// Of a holiday, by its name in the notice.
    Holiday(&'d str),
}

static ANNOUNCED: LazyLock<WorkingDays> = LazyLock::new(|| {
    WorkingDays::from_table(include_str!("../../data/working_days.csv"))
        .unwrap_or_else(|_| WorkingDays::of(Table::default()))
});

impl WorkingDays {
    /// Those of the years that are built in, 2007 to 2026.
    #[must_use]
    pub fn announced() -> &'static Self {
        &ANNOUNCED
    }

    /// Those of a table of days off: the columns `date,name,kind`, where kind is `holiday` or `makeup_workday`; lines that
    /// begin with `#` say nothing. A year is known where its New Year's Day stands in the table.
    ///
    /// # Errors
    /// A line of another form, a day that stands twice, a year left out between two others, a table without a year.
    pub fn from_table(table: &str) -> Result<Self, TableError> {
        Table::default().updated(table).map(Self::of)
    }

    /// These, with the years of a newer table added or put in the place of theirs.
    ///
    /// ```
    /// use govplan_time::{WorkingDays, parse_iso_date};
    ///
    /// let newer = WorkingDays::announced().updated("date,name,kind\n2027-01-01,元旦,holiday\n").unwrap();
    /// let day = |text| parse_iso_date(text).unwrap();
    /// assert_eq!(newer.add(day("2026-12-31"), 1).unwrap(), day("2027-01-04"));
    /// ```
    ///
    /// # Errors
    /// Those of [`from_table`](Self::from_table).
    pub fn updated(&self, table: &str) -> Result<Self, TableError> {
        self.table.updated(table).map(Self::of)
    }

    /// The table of their days off, all years together, in the form that [`from_table`](Self::from_table) takes.
    ///
    /// ```
    /// use govplan_time::WorkingDays;
    ///
    /// let announced = WorkingDays::announced();
    /// assert_eq!(WorkingDays::from_table(&announced.to_table()).as_ref(), Ok(announced));
    /// ```
    #[must_use]
    pub fn to_table(&self) -> String {
        self.table.to_string()
    }

    fn of(table: Table) -> Self {
        let start = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1);
        let first = table.years.first().and_then(|year| start(*year));
        let mut working = Vec::new();
        let mut before = vec![0];
        let known =
            first.into_iter().flat_map(|first| first.iter_days()).take_while(|day| table.years.contains(&day.year()));
        for day in known {
            let works = table.days.get(&day).map_or(!is_weekend(day), |exception| exception.works);
            working.extend(works.then_some(day));
            before.push(u32::try_from(working.len()).unwrap_or(u32::MAX));
        }
        let numbers = working.iter().map(Datelike::num_days_from_ce).collect();
        Self { table, first: first.map_or(0, |day| day.num_days_from_ce()), before, working, numbers }
    }

    /// Whether a day is a working day.
    ///
    /// # Errors
    /// A day of a year that is not announced.
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, UnknownYear> {
        let [before, after] = self.around(day)?;
        Ok(after > before)
    }

    /// The working day so many after a day, which is not counted itself; before it, where the count is negative. None after
    /// a day is the day itself, whether it works or not.
    ///
    /// # Errors
    /// A day, or a result, of a year that is not announced.
    #[inline]
    pub fn add(&self, day: NaiveDate, count: i32) -> Result<NaiveDate, UnknownYear> {
        let [before, after] = self.around(day)?;
        let place = match count {
            0 => return Ok(day),
            1.. => i64::from(after) + i64::from(count) - 1,
            _ => i64::from(before) + i64::from(count),
        };
        let found = usize::try_from(place).ok().and_then(|place| self.working.get(place).copied());
        found.ok_or_else(|| self.beyond(count > 0))
    }

    /// How many working days lie after a day, up to another and with it; negative where the other is the earlier.
    ///
    /// # Errors
    /// A day of a year that is not announced.
    #[inline]
    pub fn count(&self, from: NaiveDate, to: NaiveDate) -> Result<i32, UnknownYear> {
        let ([from_before, from_after], [to_before, to_after]) = (self.around(from)?, self.around(to)?);
        let signed = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
        Ok(if to >= from { signed(to_after - from_after) } else { -signed(from_before - to_before) })
    }

    /// The day itself if it works, else the next one that does.
    ///
    /// # Errors
    /// A day, or a result, of a year that is not announced.
    pub fn on_or_after(&self, day: NaiveDate) -> Result<NaiveDate, UnknownYear> {
        if self.is_working_day(day)? { Ok(day) } else { self.add(day, 1) }
    }

    /// Why a day is off; nothing where it works.
    ///
    /// # Errors
    /// A day of a year that is not announced.
    pub fn day_off(&self, day: NaiveDate) -> Result<Option<DayOff<'_>>, UnknownYear> {
        if self.is_working_day(day)? {
            return Ok(None);
        }
        let holiday = self.table.days.get(&day).map(|exception| DayOff::Holiday(&exception.name));
        Ok(Some(holiday.unwrap_or(DayOff::Weekend)))
    }

    /// First year that is known.
    #[must_use]
    pub fn first_year(&self) -> i32 {
        self.table.years.first().copied().unwrap_or_default()
    }

    /// Last year that is known.
    #[must_use]
    pub fn last_year(&self) -> i32 {
        self.table.years.last().copied().unwrap_or_default()
    }

    /// The days after one, up to another and with it, that do not go by the week: holidays, with their names, and the
    /// Saturdays and Sundays that work.
    pub(crate) fn exceptions(&self, after: NaiveDate, to: NaiveDate) -> impl Iterator<Item = (NaiveDate, &str, bool)> {
        let days = if after < to { Some(self.table.days.range(after..=to)) } else { None };
        let days = days.into_iter().flatten().filter(move |(day, _)| **day > after);
        days.map(|(day, exception)| (*day, &*exception.name, exception.works))
    }

    /// How many working days lie before a day, and before the one after it.
    #[inline]
    fn around(&self, day: NaiveDate) -> Result<[u32; 2], UnknownYear> {
        self.around_number(day.num_days_from_ce().into()).ok_or_else(|| self.unknown(day.year()))
    }

    /// The same of a day by its number, counted from the first of the common era; nothing where its year is not known.
    #[inline]
    pub(super) fn around_number(&self, number: i64) -> Option<[u32; 2]> {
        let place = usize::try_from(number.saturating_sub(self.first.into())).ok()?;
        self.before.get(place..)?.first_chunk::<2>().copied()
    }

    /// The working day at a place, by its number, counted from the first of the common era.
    #[inline]
    pub(super) fn working_number(&self, place: i64) -> Option<i32> {
        usize::try_from(place).ok().and_then(|place| self.numbers.get(place).copied())
    }

    /// A result after the last known day, or before the first.
    #[cold]
    pub(super) fn beyond(&self, is_after: bool) -> UnknownYear {
        self.unknown(if is_after { self.last_year() + 1 } else { self.first_year() - 1 })
    }

    #[cold]
    pub(super) fn unknown(&self, year: i32) -> UnknownYear {
        UnknownYear::new(year, self.first_year(), self.last_year())
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
