"""Working days, day by day, held against a package that nobody here wrote."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import numpy
import pytest
from govplan import Calendar, CalendarError, UnknownYearError, workdays

FIRST, LAST = date(2007, 1, 1), date(2026, 12, 31)


def test_every_day_agrees_with_an_independent_calendar() -> None:
    days = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
    wrong = [day for day in days if workdays.is_workday(day) != chinese_calendar.is_workday(day)]
    assert len(days) == 7305
    assert wrong == []


def test_days_are_added_and_counted() -> None:
    assert workdays.add(date(2020, 9, 18), 20) == date(2020, 10, 22)
    assert workdays.count(date(2020, 9, 18), date(2020, 10, 22)) == 20
    assert workdays.add(date(2020, 10, 9), -1) == date(2020, 9, 30)


def test_a_year_that_is_not_announced_is_an_error() -> None:
    with pytest.raises(UnknownYearError) as caught:
        workdays.add(date(2026, 12, 21), 20)
    assert (caught.value.year, caught.value.first, caught.value.last) == (2027, 2007, 2026)


def test_arrays_agree_with_single_days() -> None:
    days = numpy.arange("2007-01-01", "2026-11-01", dtype="datetime64[D]")
    single = [day.item() for day in days]
    assert workdays.is_workday(days).tolist() == [workdays.is_workday(day) for day in single]
    counts = numpy.arange(len(days)) % 41 - 20
    later, few = days[40:], counts[40:]
    added = workdays.add(later, few)
    assert added.dtype == numpy.dtype("datetime64[D]")
    assert added.tolist() == [workdays.add(day, int(n)) for day, n in zip(single[40:], few, strict=True)]
    assert workdays.count(later, added).tolist() == [
        workdays.count(day, end) for day, end in zip(single[40:], added.tolist(), strict=True)
    ]


def test_arrays_are_broadcast_and_keep_their_shape() -> None:
    days = numpy.array([["2020-09-18"], ["2020-09-21"]], dtype="datetime64[D]")
    assert workdays.add(days, [1, 20]).shape == (2, 2)
    assert workdays.count(days, date(2020, 10, 22)).tolist() == [[20], [19]]
    assert workdays.is_workday(days[:0]).shape == (0, 1)
    with_time = numpy.array(["2020-09-18T17:30"], dtype="datetime64[s]")
    assert workdays.add(with_time, 20).tolist() == [date(2020, 10, 22)]


def test_a_day_that_is_none_stays_none_and_errors_are_those_of_single_days() -> None:
    days = numpy.array(["2020-09-18", "NaT"], dtype="datetime64[D]")
    assert workdays.is_workday(days).tolist() == [True, False]
    assert workdays.add(days, 20).tolist() == [date(2020, 10, 22), None]
    with pytest.raises(UnknownYearError):
        workdays.count(days, date(2020, 10, 22))
    with pytest.raises(UnknownYearError) as caught:
        workdays.add(numpy.array(["2026-12-21"], dtype="datetime64[D]"), 20)
    assert caught.value.year == 2027
    with pytest.raises(TypeError):
        workdays.add(days, [1.5, 2])


NEWER = "date,name,kind\n2027-01-01,元旦,holiday\n2027-01-03,元旦,makeup_workday\n"


def test_a_newer_calendar_adds_years() -> None:
    for table in (NEWER, NEWER.encode(), ("\ufeff# 2027\r\n" + NEWER).encode()):
        calendar = Calendar.from_csv(table)
        assert (calendar.first_year, calendar.last_year) == (2007, 2027)
        assert workdays.is_workday(date(2027, 1, 3), calendar=calendar)
        assert not workdays.is_workday(date(2020, 10, 1), calendar=calendar)
        assert workdays.add(date(2026, 12, 31), 1, calendar=calendar) == date(2027, 1, 3)
        assert workdays.count(date(2026, 12, 31), date(2027, 1, 4), calendar=calendar) == 2
        days = numpy.array(["2027-01-01", "2027-01-03", "NaT"], dtype="datetime64[D]")
        assert workdays.is_workday(days, calendar=calendar).tolist() == [False, True, False]
        assert workdays.add(days[:2], 1, calendar=calendar).tolist() == [date(2027, 1, 3), date(2027, 1, 4)]
        assert workdays.count(days[:2], date(2027, 1, 4), calendar=calendar).tolist() == [2, 1]
    with pytest.raises(UnknownYearError):
        workdays.is_workday(date(2027, 1, 3))
    with pytest.raises(UnknownYearError) as caught:
        workdays.add(date(2027, 12, 31), 1, calendar=Calendar.from_csv(NEWER))
    assert caught.value.year == 2028


def test_calendars_are_equal_where_their_days_are() -> None:
    calendar = Calendar.from_csv(NEWER)
    assert Calendar.from_csv(calendar.to_csv()) == calendar
    assert Calendar.from_csv(NEWER.replace("holiday", "makeup_workday")) != calendar


@pytest.mark.parametrize(
    ("table", "code", "line", "found", "expected"),
    [
        ("", "empty", None, None, None),
        ("day\n", "columns", 1, "day", "date,name,kind"),
        (NEWER + "2027-1-5,x,holiday\n", "date", 4, "2027-1-5", "YYYY-MM-DD"),
        (NEWER + "2027-01-05,x,rest\n", "kind", 4, "rest", "holiday, makeup_workday"),
        (NEWER + "2027-01-03,x,holiday\n", "repeated", 4, "2027-01-03", None),
        (NEWER + "2028-02-01,x,holiday\n", "unannounced", 4, None, "2028-01-01"),
        (NEWER.replace("2027", "2029"), "gap", None, None, "2027"),
    ],
)
def test_a_wrong_table_says_where(
    table: str, code: str, line: int | None, found: str | None, expected: str | None
) -> None:
    with pytest.raises(CalendarError) as caught:
        Calendar.from_csv(table)
    error = caught.value
    assert (error.code, error.line, error.found, error.expected) == (code, line, found, expected)
    assert (error.place.line if error.place else None) == line
    assert error.message and str(error) == error.message_en
